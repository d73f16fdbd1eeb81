import { isFurtherPage, listKey } from "./addresses.ts";
import type { Piece } from "./blocks.ts";
import { holds, streamOf } from "./page-text.ts";
import type { Pair } from "./pairs.ts";
import type { BuiltSite, SitePage, Unit } from "./site.ts";
import { wordsOf } from "./words.ts";

/** How far before and behind a block of a list's entry its title may be. */
const [BEFORE, BEHIND] = [12, 2];
const DATE = /(?:^| )date\d{8}(?: |$)/;

/**
 * What a list shows of its posts is no text of its own: it may show more or less of them, and on other pages of the list,
 * while the post itself has it, and the list still leads there.
 *
 * @returns whether a piece that a block lost is excused so
 */
export function excuses(pairs: readonly Pair[], now: BuiltSite): (pair: Pair, unit: Unit, piece: Piece) => boolean {
  const byKey = new Map(pairs.map((pair) => [pair.old.key, pair]));
  const streams = new Map<SitePage, string>();
  const stream = (page: SitePage) => {
    const text = streams.get(page) ?? streamOf(page.units);
    streams.set(page, text);
    return text;
  };
  const places = new Map<SitePage, Map<Unit, number[]>>();
  const linksOfList = listLinks(now);
  const isTitle = (words: string, page: SitePage) =>
    words === wordsOf(page.title).join(" ") || words === page.heading?.words;

  /** The post of whose entry in a list a block is. */
  const posts = (page: SitePage, index: number): Pair[] => {
    const found: Pair[] = [];
    for (let at = index + BEHIND; at >= index - BEFORE; at--) {
      const unit = page.units[at];
      for (const { to, label, isLocal } of unit?.links ?? []) {
        const post = isLocal ? undefined : byKey.get(to.slice(1));
        if (!unit || !post || post.old === page || !to.startsWith("/")) continue;
        const isEntry =
          unit.heading > 0 || [-2, -1, 0, 1, 2].some((step) => DATE.test(page.units[at + step]?.words ?? ""));
        if (isEntry && isTitle(wordsOf(label).join(" "), post.old)) found.push(post);
      }
    }
    return found;
  };

  return (pair, unit, piece) => {
    let ofPage = places.get(pair.old);
    if (!ofPage) {
      ofPage = new Map<Unit, number[]>();
      for (const [index, one] of pair.old.units.entries()) ofPage.set(one, [...(ofPage.get(one) ?? []), index]);
      places.set(pair.old, ofPage);
    }
    const entries = (ofPage.get(unit) ?? []).slice(0, 20).flatMap((index) => posts(pair.old, index));
    const links = entries.length > 0 ? linksOfList(pair.new) : undefined;
    return entries.some(
      (post) =>
        (links?.has(`/${post.new.key}`) || links?.has(`/${post.old.key}`)) === true &&
        holds(stream(post.old), piece.words) &&
        holds(stream(post.new), piece.words),
    );
  };
}

/** Where the links of a list lead, of all its pages. */
function listLinks(site: BuiltSite): (page: SitePage) => ReadonlySet<string> {
  const byList = new Map<string, SitePage[]>();
  for (const page of site.pages) {
    const key = listKey(page.key);
    const same = byList.get(key);
    if (same) same.push(page);
    else byList.set(key, [page]);
  }
  const known = new Map<SitePage, ReadonlySet<string>>();
  return (page) => {
    const before = known.get(page);
    if (before) return before;
    const pages = (byList.get(listKey(page.key)) ?? []).filter(
      (other) => other === page || isFurtherPage(other.key, page.key),
    );
    const links = new Set(pages.flatMap(({ units }) => units.flatMap((unit) => unit.links.map(({ to }) => to))));
    known.set(page, links);
    return links;
  };
}
