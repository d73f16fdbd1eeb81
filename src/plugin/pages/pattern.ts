import type { DateTime } from "luxon";
import { strftime, unknownLetters } from "./strftime.ts";

/** What stands in place of the placeholders of a pattern; what is undefined or empty is missing. */
export type PatternValues = Readonly<Record<string, string | DateTime | undefined>>;

export interface Filled {
  readonly text: string;
  /** The placeholders that nothing stands in place of, as the pattern has them. */
  readonly missing: readonly string[];
}

/**
 * Fills in one of Pelican's address patterns, which are Python's format strings: `{date:%Y}/{date.month:02d}/{slug}`.
 * Source: https://docs.getpelican.com/en/latest/settings.html#url-settings
 *
 * @param names the language of names of months and days
 */
export function fillPattern(pattern: string, values: PatternValues, names = "en"): Filled {
  const missing: string[] = [];
  const text = pattern.replace(
    /\{\{|\}\}|\{(\w+)(?:\.(\w+))?(?:![rsa])?(?::([^{}]*))?\}/g,
    (whole: string, name: string | undefined, part: string | undefined, form = "") => {
      if (name === undefined) return whole.slice(1);
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      const filled =
        typeof value === "object" ? ofDate(value, part, form, names) : part ? undefined : ofText(value, form);
      if (!filled || (typeof value === "object" && !part && !isFormOfDates(form))) missing.push(whole);
      return filled ?? "";
    },
  );
  return { text, missing };
}

/** The same, where nothing is to be said of what is missing. */
export function expandPattern(
  pattern: string,
  values: Readonly<Record<string, string>>,
  date: DateTime | undefined,
  names = "en",
): string {
  return fillPattern(pattern, { ...values, date }, names).text;
}

/** A form without a letter of Python's would be the same for all dates. */
function isFormOfDates(form: string): boolean {
  return form === "" || (form.includes("%") && unknownLetters(form).length === 0);
}

/** `{date:%Y}`, `{date.year}`, `{date.month:02d}`. */
function ofDate(date: DateTime, part: string | undefined, form: string, names: string): string | undefined {
  if (part === undefined) return strftime(date, form || "%Y-%m-%d", names);
  if (part !== "year" && part !== "month" && part !== "day" && part !== "hour" && part !== "minute") return undefined;
  const [, width] = /^0?(\d+)d$/.exec(form) ?? [];
  return form !== "" && width === undefined ? undefined : String(date[part]).padStart(Number(width ?? 0), "0");
}

/** `{slug}`, `{slug:.20}`. */
function ofText(value: string | undefined, form: string): string | undefined {
  const [, length] = /^\.(\d+)s?$/.exec(form) ?? [];
  return form !== "" && length === undefined
    ? undefined
    : value?.slice(0, length === undefined ? undefined : Number(length));
}
