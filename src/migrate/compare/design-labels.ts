import { countBy, groupBy, joinPages } from "../../plugin/maps/group-by.ts";
import { memoize } from "../../plugin/maps/memoize.ts";
import type { Fragment } from "./blocks.ts";
import type { LostSentence } from "./find-lost.ts";
import { holds, streamOf } from "./page-text.ts";
import type { Pair } from "./pairs.ts";
import type { SitePage, Unit } from "./site.ts";
import { wordKey } from "./words.ts";

/** Words that the old theme wrote, such as “Category:”, and the pages that had them. */
export interface Label {
  readonly text: string;
  readonly pages: readonly string[];
}

/** In words: a theme's label is not longer. */
const LONGEST = 3;
/** If the same words are in the same place so often, a theme wrote them. */
const OFTEN = 3;

interface LostFragment {
  readonly pair: Pair;
  readonly unit: Unit;
  readonly fragment: Fragment;
}

/**
 * Tells a theme's words from an author's: they are short, in the same place on several pages, and gone from all of
 * them; or they stand before or after each page's own words, as in “Articles by Juliet”, “Articles by Romeo”.
 */
export function designLabels(
  lost: readonly (LostSentence & Pick<LostFragment, "pair" | "unit">)[],
  pairs: readonly Pair[],
) {
  const all = lost.flatMap(({ fragments, unit, pair }) => fragments.map(({ fragment }) => ({ fragment, unit, pair })));
  const gone = countBy(all.map(({ unit, fragment }) => placeOf(unit, fragment)));
  const total = occurrences(gone, pairs);
  const frames = framesOf(all);
  const streams = memoize((page: SitePage) => streamOf([...page.units, { words: wordKey(page.fullTitle) }]));
  const found: Label[] = [];
  const labels = new Set<Fragment>();
  const words = new Set<string>();
  for (const { fragment, unit, pair } of all) {
    const place = placeOf(unit, fragment);
    const count = gone.get(place) ?? 0;
    const isShort = fragment.words.split(" ").length <= LONGEST;
    const isRepeated = isShort && count >= OFTEN && count >= (total.get(place) ?? 0) * 0.9;
    if (isRepeated && fragment.link === undefined) words.add(fragment.words);
    const around = () => frames.get(unit.path)?.map((frame) => frameAround(fragment, frame, streams(pair.new)));
    const text = isRepeated ? fragment.text : around()?.find((one) => one !== undefined);
    if (text === undefined) continue;
    labels.add(fragment);
    found.push({ text, pages: [pair.old.href] });
  }
  return {
    labels: joinPages(found),
    // What a theme wrote in one place it also wrote in others, where it is rarer.
    isLabel: (fragment: Fragment) => labels.has(fragment) || (fragment.link === undefined && words.has(fragment.words)),
  };
}

function placeOf({ path }: Unit, { words }: Fragment): string {
  return `${path}\0${words}`;
}

/** How often the old pages have these words in these places. */
function occurrences(wanted: ReadonlyMap<string, unknown>, pairs: readonly Pair[]): Map<string, number> {
  const units = pairs.flatMap(({ old }) => old.units);
  const places = units.flatMap((unit) => unit.fragments.map((fragment) => placeOf(unit, fragment)));
  return countBy(places.filter((place) => wanted.has(place)));
}

interface Frame {
  readonly before: string;
  readonly after: string;
}

/** In words: a theme's words around a name are not more. */
const LONGEST_FRAME = 4;

/** What several lost fragments in one place have in common at their ends, the longest first. */
function framesOf(lost: readonly LostFragment[]): Map<string, readonly Frame[]> {
  const frames = new Map<string, readonly Frame[]>();
  for (const [path, all] of groupBy(lost, ({ unit }) => unit.path)) {
    const texts = new Set(all.map(({ fragment }) => fragment.words));
    if (texts.size < OFTEN || new Set(all.map(({ pair }) => pair.old)).size < OFTEN) continue;
    const counts = countBy([...texts].flatMap((text) => possibleFrames(text)));
    const often = [...counts].filter(([, count]) => count >= OFTEN).map(([frame]) => frame.split("\0"));
    const sorted = often.sort((a, b) => b.join("").length - a.join("").length);
    if (sorted.length > 0)
      frames.set(
        path,
        sorted.map(([before = "", after = ""]) => ({ before, after })),
      );
  }
  return frames;
}

/** All beginnings and ends of a text that may be around a name. */
function possibleFrames(text: string): string[] {
  const words = text.split(" ");
  const lengths = Array.from({ length: LONGEST_FRAME + 1 }, (_, index) => index);
  return lengths.flatMap((before) =>
    lengths.flatMap((after) => {
      const isFrame = before + after > 0 && before + after < words.length;
      const end = after === 0 ? "" : words.slice(-after).join(" ");
      return isFrame ? [`${words.slice(0, before).join(" ")}\0${end}`] : [];
    }),
  );
}

/** The theme's words of a fragment, if the rest of it is on the new page. */
function frameAround({ words }: Fragment, { before, after }: Frame, stream: string): string | undefined {
  const whole = ` ${words} `;
  const [start, end] = [` ${before} `.replace(/^ +$/, " "), ` ${after} `.replace(/^ +$/, " ")];
  if (!whole.startsWith(start) || !whole.endsWith(end)) return undefined;
  const rest = whole.slice(start.length - 1, whole.length - end.length + 1).trim();
  const isThere = rest === "" || holds(stream, rest);
  return isThere ? `${before} … ${after}`.trim() : undefined;
}
