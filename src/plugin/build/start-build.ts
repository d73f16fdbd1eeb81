import { loadStore, storeFileOf } from "../cache/store-file.ts";
import { reasonAgainstKeeping } from "../cache/unwritable.ts";
import { codeVersion } from "../cache/version.ts";
import { createGatherer } from "../eleventy/gatherer.ts";
import type { GatheringMemory } from "../eleventy/gathering-memory.ts";
import { printersOf } from "../eleventy/generated.ts";
import type { BuildEvent } from "../eleventy/types.ts";
import type { FastPages } from "../fast-pages/fast-pages.ts";
import { failWithBrokenData } from "../files/data-files.ts";
import { failIfLarge } from "../files/fail-if-large.ts";
import { pathsBelow } from "../files/files-below.ts";
import type { SourceFile } from "../files/source-file.ts";
import { timesIn } from "../files/times.ts";
import { MOST_OF_DATA, MOST_OF_TEMPLATE } from "../findings/bounds.ts";
import { plainError } from "../findings/plain-error.ts";
import { createMinifier } from "../html/minify/minifier.ts";
import { pathPrefixOf } from "../settings/path-prefix.ts";
import type { Settings } from "../settings.ts";
import { measureWriting } from "../times/measure-writing.ts";
import { unmeasured } from "../times/stopwatch.ts";
import { debug } from "./debug.ts";
import { isDryFromStart } from "./dry-run.ts";
import { failIfUnsettled } from "./fail-if-unsettled.ts";
import { findContent } from "./find-content.ts";
import { type Ignores, patternOf } from "./ignores.ts";
import { type Prepared, prepareBuild } from "./prepare.ts";
import { refuseIncrementalFile } from "./refuse-incremental.ts";
import type { Kept, Running, SessionMeans } from "./running.ts";

/** The settings of a site that is Pelican's, and of one in which pages of Eleventy's own are beside Pelican's. */
export interface Options {
  readonly settings: Settings;
  /** The same, with nothing made that nobody asked for. */
  readonly mixed: Settings;
}

/** What a session hands to a build of its. */
interface Start extends Pick<Running, "before" | "inspected" | "kept" | "times"> {
  readonly options: Options;
  readonly means: SessionMeans;
  readonly memory: GatheringMemory;
  readonly ignores: Ignores;
  /** Undefined where Eleventy makes all pages. */
  readonly fastPages: FastPages | undefined;
}

/**
 * Begins a build, before Eleventy reads anything.
 *
 * @returns undefined where there is nothing to do: a site that has not said which files are Pelican's, and has none yet
 */
