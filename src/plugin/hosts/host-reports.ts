import { decodeAddress, hasHost, lookupKey } from "../dialect/address.ts";
import { IN_SETTINGS, placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { netlifyRedirects } from "../redirects/netlify.ts";
import type { Settings } from "../settings.ts";
import { APACHE } from "./apache.ts";
import { CADDY, isPlain } from "./caddy.ts";
import { findElsewhere, type Ruled, type Written } from "./host-rules.ts";
import { NGINX } from "./nginx.ts";

/** How many redirects Cloudflare reads. Source: https://developers.cloudflare.com/pages/configuration/redirects/ */
const MOST_REDIRECTS = 2000;

/** The files that servers are told a site by. */
const FILES: { readonly [Host in Settings["host"]]?: string } = { nginx: NGINX, apache: APACHE, caddy: CADDY };

/**
 * What the host does not do that the site asks for.
 *
 * @param copied the files of the content that are copied, by where they go
 */
export function hostReports(site: Ruled, copied: ReadonlyMap<string, string>): Report[] {
  const { host, pathPrefix, redirectPages, relativeUrls } = site.settings;
  const place = IN_SETTINGS;
  const [unserved, ...others] = relativeUrls ? [] : unservedBy(host, site.written);
  const [moved, ...alsoMoved] = host === "cloudflare" ? site.written.filter(({ href }) => href.endsWith(".html")) : [];
  const count = netlifyRedirects(site.redirects, pathPrefix).split("\n").length - 1;
  const file = FILES[host];
  const from = file === undefined ? undefined : copied.get(file);
  return [
    ...(unserved ? [report("address-unserved", place, { host, ...pick(unserved), others: others.length })] : []),
    ...(moved ? [report("address-redirected", place, { href: moved.href, others: alsoMoved.length })] : []),
    ...(host === "cloudflare" && !redirectPages && count > MOST_REDIRECTS
      ? [report("redirects-too-many", place, { count, most: MOST_REDIRECTS })]
      : []),
    ...(file !== undefined && from !== undefined ? [report("host-file-taken", placeIn(from), { host, file })] : []),
  ];
}

function pick({ href, saveAs }: Written) {
  return { href, saveAs };
}

/** What is not at the address that links say. */
function unservedBy(host: Settings["host"], written: readonly Written[]): Written[] {
  switch (host) {
    case "apache":
      return [];
    // They serve about.html at /about/, too; what is at another place has no rule for it in _redirects.
    case "netlify":
    case "cloudflare":
      return findElsewhere(written).filter(({ href, saveAs }) => lookupKey(href) !== lookupKey(saveAs));
    case "github":
      return findElsewhere(written);
    case "nginx":
      return findElsewhere(written).filter(({ saveAs }) => saveAs.includes("$"));
    case "caddy":
      return findElsewhere(written).filter(({ saveAs }) => !isPlain(saveAs));
    case "none":
      return written.filter(({ href, saveAs }) => saveAs !== "" && !hasHost(href) && !isFileAt(saveAs, href));
  }
}

/** Any server serves a file by its name, and a folder's index. */
function isFileAt(saveAs: string, href: string): boolean {
  const address = decodeAddress(href.replace(/[?#].*$/s, "")).replace(/^\//, "");
  return saveAs === address || saveAs === `${address}index.html` || saveAs === `${address}/index.html`;
}
