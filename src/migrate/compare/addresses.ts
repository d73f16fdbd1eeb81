import { decodeAddress, lookupKey, NOWHERE, parseUrl } from "../../plugin/dialect/address.ts";

/** Files that hosts read and do not serve. */
const FOR_HOSTS = new Set(["_redirects", "_headers", "netlify.toml", "vercel.json", "CNAME"]);

/** A file that is a page by its name. */
export function isPageFile(path: string): boolean {
  return /\.x?html?$/i.test(path);
}

/** Whether a file has an address at all. */
export function isServed(path: string): boolean {
  return !FOR_HOSTS.has(path);
}

/** An address in its normal form: decoded, in lower case, without `index.html`, `.html` and slashes at its ends. */
export function addressKey(address: string): string {
  return lookupKey(address.replace(/[?#].*$/s, "").replace(/\.xhtml$/i, ".html"))
    .normalize("NFC")
    .toLowerCase();
}

/** The same for a file, whose name may contain characters with a meaning in addresses. */
export function fileKey(path: string): string {
  return addressKey(path.split("/").map(encodeURIComponent).join("/"));
}

/** Where visitors find a file. */
export function fileHref(path: string): string {
  const short = path.replace(/(^|\/)index\.x?html?$/i, "$1");
  return `/${short.split("/").map(encodeURIComponent).join("/")}`;
}

/** The key that all pages of a list share: `blog2`, `blog/page/2` and `blog/2` belong to `blog`. */
export function listKey(key: string): string {
  const stem = key.replace(/(?<=[/\p{L}]|^)\/?(?:page\/?)?\d{1,3}$/u, "").replace(/(?<!\/)\/+$/, "");
  return stem === "index" ? "" : stem.replace(/\/index$/, "");
}

/** Whether two addresses are pages of the same list. */
export function isFurtherPage(key: string, other: string): boolean {
  return listKey(key) === listKey(other) && (key !== listKey(key) || other !== listKey(other));
}

/** Whether a link of a page leads to another page of the same list. */
export function furtherPages(self: string): (to: string) => boolean {
  const list = listKey(self);
  // A shortcut, as every link is asked: most neither end in a number nor lead to the first page of the list.
  const mayBe = (to: string) => to.startsWith("/") && (/\d$/.test(to) || to === `/${list}`);
  return (to) => mayBe(to) && to.slice(1) !== self && isFurtherPage(to.slice(1), self);
}

/** Where a link leads. */
export interface Target {
  /** `/` and the key of an address of the site, or another address without its protocol. */
  readonly to: string;
  /** It leads to a place in the page that it is on. */
  readonly isInPage: boolean;
}

/** What the addresses of a site begin with: `https://example.org/docs`, or `/docs` on any host. */
export type OwnBase = string;

/**
 * Reads the address of a link.
 *
 * @param page the address of the page that it is on, or of its `<base>`
 * @param self the page's own address
 * @param bases what the site's own addresses begin with
 * @returns undefined where it is not an address
 */
export function targetOf(href: string, page: string, self: string, bases: readonly OwnBase[]): Target | undefined {
  // As in browsers, whitespace at the ends, and tabs and line breaks anywhere, are ignored.
  const address = href.trim().replace(/[\t\n\r]/g, "");
  if (address === "" || /^(?:javascript|data|vbscript|blob):/i.test(address)) return undefined;
  const url = parseUrl(address, new URL(page, NOWHERE).href);
  if (!url || !/^https?:$/.test(url.protocol)) return { to: decodeAddress(address), isInPage: false };
  const whole = url.origin === NOWHERE ? url.pathname : `${url.origin}${url.pathname}`;
  const base = bases.find((one) => whole === one || whole.startsWith(`${one}/`));
  if (base === undefined && url.origin !== NOWHERE) {
    return { to: `${url.host}${url.pathname.replace(/(?<!\/)\/+$/, "")}${url.search}`, isInPage: false };
  }
  const key = addressKey(base === undefined ? url.pathname : whole.slice(base.length));
  return { to: `/${key}`, isInPage: (url.hash !== "" || address.startsWith("#")) && key === addressKey(self) };
}
