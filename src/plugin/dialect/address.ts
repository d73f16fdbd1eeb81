import { withAnythingBetween } from "../maps/wildcards.ts";

/**
 * The one form of an address in which pages are looked up: decoded, without slashes at its ends, without `index` and
 * without `.html`, so that `about`, `/about/`, `about/index.html` and `about/index` are one.
 */
export function lookupKey(address: string): string {
  const key = decodeAddress(address)
    .trim()
    .replace(/\.html?$/i, "")
    .replace(/(^|\/)index$/i, "$1");
  return trimSlashes(key);
}

/** Where a visitor finds a written file: `about/index.html` is `/about/`. */
export function hrefOf(saveAs: string): string {
  const path = saveAs.replace(/(^|\/)index\.html$/, "$1");
  return `/${encodePath(path)}`;
}

/**
 * A path of files as that of an address. What may stand in one as it is does, as in Pelican: a feed's entries are known to their
 * readers by it. Source: https://www.rfc-editor.org/rfc/rfc3986#section-3.3
 */
export function encodePath(path: string): string {
  return encodeURIComponent(path).replace(/%(?:2F|2B|2C|40|3D|3B|24)/g, decodeURIComponent);
}

/** What links say of a file: what the settings' addresses say, the file itself, or the file without `index.html` and `.html`. */
export type AddressForm = "url" | "file" | "pretty";

/**
 * What links to a written file say.
 *
 * @param url what the settings or the page's header say of its address; undefined or empty where they say nothing
 */
export function addressOf(saveAs: string, url: string | undefined, form: AddressForm): string {
  if (form === "url" && url !== undefined) return hrefOfUrl(url);
  return form === "pretty" ? hrefOf(saveAs).replace(/(?<=[^/])\.html$/, "") : hrefOf(saveAs);
}

/** An address without its slash at the start, as Pelican's settings have them, as a link; one with a host stays as it is. */
function hrefOfUrl(url: string): string {
  const address = url.trim();
  if (hasHost(address)) return address;
  const [, path = "", suffix = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return `/${encodePath(decodeAddress(path).replace(/^\/+/, ""))}${suffix}`;
}

/** The origin of no site (RFC 2606): it tells apart what leads out of a site from what does not. */
export const NOWHERE = "http://site.invalid";

/** Whether an address names its host, and so may lead to another site. */
export function hasHost(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address);
}

/** A link in full; one that has a host stays as it is. */
export function absoluteUrl(siteUrl: string, href: string): string {
  return hasHost(href) ? href : siteUrl + href;
}

/** The file that is written behind an address: the other way round. */
export function fileOfHref(href: string): string {
  return `${decodeAddress(href).replace(/^\//, "")}${href.endsWith("/") ? "index.html" : ""}`;
}

/** An address as it is compared and shown: no slash and no whitespace at either end. */
export function trimAddress(address: string): string {
  return trimSlashes(address.trim());
}

/** By hand: a regular expression for the slashes at the end takes time that grows with the square of a run of them. */
function trimSlashes(text: string): string {
  let [start, end] = [0, text.length];
  while (text[start] === "/") start++;
  while (end > start && text[end - 1] === "/") end--;
  return text.slice(start, end);
}

/** An address as browsers read it; undefined where it is none. */
export function parseUrl(address: string, base?: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}

/** An address without its percent signs; one that holds a lone sign is taken as it is. */
export function decodeAddress(address: string): string {
  if (!address.includes("%")) return address;
  try {
    return decodeURIComponent(address);
  } catch {
    // A lone percent sign: the text is the address.
    return address;
  }
}

/** Whether an address fits one of some patterns: `*` in them stands for anything, and a slash at the end does not count. */
export function addressMatcher(patterns: readonly string[]): (address: string) => boolean {
  const tests = patterns.map((pattern) => {
    const [, path = "", below] = /^(.*?)(\/\*)?$/s.exec(trimSlashes(pattern)) ?? [];
    const parts = path.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    // What is below a folder is in it, and the folder is, too.
    return new RegExp(`^${withAnythingBetween(parts, ".")}${below === undefined ? "" : "(?:/.*)?"}$`, "s");
  });
  return (address) => {
    const path = trimSlashes(decodeAddress(address));
    return tests.some((test) => test.test(path));
  };
}
