import type { BuiltSite, SitePage, Unit } from "./site.ts";
import { type LongestRun, runsOf } from "./word-runs.ts";

/** A block of a page's text, by its place among the page's blocks. */
export interface Placed {
  readonly unit: Unit;
  readonly index: number;
}

/** “Page 2 of 20”, in any language. */
const PAGE_COUNT = /^\P{N}{0,20}\d{1,3}\s*(?:\/|\p{L}{1,5})\s*\d{1,3}\P{N}{0,5}$/u;
/** In words: the navigation between the pages of a list is not longer. */
const LONGEST_PAGING = 10;

/** All text of a page but the links of its menus. */
export function textsOf(page: SitePage, site: BuiltSite): Placed[] {
  return page.units.flatMap((unit, index) =>
    unit.words !== "" && !isMenu(unit, site) && !isPaging(unit) ? [{ unit, index }] : [],
  );
}

/** A block that consists of navigation, or of links within the page, as a table of contents does. */
function isMenu(unit: Unit, site: BuiltSite): boolean {
  if (!unit.isLinks) return false;
  return unit.links.every((link) => link.isLocal || site.navKind(link, unit) !== undefined);
}

function isPaging({ text, words, links, heading, path }: Unit): boolean {
  if (heading > 0 || /(?:^|>)(?:tr|pre)\b/.test(path)) return false;
  const isShort = words.split(" ").length <= LONGEST_PAGING;
  return isShort && (PAGE_COUNT.test(text) || (links.length > 0 && links.every(({ isLocal }) => isLocal)));
}

/** The words of texts, with a space at both ends, so that only whole words are found in them. */
export function streamOf(texts: readonly { readonly words: string }[]): string {
  return ` ${texts.map(({ words }) => words).join(" ")} `;
}

/** The length in words of the runs by which texts are searched. */
export const RUN = 4;

/** Finds words in a text. */
export interface Finder {
  /** Whether it has them in a row. */
  readonly has: (words: string) => boolean;
  readonly longestRun: LongestRun;
}

/**
 * Prepares many searches in one text.
 *
 * @param stream words with spaces, as {@link streamOf} joins them
 */
export function finderIn(stream: string): Finder {
  const longestRun = runsOf(stream.trim().split(" "));
  const has = (words: string) => {
    const wanted = words.split(" ");
    return longestRun(wanted, 0) === wanted.length;
  };
  return { has, longestRun };
}

/** Whether words stand in a text one after the other, and whole. */
export function holds(stream: string, words: string): boolean {
  return stream.includes(` ${words} `);
}
