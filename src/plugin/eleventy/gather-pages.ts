import { resolve } from "node:path";
import type { DateTime } from "luxon";
import type { FoundFiles } from "../files/read-tree.ts";
import { compareText } from "../findings/finding.ts";
import { relativePath } from "../findings/relative-path.ts";
import type { Report } from "../findings/report.ts";
import { withoutConflicts } from "../pages/conflicts.ts";
import { inheritedFrom } from "../pages/inherited.ts";
import type { Page } from "../pages/page.ts";
import { safeSaveAs } from "../pages/paths.ts";
import { makePage, type PageRead } from "../pages/read-page.ts";
import { type Gathered, isUnwritten, withoutPage } from "../pages/read-pages.ts";
import type { PageSource } from "../pages/read-source.ts";
import { copiesOf } from "../pages/subsites.ts";
import type { Settings } from "../settings.ts";
import { splitSummary } from "../texts/summary-below.ts";
import type { Measure } from "../times/stopwatch.ts";
import { type FillInMeans, fillInAgain } from "./fill-in.ts";
import { pageFrontMatter } from "./front-matter.ts";
import { placedAt } from "./output-paths.ts";
import { withoutProtection } from "./protect-tags.ts";
import { isSaidAnew, type Said, said, saidSince } from "./said.ts";
import type { CollectionItem, Directories, TemplateData } from "./types.ts";

/** What a build's pages are gathered with. */
export interface GatheringMeans extends FillInMeans {
  readonly settings: Settings;
  readonly directories: Directories;
  readonly now: DateTime;
  readonly measure: Measure;
  /** The files of the content folder. */
  readonly files: FoundFiles;
  /** Where layouts and includes come from: they may be in the content folder, and are no content. */
  readonly includes: readonly string[];
  readonly layoutFolders: readonly string[];
  /** Pages that Eleventy was told to pass over. */
  readonly passedOver: readonly (PageRead & { readonly source: PageSource })[];
}

/** A page of the content on its way through Eleventy. */
export interface Seen {
  readonly source: PageSource;
  readonly data: TemplateData;
  /** What its data said before anything was filled in. */
  readonly before: Said;
  /** What it said after that. */
  readonly filled: Said;
  /** The page as it was made first. */
  readonly first: Page;
  /** What its data said when the page was made last. */
  last: Said;
  /** The page as it was made last. */
  page: Page;
  reports: readonly Report[];
  /** Makes it for another part of the site, of what its data said last. */
  again: PageRead["again"];
  /** Where Eleventy put it, from the output folder; it may have been taken back since. */
  saveAs?: string;
}

/** A file of which no page is made, for what its header says, or lacks. */
export interface LeftOut extends Pick<Seen, "source" | "before" | "reports"> {}

/** What a gatherer has seen of a build. */
export interface AllSeen {
  readonly seen: ReadonlyMap<string, Seen>;
  /** The data of Eleventy's own templates. */
  readonly templates: readonly TemplateData[];
  readonly reports: readonly Report[];
  /** The pages that would be made, if what their headers lack were there. */
  readonly incomplete: readonly Page[];
  /** Those to be skipped, and posts that wait for their day. */
  readonly unwanted: readonly Page[];
  /** What is in Eleventy's collections: its own list. */
  readonly items: CollectionItem[];
  /** The files, from the output folder, that are known to be written by templates. */
  readonly outputs: readonly string[];
  readonly fileOf: (inputPath: string) => string | undefined;
}

