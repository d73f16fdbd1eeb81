import { type Keep, saveStore } from "../cache/store-file.ts";
import { fileOfHref } from "../dialect/address.ts";
import { type IsTemplate, isTemplatePage } from "../eleventy/template-text.ts";
import type { BuildEvent } from "../eleventy/types.ts";
import { writeWholeFiles } from "../eleventy/write-whole-files.ts";
import type { Engine } from "../fast-pages/print.ts";
import { plainError } from "../findings/plain-error.ts";
import { textFiles } from "../output/text-files.ts";
import { startSearchIndex, writeSearchIndex } from "../search/search-index.ts";
import type { Site } from "../site.ts";
import type { Structure } from "../structure.ts";
import { type Build, drawPictures, makeBuild, remakeBuild, writeFiles } from "./build.ts";
import { debug } from "./debug.ts";
import { isDryByItems, wroteNothing } from "./dry-run.ts";
import type { Prepared } from "./prepare.ts";
import type { Inspection, Kept, Running } from "./running.ts";
import { spareMemory } from "./spare-memory.ts";
import { structureOf } from "./structure.ts";
import { stopIfUnbuildable, tellBuild } from "./tell.ts";
import { beginOutput, endOutput, tidyOutput } from "./tidy-output.ts";

/**
 * Eleventy knows all addresses, and renders next.
 *
 * @param addresses all but those of what is generated
 * @param inputPaths what paths of source files in links stand for
 * @param isTemplate whether a text is a template, so that more is to be said once it is rendered
 * @throws {Error} where the site must not be built
 */
export async function completeBuild(
  running: Running,
  addresses: readonly string[],
  inputPaths: Build["inputPaths"],
  isTemplate: IsTemplate,
): Promise<void> {
  const { prepared, gatherer, before, kept, inspected, texts } = running;
  // Of a file that is only copied Eleventy asks no template: the site is as it was.
  if (running.isIncremental && !gatherer.hasRead()) return;
  const isWritten = running.isWritten && !isDryByItems(running.items);
  debug("Eleventy has the addresses %o", addresses);
  const structure = structureOf(running, running.items ?? [], addresses.map(fileOfHref));
  for (const [file, text] of running.isIncremental ? textsStanding(before, structure) : []) texts.set(file, text);
  spareMemory(structure.gathered.pages, before?.site.gathered.pages ?? []);
  const made = makeBuild(prepared, gatherer, structure, texts, inputPaths);
  const isSettled = !made.site.gathered.pages.some((page) => isTemplatePage(page, isTemplate));
  if (inspected && isSettled) show(made, inspected);
  if (!inspected) endIf(() => stopIfUnbuildable(made, isWritten), prepared);
  if (isWritten) {
    running.broken = beginOutput(made);
    running.restoreWriting = await writeWholeFiles(running.items ?? [], prepared.directories.output, prepared.measure);
  }
  const build = prepared.isFinal && isWritten ? await drawPictures(made) : made;
  // Once while somebody writes, so that a save stays quick.
  const isIndexed = isWritten && (prepared.isFinal || !before);
  // Most of what is to be kept is there: the worker keeps it while Eleventy renders its templates.
  const { worker, measure } = prepared;
  const keeping = isWritten && worker && measure("cache", () => save(kept, worker.keep));
  Object.assign(running, { build, keeping, isWritten, isIndexed });
  if (isSettled && isIndexed) running.searchIndex = startSearchIndex(build.site);
}

/**
 * All texts are rendered, and layouts are next: what is to be said of texts that a template engine has changed.
 *
 * @throws {Error} where the site must not be built
 */
export function settleBuild(running: Running): void {
  const { build, texts, isWritten, isIndexed, searchIndex, inspected } = running;
  if (!build) return;
  const settled = texts.size === 0 ? build : remakeBuild(build, texts);
  if (inspected) show(settled, inspected);
  const end = () => isWritten && endOutput(build);
  if (settled !== build) endIf(() => stopIfUnbuildable(settled, isWritten), build, end);
  running.build = settled;
  if (isIndexed && !searchIndex) running.searchIndex = startSearchIndex(settled.site);
}

/** Writes what no template stands for, and tells what was found. */
export async function finishBuild(running: Running, event: BuildEvent, engine: Engine | undefined): Promise<void> {
  const { keeping, build, before, kept, searchIndex, times, fastPages, stopMeasuring, isAtEnd } = running;
  running.restoreWriting?.();
  if (!build) return;
  if (running.isWritten && !wroteNothing(event, running.items ?? [], isPrinted(build.site))) {
    await fastPages?.finish(build, engine);
    await writeFiles(build);
    await writeSearchIndex(searchIndex, build.output, build.directories.output);
    await keeping;
    if (build.isFinal) await build.measure("cache", () => save(kept));
    tidyOutput(build, event, running.broken);
  }
  if (running.isWritten) endOutput(build);
  build.worker?.end();
  stopMeasuring();
  tellBuild(build, before);
  if (times) console.error(`\n${times.table()}\n`);
  isAtEnd();
}

function isPrinted(site: Site): boolean {
  return site.lists.length > 0 || site.settings.notFoundSaveAs !== "" || textFiles(site).length > 0;
}

/** What Eleventy does not render again: the texts that a template engine made of sources that are as they were. */
function textsStanding(before: Build | undefined, { gathered }: Structure): (readonly [string, string])[] {
  return gathered.pages.flatMap(({ file, header, summary }) => {
    const known = before?.pages.get(file);
    const isSame = known?.header.body === header.body && known.summary === summary;
    const text = isSame ? before?.texts.get(file) : undefined;
    return text === undefined ? [] : [[file, text] as const];
  });
}

/** Hands a site to who asked for it, and for nothing more. */
function show(build: Build, { use }: Inspection): never {
  use(build);
  throw plainError("The site is there.");
}

/** What works beside must end, too, where a build ends before its end. */
function endIf(check: () => void, { worker }: Prepared, end: () => unknown = () => undefined): void {
  try {
    check();
  } catch (error) {
    worker?.end();
    end();
    throw error;
  }
}

async function save({ store, file, version }: Kept, keepBy?: Keep): Promise<void> {
  await saveStore(store, file, version, keepBy);
}
