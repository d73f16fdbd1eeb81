import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { defaultLayout, layoutNameOf } from "../eleventy/front-matter.ts";
import { type IsTemplate, isTemplatePage } from "../eleventy/template-text.ts";
import { decode } from "../files/decode.ts";
import { PAGE_FILE } from "../files/read-tree.ts";
import type { SourceFile } from "../files/source-file.ts";
import type { Page } from "../pages/page.ts";
import { makePage, type PageRead } from "../pages/read-page.ts";
import { isEmpty, isLeftOut } from "../pages/read-pages.ts";
import type { PageSource } from "../pages/read-source.ts";
import type { BuildToPlan } from "./build.ts";
import { type Incompatibilities, isMeaningful } from "./incompatibilities.ts";
import { type PureLayout, pureLayoutFinder } from "./layouts.ts";
import { allPagesBut } from "./pass-over.ts";

/** A page that is made of its own data alone. */
export interface PlannedPage extends PageRead {
  readonly source: PageSource;
  readonly layout: PureLayout;
}

/** What a build makes without Eleventy. */
export interface Plan {
  readonly pages: readonly PlannedPage[];
  /** What Eleventy's search is to pass over. */
  readonly pattern: string;
}

/** What a plan is made with. */
interface Means extends Pick<Incompatibilities, "asksForPages" | "isForeign"> {
  readonly isTemplate: IsTemplate;
  readonly readSource: (file: SourceFile) => PageSource;
  /** The files that Eleventy's search would find. */
  readonly found: ReadonlySet<string>;
  /** Whether a file is a template to Eleventy, by its name. */
  readonly hasEngine: (path: string) => boolean;
}

/**
 * Finds the pages that are made of their own data alone: Eleventy need neither make them nor know of them.
 *
 * @returns in words, why Eleventy makes all pages, where it does
 */
export function planPages(prepared: BuildToPlan, means: Means): Plan | string {
  const { directories, files, includes } = prepared;
  const template = [...means.found].find((path) => !PAGE_FILE.test(path) && means.hasEngine(path));
  if (template !== undefined) return `${template} is a template`;
  const layouts = pureLayoutFinder(includes, means.isForeign);
  const pages: PlannedPage[] = [];
  const others: string[] = [];
  for (const path of files.pages) {
    if (!means.found.has(path)) continue;
    const source = sourceAt(path, directories.input, means.readSource);
    const planned = source && plannedPage(source, prepared, layouts);
    if (planned && !isTemplatePage(planned.page, means.isTemplate)) {
      pages.push(planned);
      continue;
    }
    others.push(path);
    const asked = source && means.asksForPages(codeIn(source, means.isTemplate));
    if (asked) return `${path} uses “${asked}”, which may ask Eleventy for other pages`;
  }
  const pattern = allPagesBut(others, directories.input);
  if (pages.length === 0)
    return "there is no page that is made of its own data alone, by a layout that prints nothing else";
  return pattern === undefined ? `${others.length} pages are Eleventy's, too many to name` : { pages, pattern };
}

function sourceAt(path: string, input: string, readSource: Means["readSource"]): PageSource | undefined {
  const decoded = decode(readFileSync(join(input, path)), path);
  return "text" in decoded && !isEmpty(decoded) ? readSource({ path, text: decoded.text }) : undefined;
}

/** @returns undefined where anything about the page is Eleventy's to say: a front matter of its own may say anything */
function plannedPage(
  source: PageSource,
  { settings, now, layouts }: BuildToPlan,
  layoutOf: (file: string) => PureLayout | undefined,
): PlannedPage | undefined {
  if (source.header.syntax === "yaml" || source.isUnreadable) return undefined;
  if (Object.keys(source.fields.metadata).some(isMeaningful)) return undefined;
  const { page, reports, again } = makePage(source, settings);
  if (isLeftOut(page, settings, now) || !isPlain(page)) return undefined;
  const file = layouts.get(layoutNameOf(source, layouts) ?? defaultLayout(page, layouts));
  // Other engines are Eleventy's.
  const layout = file?.endsWith(".njk") ? layoutOf(file) : undefined;
  return layout && { source, page, reports, again, layout };
}

/** Whether Eleventy would put a page where its header says, and nobody else has a say in it. */
function isPlain({ saveAs, status }: Page): boolean {
  return status === "published" && saveAs.endsWith(".html") && saveAs === posix.normalize(saveAs);
}

/** What Eleventy may run of a page: its front matter, and a text that is a template. */
function codeIn({ header }: PageSource, isTemplate: IsTemplate): string {
  return JSON.stringify(header.data) + (isTemplate(header.body) ? header.body : "");
}
