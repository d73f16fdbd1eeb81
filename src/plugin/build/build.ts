import { resolve } from "node:path";
import { writeAssets } from "../assets/asset-files.ts";
import { forgetUnused } from "../cache/forget-unused.ts";
import { reasonAgainstKeeping } from "../cache/unwritable.ts";
import { checkLedger } from "../checks/check-ledger.ts";
import { toFindings } from "../checks/index.ts";
import type { Gatherer } from "../eleventy/gatherer.ts";
import { isInstalled } from "../files/libraries.ts";
import { textReader } from "../files/read-text.ts";
import { type Finding, sortFindings } from "../findings/finding.ts";
import { printable } from "../findings/printable.ts";
import { drawImages, writePictures } from "../images/draw-images.ts";
import { damagesIn } from "../images/find-sources.ts";
import { imageReader } from "../images/image-file.ts";
import type { InputPaths } from "../links/input-paths.ts";
import type { Page } from "../pages/page.ts";
import { keepLedger } from "../redirects/keep-ledger.ts";
import { readTexts, type Site, withoutCards, withPictures } from "../site.ts";
import { type Card, cardsOf } from "../social/card.ts";
import { cardName, reasonAgainstDrawing, writeCards } from "../social/write-cards.ts";
import { copyFiles } from "../static/copy.ts";
import type { Structure } from "../structure.ts";
import { createViews, type Views } from "../views/views.ts";
import type { Prepared } from "./prepare.ts";

/** One build of the site, from when Eleventy has gathered its pages. */
export interface Build extends Prepared {
  readonly site: Site;
  readonly findings: readonly Finding[];
  /** The pages by their files. */
  readonly pages: ReadonlyMap<string, Page>;
  readonly gatherer: Gatherer;
  /** What is printed. */
  readonly views: Views;
  /** What a template engine has made of pages' texts, by their files. */
  readonly texts: ReadonlyMap<string, string>;
  /** What paths of source files in links stand for. */
  readonly inputPaths: InputPaths | undefined;
}

/** Where pictures are kept that were drawn before, from the project's folder. */
const CARDS = ".cache/social";
const PICTURES = ".cache/images";

/**
 * Reads the texts of what was gathered.
 *
 * @param texts what a template engine has made of pages' texts, by their files
 * @param inputPaths what paths of source files in links stand for
 */
export function makeBuild(
  prepared: Prepared,
  gatherer: Gatherer,
  structure: Structure,
  texts: Build["texts"],
  inputPaths: Build["inputPaths"],
): Build {
  const { layouts, hasLayout, store, measure, directories } = prepared;
  const input = resolve(directories.input);
  const [readImage, readText] = [imageReader(input), textReader(input)];
  const { render, isPlain } = prepared.markdown;
  const means = { layouts, hasLayout, markdown: render, readImage, readText, measure, texts, inputPaths };
  // What is kept was made by Markdown that the site does not change.
  const site = readTexts(structure, isPlain ? { ...means, store } : means);
  return {
    ...prepared,
    gatherer,
    texts,
    inputPaths,
    site,
    views: createViews(site),
    findings: sortFindings([...site.findings, ...toFindings(checkLedger(site, process.cwd()))]),
    pages: new Map(site.gathered.pages.map((page) => [page.file, page])),
  };
}

/** Draws the pictures of the texts' images, before the templates: only what is there is shown. */
export async function drawPictures(before: Build): Promise<Build> {
  const build = await withDrawableCards(before);
  const { site, directories } = build;
  if (!isInstalled("@11ty/eleventy-img")) return build;
  const folders = { input: resolve(directories.input), cache: PICTURES, output: build.output };
  const drawn = await drawImages(site.images.files, site.settings.images, folders);
  // Where nothing can be kept at all, that was told when the build began.
  if (drawn.unkept !== undefined && reasonAgainstKeeping() === undefined) {
    console.error(`Pictures cannot be kept in ${PICTURES} (${drawn.unkept}), so each build draws them anew.`);
  }
  if (drawn.fault !== undefined) {
    console.error(`Not all pictures could be drawn, and the images are shown as they are: ${printable(drawn.fault)}`);
  }
  // What only drawing finds no check lists, and a build that finds much tells the first of a kind.
  if (drawn.damages.size > 1)
    console.error(`Not drawn, as damaged: ${printable(someOf([...drawn.damages.keys()].sort()))}`);
  const { allowFindings } = site.settings;
  const damages = toFindings(damagesIn(site.images, drawn.damages)).filter(({ code }) => !allowFindings[code]);
  const shown = withPictures(site, drawn.pictures);
  return {
    ...build,
    site: shown,
    views: createViews(shown),
    findings: sortFindings([...build.findings, ...damages]),
  };
}

/** So many images are named; nobody repairs more at a time. */
const MOST_NAMED = 100;

function someOf(files: readonly string[]): string {
  const more = files.length - MOST_NAMED;
  return `${files.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

async function withDrawableCards(build: Build): Promise<Build> {
  const reason = await reasonAgainstDrawing(cardsIn(build.site), CARDS);
  if (reason === undefined) return build;
  console.error(`No pictures for social networks can be drawn, and the pages name none: ${printable(reason)}`);
  const site = withoutCards(build.site);
  return { ...build, site, views: createViews(site) };
}

function cardsIn(site: Site): readonly Card[] {
  return site.settings.socialImages ? cardsOf(site) : [];
}

/** A build again, of what a template engine has made of its pages' texts. What was drawn of images is there. */
export function remakeBuild(before: Build, texts: ReadonlyMap<string, string>): Build {
  const made = makeBuild(before, before.gatherer, before.site, texts, before.inputPaths);
  const damages = before.findings.filter(({ code }) => code === "image-damaged");
  return {
    ...made,
    site: withPictures(made.site, before.site.pictures),
    findings: sortFindings([...made.findings, ...damages]),
  };
}

/** After the templates: what is copied or drawn, and, where the site is to be published, what the ledger keeps. */
export async function writeFiles({ site, assets, directories, output, isFinal }: Build): Promise<void> {
  copyFiles(site.files, resolve(directories.input), output);
  for (const { saveAs, text } of site.templatePages) output.put(saveAs, Buffer.from(text));
  const { unasked = [], fastPages } = site.settings;
  for (const { saveAs, content } of site.made) output.put(saveAs, content);
  // A page that fast pages keep may name them.
  if (assets.isUsed() || fastPages || !unasked.includes("theme")) writeAssets(assets, output);
  writePictures(site.pictures.values(), PICTURES, output);
  const cards = cardsIn(site);
  if (cards.length > 0) await writeCards(cards, output, CARDS);
  if (!isFinal) return;
  keepLedger(site, process.cwd());
  forgetUnused(PICTURES, new Set([...site.pictures.values()].flat().map(({ name }) => name)));
  forgetUnused(CARDS, new Set(cards.map(cardName)));
}
