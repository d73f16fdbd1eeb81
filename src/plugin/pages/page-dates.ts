import type { DateTime } from "luxon";
import { type FieldKey, table } from "../dialect/fields.ts";
import type { Fields } from "../fields/read-fields.ts";
import type { Place } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { doubtOf, parseDate } from "./date.ts";
import type { Inherited } from "./inherited.ts";

interface DateRead {
  readonly date: DateTime | undefined;
  readonly reports: readonly Report[];
}

/**
 * When a page was published and changed last: by its own header, else by Eleventy's data, else by defaults.
 *
 * @param fields with defaults
 * @param own without them
 */
export function datesOf(
  fields: Fields,
  own: Fields,
  inherited: Inherited,
  place: (field: FieldKey) => Place,
  zone: string,
): { date: DateTime | undefined; modified: DateTime | undefined; reports: readonly Report[] } {
  const read = (field: "date" | "modified"): DateRead => {
    const given = own.values[field] === undefined ? inherited[field] : undefined;
    return given ? { date: given, reports: [] } : readDate(fields.values[field], field, place(field), zone);
  };
  const [published, changed] = [read("date"), read("modified")];
  return { date: published.date, modified: changed.date, reports: [...published.reports, ...changed.reports] };
}

/** What is dated earlier or later has a digit too few, or two of them in the wrong order. */
const [FIRST_YEAR, LAST_YEAR] = [1000, 2100];

function readDate(value: string | undefined, field: "date" | "modified", place: Place, zone: string): DateRead {
  if (value === undefined) return { date: undefined, reports: [] };
  const date = parseDate(value, zone);
  const { name } = table[field];
  if (!date) {
    // Of quotation marks around it is told already.
    const isQuoted = /^["'“”„«»‘’].*["'“”«»‘’]$/.test(value);
    // That there is none where one must be is told where it is missed.
    const isTold = isQuoted || (value.trim() === "" && field === "date");
    return { date, reports: isTold ? [] : [report("date-value", place, { field: name, value })] };
  }
  const iso = date.toFormat("yyyy-MM-dd");
  const doubt = doubtOf(value);
  if (date.year < FIRST_YEAR || date.year > LAST_YEAR) {
    const odd = date.year < FIRST_YEAR ? "past" : "future";
    return { date, reports: [report("date-order", place, { field: name, value, read: iso, other: undefined, odd })] };
  }
  if (doubt === undefined) return { date, reports: [] };
  const other = doubt === "order" ? date.toFormat("yyyy-dd-MM") : undefined;
  return { date, reports: [report("date-order", place, { field: name, value, read: iso, other })] };
}
