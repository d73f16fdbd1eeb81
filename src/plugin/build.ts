import { join, resolve } from "node:path";
import { DateTime } from "luxon";
import pc from "picocolors";
import { readAssets, writeAssets } from "./assets/asset-files.ts";
import { type Assets, makeAssets } from "./assets/assets.ts";
import { minifyScript } from "./assets/script.ts";
import { forgetUnused } from "./cache/forget-unused.ts";
import type { Store } from "./cache/store.ts";
import type { Directories, MatterFile, MatterOptions } from "./eleventy.ts";
import { isWithin } from "./files/is-within.ts";
import { type HasLayout, layoutFinder, layoutsIn } from "./files/layouts.ts";
import { PAGE_FILE, readTree } from "./files/read-tree.ts";
import { isFailure, STOPPING } from "./findings/codes.ts";
import { type Finding, sortFindings } from "./findings/finding.ts";
import { printable } from "./findings/printable.ts";
import { report, reportChanges } from "./findings/report.ts";
import { type FrontMatter, frozenView, pageFrontMatter, templateFrontMatter } from "./front-matter.ts";
import { drawImages, writePictures } from "./images/draw-images.ts";
import { damagesIn } from "./images/find-sources.ts";
import { imageReader } from "./images/image-file.ts";
import { createMarkdown } from "./markdown/index.ts";
import { reasonAgainstWriting } from "./output/check-output.ts";
import type { Minifier } from "./output/minifier.ts";
import type { Pieces } from "./output/pieces.ts";
import type { Page } from "./pages/page.ts";
import type { ReadPage } from "./pages/read-page.ts";
import { checkLedger, keepLedger } from "./redirects/keep-ledger.ts";
import { type SecondThread, startSecondThread } from "./second-thread/second-thread.ts";
import type { Settings } from "./settings.ts";
import { makeSite, type Site, withPictures } from "./site.ts";
import { cardsOf } from "./social/card.ts";
import { cardName, writeCards } from "./social/write-cards.ts";
import { copyFiles } from "./static/copy.ts";
import { isStaticFile } from "./static/static-files.ts";
import { createPrintedIncludes, type PrintedIncludes } from "./templates/include-cached.ts";
import { includesFolders } from "./theme/folders.ts";
import type { Measure } from "./times/stopwatch.ts";

/** One build of the site: all that was read before it began. */
export interface Build {
  readonly site: Site;
  /** The date, to Eleventy, of what has none: one for all, so that these stand in the order of their paths. */
  readonly started: Date;
  readonly findings: readonly Finding[];
  /** The names of the layouts that there are. */
  readonly layouts: ReadonlySet<string>;
  readonly hasLayout: HasLayout;
  readonly assets: Assets;
  /** By absolute path. */
  readonly pages: ReadonlyMap<string, Page>;
  readonly directories: Directories;
  /** The files of the content that are no pages. */
  readonly unread: readonly string[];
  /** The folders of layouts, includes and assets: the theme's, and, going before it, the site's. */
  readonly includes: readonly string[];
  readonly printed: PrintedIncludes;
  readonly minifier: Minifier | undefined;
  /** Undefined where it would not help. */
  readonly thread: SecondThread | undefined;
  readonly measure: Measure;
  /** The text of a file of the content, for messages. */
  readonly sourceOf: (file: string) => string | undefined;
}

/** Where pictures are kept that were drawn before, from the project's folder. */
const CARDS = ".cache/social";
const PICTURES = ".cache/images";

/** What a build is made with. */
export interface Tools {
  /** What was made of texts before. */
  readonly store: Store;
  /** Reads a page, or knows it from the build before. */
  readonly readPage: ReadPage;
  /** Undefined while somebody writes: then pages stay readable. */
  readonly minifier: Minifier | undefined;
  /** Notes what each part takes. */
  readonly measure: Measure;
  /** The names that Eleventy's configuration has for layouts. */
  readonly layoutAliases: () => readonly string[];
}

/**
 * Reads the whole content folder and makes the site of it.
 *
 * @param isFinal whether it is to be published
 */
export async function startBuild(
  directories: Directories,
  settings: Settings,
  tools: Tools,
  isFinal: boolean,
): Promise<Build> {
  const { store, readPage, minifier, measure, layoutAliases } = tools;
  const input = resolve(directories.input);
  const others = [directories.output, directories.includes, directories.data]
    .map((folder) => resolve(folder))
    // Most are beside the content: then there is nothing to ask of each file.
    .filter((folder) => isWithin(folder, input) || isWithin(input, folder));
  const tree = measure("read", () =>
    readTree(
      input,
      (path) => others.some((folder) => isWithin(resolve(input, path), folder)),
      (path, textOf) => isStaticFile(path, settings, textOf),
    ),
  );
  const includes = includesFolders(directories.includes);
  const texts = new Map(tree.files.map(({ path, text }) => [path, text]));
  const layouts = layoutsIn(includes);
  const hasLayout = layoutFinder(includes, layoutAliases());
  const now = DateTime.now();
  const thread = minifier && startSecondThread(resolve(directories.output), tree.files.length, minifier);
  const sources = readAssets(includes.map((folder) => join(folder, "assets")));
  const minify = async (name: string, script: string) =>
    (await thread?.minifyScript(name, script)) ?? minifyScript(name, script);
  const assets = measure("assets", () => makeAssets(sources, isFinal, store, minify));
  // It is waited for when the site is made; what is wrong is told then.
  assets.catch(() => {});
  const site = makeSite(tree, settings, {
    layouts,
    hasLayout,
    markdown: createMarkdown(),
    readImage: imageReader(input),
    readPage,
    now,
    store,
    measure,
  });
  return {
    site,
    started: now.toJSDate(),
    findings: [...site.findings, ...checkLedger(site, process.cwd())],
    layouts,
    hasLayout,
    assets: await assets,
    pages: new Map(site.pages.map((page) => [join(input, page.file), page])),
    directories,
    unread: tree.assets,
    includes,
    printed: createPrintedIncludes(),
    minifier,
    thread,
    measure,
    sourceOf: (file) => texts.get(file),
  };
}

