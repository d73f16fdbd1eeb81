import { countBy, groupBy } from "../../plugin/maps/group-by.ts";
import { labelOf } from "./words.ts";

/** What separates a page's title from its site's name. */
const SEPARATOR = /\s+[-–—|·•:~/»«›‹]+\s+|\s*[|»«›‹]\s*|(?<=\S)[:：]\s+/;

/** A folder that holds the pages of one language. */
const OF_LANGUAGE = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})?(?=\/)/i;

/**
 * The titles of pages without the site's name, which may be another one in each language.
 *
 * @param pages each with its file, from the folder of the site
 */
export function readTitlesByLanguage(pages: readonly { readonly file: string; readonly title: string }[]): string[] {
  const groups = groupBy(pages, ({ file }) => OF_LANGUAGE.exec(file)?.[0].toLowerCase() ?? "");
  const own = new Map(
    [...groups.values()].flatMap((group) => {
      const read = readTitles(group.map(({ title }) => title));
      return group.map((page, at) => [page, read[at] ?? page.title] as const);
    }),
  );
  // Where no folder has a name of its own, or has few pages, the name is that of all.
  return readTitles(pages.map((page) => own.get(page) ?? page.title));
}

/**
 * The titles of a site's pages without the site's name: the part at the beginning or the end that most titles share.
 */
export function readTitles(titles: readonly string[]): string[] {
  let rest = [...titles];
  // A site may have a name and a subtitle.
  for (let round = 0; round < MOST_PARTS; round++) {
    const filled = rest.filter((title) => title !== "");
    const enough = Math.max(2, filled.length / 2);
    // If the title is just the site's name, it has it in both places.
    const firsts = countBy(filled.map((title) => partsOf(title)[0]));
    const lasts = countBy(filled.map((title) => partsOf(title).at(-1)));
    rest = rest.map((title) => without(title, lasts, firsts, enough));
  }
  return rest.map((title) => labelOf(title) || title);
}

/** How many parts of a title may be the site's. */
const MOST_PARTS = 3;

type Counts = ReadonlyMap<string | undefined, number>;

function without(title: string, lasts: Counts, firsts: Counts, enough: number): string {
  const parts = partsOf(title);
  const [first, last] = [parts[0], parts.at(-1)];
  if (parts.length < 2 || first === undefined || last === undefined) return title;
  const ends = lasts.get(last) ?? 0;
  const begins = firsts.get(first) ?? 0;
  if (ends >= enough && ends >= begins) return title.slice(0, title.length - last.length).replace(TRAILING, "");
  if (begins >= enough) return title.slice(first.length).replace(LEADING, "");
  return title;
}

const TRAILING = /(?:\s+[-–—|·•:~/»«›‹]+|\s*[|»«›‹]|[:：])\s*$/;
const LEADING = /^\s*[-–—|·•:~/»«›‹：]+\s*/;

/** Whether two titles have the same parts, in whatever order: `X - Site` and `Site | X`. */
export function hasSameParts(one: string, other: string): boolean {
  const [a, b] = [one, other].map((title) => partsOf(title).map(labelOf).sort().join("\0"));
  return a === b;
}

function partsOf(title: string): string[] {
  return title.split(SEPARATOR).filter((part) => part !== "");
}
