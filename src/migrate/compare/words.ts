import { Info } from "luxon";

/** Invisible characters: soft hyphens, zero-width spaces, direction marks, and the private characters of icon fonts. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ue000-\uf8ff]/g;

/** One character of a language without spaces between words, or one word of another. Currency and percent signs count. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+(?:\+\+)?|[\p{Sc}%]/gu;

/** In code every character counts. */
const TOKEN = /[\p{L}\p{M}\p{N}_]+|[^\s…]/gu;

const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "cs", "ru"];
// The names as they stand alone and beside the number of a day: some languages inflect them.
const MONTHS = numberedNames([Info.months, Info.monthsFormat]);
const WEEKDAYS = numberedNames([Info.weekdays, Info.weekdaysFormat]);

const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)/g;
const DAY_FIRST =
  /(?:(\p{L}{2,12})[.,]*\s+)?\b(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de |of )?(\p{L}{3,12})\.?,?\s+(?:de )?(\d{4})\b/gu;
const MONTH_FIRST = /(?:(\p{L}{2,12})[.,]*\s+)?(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/gu;

/**
 * The words of a text, as they are compared: without case, quotation marks, dashes and whatever else typography changes; a
 * date is one word, however it is written.
 */
export function wordsOf(text: string): string[] {
  const plain = withDates(text.replace(INVISIBLE, "").normalize("NFKC"))
    .toLowerCase()
    .replace(/(?<=\p{L})['’ʼ‘`´](?=\p{L})/gu, "");
  return plain.match(WORD) ?? [];
}

/** The same as one text, to look up and compare. */
export function wordKey(text: string): string {
  return wordsOf(text).join(" ");
}

/** The words of code, and every other character. */
export function tokensOf(code: string): string[] {
  return code.replace(INVISIBLE, "").match(TOKEN) ?? [];
}

/** A text as it is shown: with whitespace as in a browser. */
export function shown(text: string): string {
  return text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
}

/** A label or title as it is compared: without typography, and without arrows or anchors at its ends. */
export function labelOf(text: string): string {
  return withoutEnds(shown(text).normalize("NFKC"))
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s*(?:[‐-―−]|--+)\s*/g, "-")
    .replace(/\s+-\s+/g, "-")
    .replace(/\.{3}/g, "…")
    .trim();
}

/** What a label may begin and end with. */
const BEGINS = /[\p{L}\p{N}"'“„‘([]/u;
const ENDS = /[\p{L}\p{N}"'”’“)\]!?.…+%#*]/u;

/** A text without what is no part of its words, unless it has none. */
function withoutEnds(text: string): string {
  if (!/[\p{L}\p{N}]/u.test(text)) return text;
  const all = [...text];
  const isWithin = (pattern: RegExp) => (character: string) => pattern.test(character);
  return all.slice(all.findIndex(isWithin(BEGINS)), all.findLastIndex(isWithin(ENDS)) + 1).join("");
}

/** The word that dates become. */
function dateWord(year: string, month: string | number, day: string): string {
  return `date${year}${String(month).padStart(2, "0")}${day.padStart(2, "0")}`;
}

function withDates(text: string): string {
  if (!/\d{4}/.test(text)) return text;
  return text
    .replace(ISO, (_, year: string, month: string, day: string) => dateWord(year, month, day))
    .replace(DAY_FIRST, dated)
    .replace(MONTH_FIRST, dated);
}

/** A date with its month as a name, which may be before the day or after it. */
function dated(all: string, lead: string | undefined, one: string, other: string, year: string): string {
  const [day, month] = /^\d/.test(one) ? [one, other] : [other, one];
  const number = MONTHS.get(nameKey(month));
  if (number === undefined || Number(day) < 1 || Number(day) > 31) return all;
  const before = lead === undefined || WEEKDAYS.has(nameKey(lead)) ? "" : `${lead} `;
  return `${before}${dateWord(year, number + 1, day)}`;
}

type Names = (length: "long" | "short", options: { readonly locale: string }) => string[];

/** Names in all languages, with their places in the year or the week. */
function numberedNames(lists: readonly Names[]): ReadonlyMap<string, number> {
  const each = LANGUAGES.flatMap((locale) =>
    (["long", "short"] as const).flatMap((length) => lists.flatMap((list) => [...list(length, { locale }).entries()])),
  );
  // The first of two same names counts.
  return new Map(each.reverse().map(([index, name]) => [nameKey(name), index]));
}

function nameKey(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}
