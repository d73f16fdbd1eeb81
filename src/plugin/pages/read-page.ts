import type { DateTime } from "luxon";
import { ownEntries } from "../fields/entries.ts";
import { type Fields, readFields } from "../fields/read-fields.ts";
import { type FieldKey, table } from "../fields/table.ts";
import type { SourceFile } from "../files/source-file.ts";
import { STOPPING } from "../findings/codes.ts";
import { type Finding, finding, type Place } from "../findings/finding.ts";
import { valuePlace } from "../header/header.ts";
import { readHeader } from "../header/read-header.ts";
import { hrefOf } from "../links/address.ts";
import type { Settings } from "../settings.ts";
import { placePage } from "./addresses.ts";
import { dateInName, parseDate } from "./date.ts";
import { kindOf } from "./kind.ts";
import type { Page } from "./page.ts";
import { permalinkOf } from "./permalink.ts";
import { fileSlug, slugify, writtenSlug } from "./slug.ts";

export interface PageRead {
  readonly page: Page;
  readonly findings: readonly Finding[];
}

/** Makes a page of a file. */
export type ReadPage = (file: SourceFile, settings: Settings) => PageRead;

/** Keeps what it read of each file: while somebody writes, most stay as they are. */
export function createPageReader(): ReadPage {
  const known = new Map<string, { readonly text: string; readonly settings: Settings; readonly read: PageRead }>();
  return (file, settings) => {
    const last = known.get(file.path);
    if (last && last.text === file.text && last.settings === settings) return last.read;
    const read = readPage(file, settings);
    known.set(file.path, { text: file.text, settings, read });
    return read;
  };
}

/** Makes a page of a file: header, fields, defaults. Whatever is wrong is a finding, and a page there is. */
export function readPage(file: SourceFile, settings: Settings): PageRead {
  const { header, findings: ofHeader } = readHeader(file);
  const isUnreadable = ofHeader.some(({ code }) => STOPPING.has(code));
  const { fields, findings: ofFields } = readFields(header.lines, file.path, header.syntax !== "yaml", header.menus);
  const findings = [...ofHeader, ...ofFields];
  const place = placeOf(fields, file.path);
  const kind = kindOf(file.path, fields, settings);
  const values = fields.values;
  const title = values.title || fileSlug(file.path);
  if (!values.title) findings.push(noTitle(title, place("title")));
  const slug = writtenSlug(values.slug ?? "") || slugify(title) || fileSlug(file.path);
  const date =
    dateFrom(fields, "date", place, settings, findings) ?? parseDate(dateInName(file.path) ?? "", settings.timezone);
  if (kind === "post" && !date && !values.date) findings.push(noDate(place("date")));
  const status = values.status ?? (fields.lines.has("status") ? "draft" : "published");
  const lang = values.lang || settings.defaultLang;
  const permalink = permalinkOf(header, file);
  const address = placePage({ kind, slug, date, status, lang, values, place, permalink, settings });
  const dropdown = ownEntries(fields.dropdown, "dropdown", address.addresses.url, file.path);
  const sidebar = ownEntries(fields.sidebar, "sidebar", address.addresses.url, file.path);
  findings.push(...dropdown.findings, ...sidebar.findings);
  const page: Page = {
    file: file.path,
    kind,
    status,
    title,
    slug,
    ...address.addresses,
    href: hrefOf(address.addresses.saveAs),
    aliases: values.aliases ?? [],
    parentId: values.parentId,
    layout: values.contentLayout ?? "single-column",
    template: values.template || undefined,
    date,
    modified: dateFrom(fields, "modified", place, settings, findings),
    authors: values.authors ?? values.author ?? defaultAuthors(kind, settings),
    category: values.category || defaultCategory(kind, file.path, settings),
    tags: values.tags ?? [],
    summary: values.summary || undefined,
    lang,
    isTranslation: values.translation ?? false,
    ...menuFields({ ...fields, dropdown: dropdown.entries, sidebar: sidebar.entries }, title),
    header,
    fields: values,
    metadata: fields.metadata,
    place,
  };
  // Of a header that nobody can read, nothing else is to be said.
  return { page, findings: isUnreadable ? ofHeader : [...findings, ...address.findings] };
}

function defaultAuthors(kind: Page["kind"], settings: Settings): string[] {
  return kind === "post" && settings.author !== "" ? [settings.author] : [];
}

/** A post is in one category always: its header's, its folder's, or the default one. */
function defaultCategory(kind: Page["kind"], path: string, settings: Settings): string | undefined {
  if (kind === "page") return undefined;
  const folder = settings.useFolderAsCategory ? path.split("/").at(-2) : undefined;
  return folder ?? settings.defaultCategory;
}

function menuFields(
  { values, dropdown, sidebar }: Fields,
  title: string,
): Pick<Page, "menuName" | "topMenu" | "footer" | "dropdown" | "sidebar"> {
  return {
    menuName: values.menuName || title,
    topMenu: values.topMenuShow ? { order: values.topMenuOrder } : undefined,
    footer: values.footerShow ? { side: values.footerShow, order: values.footerOrder } : undefined,
    dropdown: values.dropdownMenuShow ? dropdown : undefined,
    sidebar: {
      isShown: values.sidebarMenuShow ?? false,
      title: values.sidebarMenuTitle || undefined,
      entries: sidebar,
      inherit: values.inheritSidebar ?? false,
    },
  };
}

/** A field's place is its value's; one that is not written has its place at the top of the file. */
function placeOf(fields: Fields, file: string): (field: FieldKey) => Place {
  return (field) => {
    const line = fields.lines.get(field);
    return line ? valuePlace(line, file) : { file, line: 1, column: 1 };
  };
}

function dateFrom(
  fields: Fields,
  field: "date" | "modified",
  place: (field: FieldKey) => Place,
  settings: Settings,
  findings: Finding[],
): DateTime | undefined {
  const value = fields.values[field];
  if (value === undefined) return undefined;
  const date = parseDate(value, settings.timezone);
  if (!date) findings.push(badDate(table[field].name, value, place(field)));
  return date;
}

function noTitle(title: string, place: Place): Finding {
  return finding("title-missing", place, {
    field: "Title",
    message: "The page has no title.",
    consequence: `Its file's name serves instead: “${title}”.`,
    fix: "Write “Title: …” in the header.",
  });
}

function noDate(place: Place): Finding {
  return finding("date-missing", place, {
    field: "Date",
    message: "The post has no date.",
    consequence: "It stands at the end of every list, and an address made of the date lacks it.",
    fix: "Write “Date: 2010-10-04 07:44” in the header, or the date at the start of the file's name.",
  });
}

function badDate(field: string, value: string, place: Place): Finding {
  return finding("date-value", place, {
    field,
    message: `${field} cannot be “${value}”.`,
    consequence: "The page counts as having none.",
    fix: "Write a date and, if you like, a time: 2010-10-04 07:44.",
  });
}
