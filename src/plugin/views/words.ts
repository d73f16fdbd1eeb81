import { memoize } from "../maps/memoize.ts";
import type { Settings } from "../settings.ts";
import { type Direction, directionOf } from "../words/direction.ts";
import { english, type WordName, type Words } from "../words/english.ts";
import { findWords, type Spoken, splitWord } from "../words/find-words.ts";

/** The words around which templates print something: what stands before it, and behind it. */
const SPLIT = ["byAuthors", "inCategory", "changedOn", "notFoundWays", "notFoundWaysWithSearch"] as const;

type SplitName = (typeof SPLIT)[number];

/** The words of the interface where a text is in a language, ready to print. */
export type WordsView = { readonly [Name in Exclude<WordName, SplitName>]: Words[Name] } & {
  readonly [Name in SplitName]: readonly string[];
} & Omit<Spoken, "words"> & {
    /** The language of the text, and its direction. */
    readonly textLang: string;
    readonly textDir: Direction;
    /** What the script of all pages says: empty where it is what it says by itself. */
    readonly darkThemeSaid: string;
    /** What the script of the search page says, as JSON. */
    readonly searchSaid: string;
  };

/** A link to a page in a language that may be another; its direction, where that is another than that around. */
export interface LinkInLanguage {
  readonly lang: string;
  readonly dir: Direction | undefined;
  readonly title: string;
  readonly url: string;
}

/** The words for a text in a language. Texts in one language share them. */
export type WordViews = (lang: string) => WordsView;

/** Makes the words of each language once. */
export function makeWordViews({ words: own }: Pick<Settings, "words">): WordViews {
  return memoize((textLang) => {
    const { lang, words, attributes, back } = findWords(textLang, own);
    const split = Object.fromEntries(SPLIT.map((name) => [name, splitWord(words[name])]));
    return {
      ...words,
      ...(split as { [Name in SplitName]: string[] }),
      lang,
      textLang,
      textDir: directionOf(textLang),
      attributes,
      back,
      darkThemeSaid: words.darkTheme === english.darkTheme ? "" : words.darkTheme,
      searchSaid: searchSaid(words),
    };
  });
}

function searchSaid(words: Words): string {
  const said = ["searching", "searchTitle", "searchFound", "searchFoundNothing", "searchFailed"] as const;
  return JSON.stringify(Object.fromEntries(said.map((name) => [name, words[name]])));
}
