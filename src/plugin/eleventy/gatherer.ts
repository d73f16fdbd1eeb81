import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { contentMatcher } from "../files/content-globs.ts";
import { decode } from "../files/decode.ts";
import { isWithin } from "../files/is-within.ts";
import { PAGE_FILE } from "../files/read-tree.ts";
import type { SourceFile, SourceTree } from "../files/source-file.ts";
import { timesIn } from "../files/times.ts";
import { compareText, placeIn } from "../findings/finding.ts";
import { relativePath } from "../findings/relative-path.ts";
import { type Report, report } from "../findings/report.ts";
import { withEngineData } from "../header/engine-header.ts";
import { isHtmlFile } from "../html/is-html-file.ts";
import { inheritedFrom } from "../pages/inherited.ts";
import type { Page } from "../pages/page.ts";
import { makePage, type PageRead } from "../pages/read-page.ts";
import { type Gathered, isEmpty, isLeftOut } from "../pages/read-pages.ts";
import type { PageSource } from "../pages/read-source.ts";
import { withSummaryBelow } from "../texts/summary-below.ts";
import { useEleventysNames } from "./build-awesome.ts";
import { createClaims } from "./claims.ts";
import { fillIn } from "./fill-in.ts";
import { type FrontMatter, pageFrontMatter } from "./front-matter.ts";
import {
  type GatheringMeans,
  gatherPages,
  type LeftOut,
  remakeLeftOut,
  remakePage,
  type Seen,
} from "./gather-pages.ts";
import type { GatheringMemory } from "./gathering-memory.ts";
import { type Said, said } from "./said.ts";
import { type MaybeLater, templateFrontMatter } from "./template-front-matter.ts";
import { hasBrackets } from "./template-text.ts";
import type { CollectionItem, MatterOptions, TemplateData } from "./types.ts";

/** Follows Eleventy through one build, and learns from it which pages there are. */
export interface Gatherer {
  readonly means: GatheringMeans;
  /**
   * Eleventy reads a template: the front matter of a page of the content; undefined for any other file.
   *
   * @param options what the site reads front matter with; without them, what was read before holds
   */
  readonly read: (inputPath: string, text: string, options?: MatterOptions) => FrontMatterRead | undefined;
  /**
   * Eleventy has a template's data together: what nobody said of a page is filled in.
   *
   * @param content its text
   * @returns false for what is not to be built; the text, where it is to be another
   */
  readonly complete: (data: TemplateData, content: string) => string | false | undefined;
  /**
   * Eleventy knows addresses: what it gathered so far. Pages that are as they were are the same objects. Those whose place
   * another has are taken out of Eleventy's hands.
   *
   * @param items Eleventy's own list of what is in its collections
   * @param outputs the files, from the output folder, that are known to be written by templates
   */
  readonly gather: (items: CollectionItem[], outputs: readonly string[]) => Gathered;
  /** The file of a page of the content, relative to it, by what Eleventy calls it. */
  readonly fileOf: (inputPath: string) => string | undefined;
  /** Whether a template is one of the content: a page, or one that the site's globs name. All others are not ours to touch. */
  readonly isOfContent: (inputPath: string) => boolean;
  /** Whether no page is made of a file of the content: what it says of a layout, say, must not end the build. */
  readonly isLeftAlone: (inputPath: string) => boolean;
  /** Makes a page of another text, with what Eleventy said of it beyond its header. */
  readonly remake: (file: SourceFile) => PageRead;
  /** Whether Eleventy has asked for anything: a page or another template. */
  readonly hasRead: () => boolean;
  /** The files that were gathered, those left out for what their headers say, too; and what is wrong with the folder as such. */
  readonly tree: () => SourceTree;
  /** Tells pages their entries in menus, by their files. What a page says of its own holds. */
  readonly giveEntries: (entries: ReadonlyMap<string, object>) => void;
  readonly sourceOf: (file: string) => PageSource | undefined;
  /** The text of a file, for messages. */
  readonly textOf: (file: string) => string | undefined;
}

/** Eleventy awaits data, and no text. */
interface FrontMatterRead {
  readonly data: MaybeLater<FrontMatter["data"]>;
  readonly content: string;
}

