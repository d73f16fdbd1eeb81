import { authorsOf } from "../fields/authors.ts";
import { ownEntries } from "../fields/entries.ts";
import { placeOf } from "../fields/place-of.ts";
import type { Fields } from "../fields/read-fields.ts";
import type { SourceFile } from "../files/source-file.ts";
import type { Report } from "../findings/report.ts";
import type { Settings } from "../settings.ts";
import { smarten } from "../typography/smarten.ts";
import { addressParts } from "./address-parts.ts";
import { placePage } from "./addresses.ts";
import { type Inherited, withDefaults, withInherited } from "./inherited.ts";
import { kindOf, pageLine } from "./kind.ts";
import { menuFields } from "./menu-fields.ts";
import { isNearlyThere, missingFrom, missingReports, sourceReports } from "./missing.ts";
import type { Page } from "./page.ts";
import { datesOf } from "./page-dates.ts";
import { permalinkOf } from "./permalink.ts";
import { createSourceReader, type PageSource, type SourceMeans } from "./read-source.ts";
import { fileSlug, slugify, slugSource, writtenSlug } from "./slug.ts";
import { type Remakable, subsiteOf } from "./subsites.ts";

export interface PageRead {
  readonly page: Page;
  /** The page that would be made, if what the header lacks were there. */
  readonly unmade?: Page;
  readonly reports: readonly Report[];
  /** Makes it with the settings of another part of the site; as a draft, where it is to be one there. */
  readonly again: Remakable["again"];
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
  const { header } = source;
  const { path } = source.file;
  const own = withInherited(source.fields, inherited);
  const fields = withDefaults(own, source.defaults);
  const place = placeOf(fields, path);
  const { values } = fields;
  const { date, modified, reports: ofDates } = datesOf(fields, own, inherited, place, settings.timezone);
  const title = titleOf(values.title ?? "", settings) || fileSlug(path, settings);
  const status = statusOf(fields, inherited);
  const missing = missingFrom(values, { path, date, status }, settings);
  const pageField = missing.includes("date") ? pageLine(own)?.key : undefined;
  // Whoever writes menus means a page; of a post they would be in none.
  const kind = pageField === undefined ? kindOf(path, own, inherited.date !== undefined, settings) : "page";
  const slug =
    writtenSlug(values.slug ?? "", settings) ||
    slugify(slugSource(title, path, settings), settings) ||
    fileSlug(path, settings);
  const lang = values.lang || settings.defaultLang;
  const permalink = permalinkOf(header, source.file);
  // Pelican gives pages both, too, and shows neither.
  const category = values.category || defaultCategory(path, settings);
  const ofAll = { authors: authorsOf(values) ?? defaultAuthors(settings), category };
  const parts = addressParts({ file: path, title, slug, lang, date, modified, ...ofAll }, fields, settings);
  const address = placePage({ kind, status, lang, values, parts, place, permalink, settings });
  const dropdown = ownEntries(fields.dropdown, "dropdown", address.addresses.url, path);
  const sidebar = ownEntries(fields.sidebar, "sidebar", address.addresses.url, path);
  const isMade = missing.length === 0 && status !== "skip";
  const page: Page = {
    file: path,
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
  const reports = [
    // A date that is none is told with the page that lacks it.
    ...(missing.includes("date")
      ? ofDates.filter(({ code, values }) => code !== "date-value" || values.field !== "Date")
      : ofDates),
    ...missingReports(source, { ...page, status }, missing, pageField, settings),
    ...dropdown.reports,
    ...sidebar.reports,
    // Nobody asks where a page is that is not made.
    ...(isMade ? address.reports.filter((one) => !isOfMisspelt(one, source)) : []),
  ];
  return {
    page,
    ...(missing.length > 0 && fields.lines.size > 0 && { unmade: { ...page, status } }),
    reports: source.isUnreadable ? source.reports : [...sourceReports(source, missing), ...reports],
  };
}

/** That there is no `Save_as` follows from its misspelt name. */
function isOfMisspelt({ code, values }: Report, source: PageSource): boolean {
  return code === "url-differs" && values.isDefault && isNearlyThere(source, "saveAs");
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
