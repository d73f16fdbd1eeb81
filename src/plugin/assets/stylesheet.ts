import { z } from "zod";
import { isInstalled } from "../files/libraries.ts";
import { systemCode } from "../findings/plain-error.ts";

/**
 * The oldest browsers with container queries, which no tool can lower; nesting, `light-dark()` and the like are written
 * so that these read them. Each byte is a part of the version: major, minor, patch.
 */
const OLDEST = { chrome: 105 << 16, edge: 105 << 16, firefox: 110 << 16, safari: 16 << 16, ios_saf: 16 << 16 };

/** A stylesheet in which the addresses that `url()` names are still to be put. */
export interface Stylesheet {
  readonly css: string;
  readonly urls: readonly { readonly placeholder: string; readonly url: string }[];
}

/** As it is kept. */
export const STYLESHEET_FORM: z.ZodType<Stylesheet> = z.object({
  css: z.string(),
  urls: z.array(z.object({ placeholder: z.string(), url: z.string() })),
});

/** What Node says of a library that is installed, and has no binary for this machine. */
const UNLOADABLE = /^(?:ERR_DLOPEN_FAILED|(?:ERR_)?MODULE_NOT_FOUND)$/;

/** Whether what was thrown is that lightningcss cannot be loaded, and not that a stylesheet is at fault. */
export function isUnloadable(error: unknown): boolean {
  return UNLOADABLE.test(systemCode(error) ?? "");
}

/**
 * A stylesheet for all browsers that the site is for; as it was written, where lightningcss is not installed.
 *
 * @throws {SyntaxError} where a browser would drop a part of it
 * @throws {Error} of Node, where lightningcss is installed and cannot be loaded
 */
export async function processStylesheet(name: string, css: string, isMinified: boolean): Promise<Stylesheet> {
  if (!isInstalled("lightningcss")) return asWritten(css);
  // Loaded when it is needed: not every site has it, and most builds have what it made before.
  const { transform } = await import("lightningcss");
  const { code, dependencies } = transform({
    filename: name,
    code: Buffer.from(css),
    minify: isMinified,
    targets: OLDEST,
    analyzeDependencies: true,
  });
  const urls = (dependencies ?? []).flatMap((dependency) =>
    "placeholder" in dependency ? [{ placeholder: dependency.placeholder, url: dependency.url }] : [],
  );
  return { css: Buffer.from(code).toString(), urls };
}

const URL_IN_CSS = /\burl\(\s*(?!\s)(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'()]*))\s*\)/g;

/** As it was written, with the addresses that it names. */
export function asWritten(css: string): Stylesheet {
  const urls: Stylesheet["urls"][number][] = [];
  const withPlaceholders = css.replace(URL_IN_CSS, (_, ...[double, single, bare]: (string | undefined)[]) => {
    const placeholder = `pelican-url-${urls.length}-`;
    urls.push({ placeholder, url: double ?? single ?? bare ?? "" });
    return `url("${placeholder}")`;
  });
  return { css: withPlaceholders, urls };
}

/** A placeholder is one word. */
const WORD = /[\w-]+/g;

/** @param addressOf the address of another asset, as the stylesheet names it; undefined leaves it as it is */
export function putAddresses({ css, urls }: Stylesheet, addressOf: (url: string) => string | undefined): string {
  if (urls.length === 0) return css;
  const byPlaceholder = new Map(urls.map(({ placeholder, url }) => [placeholder, url]));
  return css.replace(WORD, (word) => {
    const url = byPlaceholder.get(word);
    return url === undefined ? word : (addressOf(url) ?? url);
  });
}
