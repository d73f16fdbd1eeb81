import { groupBy } from "../../plugin/maps/group-by.ts";
import { memoize } from "../../plugin/maps/memoize.ts";
import type { Fragment } from "./blocks.ts";
import type { Label } from "./design-labels.ts";
import type { Lost } from "./find-lost.ts";
import type { Pair } from "./pairs.ts";
import type { Sides } from "./sides.ts";
import { type Sighting, themePlaces } from "./theme-places.ts";
import { wordKey } from "./words.ts";

/** In words: what an author writes is longer. */
const LONGEST_LABEL = 3;
/** If more of what is gone from a place is nobody's but its page's, the place is not a theme's. */
const MOST_OWN = 0.2;
const DATE = /(?:^| )date\d{8}(?: |$)/;
/** What HTML has for the notes on an article; that of a quotation is its author's. */
const NOTES = /^(?!.*\bblockquote\b).*(?:^|>)(?:footer|time|address)\b/;

/**
 * Tells what the old theme wrote on the pages from what their authors wrote: it is in the same place of several pages, and
 * gone from nearly all of them, and it is the same words, or the names of other pages, or dates.
 */
export function themeText(lost: readonly Lost[], { pairs, old, listing }: Sides) {
  const paths = new Set(lost.map(({ unit }) => unit.path));
  // Whole texts are the same on all lists of a post.
  const isCounted = ({ old: page }: Pair, { words }: Fragment) =>
    words.split(" ").length <= LONGEST_LABEL || !listing.isList(page);
  const seen = (pair: Pair, path: string, fragments: readonly Fragment[]) =>
    fragments.filter((one) => isCounted(pair, one)).map((one) => sighting(path, one, pair));
  const all = pairs.flatMap((pair) =>
    pair.old.units.filter(({ path }) => paths.has(path)).flatMap(({ path, fragments }) => seen(pair, path, fragments)),
  );
  const gone = lost.flatMap(({ unit: { path }, fragments, pair }) =>
    seen(
      pair,
      path,
      fragments.map(({ fragment }) => fragment),
    ),
  );
  const { isGonePlace, isGoneEverywhere, isRepeated } = themePlaces(all, gone, old.few);
  const names = new Set(old.pages.flatMap(({ title, heading }) => [wordKey(title), heading?.words ?? ""]));
  const isOwn = (fragment: Fragment, one: Sighting): boolean => {
    const isShort = fragment.words.split(" ").length <= LONGEST_LABEL;
    const isName = fragment.link !== undefined || names.has(fragment.words) || DATE.test(fragment.words);
    return !isShort && !isName && !isRepeated(one);
  };
  const byPath = groupBy(lost, ({ unit }) => unit.path);
  const isThemePlace = memoize((path: string): boolean => {
    const some = byPath.get(path) ?? [];
    const [first] = some;
    if (!first) return false;
    const each = some.flatMap(({ fragments, pair }) =>
      fragments.map(({ fragment }) => isOwn(fragment, sighting(path, fragment, pair))),
    );
    const share = each.filter((one) => one).length / each.length;
    return share <= MOST_OWN && (NOTES.test(path) || isGonePlace({ path, name: "", page: first.pair.old.href }));
  });
  // Lists have no headings of their authors' own.
  const isName = ({ unit, pair }: Lost) => unit.kind === "heading" && listing.isList(pair.old);
  const isGone = ({ unit: { path }, pair }: Lost, fragment: Fragment) =>
    isGoneEverywhere(sighting(path, fragment, pair));
  // What a theme wrote in one place it also wrote in others, where it is rarer.
  const repeated = new Set(
    old.pages.flatMap(({ units }) =>
      units.filter(old.isOnMany).flatMap(({ fragments }) => fragments.map(({ words }) => words)),
    ),
  );
  const words = new Set(
    lost.flatMap((one) =>
      one.fragments.filter(({ fragment }) => isGone(one, fragment)).map(({ fragment }) => fragment.words),
    ),
  );
  const isThemes = (one: Lost, fragment: Fragment) =>
    old.isOnMany(one.unit) ||
    isDated(fragment) ||
    isName(one) ||
    isThemePlace(one.unit.path) ||
    words.has(fragment.words) ||
    repeated.has(fragment.words);
  return { isThemes, labelsOf: (some: readonly Lost[]) => labelsOf(some, isThemes) };
}

/** “Last updated: 4 March 2016”. */
function isDated({ words }: Fragment): boolean {
  return DATE.test(words) && words.split(" ").length <= LONGEST_LABEL;
}

/** What a theme wrote in one place is one label: its words on the first of the pages. */
function labelsOf(lost: readonly Lost[], isThemes: (one: Lost, fragment: Fragment) => boolean): Label[] {
  const some = lost.filter((one) => one.fragments.some(({ fragment }) => isThemes(one, fragment)));
  return [...groupBy(some, ({ unit }) => unit.path).values()].map((same) => {
    return { text: same[0].unit.text, pages: [...new Set(same.map(({ pair }) => pair.old.href))] };
  });
}

function sighting(path: string, { words }: Fragment, { old }: Pair): Sighting {
  return { path, name: words, page: old.href };
}
