import { languageAttributes } from "./direction.ts";
import { english, type Forms, type WordName, type Words } from "./english.ts";
import { tables } from "./tables.ts";

/** Words that a site has of its own, or in place of the table's, by language. */
export type OwnWords = Readonly<Record<string, { readonly [Name in WordName]?: string | Forms | undefined }>>;

/** Words for a text, and the language that they are in: another than the text's, where there are none in that. */
export interface Spoken {
  readonly lang: string;
  readonly words: Words;
  /** For a part in these words: ` lang="en"`, where they are in another language than the text; else empty. */
  readonly attributes: string;
  /** For what is text again in such a part. */
  readonly back: string;
}

/** The words where no language is known. */
export const ENGLISH: Spoken = { lang: "en", words: english, attributes: "", back: "" };

const NAMES = Object.keys(english) as WordName[];

/**
 * The words for a text in a language: the site's own, then the table's; for `de-AT` those of `de`. A language that neither
 * knows has English ones, and one of which the site has some, English for the others.
 *
 * @param lang a language tag
 */
export function findWords(lang: string, own: OwnWords): Spoken {
  const tags = tagsFor(lang);
  const table = tableFor(tags);
  const ofSite = ownFor(tags, own);
  const [tag] = tags;
  if (tag === undefined || (!table && ofSite.length === 0)) {
    return { ...ENGLISH, attributes: languageAttributes("en", lang), back: languageAttributes(lang, "en") };
  }
  return { ...ENGLISH, lang: tag, words: Object.assign({}, table ?? english, ...ofSite.toReversed()) };
}

/** The words that are English in a language, as neither the table nor the site has them. */
export function missingWords(lang: string, own: OwnWords): WordName[] {
  const tags = tagsFor(lang);
  if (tableFor(tags)) return [];
  const given = ownFor(tags, own);
  return NAMES.filter((name) => !given.some((words) => words[name] !== undefined));
}

/** The tags under which words for a language may stand, the most particular first: zh-TW, zh-Hant, zh. */
function tagsFor(lang: string): string[] {
  try {
    const { baseName, language, script } = new Intl.Locale(lang.replaceAll("_", "-"));
    const usual = new Intl.Locale(baseName).maximize().script;
    return [...new Set([baseName, `${language}-${script ?? usual}`, language])];
  } catch {
    return [];
  }
}

function tableFor(tags: readonly string[]): Words | undefined {
  return tags.flatMap((tag) => (Object.hasOwn(tables, tag) ? (tables[tag] ?? []) : []))[0];
}

function ownFor(tags: readonly string[], own: OwnWords): OwnWords[string][] {
  const isSame = (one: string, other: string) => one.replaceAll("_", "-").toLowerCase() === other.toLowerCase();
  return tags.flatMap((tag) => Object.entries(own).flatMap(([name, words]) => (isSame(name, tag) ? [words] : [])));
}

/** A word with what stands in its places put in. */
export function fillWord(word: string, values: Readonly<Record<string, string>>): string {
  return word.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** What stands before and behind a place; or before, in and behind each link. */
export function splitWord(word: string): string[] {
  return word.split(/\{\w+\}|[[\]]/);
}

/** A number as a language writes it, without signs between thousands. */
export function numberIn({ lang }: Pick<Spoken, "lang">, number: number): string {
  return new Intl.NumberFormat(lang, { useGrouping: false }).format(number);
}
