import { groupBy } from "../../plugin/maps/group-by.ts";
import { memoize } from "../../plugin/maps/memoize.ts";
import { isFurtherPage, listKey } from "./addresses.ts";
import type { Fragment } from "./blocks.ts";
import { holds, streamOf } from "./page-text.ts";
import type { Pair } from "./pairs.ts";
import type { BuiltSite, SitePage, Unit } from "./site.ts";
import { wordKey } from "./words.ts";

/** How far before and after a block of a list entry its title may be. */
const [BEFORE, AFTER] = [12, 2];
/** In how many places of a page a block is looked for. */
const MOST_PLACES = 20;
const DATE = /(?:^| )date\d{8}(?: |$)/;

/**
 * What a list shows of its posts is not text of its own: it may show more or less of them, and on other pages of the
 * list, as long as the post itself has it and the list still links to the post.
 *
 * @returns whether a fragment that a block lost is excused for this reason
 */
export function excuses(pairs: readonly Pair[], now: BuiltSite) {
  const byKey = new Map(pairs.map((pair) => [pair.old.key, pair]));
  const streams = memoize((page: SitePage) => streamOf(page.units));
  const places = memoize((page: SitePage) => groupBy(page.units.keys(), (index) => page.units[index]));
  const lists = groupBy(now.pages, (page) => listKey(page.key));
  const linksOfList = memoize((page: SitePage): ReadonlySet<string> => {
    const same = lists.get(listKey(page.key)) ?? [];
    const pages = same.filter((other) => other === page || isFurtherPage(other.key, page.key));
    return new Set(pages.flatMap(({ units }) => units.flatMap(({ links }) => links.map(({ to }) => to))));
  });

  /** The posts to whose entries in a list a block may belong. */
  const postsAround = (page: SitePage, index: number): Pair[] => {
    const isDated = (at: number) => [-2, -1, 0, 1, 2].some((step) => DATE.test(page.units[at + step]?.words ?? ""));
    const found: Pair[] = [];
    for (let at = index + AFTER; at >= index - BEFORE; at--) {
      const unit = page.units[at];
      for (const { to, label, isLocal } of unit?.links ?? []) {
        const post = isLocal || !to.startsWith("/") ? undefined : byKey.get(to.slice(1));
        if (!post || post.old === page || !(unit?.heading || isDated(at))) continue;
        if ([wordKey(post.old.title), post.old.heading?.words].includes(wordKey(label))) found.push(post);
      }
    }
    return found;
  };

  return (pair: Pair, unit: Unit, fragment: Fragment): boolean => {
    const at = places(pair.old).get(unit)?.slice(0, MOST_PLACES) ?? [];
    return at
      .flatMap((index) => postsAround(pair.old, index))
      .some((post) => {
        const links = linksOfList(pair.new);
        const isLinked = links.has(`/${post.new.key}`) || links.has(`/${post.old.key}`);
        return isLinked && [post.old, post.new].every((page) => holds(streams(page), fragment.words));
      });
  };
}
