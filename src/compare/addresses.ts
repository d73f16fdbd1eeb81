import { lookupKey } from "../plugin/links/address.ts";

/** Files that a host reads and does not serve. */
const FOR_HOSTS = new Set(["_redirects", "_headers", "netlify.toml", "vercel.json", "CNAME"]);

/** A file that is a page by its name. */
export function isPageFile(path: string): boolean {
  return /\.x?html?$/i.test(path);
}

/** Whether a file has an address at all. */
export function isServed(path: string): boolean {
  return !FOR_HOSTS.has(path);
}

/** The one form of an address: decoded, in small letters, without `index.html`, `.html` and slashes at its ends. */
export function addressKey(address: string): string {
  return lookupKey(address.replace(/[?#].*$/s, "").replace(/\.xhtml$/i, ".html"))
    .normalize("NFC")
    .toLowerCase();
}

/** The same of a file, whose name may hold what means something else in an address. */
export function fileKey(path: string): string {
  return addressKey(path.split("/").map(encodeURIComponent).join("/"));
}

/** Where visitors find a file. */
export function fileHref(path: string): string {
  const short = path.replace(/(^|\/)index\.x?html?$/i, "$1");
  return `/${short.split("/").map(encodeURIComponent).join("/")}`;
}

/** A list's further pages have one name with it: `blog2`, `blog/page/2` and `blog/2` go with `blog`. */
export function listKey(key: string): string {
  const stem = key.replace(/(?<=[/\p{L}]|^)\/?(?:page\/?)?\d{1,3}$/u, "").replace(/\/+$/, "");
  return stem === "index" ? "" : stem.replace(/\/index$/, "");
}

/** Whether two addresses are pages of one list. */
export function isFurtherPage(key: string, other: string): boolean {
  return listKey(key) === listKey(other) && (key !== listKey(key) || other !== listKey(other));
}

/** Whether a link of a page leads to another page of the same list. */
export function furtherPages(self: string): (to: string) => boolean {
  const list = listKey(self);
  return (to) => {
    // Asked of every link: most end in no number and are no list's first page.
    if (!to.startsWith("/") || (!/\d$/.test(to) && to !== `/${list}`)) return false;
    const key = to.slice(1);
    return key !== self && listKey(key) === list && (key !== list || self !== list);
  };
}

/** Where a link leads. */
export interface Target {
  /** For an address of the site `/` and its key; for others the address without its protocol. */
  readonly to: string;
  /** It leads to a place in the page that it is on. */
  readonly isInPage: boolean;
}

/** Where a site's own pages are: `https://example.org/docs` or, from the root of its host, `/docs`. */
export type OwnBase = string;

const HERE = "http://site.invalid";

/**
 * Reads the address of a link.
 *
 * @param page the address of the page that it is on, or of its `<base>`
 * @param self the page's own address
 * @param bases what stands before the site's own addresses
 * @returns nothing where it is no address
 */
export function targetOf(href: string, page: string, self: string, bases: readonly OwnBase[]): Target | undefined {
  // As browsers do: blanks at the ends, and line ends anywhere, do not count.
  const address = href.trim().replace(/[\t\n\r]/g, "");
  if (address === "" || /^(?:javascript|data|vbscript|blob):/i.test(address)) return undefined;
  let url: URL;
  try {
    url = new URL(address, new URL(page, HERE));
  } catch {
    return { to: address, isInPage: false };
  }
  if (!/^https?:$/.test(url.protocol)) return { to: address, isInPage: false };
  const whole = url.origin === HERE ? url.pathname : `${url.origin}${url.pathname}`;
  const base = bases.find((one) => whole === one || whole.startsWith(`${one}/`));
  if (base === undefined && url.origin !== HERE) {
    return { to: `${url.host}${url.pathname.replace(/\/+$/, "")}${url.search}`, isInPage: false };
  }
  const key = addressKey(base === undefined ? url.pathname : whole.slice(base.length));
  return { to: `/${key}`, isInPage: url.hash !== "" && key === addressKey(self) };
}
