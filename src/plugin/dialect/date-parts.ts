/** A date as its author wrote it: a time without a zone is that of the site. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** In minutes; undefined where no zone is named, or one that has no number. */
  readonly offset: number | undefined;
  /** Day and month could be the other way round. */
  readonly isEitherWay: boolean;
  /** The day is written; else it is the first. */
  readonly isWhole: boolean;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/i;
/** Words that say nothing: `at`, and what stands between the parts of a date. */
const FILLER = /^(?:at|on|and|ad|m|t|of|st|nd|rd|th)$/i;

/** A number or a month of a date. */
interface Part {
  readonly value: number;
  readonly isMonth: boolean;
  /** Nothing but a year has so many digits. */
  readonly isYear: boolean;
}

/** What has been read, from left to right. */
interface Reading {
  readonly parts: Part[];
  hour?: number;
  minute?: number;
  second?: number;
  millisecond?: number;
  isHalfDay?: boolean;
  zone?: string;
  offset?: number;
}

/** One piece of a date's text: what it looks like, and what it says; false where it cannot be. */
type Piece = readonly [pattern: RegExp, read: (at: Reading, match: RegExpExecArray) => boolean];

const HALF = "(?<half>[ap])(?:\\.?\\s?m\\b\\.?|\\b)";
/** Behind an hour: `10h30`, `10 h 30 m`. A number further on is one of the date. */
const MINUTE = "(?<minute>\\d{1,2})(?!\\d)(?:\\s?m(?:inutes?)?(?![a-z]))?|\\s?(?<minutes>\\d{1,2})\\s?m(?:inutes?)?";

