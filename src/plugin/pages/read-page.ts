import type { DateTime } from "luxon";
import { type FieldKey, table } from "../dialect/fields.ts";
import { pythonRegExp } from "../dialect/python-regexp.ts";
import { authorsOf } from "../fields/authors.ts";
import { ownEntries } from "../fields/entries.ts";
import { placeOf } from "../fields/place-of.ts";
import { type Fields, readFields } from "../fields/read-fields.ts";
import type { SourceFile } from "../files/source-file.ts";
import { type Place, placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { type Header, isUnreadable } from "../header/header.ts";
import { mergeConflicts } from "../header/merge-conflict.ts";
import { headerMistakes, withoutSame } from "../header/mistakes.ts";
import { readHeader } from "../header/read-header.ts";
import { memoize } from "../maps/memoize.ts";
import type { Settings } from "../settings.ts";
import { smarten } from "../typography/smarten.ts";
import { addressParts } from "./address-parts.ts";
import { placePage } from "./addresses.ts";
import { isEitherWay, parseDate } from "./date.ts";
import { type GivenLines, givenLines, isTimeOfFile, withGiven } from "./given-lines.ts";
import { type Inherited, withDefaults, withInherited } from "./inherited.ts";
import { kindOf, pageLine } from "./kind.ts";
import { menuFields } from "./menu-fields.ts";
import type { Page } from "./page.ts";
import { permalinkOf } from "./permalink.ts";
import { fileSlug, slugify, slugSource, writtenSlug } from "./slug.ts";
import { sourceKind } from "./sources.ts";
import { type Remakable, subsiteOf } from "./subsites.ts";

/** A file of the content with its header read: what it says by itself, whatever Eleventy knows of it. */
export interface PageSource {
  readonly file: SourceFile;
  readonly header: Header;
  /** What its header says, and settings by its path and name. */
  readonly fields: Fields;
  /** What settings say where nobody else does. */
  readonly defaults: Fields;
  readonly reports: readonly Report[];
  /** The header cannot be read, and the build is to stop. */
  readonly isUnreadable: boolean;
}

export interface PageRead {
  readonly page: Page;
  /** The page that would be made, if what the header lacks were there. */
  readonly unmade?: Page;
  readonly reports: readonly Report[];
  /** Makes it with the settings of another part of the site; as a draft, where it is to be one there. */
  readonly again: Remakable["again"];
}

/** What a file is read with, besides its text. */
export interface SourceMeans {
  readonly settings: Settings;
  /** When a file was changed last; without it no file has a time. */
  readonly timeOf?: (path: string) => Date | undefined;
}

/** Reads a file's header, and what settings say of it. Whatever is wrong is a finding. */
function readSource(file: SourceFile, { ofPath, defaults: ofSettings }: GivenLines, ofEngine?: Header): PageSource {
  const { header, reports: read } = ofEngine ? { header: ofEngine, reports: [] } : readHeader(file);
  const conflicts = mergeConflicts(file.text.split(/\r\n|\r|\n/), file.path);
  const mistakes = headerMistakes(file, header);
  const ofHeader = conflicts.length > 0 ? conflicts : [...withoutSame(read, mistakes), ...mistakes];
  const lines = withGiven(header.lines, ofPath);
  const { fields, reports } = readFields(lines, file.path, header.syntax !== "yaml", header.menus);
  const defaults = readFields(ofSettings, file.path, false);
  const cannot = isUnreadable(ofHeader);
  // Of a header that nobody can read, nothing else is to be said.
  const all = cannot ? ofHeader : [...ofHeader, ...reports, ...defaults.reports];
  return { file, header, fields, defaults: defaults.fields, reports: all, isUnreadable: cannot };
}

/**
 * Reads a file, and keeps what it read: while somebody writes, most stay as they are.
 *
 * @param ofEngine the header, where an engine of Eleventy's has read it
 */
export type SourceReader = (file: SourceFile, means: SourceMeans, ofEngine?: Header) => PageSource;

export function createSourceReader(): SourceReader {
  const known = new Map<string, { readonly source: PageSource; readonly givenText: string }>();
  const regExpOf = memoize((source: string) => pythonRegExp(source));
  return (file, { settings, timeOf }, ofEngine) => {
    const given = givenLines(file.path, settings, isTimeOfFile(settings) ? timeOf?.(file.path) : undefined, regExpOf);
    const [last, givenText] = [known.get(file.path), JSON.stringify(given)];
    if (!ofEngine && last?.source.file.text === file.text && last.givenText === givenText) return last.source;
    const source = readSource(file, given, ofEngine);
    known.set(file.path, { source, givenText });
    return source;
  };
}

/** Makes pages of files by themselves: header, fields, defaults. Whatever is wrong is a finding, and a page there is. */
export function createPageReader(means: SourceMeans): (file: SourceFile) => PageRead {
  const read = createSourceReader();
  return (file) => makePage(read(file, means), means.settings);
}

/** Makes a page of one file. */
export function readPage(file: SourceFile, settings: Settings): PageRead {
  return createPageReader({ settings })(file);
}

/**
 * Makes a page of what its file says and, where that says nothing, of what Eleventy's data says; else of the settings: those
 * of the part of the site whose language it is in.
 *
 * @param inherited what directory data and the like say of the page
 */
export function makePage(source: PageSource, settings: Settings, inherited: Inherited = {}): PageRead {
  const again: PageRead["again"] = (of, isDraft = false) =>
    pageWith(source, of, isDraft ? { ...inherited, isDraft } : inherited).page;
  const made = pageWith(source, settings, inherited);
  const part = subsiteOf(made.page.lang, settings);
  return { ...(part ? pageWith(source, part, inherited) : made), again };
}

function pageWith(source: PageSource, settings: Settings, inherited: Inherited): Omit<PageRead, "again"> {
  const { file, header } = source;
  const own = withInherited(source.fields, inherited);
  const fields = withDefaults(own, source.defaults);
  const reports: Report[] = [];
  const place = placeOf(fields, file.path);
  const values = fields.values;
  const moment = (field: "date" | "modified") =>
    (own.values[field] === undefined ? inherited[field] : undefined) ??
    dateFrom(fields, field, place, settings, reports);
  const [date, modified] = [moment("date"), moment("modified")];
  const title = titleOf(values.title ?? "", settings) || fileSlug(file.path, settings);
  const status = statusOf(fields, inherited);
  const missing = missingFrom(fields, { path: file.path, date, status }, settings);
  const pageField = missing.includes("date") ? pageLine(own)?.key : undefined;
  // Whoever writes menus means a page; of a post they would be in none.
  const kind = pageField === undefined ? kindOf(file.path, own, inherited.date !== undefined, settings) : "page";
  const isMissed = isHeaderMissed(source);
  if (missing.length > 0 && !isMissed) {
    const values = { missing, isDated: fields.values.date !== undefined, pageField, pagePaths: settings.pagePaths };
    reports.push(report("source-incomplete", placeIn(file.path), values));
  }
  if (missing.length === 0 && !values.title && status !== "skip" && !isMissed && !isUnread(header))
    reports.push(report("title-missing", place("title"), { fallback: title }));
  const slug =
    writtenSlug(values.slug ?? "", settings) ||
    slugify(slugSource(title, file.path, settings), settings) ||
    fileSlug(file.path, settings);
  if (missing.length === 0 && kind === "post" && !date && !values.date && !mayLackDate(status, settings)) {
    reports.push(report("date-missing", place("date"), {}));
  }
  const lang = values.lang || settings.defaultLang;
  const permalink = permalinkOf(header, file);
  // Pelican gives pages both, too, and shows neither.
  const category = values.category || defaultCategory(file.path, settings);
  const ofAll = { authors: authorsOf(values) ?? defaultAuthors(settings), category };
  const parts = addressParts({ file: file.path, title, slug, lang, date, modified, ...ofAll }, fields, settings);
  const address = placePage({ kind, status, lang, values, parts, place, permalink, settings });
  const dropdown = ownEntries(fields.dropdown, "dropdown", address.addresses.url, file.path);
  const sidebar = ownEntries(fields.sidebar, "sidebar", address.addresses.url, file.path);
  // Nobody asks where a page is that is not made.
  const isMade = missing.length === 0 && status !== "skip";
  reports.push(...dropdown.reports, ...sidebar.reports, ...(isMade ? address.reports : []));
  const page: Page = {
    file: file.path,
    kind,
    subsite: settings.subsite,
    status: isMade && !address.isUnplaceable ? status : "skip",
    title,
    slug,
    ...address.addresses,
    aliases: values.aliases ?? [],
    parentId: values.parentId,
    layout: values.contentLayout ?? inherited.layout ?? "single-column",
    template: values.template || undefined,
    date,
    modified,
    authors: kind === "post" ? ofAll.authors : (authorsOf(values) ?? []),
    category: kind === "post" ? category : values.category || undefined,
    tags: inherited.tags ?? values.tags ?? [],
    summary: values.summary || undefined,
    lang,
    // Any word but “false” marks one, as in Pelican.
    isTranslation: values.translation ?? fields.lines.has("translation"),
    ...menuFields({ ...fields, dropdown: dropdown.entries, sidebar: sidebar.entries }, title),
    header,
    fields: values,
    metadata: fields.metadata,
    place,
  };
  return {
    page,
    ...(missing.length > 0 && fields.lines.size > 0 && { unmade: { ...page, status } }),
    reports: source.isUnreadable
      ? source.reports
      : [...(isMissed && missing.length > 0 ? source.reports.map(asUnmade) : source.reports), ...reports],
  };
}

/** What Pelican makes no page without; nothing where the site does not follow its rules. */
function missingFrom(
  { values }: Fields,
  {
    path,
    date,
    status,
  }: { readonly path: string; readonly date: DateTime | undefined; readonly status: Page["status"] },
  settings: Settings,
): readonly ("title" | "date")[] {
  const kind = settings.articlePaths === null || status === "skip" ? undefined : sourceKind(path, settings);
  if (kind === undefined) return [];
  return [
    ...(values.title === undefined ? (["title"] as const) : []),
    ...(kind === "post" && !date && !mayLackDate(status, settings) ? (["date"] as const) : []),
  ];
}

/** By Pelican's rules a draft needs no date. */
function mayLackDate(status: Page["status"], { articlePaths }: Settings): boolean {
  return status === "skip" || (articlePaths !== null && status === "draft");
}

/** What only Eleventy can read says nothing where it is not asked. */
function isUnread({ engine, data }: Header): boolean {
  return engine !== undefined && Object.keys(data).length === 0;
}

/** Where the whole header is no header, that is told. */
function isHeaderMissed({ header, reports }: PageSource): boolean {
  return header.syntax === "none" && reports.some(({ code }) => code === "header-form" || code === "field-form");
}

/** Of a file whose header is missed no page may be made: then that is told as its consequence. */
function asUnmade(one: Report): Report {
  if (one.code === "header-form") return { ...one, values: { ...one.values, isUnmade: true } };
  return one.code === "field-form" ? { ...one, values: { ...one.values, isUnmade: true } } : one;
}

/** A title is text: of typography it has the characters alone. */
function titleOf(title: string, settings: Settings): string {
  const { typogrify, typogrifyDashes, typogrifyOmitFilters } = settings;
  return typogrify && !typogrifyOmitFilters.includes("smartypants") ? smarten(title, typogrifyDashes) : title;
}

/** A `Status` that means nothing keeps a page from the public. What is in no collection of Eleventy's is in no list. */
function statusOf({ values, lines }: Fields, { isDraft, isExcluded }: Inherited): Page["status"] {
  const status = isDraft ? "draft" : (values.status ?? (lines.has("status") ? "draft" : "published"));
  return isExcluded && status === "published" ? "hidden" : status;
}

function defaultAuthors(settings: Settings): string[] {
  return settings.author === "" ? [] : [settings.author];
}

/** A post is in one category always: its header's, its folder's, or the default one. */
function defaultCategory(path: string, settings: Settings): string {
  const folder = settings.useFolderAsCategory ? path.split("/").at(-2) : undefined;
  return folder ?? settings.defaultCategory;
}

function dateFrom(
  fields: Fields,
  field: "date" | "modified",
  place: (field: FieldKey) => Place,
  settings: Settings,
  reports: Report[],
): DateTime | undefined {
  const value = fields.values[field];
  if (value === undefined) return undefined;
  const date = parseDate(value, settings.timezone);
  const { name } = table[field];
  // Of quotation marks around it is told already.
  if (!date && !/^["'“”„«»‘’].*["'“”«»‘’]$/.test(value))
    reports.push(report("date-value", place(field), { field: name, value }));
  if (date && isEitherWay(value)) {
    const [read, other] = [date.toFormat("yyyy-MM-dd"), date.toFormat("yyyy-dd-MM")];
    reports.push(report("date-order", place(field), { field: name, value, read, other }));
  }
  return date;
}
