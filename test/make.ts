/** Pages and sites of texts, without a disk. */
import { DateTime } from "luxon";
import type { Fields } from "../src/plugin/fields/read-fields.ts";
import { readFields } from "../src/plugin/fields/read-fields.ts";
import type { Finding } from "../src/plugin/findings/finding.ts";
import type { Header } from "../src/plugin/header/header.ts";
import { readHeader } from "../src/plugin/header/read-header.ts";
import type { Damage, ImageFile } from "../src/plugin/images/image-file.ts";
import { createMarkdown } from "../src/plugin/markdown/index.ts";
import { makeMenuViews } from "../src/plugin/menus/current.ts";
import type { Page } from "../src/plugin/pages/page.ts";
import { readPage } from "../src/plugin/pages/read-page.ts";
import { type SettingsInput, settingsSchema } from "../src/plugin/settings.ts";
import { makeSite, type Site } from "../src/plugin/site.ts";
import { page } from "./build-tree.ts";

export type Fieldset = Readonly<Record<string, string | number>>;
/** By path: a whole text, or the fields of its header. */
export type Texts = Readonly<Record<string, string | Fieldset>>;

/** Advice on a site as a whole, which small sites of a test get about every page; a test that is about it asks for it. */
export const WITHOUT_ADVICE: NonNullable<SettingsInput["allowFindings"]> = {
  "page-unreached": "the sites of tests are small",
  "title-repeated": "the sites of tests are small",
  "sidebar-copied": "the sites of tests are small",
  "address-form": "not what is tested",
  "field-case": "not what is tested",
};

/** A site of these files; a page that is given as fields has its path as title where it names none. */
export function site(
  texts: Texts,
  settings: SettingsInput = {},
  layouts: readonly string[] = [],
  assets: readonly string[] = [],
  images: Readonly<Record<string, ImageFile | Damage>> = {},
): Site {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    text: typeof text === "string" ? text : page({ ...(text.Title === undefined && { Title: path }), ...text }),
  }));
  return makeSite(
    { files, assets: [...assets], findings: [] },
    settingsSchema.parse({ allowFindings: WITHOUT_ADVICE, ...settings }),
    {
      layouts: new Set(layouts),
      markdown: createMarkdown(),
      readImage: (file) => images[file],
      now: DateTime.fromISO("2030-01-01", { zone: "UTC" }),
    },
  );
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
  return readPage({ path, text }, settingsSchema.parse(settings));
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
  return readFields(header.lines, "a.md", true);
}

export function codesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ code }) => code);
}

/** A finding as `file:line:column code`. */
export function placesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}
