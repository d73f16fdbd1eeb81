import { ANY_MARK } from "../content/source-links.ts";
import { scanTags, URL_ATTRIBUTES } from "../content/tags.ts";
import { type Finding, finding } from "../findings/finding.ts";
import { nearest } from "../findings/nearest.ts";
import type { Page } from "../pages/page.ts";
import { placeInBody } from "../pages/place-in-body.ts";
import { lookupKey } from "./address.ts";

interface Anchors {
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
}

/**
 * Looks up every internal link and anchor in the pages' texts among what the site holds.
 *
 * @param addresses everything that is written besides the pages: lists, feeds, static files
 * @param siteUrl links that name the site in full are internal, too
 */
export function checkLinks(
  contents: ReadonlyMap<Page, string>,
  addresses: Iterable<string>,
  siteUrl: string,
): Finding[] {
  const scanned = new Map([...contents].map(([page, html]) => [page, scan(html)]));
  const known = knownAddresses(contents.keys(), addresses);
  const findings: Finding[] = [];
  for (const [page, { links }] of scanned) {
    if (page.status === "draft") continue;
    for (const link of new Set(links)) findings.push(...fault(link, page, known, scanned, siteUrl));
  }
  return findings;
}

function scan(html: string): Anchors {
  const links: string[] = [];
  const ids = new Set<string>();
  for (const { name, attributes } of scanTags(html)) {
    if (attributes.id !== undefined) ids.add(attributes.id);
    if (name === "a" && attributes.name !== undefined) ids.add(attributes.name);
    for (const attribute of URL_ATTRIBUTES) {
      const url = attributes[attribute];
      if (url !== undefined) links.push(url);
    }
  }
  return { links, ids };
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

function fault(
  link: string,
  page: Page,
  known: Known,
  scanned: ReadonlyMap<Page, Anchors>,
  siteUrl: string,
): Finding[] {
  const url = internal(link, page, siteUrl);
  if (!url) return [];
  const key = lookupKey(url.pathname);
  if (!known.has(key)) return [brokenLink(link, key, page, known)];
  const target = known.get(key);
  const id = decode(url.hash.slice(1));
  // `#top` and the empty fragment lead to the top of any page; `#:~:text=` marks a text.
  if (!target || id === "" || id === "top" || id.startsWith(":~:")) return [];
  const ids = scanned.get(target)?.ids;
  return !ids || ids.has(id) ? [] : [brokenAnchor(link, id, page, target, ids)];
}

/** The link as an address of this site, or undefined where it leads elsewhere. */
function internal(link: string, page: Page, siteUrl: string): URL | undefined {
  const path = siteUrl !== "" && link.startsWith(`${siteUrl}/`) ? link.slice(siteUrl.length) : link;
  // A link to a source file that was not found has its finding already.
  if (ANY_MARK.test(path) || /^\s*[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
  const url = URL.canParse(path, HERE + page.href) ? new URL(path, HERE + page.href) : undefined;
  return url?.origin === HERE ? url : undefined;
}

function brokenLink(link: string, key: string, page: Page, known: Known): Finding {
  const near = nearest(key, known.keys());
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

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
