import { createHash } from "node:crypto";
import { posix } from "node:path";
import { z } from "zod";
import { memoLater, type Store } from "../cache/store.ts";
import { FileTooLarge, MOST_OF_ASSET } from "../findings/bounds.ts";
import { didYouMean } from "../findings/nearest.ts";
import { messageOf } from "../findings/plain-error.ts";
import { withoutPath } from "../html/below-path.ts";
import { memoize } from "../maps/memoize.ts";
import { minifyScript } from "./script.ts";
import {
  asWritten,
  isUnloadable,
  processStylesheet,
  putAddresses,
  STYLESHEET_FORM,
  type Stylesheet,
} from "./stylesheet.ts";

/** Stylesheets, scripts and icons of the layouts, as they are written. */
export interface Assets {
  /** By the files they are written to, from the output folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Whether there is such a source, by its address before it is processed. */
  readonly has: (source: string) => boolean;
  /** The address of an asset by that of its source: `/assets/style.css` is at `/assets/style.1a2b3c4d.css`. */
  readonly hrefOf: (source: string) => string;
  /** An SVG asset as an address that holds it, for what is so small that to ask for it costs more. */
  readonly dataUriOf: (source: string) => string;
  /** Whether a template has asked for any. */
  readonly isUsed: () => boolean;
  /** Why stylesheets are as they were written; undefined where nothing kept them from being processed. */
  readonly fault?: string | undefined;
}

/** How assets are written. */
interface Form {
  /** Whether they are to be published: then a hash in each name tells versions apart; else names stay readable. */
  readonly isFinal: boolean;
  readonly isSmall: boolean;
  /** The path that the site is below, without a slash at its end. */
  readonly pathPrefix?: string;
  /** Whether links lead from file to file. */
  readonly isRelative?: boolean;
}

/** Where all assets are, from the site's root; a host may let browsers keep what is below it for good. */
export const ASSETS = "assets";

/**
 * Makes the assets of the files of a folder.
 *
 * @param sources by their paths in the folder
 * @param store what was made of them before
 * @param minify makes a script as small as can be
 * @param process makes a stylesheet ready for browsers
 */
export async function makeAssets(
  sources: ReadonlyMap<string, Uint8Array>,
  { isFinal, isSmall, pathPrefix = "", isRelative = false }: Form,
  store: Store,
  minify: (name: string, script: string) => Promise<string> = minifyScript,
  process = processStylesheet,
): Promise<Assets> {
  let fault: string | undefined;
  /** What was not processed is not kept: it is when the library can be loaded again. */
  const orAsWritten = async (css: string, make: () => Stylesheet | Promise<Stylesheet>) => {
    try {
      return await make();
    } catch (error) {
      if (!isUnloadable(error) && !(error instanceof FileTooLarge)) throw error;
      fault = messageOf(error).split("\n", 1)[0];
      return asWritten(css);
    }
  };
  const files = new Map<string, Uint8Array>();
  const written = new Map<string, string>();
  const add = (path: string, bytes: Uint8Array) => {
    const saveAs = `${ASSETS}/${isFinal ? fingerprinted(path, bytes) : path}`;
    files.set(saveAs, bytes);
    written.set(`/${ASSETS}/${path}`, `/${saveAs}`);
  };
  const isStylesheet = ([path]: readonly [string, Uint8Array]) => path.endsWith(".css");
  const served = async (path: string, bytes: Uint8Array) => {
    if (!isSmall || !path.endsWith(".js") || bytes.length > MOST_OF_ASSET) return bytes;
    const script = Buffer.from(bytes).toString();
    const kind = { name: `script ${path}`, form: z.string() };
    return Buffer.from(await memoLater(store, kind, script, () => minify(path, script)));
  };
  const others = [...sources].filter((source) => !isStylesheet(source));
  const made = await Promise.all(others.map(async ([path, bytes]) => [path, await served(path, bytes)] as const));
  for (const [path, bytes] of made) add(path, bytes);
  // Last, as they name others.
  for (const [path, bytes] of [...sources].filter(isStylesheet)) {
    const folder = posix.resolve(`/${ASSETS}`, posix.dirname(path));
    const addressOf = (url: string) => {
      const fromRoot = withoutPath(url, pathPrefix) ?? url;
      const target = written.get(posix.resolve(folder, fromRoot)) ?? (/^\/(?!\/)/.test(url) ? fromRoot : undefined);
      // Browsers read it from where the stylesheet is: so it holds below any path, and without a server.
      return target !== undefined && (pathPrefix !== "" || isRelative) ? posix.relative(folder, target) : target;
    };
    const css = Buffer.from(bytes).toString();
    const kind = { name: `stylesheet ${isSmall} ${path}`, form: STYLESHEET_FORM };
    const stylesheet = await orAsWritten(css, () => {
      if (bytes.length > MOST_OF_ASSET) throw new FileTooLarge(path, bytes.length, MOST_OF_ASSET);
      return memoLater(store, kind, css, () => process(path, css, isSmall));
    });
    add(path, Buffer.from(putAddresses(stylesheet, addressOf)));
  }
  let isUsed = false;
  const hrefOf = (source: string) => {
    isUsed = true;
    return written.get(source) ?? fail(source, [...written.keys()]);
  };
  const dataUriOf = memoize((source: string) => svgDataUri(files.get(hrefOf(source).slice(1))));
  return { files, has: (source) => written.has(source), hrefOf, dataUriOf, isUsed: () => isUsed, fault };
}

function fingerprinted(path: string, bytes: Uint8Array): string {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const { dir, name, ext } = posix.parse(path);
  return posix.join(dir, `${name}.${hash}${ext}`);
}

/** Only what an address and an attribute cannot hold is encoded, so that it stays small. */
function svgDataUri(svg: Uint8Array | undefined): string {
  const text = Buffer.from(svg ?? [])
    .toString()
    .trim();
  return `data:image/svg+xml,${text.replace(/[%#<>"&]/g, encodeURIComponent)}`;
}

function fail(source: string, sources: readonly string[]): never {
  throw new Error(`There is no asset ${source}.${didYouMean(source, sources)}`);
}
