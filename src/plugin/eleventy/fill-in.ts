import type { Page } from "../pages/page.ts";
import type { PageSource } from "../pages/read-source.ts";
import type { Claims } from "./claims.ts";
import { defaultLayout, type FrontMatterMeans, ownDefaults, pageFrontMatter } from "./front-matter.ts";
import { besideOwn } from "./lazy-data.ts";
import { type MakeAgain, setPermalink } from "./permalinks.ts";
import type { TemplateData } from "./types.ts";

export interface FillInMeans extends FrontMatterMeans {
  /** The front matter of a layout and of those around it, for a page whose layout Eleventy learns of late. */
  readonly layoutData: (layout: string) => Readonly<Record<string, unknown>>;
  /** What templates print of a page, by its file; undefined for a template that is none. */
  readonly viewOf: (file: string) => object;
}

/** The names of the fields that have a default, as Eleventy's data. */
function defaultsOf({ title, category, authors, summary, lang, slug, modified }: Page): Record<string, unknown> {
  return { title, category, authors, summary, lang, slug, modified: modified?.toJSDate() };
}

/** A page that was made of what its file and Eleventy's data say. */
export interface MadePage {
  readonly source: PageSource;
  readonly page: Page;
  /** Makes it again, of what is computed. */
  readonly make: MakeAgain;
  readonly claims: Claims;
}

/** Fills in what nobody said of a page: directory data has gone before. */
export function fillIn(data: TemplateData, { source, page, make, claims }: MadePage, means: FillInMeans): void {
  withoutWritten(data, source, means);
  setPermalink(data, page, make, claims);
  for (const [name, value] of Object.entries({ ...ownDefaults(source), ...defaultsOf(page) }))
    if (value !== undefined) data[name] ??= value;
  if (page.date && data.date === undefined) setDate(data, page.date.toJSDate());
  data.status = page.status;
  data.pelican = besideOwn(means.viewOf(page.file), data.pelican);
  if (page.status !== "published") data.eleventyExcludeFromCollections = true;
  const layout = means.layouts.get(defaultLayout(page, means.layouts));
  // Without the theme there may be none.
  if (data.layout !== undefined || layout === undefined) return;
  data.layout = layout;
  for (const [name, value] of Object.entries(means.layoutData(layout))) data[name] ??= value;
}

/** Eleventy has settled what an undated page has as its date by now. */
function setDate(data: TemplateData, date: Date): void {
  data.date = date;
  Object.assign(data.page, { date });
}

/**
 * Makes data say what a page has become by computed data: that may be another title, and with it another slug.
 *
 * @param before what the page was when its data was filled in
 */
export function fillInAgain(data: TemplateData, page: Page, before: Page): void {
  const [now, then] = [defaultsOf(page), defaultsOf(before)];
  for (const name of ["slug", "category", "lang"]) if (data[name] === then[name]) data[name] = now[name];
  data.status = page.status;
}

/** Takes out of computed data what a Pelican header says: that holds. In YAML front matter Eleventy's own order does. */
function withoutWritten(data: TemplateData, source: PageSource, means: FrontMatterMeans): void {
  if (source.header.syntax === "yaml" || !isObject(data.eleventyComputed)) return;
  const written = pageFrontMatter(source, means).data;
  const left = Object.entries(data.eleventyComputed).filter(([name]) => written[name] === undefined);
  data.eleventyComputed = Object.fromEntries(left);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
