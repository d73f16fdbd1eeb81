import type { DateTime } from "luxon";
import { type FieldKey, type FieldValues, table } from "../dialect/fields.ts";
import { placeIn } from "../findings/finding.ts";
import { type Report, type ReportOf, report } from "../findings/report.ts";
import type { Header } from "../header/header.ts";
import type { Settings } from "../settings.ts";
import type { Page } from "./page.ts";
import type { PageSource } from "./read-source.ts";
import { sourceKind } from "./sources.ts";

/** A field that Pelican makes no page without. */
export type Needed = "title" | "date";

/** What Pelican makes no page without, and this one lacks; nothing where the site does not follow its rules. */
export function missingFrom(
  values: FieldValues,
  {
    path,
    date,
    status,
  }: { readonly path: string; readonly date: DateTime | undefined; readonly status: Page["status"] },
  settings: Settings,
): readonly Needed[] {
  const kind = settings.articlePaths === null || status === "skip" ? undefined : sourceKind(path, settings);
  if (kind === undefined) return [];
  return [
    ...(values.title === undefined ? (["title"] as const) : []),
    ...(kind === "post" && !date && !mayLackDate(status, settings) ? (["date"] as const) : []),
  ];
}

/**
 * What is said of what a page lacks. Where its whole header is no header, that is told already.
 *
 * @param pageField the field by which its author means a page, where it lacks the date of a post
 */
export function missingReports(
  source: PageSource,
  { kind, status, title, date, fields, place }: Page,
  missing: readonly Needed[],
  pageField: string | undefined,
  settings: Settings,
): Report[] {
  const isMissed = isHeaderMissed(source);
  if (missing.length > 0) {
    const dateValue = missing.includes("date") ? fields.date : undefined;
    const misspelt = misspeltOf(source, missing);
    const instead = misspelt?.map(({ values: { field, name, value, isSure } }) => ({ field, name, value, isSure }));
    const [at] = misspelt ?? (dateValue === undefined ? [placeIn(source.file.path)] : [place("date")]);
    const values = { missing, dateValue, instead, pageField, pagePaths: settings.pagePaths };
    return isMissed || !at ? [] : [report("source-incomplete", at, values)];
  }
  const isUntitled = !fields.title && status !== "skip" && !isMissed && !isUnread(source.header);
  const isUndated = kind === "post" && !date && !fields.date && !mayLackDate(status, settings);
  return [
    ...(isUntitled ? [report("title-missing", place("title"), { fallback: title })] : []),
    ...(isUndated ? [report("date-missing", place("date"), {})] : []),
  ];
}

/**
 * What is wrong with a source. That no page is made of it may be what follows from a header that is missed; what it lacks for a
 * misspelt name is told with that.
 */
export function sourceReports(source: PageSource, missing: readonly Needed[]): readonly Report[] {
  if (missing.length === 0) return source.reports;
  if (isHeaderMissed(source)) return source.reports.map(asUnmade);
  const misspelt: readonly Report[] = misspeltOf(source, missing) ?? [];
  return source.reports.filter((one) => !misspelt.includes(one));
}

/** Of all that a file lacks, the lines in which it stands with a misspelt name; undefined where one lacks that. */
function misspeltOf({ reports }: PageSource, missing: readonly Needed[]): ReportOf<"field-misspelt">[] | undefined {
  const found = missing.flatMap(
    (field) => reports.find((one) => one.code === "field-misspelt" && one.values.name === table[field].name) ?? [],
  );
  return found.length === missing.length ? found.filter(isMisspelt) : undefined;
}

/** Whether a field is there by a name that is nearly right: what follows from its lack is told with that. */
export function isNearlyThere({ reports }: PageSource, field: FieldKey): boolean {
  return reports.some(
    ({ code, values }) => (code === "field-misspelt" || code === "field-form") && values.name === table[field].name,
  );
}

function isMisspelt(one: Report): one is ReportOf<"field-misspelt"> {
  return one.code === "field-misspelt";
}

/** By Pelican's rules a draft needs no date. */
function mayLackDate(status: Page["status"], { articlePaths }: Settings): boolean {
  return status === "skip" || (articlePaths !== null && status === "draft");
}

/** What only Eleventy can read says nothing where it is not asked. */
function isUnread({ engine, data }: Header): boolean {
  return engine !== undefined && Object.keys(data).length === 0;
}

/** What is said of a header that is none. */
const OF_HEADER: ReadonlySet<Report["code"]> = new Set(["header-form", "field-form", "field-misspelt"]);

function isHeaderMissed({ header, reports }: PageSource): boolean {
  return header.syntax === "none" && reports.some(({ code }) => OF_HEADER.has(code));
}

function asUnmade(one: Report): Report {
  if (one.code === "header-form") return { ...one, values: { ...one.values, isUnmade: true } };
  if (one.code === "field-misspelt") return { ...one, values: { ...one.values, isUnmade: true } };
  return one.code === "field-form" ? { ...one, values: { ...one.values, isUnmade: true } } : one;
}