/** Makes what gathers the pages of one build. */
export function createGatherer(means: GatheringMeans, memory: GatheringMemory): Gatherer {
  const { settings, directories, now, measure } = means;
  const input = resolve(directories.input);
  const sourceMeans = { settings, timeOf: timesIn(input) };
  const pages = new Set(means.files.pages);
  const passedOver = new Set(means.passedOver.map(({ page }) => page.file));
  const sources = new Map(means.passedOver.map(({ source }) => [source.file.path, source]));
  const seen = new Map<string, Seen>();
  const leftOut = new Map<string, LeftOut>();
  const templates: TemplateData[] = [];
  const reports: Report[] = [...means.files.reports];
  const incomplete: Page[] = [];
  const unwanted: Page[] = [];
  const claims = createClaims();

  const fileOf = (inputPath: string) => {
    const file = relativePath(input, inputPath);
    return pages.has(file) ? file : undefined;
  };

  const isNamed = contentMatcher(settings.content);
  const isOfContent = (inputPath: string) => {
    return fileOf(inputPath) !== undefined || isNamed(relativePath(input, inputPath));
  };

  const ofLayouts = [...means.includes, ...means.layoutFolders];
  const isLeftAlone = (inputPath: string) =>
    fileOf(inputPath) === undefined &&
    isOfContent(inputPath) &&
    isNobodysPage(inputPath, input) &&
    !ofLayouts.some((folder) => isWithin(resolve(inputPath), folder));

  const read: Gatherer["read"] = (inputPath, content, options) => {
    const path = fileOf(inputPath);
    if (path === undefined) return isLeftAlone(inputPath) ? NOTHING : undefined;
    const text = wholeText(path, content, inputPath);
    if ("report" in text || isEmpty(text)) {
      reports.push("report" in text ? text.report : report("file-empty", placeIn(path), {}));
      return NOTHING;
    }
    const source = measure("headers", () => memory.readSource({ path, text: text.text }, sourceMeans));
    const take = (of: PageSource) => {
      sources.set(path, of);
      return pageFrontMatter(of, means);
    };
    if (source.header.engine === undefined || source.isUnreadable || !options) return take(source);
    const data = templateFrontMatter(text.text, { ...options, delimiters: "---", language: "yaml" });
    const withData = (one: unknown) => {
      const header = withEngineData(source.header, one, text.text);
      return take(memory.readSource(source.file, sourceMeans, header));
    };
    if (!(data instanceof Promise)) return withData(data);
    return { data: data.then((one) => withData(one).data), content: source.header.body };
  };

  /** With `--incremental`, Eleventy does not read again what did not change. */
  const sourceFor = (file: string, inputPath: string) => {
    const isKnown = sources.has(file) || reports.some((one) => one.file === file);
    if (!isKnown) read(inputPath, readFileSync(inputPath, "utf8"));
    return sources.get(file);
  };

  const complete: Gatherer["complete"] = (data, content) => {
    const { inputPath } = data.page;
    const file = fileOf(inputPath);
    if (file === undefined) {
      if (isLeftAlone(inputPath)) return false;
      templates.push(data);
      return undefined;
    }
    // Its search may have found a few of them all the same.
    if (passedOver.has(file)) return false;
    memory.restore(data);
    useEleventysNames(data);
    const source = sourceFor(file, inputPath);
    if (!source) return false;
    const make = (at: Said) => makePage(source, settings, inheritedFrom(at, source.fields, means.timezone));
    const { page, unmade, reports: ofPage, again } = measure("headers", () => make(data));
    if (source.isUnreadable || page.status === "skip") {
      leftOut.set(file, { source, before: said(data), reports: ofPage });
    }
    if (unmade) incomplete.push(unmade);
    if (source.isUnreadable) return false;
    if (isLeftOut(page, settings, now)) {
      unwanted.push(page);
      return false;
    }
    const before = said(data);
    memory.filling(data, () => fillIn(data, { source, page, make: (at) => make(at).page, claims }, means));
    const filled = said(data);
    seen.set(file, { source, data, before, filled, last: filled, first: page, page, reports: ofPage, again });
    const { summary = "" } = page;
    return hasBrackets(summary) && isMarkdownRun(data) ? withSummaryBelow(content, summary) : undefined;
  };

  const gather: Gatherer["gather"] = (items, outputs) => {
    const ofLeftOut = [...leftOut.values()].flatMap((one) => one.reports);
    const told = [...reports, ...ofLeftOut, ...claims.reports()];
    const all = { seen, templates, reports: told, incomplete, unwanted, items, outputs, fileOf };
    return gatherPages(all, means);
  };

  const remake: Gatherer["remake"] = (file) => {
    const source = memory.readSource(file, sourceMeans);
    const one = seen.get(file.path);
    return one ? remakePage(source, one, means) : remakeLeftOut(source, leftOut.get(file.path), means);
  };

  const tree = () => ({
    files: [...[...seen.values()].filter(({ saveAs }) => saveAs !== undefined), ...leftOut.values()]
      .map(({ source }) => source.file)
      .sort((a, b) => compareText(a.path, b.path)),
    assets: means.files.assets,
    unmade: means.files.unmade,
    reports,
  });

  const hasRead = () => seen.size + templates.length > 0;

  const giveEntries: Gatherer["giveEntries"] = (entries) => {
    for (const [file, { data }] of seen) {
      const { eleventyNavigation: own } = data;
      if (own !== undefined && !(typeof own === "object" && own !== null && memory.given.has(own))) continue;
      const entry = entries.get(file);
      if (entry) memory.given.add(entry);
      if (entry || own !== undefined) data.eleventyNavigation = entry;
    }
  };

  const sourceOf = (file: string) => sources.get(file);
  const textOf = (file: string) => sources.get(file)?.file.text;
  const all = { means, read, complete, gather, giveEntries, fileOf, isOfContent, isLeftAlone, remake, hasRead, tree };
  return { ...all, sourceOf, textOf };
}

/** Whether a page's text comes to Markdown, after template engines. */
function isMarkdownRun({ page, templateEngineOverride: engines }: TemplateData): boolean {
  return engines === undefined ? !isHtmlFile(page.inputPath) : String(engines).split(",").includes("md");
}

const NOTHING: FrontMatter = { data: {}, content: "" };

/** A static file, whatever its ending, is copied as it is; what is hidden is nobody's page. A virtual template is no file. */
function isNobodysPage(inputPath: string, input: string): boolean {
  return PAGE_FILE.test(inputPath) && isWithin(resolve(inputPath), input) && existsSync(inputPath);
}

/** Eleventy reads any bytes as text; those that are none are a finding. */
function wholeText(path: string, content: string, inputPath: string): SourceFile | { readonly report: Report } {
  if (!/[\ufffd\0]/.test(content)) return { path, text: content };
  const decoded = decode(readFileSync(inputPath), path);
  return "text" in decoded ? { path, text: decoded.text } : decoded;
}