const PIECES: readonly Piece[] = [
  [
    new RegExp(
      `(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:[.,](?<fraction>\\d+))?)?(?:\\s*${HALF})?`,
      "iy",
    ),
    readClock,
  ],
  [
    new RegExp(
      `(?<hour>\\d{1,2})\\s?h(?:ours?)?(?:${MINUTE})?(?:\\s?(?<second>\\d{1,2})\\s?s(?:econds?)?)?(?![a-z])`,
      "iy",
    ),
    readClock,
  ],
  [new RegExp(`(?<hour>\\d{1,2})\\s?${HALF}`, "iy"), readClock],
  [
    /(\d+)([-/.])(\d+|\p{L}+)(?:\2(\d+|\p{L}+))?/uy,
    (at, [, first, , second, third]) => addAll(at, [first, second, third]),
  ],
  [/(\p{L}+)([-/])(\d+)(?:\2(\d+))?/uy, (at, [, first, , second, third]) => addAll(at, [first, second, third])],
  [/([-+])(?:(\d{2})(\d{2})|(\d{1,2})(?::(\d{2}))?)(?:\s*\([A-Z]{3,5}\))?(?!\d)/y, readOffset],
  [/\d+/y, (at, [digits]) => readDigits(at, digits)],
  [/\p{L}+/uy, (at, [word]) => readWord(at, word)],
  [/[\s.,;/'-]/y, () => true],
];

/**
 * Reads a date in whatever form Pelican's authors write it: as dateutil does, the month before the day where both are
 * possible. What dateutil takes from today's date is not guessed, but for the day of a month and the month of a year: they
 * are the first.
 * Source: https://dateutil.readthedocs.io/en/stable/parser.html
 *
 * @returns undefined where it is no date
 */
export function dateParts(text: string, thisYear: number): DateParts | undefined {
  // A number with a fraction is none of a date.
  if (/(?<![\d.:])\d+\.\d+(?![\d.]|\s*\p{L})/u.test(text)) return undefined;
  const at: Reading = { parts: [] };
  for (let index = 0; index < text.length; ) {
    const end = readPiece(text, index, at);
    if (end === undefined) return undefined;
    index = end;
  }
  const date = datedBy(at.parts, thisYear);
  const { hour = 0, minute = 0, second = 0, millisecond = 0, zone = "" } = at;
  const offset = at.offset ?? (/^(?:UTC|GMT|Z)$/i.test(zone) ? 0 : undefined);
  if (!date || hour > 23 || minute > 59 || second > 59) return undefined;
  return { ...date, hour, minute, second, millisecond, offset };
}

/** Where the piece ends that begins here; undefined where there is none. */
function readPiece(text: string, index: number, at: Reading): number | undefined {
  for (const [pattern, read] of PIECES) {
    pattern.lastIndex = index;
    const match = pattern.exec(text);
    if (match && read(at, match)) return index + match[0].length;
  }
  return undefined;
}

function readClock(at: Reading, { groups = {} }: RegExpExecArray): boolean {
  if (at.hour !== undefined) return false;
  const { hour, minute, minutes, second, fraction, half } = groups;
  at.hour = Number(hour);
  at.minute = Number(minute ?? minutes ?? 0);
  at.second = Number(second ?? 0);
  at.millisecond = Math.trunc(Number(`0.${fraction ?? 0}`) * 1000);
  return half === undefined || readHalf(at, half);
}

/** `am` or `pm`. */
function readHalf(at: Reading, half: string): boolean {
  if (at.hour === undefined || at.hour > 12 || at.isHalfDay) return false;
  at.hour = (at.hour % 12) + (/^p/i.test(half) ? 12 : 0);
  at.isHalfDay = true;
  return true;
}

/** `-0300`, `+02:00`, `+2`. Behind the name of a zone it says how much is lacking to that. */
function readOffset(at: Reading, [, sign, hours, minutes, hour, minute]: RegExpExecArray): boolean {
  if (at.hour === undefined || at.offset !== undefined) return false;
  const size = Number(hours ?? hour) * 60 + Number(minutes ?? minute ?? 0);
  at.offset = (sign === "+") === (at.zone === undefined) ? size : -size;
  return true;
}

/** Eight digits are a date, and with more the time follows; behind a date they are a time. */
function readDigits(at: Reading, digits: string): boolean {
  const { length } = digits;
  const hasDate = at.parts.length > 0;
  const clock = (from: number) => {
    if (length === from) return true;
    if (at.hour !== undefined) return false;
    const two = (part: number) => Number(digits.slice(from + part, from + part + 2));
    Object.assign(at, { hour: two(0), minute: two(2), second: two(4) });
    return true;
  };
  if ([8, 12, 14].includes(length)) {
    return addAll(at, [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)]) && clock(8);
  }
  if (length === 6 && !hasDate) return addAll(at, [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]);
  if (length === 6 || (at.parts.length === 3 && (length === 2 || length === 4))) return clock(0);
  return length <= 4 && add(at, digits);
}

function readWord(at: Reading, word: string): boolean {
  if (WEEKDAY.test(word) || FILLER.test(word)) return true;
  if (MONTH.test(word)) return add(at, word);
  if (/^[ap]m?$/i.test(word)) return readHalf(at, word);
  if (at.hour === undefined || at.zone !== undefined || at.offset !== undefined) return false;
  if (!/^[A-Z]{1,5}$|^z$/.test(word)) return false;
  at.zone = word;
  return true;
}

function addAll(at: Reading, texts: readonly (string | undefined)[]): boolean {
  const written = texts.filter((text) => text !== undefined);
  // A number and a word that is no month are not a date.
  return written.every((text) => /^\d{1,4}$/.test(text) || MONTH.test(text)) && written.every((text) => add(at, text));
}

function add(at: Reading, text: string): boolean {
  const isMonth = MONTH.test(text);
  if (at.parts.length === 3 || (isMonth && at.parts.some((part) => part.isMonth))) return false;
  const value = isMonth ? MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1 : Number(text);
  at.parts.push({ value, isMonth, isYear: !isMonth && text.length > 2 });
  return true;
}

type Dated = Pick<DateParts, "year" | "month" | "day" | "isEitherWay" | "isWhole">;

/** Which number is what. */
function datedBy(parts: readonly Part[], thisYear: number): Dated | undefined {
  const isLong = ({ value, isYear }: Part) => isYear || value > 31;
  const word = parts.findIndex(({ isMonth }) => isMonth);
  const [a, b] = parts.filter(({ isMonth }) => !isMonth);
  const named = parts[word]?.value;
  const dated = (year: Part | undefined, month: number | undefined, day: Part | undefined, isEitherWay = false) => {
    if (!year || month === undefined) return undefined;
    return {
      year: fullYear(year, parts, thisYear),
      month,
      day: day?.value ?? 1,
      isEitherWay,
      isWhole: day !== undefined,
    };
  };
  if (named !== undefined) {
    if (!a) return undefined;
    // A month and one number.
    if (!b) return isLong(a) ? dated(a, named, undefined) : undefined;
    return isLong(a) || (word === 2 && !isLong(b)) ? dated(a, named, b) : dated(b, named, a);
  }
  const c = parts[2];
  if (!a || !b) return a && isLong(a) ? dated(a, 1, undefined) : undefined;
  if (!c) return isLong(a) ? dated(a, b.value, undefined) : isLong(b) ? dated(b, a.value, undefined) : undefined;
  if (isLong(a)) return dated(a, b.value, c);
  if (a.value > 12) return dated(c, b.value, a);
  return dated(c, a.value, b, a.value !== b.value && b.value <= 12);
}

/** A year of two digits is one of the last or the next fifty. */
function fullYear({ value }: Part, parts: readonly Part[], thisYear: number): number {
  if (value >= 100 || parts.some(({ isYear }) => isYear)) return value;
  const year = Math.trunc(thisYear / 100) * 100 + value;
  return year >= thisYear + 50 ? year - 100 : year < thisYear - 50 ? year + 100 : year;
}
