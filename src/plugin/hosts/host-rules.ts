import { absoluteUrl, decodeAddress, hasHost } from "../dialect/address.ts";
import type { FeedFile } from "../feeds/plan-feeds.ts";
import { groupBy } from "../maps/group-by.ts";
import { type HeaderRule, headerRules } from "../netlify/headers.ts";
import type { Redirect } from "../redirects/aliases.ts";
import { formsOf } from "../redirects/netlify.ts";
import type { Settings } from "../settings.ts";

/** Something that has an address, and the file that is written for it. */
export interface Written {
  readonly href: string;
  readonly saveAs: string;
}

/** What a server is told of a site. Addresses begin at the host's root and are decoded, where nothing else is said. */
export interface HostRules {
  /** The path that the site is below, without a slash at its end. */
  readonly path: string;
  /** The page for what is not found; empty for none. */
  readonly notFound: string;
  /** An old address, and, encoded, where it leads now. */
  readonly moved: readonly Pick<Redirect, "from" | "to">[];
  /** Addresses at which a server would find nothing by itself, and their files, from the site's folder. */
  readonly elsewhere: readonly { readonly address: string; readonly file: string }[];
  /** The more general ones first; `*` at a path's end stands for anything. */
  readonly headers: readonly HeaderRule[];
}

/** What the rules are made of. */
export interface Ruled {
  readonly settings: Settings;
  readonly redirects: readonly Redirect[];
  readonly feeds: readonly Pick<FeedFile, "saveAs" | "type">[];
  readonly written: readonly Written[];
}

/** What nginx, Apache and Caddy are told, from what Netlify's files are made of. */
export function hostRules({ settings, redirects, feeds, written }: Ruled): HostRules {
  // What ends a line would end a line of the server's file.
  const path = decodeAddress(settings.pathPrefix).replace(/\p{Cc}/gu, encodeURIComponent);
  const moved = redirects.flatMap(({ from, to }) =>
    [...new Set([...formsOf(from), `${formsOf(from)[0]}/`])].map((form) => ({
      from: path + form,
      to: encodeRest(absoluteUrl(settings.pathPrefix, to)),
    })),
  );
  return {
    path,
    notFound: settings.notFoundSaveAs === "" ? "" : `${path}/${settings.notFoundSaveAs}`,
    moved: [...new Map(moved.map((one) => [one.from, one])).values()],
    elsewhere: findElsewhere(written).map(({ href, saveAs }) => ({
      address: path + decodeAddress(href),
      file: saveAs,
    })),
    headers: [
      // Else browsers would show an old page, whose stylesheet is gone.
      { path: `${path}/*`, headers: { ...everywhere(settings), "Cache-Control": "no-cache" } },
      ...headerRules(settings)
        .slice(1)
        .map((rule) => ({ ...rule, path: decodeAddress(rule.path) })),
      ...feeds.map(({ saveAs, type }) => ({ path: `${path}/${saveAs}`, headers: { "Content-Type": type } })),
    ],
  };
}

function everywhere(settings: Settings): HeaderRule["headers"] {
  return settings.headersSaveAs === "" ? {} : (headerRules(settings)[0]?.headers ?? {});
}

/** What no server finds at its address by adding `.html`, or `index.html` to a folder's. */
export function findElsewhere(written: readonly Written[]): Written[] {
  const files = new Set(written.map(({ saveAs }) => saveAs));
  return written.filter(({ href, saveAs }) => {
    if (hasHost(href) || /[?#]/.test(href) || saveAs === "") return false;
    const address = decodeAddress(href).replace(/^\//, "");
    return !usual(address).includes(saveAs) && !usual(address).some((file) => files.has(file));
  });
}

function usual(address: string): string[] {
  if (address === "" || address.endsWith("/")) return [`${address}index.html`];
  return [address, `${address}.html`, `${address}/index.html`];
}

/** The headers of what fits a rule, those of the more general rules, too. */
export function headersFinder({ headers }: HostRules): (rule: HeaderRule) => Readonly<Record<string, string>> {
  const numbered = headers.map((rule, place) => ({ ...rule, place }));
  const open = numbered.filter(({ path }) => path.endsWith("*"));
  const byPath = groupBy(numbered, ({ path }) => path);
  return ({ path }) => {
    const fitting = new Set([...open.filter((rule) => isBelow(path, rule.path)), ...(byPath.get(path) ?? [])]);
    return Object.assign({}, ...[...fitting].sort((a, b) => a.place - b.place).map((rule) => rule.headers));
  };
}

function isBelow(path: string, pattern: string): boolean {
  return path.startsWith(pattern.slice(0, -1));
}

/** What no address holds as it is, and what a server's files mean something by, in percent signs. */
export function encodeRest(address: string): string {
  return address
    .replace(/[^\w\-./~%:?&=#@!*+,()]/gu, encodeURIComponent)
    .replace(/['$;]/g, (sign) => `%${hexOf(sign)}`);
}

/**
 * A text as a part of a regular expression that every server's library reads in the same way, and that holds nothing that
 * means something to the file around it.
 */
export function pattern(text: string): string {
  return text.replace(/[^\p{L}\p{N}/_-]/gu, (sign) => ((sign.codePointAt(0) ?? 0) < 0x80 ? `\\x${hexOf(sign)}` : sign));
}

function hexOf(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
}

/** The address of a file of the site, from the host's root. */
export function addressOfFile(path: string): string {
  return encodeRest(`/${path.replace(/^\//, "").split("/").map(encodeURIComponent).join("/")}`);
}
