import { flag } from "../dialect/values.ts";
import { authorsOf } from "../fields/authors.ts";
import type { HasLayout, Layouts } from "../files/layouts.ts";
import type { Header } from "../header/header.ts";
import { isReserved } from "../header/safe-data.ts";
import { isEleventyName } from "../header/yaml-header.ts";
import { isHtmlFile } from "../html/is-html-file.ts";
import { parseDate } from "../pages/date.ts";
import type { Page } from "../pages/page.ts";
import { reasonAgainst } from "../pages/paths.ts";
import { isLeftToEleventy } from "../pages/permalink.ts";
import type { PageSource } from "../pages/read-source.ts";
import { isLayoutMissing } from "../pages/templates.ts";

/** The data and the text of a template, as Eleventy takes them from its front matter. */
export interface FrontMatter {
  readonly data: Record<string, unknown>;
  readonly content: string;
}

/** What front matter is made with. */
export interface FrontMatterMeans {
  readonly timezone: string;
  /** The names of the layouts that a `Template` may ask for. */
  readonly layouts: Layouts;
  readonly hasLayout: HasLayout;
  /** The template engine that reads HTML pages before they are shown; false for none. */
  readonly htmlEngine: string | false;
}

/** Names of what Eleventy and this plugin hand to templates: under them a field of an author's own would end the build. */
const TAKEN = new Set(["page", "content", "collections", "eleventy", "buildawesome", "pkg", "pelican"]);

/**
 * What an author wrote, as Eleventy's data, under the names that Eleventy's users expect; fields of the author's own in
 * lower case. What is not written is not there, so that directory data can say it.
 */
export function pageFrontMatter(source: PageSource, means: FrontMatterMeans): FrontMatter {
  const { file, header, fields } = source;
  const { values } = fields;
  const own = ownFields(fields.metadata);
  const layout = layoutNameOf(source, means.layouts);
  const written = {
    title: values.title || undefined,
    date: values.date === undefined ? undefined : parseDate(values.date, means.timezone)?.toJSDate(),
    modified: values.modified === undefined ? undefined : parseDate(values.modified, means.timezone)?.toJSDate(),
    category: values.category || undefined,
    authors: authorsOf(values),
    tags: values.tags && [...new Set(values.tags)],
    summary: values.summary || undefined,
    lang: values.lang || undefined,
    status: values.status,
    draft: draftOf(source),
    slug: values.slug || undefined,
    layout: layout && means.layouts.get(layout),
    // Its text is resolved where Markdown is rendered, and is no Markdown.
    templateEngineOverride: isHtmlFile(file.path) ? overrideFor(means.htmlEngine) : undefined,
  };
  const defined = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
  const data = {
    ...(header.syntax === "yaml" ? { ...ofSettings(own, header), ...yamlData(source, means) } : own),
    ...defined,
  };
  return { data, content: header.body };
}

/** The fields that are not in the header itself. */
function ofSettings(own: Readonly<Record<string, string>>, { lines }: Header): Record<string, string> {
  const written = new Set(lines.map(({ key }) => key.toLowerCase()));
  return Object.fromEntries(Object.entries(own).filter(([name]) => !written.has(name)));
}

/** An author's own fields that settings have for all files: Eleventy's data goes before them. */
export function ownDefaults({ defaults }: PageSource): Record<string, string> {
  return ownFields(defaults.metadata);
}

function ownFields(metadata: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).filter(([name]) => !isTaken(name) && !isReserved(name)));
}

/** In a header of Pelican's, neither what Eleventy hands to templates nor what tells it what to do. */
function isTaken(name: string): boolean {
  return TAKEN.has(name) || isEleventyName(name);
}

/** Preprocessors look at `draft` before this plugin's own: a `Status` holds over the `draft` of a folder. */
function draftOf({ header, fields: { values, metadata } }: PageSource): boolean | undefined {
  const written = flag.schema.safeParse(metadata.draft ?? "");
  if (written.success) return written.data;
  const isPublic = values.status !== undefined && values.status !== "draft";
  return header.syntax !== "yaml" && isPublic ? false : undefined;
}

/**
 * The name of the layout that a page's header asks for; undefined where it leaves that to others.
 *
 * @param layouts those that there are
 */
export function layoutNameOf({ fields: { values } }: PageSource, layouts: Layouts): string | undefined {
  return values.template && layouts.has(values.template) ? values.template : values.contentLayout;
}

/** The same, where nobody asks for one but settings. */
export function defaultLayout({ template, layout }: Page, layouts: Layouts): string {
  return template !== undefined && layouts.has(template) ? template : layout;
}

/** YAML front matter is Eleventy's: what it sets holds, but for a layout that is nowhere and an address outside the site. */
function yamlData({ header: { data } }: PageSource, { hasLayout }: FrontMatterMeans): Record<string, unknown> {
  const { date, layout, permalink, ...more } = data;
  const rest = Object.fromEntries(Object.entries(more).filter(([name]) => !TAKEN.has(name)));
  const isMissing = isLayoutMissing(layout, hasLayout);
  const isUnsafe =
    typeof permalink === "string" && !isLeftToEleventy(permalink) && reasonAgainst(permalink) !== undefined;
  return {
    ...rest,
    ...(!isMissing && layout != null && { layout }),
    ...(permalink !== undefined && !isUnsafe && { permalink }),
  };
}

function overrideFor(engine: string | false): string {
  return engine ? `${engine},md` : "md";
}
