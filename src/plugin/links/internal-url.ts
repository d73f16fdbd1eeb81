import { absoluteUrl, hasHost, NOWHERE, parseUrl } from "../dialect/address.ts";
import { withoutPath } from "../html/below-path.ts";
import type { Page } from "../pages/page.ts";
import { ANY_MARK } from "./marks.ts";

/** The link of a text as an address of this site, or undefined where it leads elsewhere. */
export function internalUrl(link: string, page: Page, siteUrl: string): URL | undefined {
  // A link to a source file that was not found is reported already.
  if (ANY_MARK.test(link)) return undefined;
  const site = new URL(siteUrl === "" ? NOWHERE : siteUrl);
  const url = parseUrl(link, absoluteUrl(site.origin, page.href));
  // The site in full, by whichever of the two ways browsers reach it, is the site.
  if (url?.host !== site.host || !/^https?:$/.test(url.protocol)) return undefined;
  const path = site.pathname.replace(/\/$/, "");
  if (path === "" || !hasHost(link)) return url;
  // Beside its path the host has other sites.
  const pathname = withoutPath(url.pathname, path);
  return pathname === undefined ? undefined : new URL(pathname + url.search + url.hash, site.origin);
}
