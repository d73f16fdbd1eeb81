import type { DateTime } from "luxon";

/** How each letter of Python's is written: in luxon's tokens, or by hand. */
const LETTERS: Readonly<Record<string, string | ((date: DateTime) => string)>> = {
  Y: "yyyy",
  y: "yy",
  m: "LL",
  d: "dd",
  H: "HH",
  I: "hh",
  M: "mm",
  S: "ss",
  f: "SSS'000'",
  p: "a",
  j: "ooo",
  B: "LLLL",
  b: "LLL",
  A: "cccc",
  a: "ccc",
  u: "c",
  w: (date) => String(date.weekday % 7),
  V: "WW",
  G: "kkkk",
  U: (date) => weekFrom(date, date.weekday % 7),
  W: (date) => weekFrom(date, date.weekday - 1),
  c: (date) => `${date.toFormat("ccc LLL")} ${String(date.day).padStart(2)} ${date.toFormat("HH:mm:ss yyyy")}`,
  x: "LL/dd/yy",
  X: "HH:mm:ss",
  z: "ZZZ",
  Z: "ZZZZ",
  "%": () => "%",
};

/** The week of the year, where weeks begin on one day; the days before the first such day are in week 0. */
function weekFrom(date: DateTime, sinceStart: number): string {
  return String(Math.floor((date.ordinal + 6 - sinceStart) / 7)).padStart(2, "0");
}

/**
 * Formats a date by a strftime pattern, as Pelican does: `%-d` leaves out leading zeros, `%%` is a percent sign, and a
 * letter that is none of Python's stays as it is. In addresses names are English, as in Python's own locale.
 * Source: https://docs.python.org/3/library/datetime.html#format-codes
 *
 * @param lang the language of names of months and days
 */
export function strftime(date: DateTime, pattern: string, lang = "en"): string {
  const named = date.setLocale(lang);
  return pattern.replace(/%(-?)(.)/gsu, (whole, bare: string, letter: string) => {
    const form = formOf(letter);
    if (form === undefined) return whole;
    const text = typeof form === "string" ? named.toFormat(form) : form(named);
    return bare ? text.replace(/^0+/, "") || "0" : text;
  });
}

/** What in a pattern is no letter of Python's. */
export function unknownLetters(pattern: string): string[] {
  return [...pattern.matchAll(/%-?(.)/gsu)].flatMap(([whole, letter = ""]) =>
    formOf(letter) === undefined ? whole : [],
  );
}

function formOf(letter: string): (typeof LETTERS)[string] | undefined {
  return Object.hasOwn(LETTERS, letter) ? LETTERS[letter] : undefined;
}
