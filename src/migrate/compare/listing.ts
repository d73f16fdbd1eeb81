import { groupBy } from "../../plugin/maps/group-by.ts";
import { memoize } from "../../plugin/maps/memoize.ts";
import { isFurtherPage, listKey } from "./addresses.ts";
import { holds, streamOf } from "./page-text.ts";
import type { BuiltSite, SitePage, Unit } from "./site.ts";
import { wordKey } from "./words.ts";

/** How many of the pages that a list leads to are asked: those that are nearest to what is asked of. */
const MOST = 40;
/** How many are asked whether they have the text in part. */
const NEAREST = 4;
/** How much of a list's text is what the listed pages have themselves. */
const OF_OTHERS = 0.6;
/** In words: shorter texts are on many pages. */
const TELLING = 3;

/** The pages of a site that list others: blogs, archives, the lists of a tag. */
export interface Listing {
  readonly isList: (page: SitePage) => boolean;
  /**
   * Whether a page is a list, and one that it leads to near a place had something itself. A list may show more or less of
   * its posts than it did, and what the posts lost is told of them.
   */
  readonly isOfListed: (page: SitePage, unit: Unit | undefined, has: (listed: SitePage) => boolean) => boolean;
  /** Whether a page is a list, and one of those has these words, or most of them. */
  readonly isTextOfListed: (page: SitePage, unit: Unit, words: string) => boolean;
}

interface Listed {
  readonly page: SitePage;
  /** Where the link is, among the blocks. */
  readonly index: number;
}

/** Finds, in a site's pages, what they list of other pages. */
export function listingOf(site: BuiltSite): Listing {
  const headed = memoize((page: SitePage): ReadonlySet<string> => {
    const headings = page.units.filter((unit) => unit.heading > 0 && !site.isOnMany(unit));
    return new Set(headings.flatMap(({ links }) => links.map(({ to }) => to)));
  });
  const listedBy = memoize((page: SitePage): readonly Listed[] => {
    const links = page.units.flatMap((unit, index) =>
      site.isOnMany(unit) ? [] : unit.links.flatMap(({ to, isLocal }) => (isLocal ? [] : [{ to, index }])),
    );
    return links.flatMap(({ to, index }) => {
      const other = to.startsWith("/") ? site.pageAt(to.slice(1)) : undefined;
      // A post leads to the lists that it is in.
      const isNone = other === undefined || other === page || headed(other).has(`/${page.key}`);
      return isNone ? [] : [{ page: other, index }];
    });
  });
  const places = memoize((page: SitePage) => new Map(page.units.map((unit, index) => [unit, index])));
  const near = (page: SitePage, unit: Unit | undefined): SitePage[] => {
    const all = listedBy(page);
    const at = (unit && places(page).get(unit)) ?? 0;
    const byDistance = (a: Listed, b: Listed) => Math.abs(a.index - at) - Math.abs(b.index - at);
    const nearest = [...all].sort(byDistance).slice(0, MOST);
    return [...new Set(nearest.map((listed) => listed.page))];
  };
  const streams = memoize((page: SitePage) => streamOf([...page.units, { words: wordKey(page.title) }]));
  const isOfOthers = (page: SitePage, unit: Unit, words: string): boolean => {
    const others = near(page, unit);
    if (others.some((other) => holds(streams(other), words))) return true;
    const all = words.split(" ");
    return all.length >= CHUNK * 2 && others.slice(0, NEAREST).some((other) => hasMost(streams(other), all));
  };
  /** Whether the headings of a page are the names of others. */
  const isOfNames = (page: SitePage, own: readonly Unit[]): boolean => {
    const headings = own.filter(({ heading }) => heading > 0);
    const others = new Set(listedBy(page).map(({ index }) => page.units[index]));
    const names = headings.filter((unit) => others.has(unit));
    return names.length > 0 && names.length >= headings.length * OF_OTHERS;
  };
  const isList = memoize((page: SitePage): boolean => {
    if (listedBy(page).length === 0) return false;
    const own = page.units.filter((unit) => !site.isOnMany(unit) && unit !== page.heading);
    if (isOfNames(page, own)) return true;
    const each = own.flatMap((unit) =>
      unit.fragments
        .map((fragment) => ({
          length: fragment.words.split(" ").length,
          isOther: isOfOthers(page, unit, fragment.words),
        }))
        .filter(({ length }) => length >= TELLING),
    );
    const count = (some: typeof each) => some.reduce((sum, { length }) => sum + length, 0);
    return count(each.filter(({ isOther }) => isOther)) >= count(each) * OF_OTHERS;
  });
  return {
    isList,
    isOfListed: (page, unit, has) => listedBy(page).length > 0 && near(page, unit).some(has) && isList(page),
    isTextOfListed: (page, unit, words) => isList(page) && isOfOthers(page, unit, words),
  };
}

/** In words: what is looked for of a text that another theme cut, or that has notes and code in it. */
const CHUNK = 5;

/** Whether most of these words are in a text, in runs. */
function hasMost(stream: string, words: readonly string[]): boolean {
  const starts = Array.from({ length: Math.floor(words.length / CHUNK) }, (_, index) => index * CHUNK);
  const found = starts.filter((start) => holds(stream, words.slice(start, start + CHUNK).join(" ")));
  return starts.length > 1 && found.length >= starts.length * OF_OTHERS;
}

/** The targets of all pages of the list that a page belongs to. */
export function linksOfLists(site: BuiltSite): (page: SitePage) => ReadonlySet<string> {
  const lists = groupBy(site.pages, (page) => listKey(page.key));
  return memoize((page: SitePage): ReadonlySet<string> => {
    const same = lists.get(listKey(page.key)) ?? [];
    const pages = same.filter((other) => other !== page && isFurtherPage(other.key, page.key));
    return new Set(pages.flatMap(({ units }) => units.flatMap(({ links }) => links.map(({ to }) => to))));
  });
}
