import type { MatterEngine, MatterFile, MatterOptions } from "./eleventy.ts";
import type { HasLayout } from "./files/layouts.ts";
import { safeData } from "./header/safe-data.ts";
import type { Page } from "./pages/page.ts";
import { isLeftToEleventy } from "./pages/permalink.ts";
import { isLayoutMissing } from "./pages/templates.ts";
import type { Site } from "./site.ts";
import { viewOf } from "./view.ts";

/** The data and the text of a template, as Eleventy takes them from its front matter. */
export interface FrontMatter {
  readonly data: Record<string, unknown>;
  readonly content: string;
}

/** What is known of a build's layouts. */
interface Layouts {
  readonly site: Site;
  readonly layouts: ReadonlySet<string>;
  readonly hasLayout: HasLayout;
}

/** A page of the content: its header has been read; here it becomes Eleventy's data. */
export function pageFrontMatter(page: Page, { site, layouts, hasLayout }: Layouts): FrontMatter {
  return {
    data: {
      layout: layoutOf(page, layouts),
      title: page.title,
      permalink: page.saveAs,
      // The braces of an author's address are no template.
      dynamicPermalink: false,
      eleventyExcludeFromCollections: page.status !== "published",
      ...(page.date && { date: page.date.toJSDate() }),
      ...ownData(page, hasLayout),
      pelican: frozenView(page, site),
    },
    content: site.textOf(page),
  };
}

/** The file of a page's layout, from the folder of includes. */
export function layoutOf(page: Page, layouts: ReadonlySet<string>): string {
  const layout = page.template !== undefined && layouts.has(page.template) ? page.template : page.layout;
  return `layouts/${layout}.njk`;
}

/** Any other template's own front matter, read as Eleventy would have read it. */
export function templateFrontMatter(file: MatterFile, options: MatterOptions): FrontMatter {
  const match = /^---[ \t]*(\w*)[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(file.content);
  if (!match) return { data: {}, content: file.content };
  const engine = options.engines?.[match[1] || "yaml"] ?? options.engines?.[LONG_NAMES[match[1] ?? ""] ?? "yaml"];
  const data = engine ? parseWith(engine, match[2] ?? "") : {};
  return { data: safeData(data) as Record<string, unknown>, content: file.content.slice(match[0].length) };
}

const LONG_NAMES: Readonly<Record<string, string>> = { js: "javascript", yml: "yaml" };

/**
 * Frozen, so that Eleventy hands the one object on: it copies all other data deeply, template by template.
 */
export function frozenView(page: Page | undefined, site: Site): object {
  return Object.freeze(viewOf(page, site));
}

/** YAML front matter is Eleventy's: what it sets holds. */
function ownData(page: Page, hasLayout: HasLayout): Record<string, unknown> {
  const { header } = page;
  if (header.syntax !== "yaml") return {};
  const { date, permalink, layout, ...rest } = header.data;
  // One that is nowhere has its finding, and the page the layout that it would have had.
  const data = layout === undefined || isLayoutMissing(page, hasLayout) ? rest : { ...rest, layout };
  return isLeftToEleventy(permalink) ? { ...data, permalink, dynamicPermalink: true } : data;
}

function parseWith(engine: MatterEngine, text: string): unknown {
  return (typeof engine === "function" ? engine(text) : engine.parse(text)) ?? {};
}
