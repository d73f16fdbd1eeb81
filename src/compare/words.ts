/** Letters that nobody sees: soft hyphens, zero-width blanks, marks of direction, and the private letters of icon fonts. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ue000-\uf8ff]/g;

/** One letter of a language that writes no blanks, or one word of another. A currency or per cent sign counts. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+(?:\+\+)?|[\p{Sc}%]/gu;

/** In code every sign counts. */
const SIGN = /[\p{L}\p{M}\p{N}_]+|[^\s…]/gu;

const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "cs", "ru"];
const MONTHS = namesOf("month", 12, (index) => new Date(Date.UTC(2021, index, 15)));
const WEEKDAYS = namesOf("weekday", 7, (index) => new Date(Date.UTC(2021, 0, 3 + index)));

const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)/g;
const DAY_FIRST =
  /(?:(\p{L}{2,12})[.,]*\s+)?\b(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de |of )?(\p{L}{3,12})\.?,?\s+(?:de )?(\d{4})\b/gu;
const MONTH_FIRST = /(?:(\p{L}{2,12})[.,]*\s+)?(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/gu;

/**
 * The words of a text, as they are compared: without case, quotation marks, dashes and what else typography changes; a
 * date is one word, however it is written.
 */
export function wordsOf(text: string): string[] {
  const plain = withDates(text.replace(INVISIBLE, "").normalize("NFKC"))
    .toLowerCase()
    .replace(/(?<=\p{L})['’ʼ‘`´](?=\p{L})/gu, "");
  return plain.match(WORD) ?? [];
}

/** The same of code. */
export function signsOf(code: string): string[] {
  return code.replace(INVISIBLE, "").match(SIGN) ?? [];
}

/** A text as it is shown: blanks as a browser has them. */
export function shown(text: string): string {
  return text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
}

/** A label or title as it is compared: typography, and arrows or anchors at its ends, are no part of it. */
export function labelOf(text: string): string {
  return shown(text)
    .normalize("NFKC")
    .replace(/^[^\p{L}\p{N}"'“„‘([]+(?=.*[\p{L}\p{N}])|(?<=[\p{L}\p{N}].*)[^\p{L}\p{N}"'”’“)\]!?.…+%#*]+$/gu, "")
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s*(?:[‐-―−]|--+)\s*/g, "-")
    .replace(/\s+-\s+/g, "-")
    .replace(/\.{3}/g, "…")
    .trim();
}

/** An ISO date as the word that dates become. */
export function dateWord(year: string, month: string | number, day: string): string {
  return `date${year}${String(month).padStart(2, "0")}${day.padStart(2, "0")}`;
}

function withDates(text: string): string {
  if (!/\d{4}/.test(text)) return text;
  return text
    .replace(ISO, (_, year: string, month: string, day: string) => dateWord(year, month, day))
    .replace(DAY_FIRST, (all: string, lead: string | undefined, day: string, month: string, year: string) =>
      dated(all, lead, year, month, day),
    )
    .replace(MONTH_FIRST, (all: string, lead: string | undefined, month: string, day: string, year: string) =>
      dated(all, lead, year, month, day),
    );
}

function dated(all: string, lead: string | undefined, year: string, month: string, day: string): string {
  const number = MONTHS.get(nameKey(month));
  if (number === undefined || Number(day) < 1 || Number(day) > 31) return all;
  const before = lead === undefined || WEEKDAYS.has(nameKey(lead)) ? "" : `${lead} `;
  return `${before}${dateWord(year, number + 1, day)}`;
}

function namesOf(part: "month" | "weekday", count: number, dateAt: (index: number) => Date): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const width of ["long", "short"] as const) {
      for (const options of [{ [part]: width }, { [part]: width, day: "numeric" }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
        for (let index = 0; index < count; index++) {
          const found = format.formatToParts(dateAt(index)).find(({ type }) => type === part);
          const key = nameKey(found?.value ?? "");
          if (!names.has(key)) names.set(key, index);
        }
      }
    }
  }
  return names;
}

function nameKey(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}
