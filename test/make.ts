/** Pages and sites of texts, without a disk. */
import { DateTime } from "luxon";
import type { Assets } from "../src/plugin/assets/assets.ts";
import { rules, toFindings } from "../src/plugin/checks/index.ts";
import type { Fields } from "../src/plugin/fields/read-fields.ts";
import { readFields } from "../src/plugin/fields/read-fields.ts";
import type { Finding, Place } from "../src/plugin/findings/finding.ts";
import type { FindingCode } from "../src/plugin/findings/report-values.ts";
import type { Header } from "../src/plugin/header/header.ts";
import { readHeader } from "../src/plugin/header/read-header.ts";
import type { Damage, ImageFile } from "../src/plugin/images/image-file.ts";
import { createMarkdown } from "../src/plugin/markdown/index.ts";
import type { Page } from "../src/plugin/pages/page.ts";
import { readPage } from "../src/plugin/pages/read-page.ts";
import { gatherTree } from "../src/plugin/pages/read-pages.ts";
import { readSettings, type SettingsInput, settingsSchema } from "../src/plugin/settings.ts";
import { makeSite, type Site } from "../src/plugin/site.ts";
import { makeMenuViews } from "../src/plugin/views/menus.ts";
import { page } from "./build-tree.ts";

export type Fieldset = Readonly<Record<string, string | number>>;
/** By path: a whole text, or the fields of its header. */
export type Texts = Readonly<Record<string, string | Fieldset>>;

/** Of a site whose layouts bring none. */
export const NO_ASSETS: Assets = {
  files: new Map(),
  has: () => false,
  hrefOf: (source) => source,
  dataUriOf: (source) => source,
  isUsed: () => false,
};

/** Advice on a site as a whole, which small sites of a test get about every page; a test that is about it asks for it. */
const WITHOUT_ADVICE: NonNullable<SettingsInput["allowFindings"]> = {
  "page-unreached": "the sites of tests are small",
  "title-repeated": "the sites of tests are small",
  "sidebar-copied": "the sites of tests are small",
  "address-form": "not what is tested",
  "field-case": "not what is tested",
  "menu-unshown": "not what is tested",
};

/** A site of these files; a page that is given as fields has its path as title where it names none. */
export function site(
  texts: Texts,
  settings: SettingsInput = {},
  layouts: readonly string[] = [],
  assets: readonly string[] = [],
  images: Readonly<Record<string, ImageFile | Damage>> = {},
  lacking: readonly string[] = [],
  beside: Readonly<Record<string, string>> = {},
): Site {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    text: typeof text === "string" ? text : page({ ...(text.Title === undefined && { Title: path }), ...text }),
  }));
  const all = readSettings({ allowFindings: WITHOUT_ADVICE, ...settings });
  const now = DateTime.fromISO("2030-01-01", { zone: "UTC" });
  return makeSite(gatherTree({ files, assets: [...assets], reports: [] }, all, now), all, {
    layouts: new Map(layouts.map((name) => [name, name])),
    markdown: createMarkdown({ ...all.markdown, math: all.math }),
    readImage: (file) => images[file],
    readText: (file) => beside[file],
    isInstalled: (library) => !lacking.includes(library),
  });
}

/** The page that a file of a site became. @throws where it became none */
export function pageIn({ pages }: Site, file: string): Page {
  const found = pages.find((one) => one.file === file);
  if (!found) throw new Error(`${file} became no page`);
  return found;
}

/** The menus on one page of a site. */
export function menus(of: Site, file: string) {
  return makeMenuViews(of.menus)(pageIn(of, file));
}

export function readText(path: string, text: string, settings: SettingsInput = {}) {
  const { page, reports } = readPage({ path, text }, settingsSchema.parse(settings));
  return { page, findings: toFindings(reports) };
}

/** The page that a header makes. */
export function pageOf(fields: Fieldset, path = "a.md", settings: SettingsInput = {}): Page {
  return readText(path, page({ Title: "A", ...fields }), settings).page;
}

/** The header of a Markdown file. */
export function headerOf(text: string, path = "a.md"): Header {
  return readHeader({ path, text }).header;
}

/** A header's fields as pairs. */
export function pairsOf(text: string, path = "a.md"): (readonly [string, string])[] {
  return headerOf(text, path).lines.map(({ key, value }) => [key, value] as const);
}

/** The fields of header lines such as `Title: A`. */
export function fieldsOf(...lines: readonly string[]): { fields: Fields; findings: Finding[] } {
  const header = headerOf(`---\n${lines.join("\n")}\n---\n`);
  const { fields, reports } = readFields(header.lines, "a.md", true);
  return { fields, findings: toFindings(reports) };
}

/** A finding in words of the test's own. */
export function finding(code: FindingCode, place: Place, words: Partial<Finding> = {}): Finding {
  const { severity } = rules[code];
  return { ...place, field: "", code, severity, message: "M.", consequence: "C.", fix: "F.", edits: [], ...words };
}

export function codesOf(findings: readonly { readonly code: string }[]): string[] {
  return findings.map(({ code }) => code);
}

/** A finding as `file:line:column code`. */
export function placesOf(findings: readonly (Place & { readonly code: string })[]): string[] {
  return findings.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}
