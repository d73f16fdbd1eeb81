import type { BuiltSite, SitePage, Unit } from "./site.ts";

/** A block of a page's text, by its place among the page's blocks. */
export interface Placed {
  readonly unit: Unit;
  readonly index: number;
}

/** “Page 2 of 20”, in any language. */
const PAGE_COUNT = /^\P{N}{0,20}\d{1,3}\s*(?:\/|\p{L}{1,5})\s*\d{1,3}\P{N}{0,5}$/u;
/** What leads through the pages of a list is no longer than this, in words. */
const LONGEST_PAGING = 10;

/** All that is read on a page and is no link of a menu. */
export function textsOf(page: SitePage, site: BuiltSite): Placed[] {
  return page.units.flatMap((unit, index) =>
    unit.words !== "" && !isMenu(unit, site) && !isPaging(unit) ? [{ unit, index }] : [],
  );
}

/** A block of nothing but links that are navigation, or that lead to places in their page, as a table of contents. */
function isMenu(unit: Unit, site: BuiltSite): boolean {
  if (!unit.isLinks) return false;
  return unit.links.every((link) => link.isLocal || site.navKind(link, unit) !== undefined);
}

function isPaging({ text, words, links, heading, path }: Unit): boolean {
  if (heading > 0 || /(?:^|>)(?:tr|pre)\b/.test(path)) return false;
  const isShort = words.split(" ").length <= LONGEST_PAGING;
  return isShort && (PAGE_COUNT.test(text) || (links.length > 0 && links.every(({ isLocal }) => isLocal)));
}

/** The words of texts, with a blank at both ends, so that whole words are found in them. */
export function streamOf(texts: readonly { readonly words: string }[]): string {
  return ` ${texts.map(({ words }) => words).join(" ")} `;
}

/** Words together that are looked for before a whole text is: in a long one that is quicker. */
export const RUN = 4;

/** Finds words in a text. */
export type Finder = (words: string) => boolean;

/**
 * A finder for many searches in one text: what has a run of words that the text has not is not searched for.
 *
 * @param stream words with blanks, as {@link streamOf} makes them
 */
export function finderIn(stream: string): Finder {
  const all = stream.trim().split(" ");
  const runs = new Set(all.map((_, index) => all.slice(index, index + RUN).join(" ")));
  const single = new Set(all);
  return (words) => {
    const wanted = words.split(" ");
    const known =
      wanted.length < RUN
        ? wanted.every((word) => single.has(word))
        : wanted.every(
            (_, index) => index + RUN > wanted.length || runs.has(wanted.slice(index, index + RUN).join(" ")),
          );
    return known && (wanted.length === RUN || holds(stream, words));
  };
}

export function holds(stream: string, words: string): boolean {
  return stream.includes(` ${words} `);
}
