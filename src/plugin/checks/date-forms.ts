import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { valuePlace } from "../header/header.ts";
import { unknownLetters } from "../pages/strftime.ts";
import type { CheckedSite } from "./rule.ts";

/** What other programs of that kind know, in Python's letters. */
const MEANT: Readonly<Record<string, string>> = {
  "%e": "%-d",
  "%k": "%-H",
  "%l": "%-I",
  "%h": "%b",
  "%D": "%m/%d/%y",
  "%F": "%Y-%m-%d",
  "%R": "%H:%M",
  "%T": "%H:%M:%S",
  "%r": "%I:%M:%S %p",
  "%P": "%p",
};

/** Forms of dates, of pages and of settings, with letters that stand for nothing. */
export function unknownDateForms({ pages, settings }: CheckedSite): Report[] {
  const ofPages = pages.flatMap(({ file, header }) => {
    const line = header.lines.find(({ key }) => key.toLowerCase() === "date_format");
    return line ? faultIn(line.key, line.value, valuePlace(line, file)) : [];
  });
  const { defaultDateFormat, dateFormats } = settings;
  const ofLanguages = Object.entries(dateFormats).map(([lang, form]) => [`dateFormats.${lang}`, form] as const);
  const ofSettings = [["defaultDateFormat", defaultDateFormat] as const, ...ofLanguages].flatMap(([name, form]) =>
    faultIn(name, typeof form === "string" ? form : form[1], placeIn(`the setting ${name}`)),
  );
  return [...ofPages, ...ofSettings];
}

function faultIn(field: string, value: string, place: ReturnType<typeof placeIn>): Report[] {
  const letters = unknownLetters(value);
  if (letters.length === 0) return [];
  const form = value.trim().replace(/%-?./gsu, (letter) => MEANT[letter] ?? letter);
  const expected =
    unknownLetters(form).length === 0 ? `“${form}”` : "letters that Python has, such as %d %B %Y, or %% for the sign";
  return [report("field-value", place, { field, name: field, value, expected, letters })];
}
