import { posix } from "node:path";
import { table } from "../dialect/fields.ts";
import { meantAddress } from "../dialect/meant-address.ts";
import type { WrittenEntry } from "../fields/entries.ts";
import { compareText } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { type Link, resolveLink } from "../links/resolve.ts";
import type { Page } from "../pages/page.ts";
import type { PageIndex } from "../pages/page-index.ts";
import type { EntryParts } from "./entry.ts";

export interface EntriesMade {
  readonly entries: readonly EntryParts[];
  readonly reports: readonly Report[];
}

/**
 * Makes entries of a dropdown or sidebar of what a header says: titles for labels, and addresses that lead to pages.
 *
 * @param base the Url that the addresses are relative to: the page's own for a dropdown, empty for a sidebar
 * @param owner where the page is that has the entries: `#x` is its part on whatever page they are shown
 */
export function makeEntries(
  written: readonly WrittenEntry[],
  base: string,
  owner: string,
  pages: PageIndex,
): EntriesMade {
  const entries: EntryParts[] = [];
  const reports: Report[] = [];
  const links = written.map((entry) => [entry, resolveLink(entry.url, base, pages)] as const);
  // What an entry leads to already, no other one is meant to lead to.
  const there = new Set(links.map(([, link]) => (link.kind === "page" ? link.page : undefined)));
  for (const [entry, link] of links) {
    reports.push(...faultsOf(link, entry, base, pages, (page) => !there.has(page)));
    const page = link.kind === "page" ? link.page : undefined;
    const { field, place, parent: _parent, lines: _lines, ...parts } = entry;
    const title = parts.title || page?.menuName;
    if (!title || link.kind === "unsafe") continue;
    const isPart = link.kind === "as-written" && /^[#?]/.test(link.href);
    entries.push({ ...parts, title, url: isPart ? owner + link.href : link.href, origin: { page, field, place } });
  }
  return { entries, reports };
}

/** The entry of a page that asks for one itself, by a field of its header. */
export function entryOf(page: Page, field: "topMenuShow" | "footerShow"): EntryParts {
  const { menuName: title, href: url } = page;
  return { title, url, origin: { page, field: table[field].name, place: page.place(field) } };
}

/** By their number, then those without one; ties by the file's path. */
export function byOrder(order: (page: Page) => number | undefined): (a: Page, b: Page) => number {
  return (a, b) => {
    const [first, second] = [order(a) ?? Number.MAX_VALUE, order(b) ?? Number.MAX_VALUE];
    return first - second || compareText(a.file, b.file);
  };
}

function faultsOf(
  link: Link,
  { field, place, title, url, lines }: WrittenEntry,
  base: string,
  pages: PageIndex,
  isFit: (page: Page) => boolean,
): Report[] {
  if (link.kind === "unsafe") {
    return [report("menu-link-unsafe", place, { field, title, url, reason: link.reason })];
  }
  if (link.kind !== "broken") return [];
  const { path, href } = link;
  const meant = pages.meant(path, { label: title, isFit });
  const near = meantAddress(url) ?? (meant && addressFrom(base, meant.url));
  return [report("menu-link-broken", place, { field, title, path, url: href, near, lines })];
}

/** A page's Url as an entry names it: from that of the page that the entry is on, or from the site's root. */
function addressFrom(base: string, url: string): string {
  return (base === "" ? url : posix.relative(`/${base}`, `/${url}`)) || "/";
}
