import { decodeAddress, NOWHERE, parseUrl, trimAddress } from "../dialect/address.ts";
import type { Page } from "../pages/page.ts";
import type { PageIndex } from "../pages/page-index.ts";

/** Where an address that an author wrote leads. */
export type Link =
  /** To a page of the site; `href` is where the page really is, with the `?` and `#` of the address. */
  | { readonly kind: "page"; readonly href: string; readonly page: Page }
  /** To something else of the site: a list of posts, a feed, a static file. */
  | { readonly kind: "file"; readonly href: string }
  /** To another site, or by mail, telephone or XMPP; or to a place on the page itself. It stays as written. */
  | { readonly kind: "as-written"; readonly href: string }
  /** To nothing that is known. The link is still made, as Pelican makes it. */
  | { readonly kind: "broken"; readonly href: string; readonly path: string }
  /** To something that must never be a link. */
  | { readonly kind: "unsafe"; readonly reason: string };

const ALLOWED = new Set(["http:", "https:", "mailto:", "tel:", "xmpp:"]);

/**
 * Resolves an address of a menu.
 *
 * The URL Standard's own parser judges, as a browser would: it sees a scheme after whitespace and control characters, and
 * `..` cannot leave the site (https://url.spec.whatwg.org/#relative-state).
 *
 * @param base the Url that the address is relative to; empty for the site's root
 */
export function resolveLink(address: string, base: string, pages: PageIndex): Link {
  if (/^[#?]/.test(address)) return { kind: "as-written", href: address };
  const url = parseUrl(address, `${NOWHERE}/${base === "" ? "" : `${encodeURI(base)}/`}`);
  if (!url) return { kind: "unsafe", reason: "it is not an address" };
  // A drive's letter looks like a scheme.
  if (url.protocol === "file:" || /^[a-z]:$/.test(url.protocol)) {
    return { kind: "unsafe", reason: "it is a file on your own computer" };
  }
  if (!ALLOWED.has(url.protocol)) return { kind: "unsafe", reason: `“${url.protocol}” is not allowed` };
  if (url.origin !== NOWHERE) return { kind: "as-written", href: address };
  const path = decodeAddress(url.pathname.slice(1));
  const page = pages.find(path);
  const suffix = url.search + url.hash;
  if (page) return { kind: "page", href: page.href + suffix, page };
  const other = pages.findOther(path);
  if (other !== undefined) return { kind: "file", href: other + suffix };
  return { kind: "broken", href: `${withEnding(url.pathname)}${suffix}`, path: trimAddress(path) };
}

/** Pelican's theme appends `.html` to what names neither a file nor a folder. */
function withEnding(path: string): string {
  return path.endsWith("/") || /\.[A-Za-z0-9]{1,5}$/.test(path) ? path : `${path}.html`;
}
