import { countBy } from "../../plugin/maps/group-by.ts";
import { type Article, articlesOf } from "./article.ts";
import { type Listing, listingOf } from "./listing.ts";
import { type Follow, followIn, type Pair, pairPages } from "./pairs.ts";
import type { BuiltSite, SitePage } from "./site.ts";

/** Both sites, and what is asked of them. */
export interface Sides {
  readonly pairs: readonly Pair[];
  readonly old: BuiltSite;
  readonly now: BuiltSite;
  readonly before: (page: SitePage) => Article;
  readonly after: (page: SitePage) => Article;
  /** The lists of the old site. */
  readonly listing: Listing;
  readonly follow: Follow;
  /** What the menus of the old site lead to, and whatever else is the same on many pages. */
  readonly menuTargets: ReadonlySet<string>;
  /** On which share of the new pages there is a link to the address of another page. */
  readonly reach: (to: string) => number;
}

/** Makes of two sites what every comparison of them asks for. */
export function sidesOf(old: BuiltSite, now: BuiltSite): Sides {
  const follow = followIn(old, now);
  return {
    pairs: pairPages(old, now),
    old,
    now,
    before: articlesOf(old),
    after: articlesOf(now, true),
    listing: listingOf(old),
    follow,
    menuTargets: new Set(
      old.pages.flatMap(({ units }) => units.filter(old.isOnMany).flatMap(({ links }) => links.map(({ to }) => to))),
    ),
    reach: reachOf(now, follow),
  };
}

function reachOf(site: BuiltSite, follow: Follow): (to: string) => number {
  const counts = countBy(
    site.pages.flatMap(({ key, units, alternates }) => {
      const links = units.flatMap((unit) => unit.links.map(({ to }) => to));
      const others = [...links, ...alternates].map(follow).filter((to) => to !== `/${key}`);
      return [...new Set(others)];
    }),
  );
  return (to) => (counts.get(follow(to)) ?? 0) / Math.max(1, site.pages.length);
}