/** The pages that Eleventy has an address for, and what is wrong with them. */
export function gatherPages(all: AllSeen, means: GatheringMeans): Gathered {
  const { passedOver, files, directories, settings } = means;
  const output = resolve(directories.output);
  for (const one of all.seen.values()) {
    const { outputPath } = one.data.page;
    if (typeof outputPath === "string") one.saveAs = relativePath(output, outputPath);
  }
  const written = [...all.seen.values()].filter(({ saveAs, page }) => saveAs !== undefined || isUnwritten(page));
  const reads = [...written.map((one) => finished(one, means)), ...passedOver];
  reads.sort((a, b) => compareText(a.page.file, b.page.file));
  const isOutside = ({ page }: PageRead) => page.saveAs.startsWith("../");
  const outside = reads.filter(isOutside);
  const isInside = (one: PageRead) => !isOutside(one) && !isUnwritten(one.page);
  const inside = reads.filter(isInside).map(({ page }) => page);
  // What is in no collection cannot be taken back, so it goes before.
  const byClaim = [...inside.filter(({ status }) => status !== "published"), ...inside.filter(isPublished)];
  const { pages, reports: conflicts } = withoutConflicts(byClaim);
  const kept = new Set(pages.map(({ file }) => file));
  takeBack(
    all.items.filter((item) => isLost(item, all, kept)),
    all.items,
  );
  const outputs = all.templates.flatMap(({ page }) => (typeof page.outputPath === "string" ? [page.outputPath] : []));
  const ofPages = new Set(pages.map(({ saveAs }) => saveAs));
  const others = [...outputs.map((path) => relativePath(output, path)), ...all.outputs];
  return {
    pages: pages.toSorted((a, b) => compareText(a.file, b.file)),
    unwritten: reads.map(({ page }) => page).filter(isUnwritten),
    incomplete: all.incomplete,
    leftOut: withoutPage(files.pages, pages),
    unwanted: all.unwanted.toSorted((a, b) => compareText(a.file, b.file)),
    copies: () =>
      copiesOf(
        reads.filter(({ page }) => kept.has(page.file)),
        settings,
      ),
    assets: files.assets,
    unmade: files.unmade,
    others: [...new Set(others)].filter((saveAs) => !ofPages.has(saveAs)),
    reports: [
      ...all.reports,
      ...reads.flatMap((one) => one.reports),
      ...outside.flatMap(({ page }) => safeSaveAs(page.saveAs, page.place("saveAs")).reports),
      ...conflicts,
    ],
  };
}

/** A page with what computed data and other preprocessors have made of it, where Eleventy puts it. */
function finished(one: Seen, { settings, timezone }: GatheringMeans): PageRead {
  const { source, data, first } = one;
  if (isSaidAnew(data, one.last)) {
    const inherited = inheritedFrom(saidSince(data, one.before, one.filled), source.fields, timezone);
    const made = makePage(source, settings, inherited);
    fillInAgain(data, made.page, first);
    Object.assign(one, { page: made.page, reports: made.reports, last: said(data), again: made.again });
  }
  one.page = withText(
    placedAt(one.page, one.saveAs ?? one.page.saveAs, data.page.url, settings.addresses),
    data.page.rawInput,
  );
  return { page: one.page, reports: one.reports, again: one.again };
}

/** A preprocessor may have changed the text. */
function withText(page: Page, rawInput: string | undefined): Page {
  const { body } = splitSummary(withoutProtection(rawInput ?? page.header.body));
  return body === page.header.body ? page : { ...page, header: { ...page.header, body } };
}

/** Makes a page of another text, with what Eleventy said of it beyond its header. */
export function remakePage(source: PageSource, one: Seen, means: GatheringMeans): PageRead {
  const { settings } = means;
  const { page, reports, again } = remakeLeftOut(source, one, means);
  // Where Eleventy itself put it, it stays.
  const isMoved = one.saveAs !== undefined && one.saveAs !== one.first.saveAs;
  return {
    page: placedAt(page, isMoved ? (one.saveAs ?? "") : page.saveAs, one.data.page.url, settings.addresses),
    reports,
    again,
  };
}

/**
 * Makes a page of a text of which there was none.
 *
 * @param last what was of its file, if that was looked at
 */
export function remakeLeftOut(source: PageSource, last: LeftOut | undefined, means: GatheringMeans): PageRead {
  const { settings, timezone } = means;
  return makePage(source, settings, last && inheritedFrom(beyondHeader(last, means), source.fields, timezone));
}

/** What Eleventy said of a page and its header did not; of tags, which Eleventy joins, all. */
function beyondHeader({ source, before }: LeftOut, means: GatheringMeans): Said {
  const written = Object.keys(pageFrontMatter(source, means).data).filter((name) => name !== "tags");
  return { ...before, ...Object.fromEntries(written.map((name) => [name, undefined])) };
}

function isPublished({ status }: Page): boolean {
  return status === "published";
}

/** Whether an item is a page whose place another has. */
function isLost({ inputPath }: CollectionItem, { seen, fileOf }: AllSeen, kept: ReadonlySet<string>): boolean {
  const file = fileOf(inputPath);
  return file !== undefined && seen.get(file)?.saveAs !== undefined && !kept.has(file);
}

/** Eleventy neither writes nor lists them any more. Undocumented: test/builds/conflicts.test.ts pins it. */
function takeBack(lost: readonly CollectionItem[], items: CollectionItem[]): void {
  for (const item of lost) {
    Object.assign(item, { url: false, outputPath: false });
    Object.assign(item.page, { url: false, outputPath: false });
    if (item.template?.behavior) item.template.behavior.write = false;
    // Those of tags may be there already.
    const made = Object.values(item.data.collections ?? {}).filter(Array.isArray);
    for (const list of [items, ...made]) if (list.includes(item)) list.splice(list.indexOf(item), 1);
  }
}
