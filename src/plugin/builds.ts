import { type Build, drawPictures, finishBuild, startBuild, stopIfUnbuildable, tellFindings } from "./build.ts";
import type { Store } from "./cache/store.ts";
import { loadStore, saveStore, storeFileOf } from "./cache/store-file.ts";
import { codeVersion } from "./cache/version.ts";
import { isDryFromStart, wasDry } from "./dry-run.ts";
import type { BuildEvent, CollectionItem } from "./eleventy.ts";
import { createFastPages, type FastPages, type Rules } from "./fast-pages/fast-pages.ts";
import type { Engine } from "./fast-pages/print.ts";
import { createMinifier } from "./output/minifier.ts";
import { createPageReader } from "./pages/read-page.ts";
import { type SearchIndex, startSearchIndex, writeSearchIndex } from "./search/search-index.ts";
import type { SecondThread } from "./second-thread/second-thread.ts";
import type { Settings } from "./settings.ts";
import { measureWriting } from "./times/measure-writing.ts";
import { createStopwatch, type Stopwatch, unmeasured } from "./times/stopwatch.ts";
import { failIfUnfinished } from "./unfinished.ts";

/** The builds of one run of Eleventy: one, or, while somebody writes, one after another. */
export interface Builds {
  /**
   * Reads everything before Eleventy reads anything.
   *
   * @throws {Error} where the site must not be built
   */
  readonly start: (event: BuildEvent) => Promise<void>;
  /** Eleventy's list of what its search passes over. Pages that it is not needed for are added, before it searches. */
  readonly passOver: (patterns: string[]) => void;
  /** Eleventy has made its Nunjucks ready. */
  readonly takeEngine: (engine: Engine) => void;
  /** Eleventy has made its collections, and nothing is written yet. */
  readonly takeItems: (items: readonly CollectionItem[]) => void;
  /** Writes what no template stands for, unless nothing is to be written, and tells what was found. */
  readonly finish: (event: BuildEvent) => Promise<void>;
  /** The build that runs, or the last one. */
  readonly current: () => Build | undefined;
}

/** What goes with a build until it is finished. */
interface Running {
  readonly kept: Kept;
  /** Until what the other thread keeps is kept. */
  readonly keeping: Promise<void> | undefined;
  readonly build: Build;
  readonly before: Build | undefined;
  readonly isFinal: boolean;
  /** Nothing is to be written. */
  readonly isDry: boolean;
  readonly searchIndex: Promise<SearchIndex> | undefined;
  readonly times: Stopwatch | undefined;
  /** Undefined where Eleventy makes all pages. */
  readonly fastPages: FastPages | undefined;
  readonly stopMeasuring: () => void;
  /** Says that it has come to its end. */
  readonly isAtEnd: () => void;
}

/** What was made of texts before, and where it is kept. */
interface Kept {
  readonly file: string;
  readonly version: string;
  readonly store: Store;
}

/** The variable of the environment that asks where the time of a build went. */
const TIMES = "PELICAN_TIMES";

/**
 * @param layoutAliases the names that the configuration has for layouts
 * @param rules what the configuration says of pages
 */
export function createBuilds(settings: Settings, layoutAliases: () => readonly string[], rules: Rules): Builds {
  // While somebody writes, nobody shows links to the pages, and no image has far to go.
  const whileWriting = { ...settings, socialImages: false };
  const readPage = createPageReader();
  let kept: Kept | undefined;
  let running: Running | undefined;
  let patterns: string[] = [];
  let engine: Engine | undefined;
  let fastPages: FastPages | undefined;
  let items: readonly CollectionItem[] = [];

  const start = async (event: BuildEvent) => {
    const { directories, runMode, incremental } = event;
    const isDry = isDryFromStart(event, process.argv);
    items = [];
    const times = process.env[TIMES] ? createStopwatch("Eleventy and its templates") : undefined;
    const measure = times?.measure ?? unmeasured;
    const isFinal = runMode === "build";
    const isAtEnd = isFinal ? failIfUnfinished() : () => {};
    const before = running?.build;
    // It is there still where the build before came to no end.
    before?.thread?.end();
    const ofInput = kept ?? measure("cache", () => loadKept(directories.input));
    kept = ofInput;
    const { store, version } = ofInput;
    const minifier = isFinal ? createMinifier(store) : undefined;
    const tools = { store, readPage, minifier, measure, layoutAliases };
    const read = await startBuild(directories, isFinal ? settings : whileWriting, tools, isFinal);
    stopIfUnbuildable(read, !isDry);
    const build = isFinal && !isDry ? await drawPictures(read) : read;
    // Once while somebody writes, so that a save stays quick.
    const searchIndex = !isDry && (isFinal || !before) ? startSearchIndex(build.site) : undefined;
    if (settings.fastPages) fastPages ??= createFastPages(version, rules);
    const fast = !isDry && !incremental ? fastPages : undefined;
    const pattern = measure("cache", () => fast?.start(build, isFinal));
    if (pattern !== undefined) patterns.push(pattern);
    const stopMeasuring = times ? measureWriting(measure) : () => {};
    // Most of what is to be kept is there: the other thread keeps it while Eleventy makes its templates ready.
    const { thread } = build;
    const keeping = isDry ? undefined : thread && measure("cache", () => saveKept(ofInput, thread.keep));
    running = {
      kept: ofInput,
      keeping,
      build,
      before,
      isFinal,
      isDry,
      searchIndex,
      times,
      fastPages: fast,
      stopMeasuring,
      isAtEnd,
    };
  };

  const finish = async (event: BuildEvent) => {
    if (!running) return;
    const { keeping, build, before, isFinal, times, stopMeasuring, isAtEnd } = running;
    const isDry = running.isDry || wasDry(event, items, build.site.lists.length > 0);
    if (!isDry) await write(running, engine);
    await keeping;
    build.thread?.end();
    stopMeasuring();
    tellFindings(build, before, isFinal);
    if (times) console.error(`\n${times.table()}\n`);
    isAtEnd();
  };

  const passOver = (all: string[]) => {
    patterns = all;
  };
  const takeEngine = (ready: Engine) => {
    engine = ready;
  };
  const takeItems = (all: readonly CollectionItem[]) => {
    items = all;
  };
  return { start, passOver, takeEngine, takeItems, finish, current: () => running?.build };
}

async function write({ kept, keeping, build, isFinal, searchIndex, fastPages }: Running, engine: Engine | undefined) {
  await fastPages?.finish(build, engine);
  await finishBuild(build, isFinal);
  await writeSearchIndex(searchIndex, build.directories.output);
  await keeping;
  if (isFinal) await build.measure("cache", () => saveKept(kept));
}

function loadKept(input: string): Kept {
  const [file, version] = [storeFileOf(input), codeVersion()];
  return { file, version, store: loadStore(file, version) };
}

async function saveKept({ store, file, version }: Kept, keepBy?: SecondThread["keep"]): Promise<void> {
  await saveStore(store, file, version, keepBy);
}
