import type { DateTime } from "luxon";

/** Python's strftime letters in luxon's tokens (https://docs.python.org/3/library/datetime.html#format-codes). */
const STRFTIME: Readonly<Record<string, string>> = {
  Y: "yyyy",
  y: "yy",
  m: "LL",
  d: "dd",
  H: "HH",
  I: "hh",
  M: "mm",
  S: "ss",
  p: "a",
  j: "ooo",
  B: "LLLL",
  b: "LLL",
  A: "cccc",
  a: "ccc",
  V: "WW",
  G: "kkkk",
};

/** Formats a date by a strftime pattern; `%-d` leaves out a leading zero, `%%` is a percent sign. */
export function strftime(date: DateTime, pattern: string): string {
  return pattern.replace(/%(-?)([A-Za-z%])/g, (whole, bare: string, letter: string) => {
    if (letter === "%") return "%";
    const token = Object.hasOwn(STRFTIME, letter) ? STRFTIME[letter] : undefined;
    if (token === undefined) return whole;
    const text = date.toFormat(token);
    return bare ? text.replace(/^0+(?=.)/, "") : text;
  });
}

/**
 * Fills in one of Pelican's address patterns: `{date:%Y}/{date:%m}/{slug}`. A placeholder without a value is empty.
 * Source: https://docs.getpelican.com/en/latest/settings.html#url-settings
 */
export function expandPattern(
  pattern: string,
  values: Readonly<Record<string, string>>,
  date: DateTime | undefined,
): string {
  return pattern.replace(/\{(\w+)(?::([^}]*))?\}/g, (_, name: string, format: string | undefined) => {
    if (name === "date") return date ? strftime(date, format ?? "%Y-%m-%d") : "";
    return Object.hasOwn(values, name) ? (values[name] ?? "") : "";
  });
}