export async function startBuild(event: BuildEvent, start: Start): Promise<Running | undefined> {
  const { options, means, memory, ignores, kept, inspected, times } = start;
  refuseIncrementalFile(event, process.argv.slice(2));
  const { directories, runMode, incremental = false } = event;
  const measure = times?.measure ?? unmeasured;
  const isFinal = runMode === "build";
  const isToPublish = isFinal && !inspected;
  const listed = ignores.list();
  const files = measure("read", () => findContent(directories, options.settings, listed));
  debug("%d pages and %d other files in %s", files.pages.length, files.assets.length, directories.input);
  failWithBrokenData(files.pages, [...files.assets, ...files.closed], directories.input);
  const isNamed = options.settings.content.length > 0;
  if (files.pages.length === 0 && !isNamed && !inspected) {
    ignores.add(directories.input, [], files.others);
    return undefined;
  }
  failWithLargeFiles(directories, means.layoutEndings());
  const isMixed = !isNamed && files.others.some((file) => isOfFormat(file, means.templateFormats()));
  if (isMixed) debug("pages of Eleventy's own are beside Pelican's: %o", files.others);
  const settings = isMixed ? options.mixed : options.settings;
  const isAtEnd = isToPublish ? failIfUnsettled() : () => {};
  const tools = {
    store: kept.store,
    minifier: isToPublish && settings.minify ? createMinifier(kept.store) : undefined,
    measure,
    layoutAliases: means.layoutAliases,
    layoutEndings: means.layoutEndings,
    files,
    markdown: means.markdown(),
  };
  // While somebody writes, nobody shows links to the pages, and no image has far to go.
  const pathPrefix = pathPrefixOf(settings, means.pathPrefix());
  const own = { ...settings, pathPrefix, ...(!isFinal && { socialImages: false }), ...inspected?.settings };
  const prepared = await prepareBuild(directories, own, tools, isToPublish);
  failWithoutLayouts(prepared);
  const isWritten = !inspected && !isDryFromStart(event, process.argv);
  if (isWritten && !start.before) tellUncached();
  const fast = isWritten && !incremental ? start.fastPages : undefined;
  const sourceMeans = { settings: own, timeOf: timesIn(directories.input) };
  const readSource = (file: SourceFile) => memory.readSource(file, sourceMeans);
  const plan = await measure("cache", () => fast?.start(prepared, readSource, listed));
  const closed = files.closed.map((file) => patternOf(directories.input, file));
  const templates = [...files.pages, ...files.others];
  ignores.add(directories.input, [...closed, ...(plan ? [plan.pattern] : [])], templates);
  const passedOver = plan?.pages ?? [];
  debug("%d pages are made without Eleventy; its search passes over %o", passedOver.length, ignores.list());
  const { viewOf } = means;
  const layoutData = await layoutDataOf(prepared, means);
  const gathering = { ...prepared, timezone: settings.timezone, htmlEngine: means.htmlEngine(), layoutData, viewOf };
  return {
    prepared,
    kept,
    inspected,
    gatherer: createGatherer({ ...gathering, passedOver }, memory),
    before: start.before,
    isWritten,
    isIncremental: incremental,
    times,
    fastPages: plan ? fast : undefined,
    stopMeasuring: times ? measureWriting(measure) : () => {},
    isAtEnd,
    navigation: [],
    texts: new Map(),
  };
}

/** @throws {Error} that names a layout, an include, an icon or a data file that would take all memory */
function failWithLargeFiles({ includes, layouts, data }: BuildEvent["directories"], endings: readonly string[]): void {
  const onAllPages = [...endings, "svg"];
  const templates = [includes, layouts ?? includes].flatMap(pathsBelow).filter((file) => isOfFormat(file, onAllPages));
  failIfLarge(
    templates,
    MOST_OF_TEMPLATE,
    "What may be on all pages has to be small: put it into a page, or leave it out.",
  );
  failIfLarge(pathsBelow(data), MOST_OF_DATA, "Eleventy reads it as data of all pages: leave out what no page shows.");
}

/** It is no reason to fail: all is made without. */
function tellUncached(): void {
  const reason = reasonAgainstKeeping();
  if (reason === undefined) return;
  console.error(
    `Nothing can be kept in .cache (${reason}), so each build makes everything anew, and what the site no longer has stays in the output. Let it be a folder that may be written to.`,
  );
}

/** Of the layouts that pages have by the plugin: read before Eleventy asks, for it does not wait. */
async function layoutDataOf({ layouts, layoutFolders }: Prepared, means: SessionMeans) {
  const ofPages = ["wide", "single-column", "multiple-columns"].flatMap((name) => layouts.get(name) ?? []);
  const read = ofPages.map(async (layout) => [layout, await means.layoutData(layout, layoutFolders)] as const);
  const known = new Map(await Promise.all(read));
  return (layout: string) => known.get(layout) ?? {};
}

/** @throws {Error} that names the layouts, and how to do without them */
function failWithoutLayouts({ settings, hasLayout }: Prepared): void {
  const missing = printersOf(settings).filter(({ layout }) => !hasLayout(`layouts/${layout}.njk`));
  if (missing.length === 0) return;
  const names = missing.map(({ layout }) => `layouts/${layout}.njk`);
  const options = [...new Set(missing.map(({ option }) => `${option}: false`))];
  throw plainError(
    `Without the theme there are no layouts for what the settings ask for: ${names.join(", ")}. Write them into the folder ` +
      `of includes, or set ${options.join(" and ")}.`,
  );
}

function isOfFormat(file: string, formats: readonly string[]): boolean {
  return formats.some((format) => file.toLowerCase().endsWith(`.${format}`));
}

/** What was made of texts before. */
export function loadKept(input: string): Kept {
  const [file, version] = [storeFileOf(input), codeVersion()];
  return { file, version, store: loadStore(file, version) };
}
