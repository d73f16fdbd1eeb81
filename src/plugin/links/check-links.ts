import type { Scanned } from "../content/scan.ts";
import { ANY_MARK } from "../content/source-links.ts";
import { type Finding, finding } from "../findings/finding.ts";
import { nearest, suggestAddresses } from "../findings/nearest.ts";
import type { Page } from "../pages/page.ts";
import { placeInBody } from "../pages/place-in-body.ts";
import { decodeAddress, lookupKey } from "./address.ts";

/**
 * Looks up every internal link and anchor in the pages' texts among what the site holds.
 *
 * @param addresses everything that is written besides the pages: lists, feeds, static files
 * @param siteUrl links that name the site in full are internal, too
 */
export function checkLinks(
  scanned: ReadonlyMap<Page, Scanned>,
  addresses: Iterable<string>,
  siteUrl: string,
): Finding[] {
  const known = knownAddresses(scanned.keys(), addresses);
  const ids = new Map<Page, ReadonlySet<string>>();
  const idsOf = (page: Page) => {
    const found = ids.get(page) ?? new Set(scanned.get(page)?.ids);
    ids.set(page, found);
    return found;
  };
  const site: Surroundings = { known, idsOf, siteUrl, suggest: suggestAddresses([...known.keys()]) };
  const findings: Finding[] = [];
  for (const [page, { links }] of scanned) {
    if (page.status === "draft") continue;
    for (const link of links) findings.push(...fault(link, page, site));
  }
  return findings;
}

/** What a link is looked up in. */
interface Surroundings {
  readonly known: Known;
  readonly idsOf: (page: Page) => ReadonlySet<string>;
  readonly siteUrl: string;
  readonly suggest: (address: string) => string | undefined;
}

type Known = ReadonlyMap<string, Page | undefined>;

function knownAddresses(pages: Iterable<Page>, addresses: Iterable<string>): Known {
  const known = new Map<string, Page | undefined>();
  for (const address of addresses) known.set(lookupKey(address), undefined);
  for (const page of pages) {
    if (page.status === "draft") continue;
    for (const address of [...page.aliases, page.url, page.saveAs]) known.set(lookupKey(address), page);
  }
  return known;
}

const HERE = "http://site.invalid";

function fault(link: string, page: Page, { known, idsOf, siteUrl, suggest }: Surroundings): Finding[] {
  const url = internalUrl(link, page, siteUrl);
  if (!url) return [];
  const key = lookupKey(url.pathname);
  if (!known.has(key)) return [brokenLink(link, suggest(key), page)];
  const target = known.get(key);
  const id = decodeAddress(url.hash.slice(1));
  // `#top` and the empty fragment lead to the top of any page; `#:~:text=` marks a text.
  if (!target || id === "" || id === "top" || id.startsWith(":~:")) return [];
  const ids = idsOf(target);
  return ids.has(id) ? [] : [brokenAnchor(link, id, page, target, ids)];
}

/** The link as an address of this site, or undefined where it leads elsewhere. */
export function internalUrl(link: string, page: Page, siteUrl: string): URL | undefined {
  // A link to a source file that was not found has its finding already.
  if (ANY_MARK.test(link)) return undefined;
  const site = new URL(siteUrl === "" ? HERE : siteUrl);
  const base = site.origin + page.href;
  const url = URL.canParse(link, base) ? new URL(link, base) : undefined;
  // The site in full, by whichever of the two ways browsers reach it, is the site.
  return url?.host === site.host && /^https?:$/.test(url.protocol) ? url : undefined;
}

function brokenLink(link: string, near: string | undefined, page: Page): Finding {
  return finding("link-broken", placeInBody(page, link), {
    message: `The link “${link}” leads to nothing that this site has.`,
    consequence: "A visitor who follows it finds no page.",
    fix: near === undefined ? "Write the address of a page, or remove the link." : `Did you mean “/${near}”?`,
  });
}

function brokenAnchor(link: string, id: string, page: Page, target: Page, ids: ReadonlySet<string>): Finding {
  const near = nearest(id, ids);
  return finding("anchor-broken", placeInBody(page, link), {
    message: `The link “${link}” names a place “#${id}” that ${target === page ? "this page" : target.file} does not have.`,
    consequence: "It leads to the top of the page.",
    fix: near === undefined ? "Write the id of a heading there." : `Did you mean “#${near}”?`,
  });
}
