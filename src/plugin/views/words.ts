import { memoize } from "../maps/memoize.ts";
import type { Settings } from "../settings.ts";
import { type Direction, directionOf, otherDirection } from "../words/direction.ts";
import { english, type Forms, type WordName, type Words } from "../words/english.ts";
import { findWords, splitWord } from "../words/find-words.ts";

/** The words around which templates print something: what stands before it, and behind it. */
const SPLIT = ["byAuthors", "inCategory", "changedOn", "notFoundWays", "notFoundWaysWithSearch"] as const;

type SplitName = (typeof SPLIT)[number];

/** The words of the interface where a text is in a language, ready to print. */
export type WordsView = { readonly [Name in Exclude<WordName, SplitName>]: Words[Name] } & {
  readonly [Name in SplitName]: readonly string[];
} & {
  /** The language of the words; it differs from that of the text where there are none in it. */
  readonly lang: string;
  /** The language of the text, and its direction. */
  readonly textLang: string;
  readonly textDir: Direction;
  /** For a part in these words: ` lang="en"`, where they are in another language than the text; else empty. */
  readonly attributes: string;
  /** For what is text again in such a part. */
  readonly back: string;
  /** What scripts say: empty where it is what they say by themselves. */
  readonly darkThemeSaid: string;
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

export function makeWordViews({ words: own }: Pick<Settings, "words">): WordViews {
  return memoize((textLang) => {
    const { lang, words } = findWords(textLang, own);
    const isOwn = languageOf(lang) === languageOf(textLang);
    const split = Object.fromEntries(SPLIT.map((name) => [name, splitWord(words[name])]));
    return {
      ...words,
      ...(split as { [Name in SplitName]: string[] }),
      lang,
      textLang,
      textDir: directionOf(textLang),
      attributes: isOwn ? "" : languageAttributes(lang, textLang),
      back: isOwn ? "" : languageAttributes(textLang, lang),
      darkThemeSaid: words.darkTheme === english.darkTheme ? "" : words.darkTheme,
      searchSaid: searchSaid(words),
    };
  });
}

/** The attributes of a part that is in another language than what is around it: ` lang="ar" dir="rtl"`. */
export function languageAttributes(lang: string, around: string): string {
  if (lang === around) return "";
  const dir = otherDirection(lang, around);
  return ` lang="${lang}"${dir ? ` dir="${dir}"` : ""}`;
}

/** What the script of the search page says, as JSON. */
function searchSaid(words: Words): string {
  const said = ["searching", "searchTitle", "searchFound", "searchFoundNothing", "searchFailed"] as const;
  const of = (all: Words): Record<string, string | Forms> => Object.fromEntries(said.map((name) => [name, all[name]]));
  const json = JSON.stringify(of(words));
  return json === JSON.stringify(of(english)) ? "" : json;
}

function languageOf(tag: string): string {
  return tag.split(/[-_]/)[0]?.toLowerCase() ?? "";
}