/**
 * Ends a build before it writes anything, where a file could not be read, an address would be lost, or there is no room.
 *
 * @throws {Error} after all findings were printed
 */
export function stopIfUnbuildable({ findings, sourceOf, site, directories }: Build, isWritten: boolean): void {
  const reason = isWritten ? reasonAgainstWriting(directories.output, targetsOf(site), site.html.values()) : undefined;
  if (reason !== undefined) throw plainError(`Nothing was written. ${reason}`);
  if (!findings.some(({ code }) => STOPPING.has(code))) return;
  // Eleventy's command prints the message of an error twice; the findings are told once.
  printReport(report(findings, { sourceOf, colors: hasColors() }));
  throw plainError("Nothing was written: see the findings above.");
}

function targetsOf({ pages, lists, feeds, files }: Site): string[] {
  return [...[...pages, ...lists, ...feeds].map(({ saveAs }) => saveAs), ...files.map(({ to }) => to)];
}

/** With this mark Eleventy prints no stack: the fault is not in the code. */
export function plainError(message: string): Error {
  return Object.assign(new Error(message), { skipOriginalStack: true });
}

/** More of the same a build does not tell: nobody reads on. */
const MOST_OF_ONE_ADVICE = 20;

/**
 * Tells what is wrong: all of it after a build, under `--serve` what is new since the build before. In a strict site a
 * build that has warnings fails.
 */
export function tellFindings(build: Build, before: Build | undefined, isFinal: boolean): void {
  const options = { sourceOf: build.sourceOf, colors: hasColors(), mostOfOneAdvice: MOST_OF_ONE_ADVICE };
  const { findings } = build;
  printReport(isFinal || !before ? report(findings, options) : reportChanges(before.findings, findings, options));
  const { strict } = build.site.settings;
  if (isFinal && strict && findings.some((one) => isFailure(one, strict))) process.exitCode = 1;
}

function printReport(text: string): void {
  if (text !== "") console.error(`\n${text}\n`);
}

/** Only where somebody looks on, and never against NO_COLOR. */
function hasColors(): boolean {
  return pc.isColorSupported && process.stderr.isTTY === true;
}

/** After the templates: what is copied or drawn, and, where the site is to be published, what the ledger keeps. */
export async function finishBuild({ site, assets, directories }: Build, isFinal: boolean): Promise<void> {
  const output = resolve(directories.output);
  copyFiles(site.files, resolve(directories.input), output);
  writeAssets(assets, output);
  writePictures(site.pictures.values(), PICTURES, output);
  const cards = site.settings.socialImages ? cardsOf(site) : [];
  if (cards.length > 0) await writeCards(cards, output, CARDS);
  if (!isFinal) return;
  keepLedger(site, process.cwd());
  forgetUnused(PICTURES, new Set([...site.pictures.values()].flat().map(({ name }) => name)));
  forgetUnused(CARDS, new Set(cards.map(cardName)));
}

/** Draws the pictures of the texts' images, before the templates: only what is there is shown. */
export async function drawPictures(build: Build): Promise<Build> {
  const { site, directories } = build;
  const drawn = await drawImages(site.images.files, site.settings.images, resolve(directories.input), PICTURES);
  if (drawn.fault !== undefined) {
    console.error(`Not all pictures could be drawn, and the images are shown as they are: ${printable(drawn.fault)}`);
  }
  const { allowFindings } = site.settings;
  const damages = damagesIn(site.images, drawn.damages).filter(({ code }) => !allowFindings[code]);
  return {
    ...build,
    site: withPictures(site, drawn.pictures),
    findings: sortFindings([...build.findings, ...damages]),
  };
}

/** The page that an `inputPath` of Eleventy's is of. */
export function pageAt(inputPath: string, { pages }: Pick<Build, "pages">): Page | undefined {
  return pages.get(resolve(inputPath));
}

/** The parts of a page that are minified apart from it. */
export function piecesOf(inputPath: string, outputPath: string, build: Build): Pieces {
  return piecesOfPage(pageAt(inputPath, build), outputPath, build);
}

/** @param page undefined for what is no page of the content */
export function piecesOfPage(page: Page | undefined, outputPath: string, { site, printed }: Build): Pieces {
  const isBroken = page && !site.scanned.get(page)?.isWhole;
  return { whole: printed.takeOf(outputPath), broken: isBroken ? site.textOf(page) : undefined };
}

/** What a template's file says to Eleventy: its data and its text. */
export function frontMatterOf(file: MatterFile, options: MatterOptions, build: Build): FrontMatter {
  const path = resolve(options.filePath ?? "");
  const page = build.pages.get(path);
  if (page) return pageFrontMatter(page, build);
  // What is left out is not built, and its header, which may be none, is not read.
  if (PAGE_FILE.test(path) && isLeftOut(path, build))
    return { data: { permalink: false, eleventyExcludeFromCollections: true }, content: "" };
  const { data, content } = templateFrontMatter(file, options);
  // A layout's data goes into the data of every page that uses it.
  if (build.includes.some((folder) => isWithin(path, folder))) return { data, content };
  return { data: { pelican: frozenView(undefined, build.site), ...data }, content };
}

/** Whether a file of the content, by its absolute path, is no page: it is empty, or another page has its place. */
function isLeftOut(path: string, build: Build): boolean {
  return isWithin(path, resolve(build.directories.input)) && !build.pages.has(path);
}
