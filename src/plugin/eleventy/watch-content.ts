import { existsSync, statSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ignoredPaths } from "../files/ignored.ts";
import { isWithin } from "../files/is-within.ts";
import { isPassedOver } from "../files/read-tree.ts";
import { watchFolder } from "../files/watch-folder.ts";
import { printable } from "../findings/printable.ts";
import { relativePath } from "../findings/relative-path.ts";
import type { EleventyConfig } from "./config.ts";
import { eleventyHears } from "./eleventy-hears.ts";
import { buildOneAtATime } from "./one-at-a-time.ts";
import type { BuildEvent, Directories, FileSearch } from "./types.ts";
import { watchConfiguration } from "./watch-configuration.ts";
import { watchedSignal } from "./watched-signal.ts";

/** Who removes files often removes or writes others: a build that began in between would miss them, or make pages go. */
const SETTLED = 200;
/** Who writes many files, or one in parts, is waited for. */
const PAUSE = 50;
/** Where the configuration is read anew, those who watch begin anew: until they do, nothing must be missed. */
const HANDOVER = 3_000;
/** So long Eleventy may take to begin a build of its own, which then has all else that changed, too. */
const PATIENCE = 500;

/** What is asked of files while they are watched. */
export interface WatchedFiles {
  /** Whether Eleventy's own watcher makes builds of a file. */
  readonly isTemplate: (path: string) => boolean;
  /** Whether a hidden file or folder is content, by its path in the content folder. */
  readonly isNamed: (path: string) => boolean;
  /** What Eleventy lists its files with, once there was a build. */
  readonly search: () => FileSearch | undefined;
}

interface ContentWatch {
  /** Before a build: waits until nothing has gone for a moment. */
  readonly settled: (event: BuildEvent) => Promise<void>;
  /** Begins, where a build is not the only one. */
  readonly watch: (event: BuildEvent) => void;
  readonly unwatch: () => void;
}

/**
 * While somebody writes, Eleventy makes a build where a template, an include or a data file is saved or added, and none where
 * one is deleted, or where any other file of the content changes. Then a file is written that it watches.
 */
export function watchContent(config: EleventyConfig, { isTemplate, isNamed, search }: WatchedFiles): ContentWatch {
  const signal = watchedSignal(config, "changed");
  const eleventy = eleventyHears(config, search);
  const build = () => {
    signal.give();
    eleventy.expect(signal.file);
  };
  const readConfiguration = watchConfiguration(config);
  const watched = new Map<string, () => void>();
  let last = 0;
  let isWithoutLayout = false;
  let hasTold = false;
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    timer = undefined;
    (isWithoutLayout ? readConfiguration : build)();
  };
  // A build that Eleventy begins by itself has all that changed: of a page that is given another name two would be made.
  const ask = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, eleventy.isExpecting() ? PATIENCE : PAUSE);
  };
  const unwatch = () => {
    for (const end of watched.values()) end();
    watched.clear();
  };
  config.on("eleventy.reset", () => setTimeout(unwatch, HANDOVER).unref());
  buildOneAtATime(config, existsSync(signal.file));
  const settled = async ({ incremental }: BuildEvent) => {
    for (let left = leftOf(last); left > 0; left = leftOf(last)) {
      await delay(left);
    }
    eleventy.remind();
    // What changed until now this build reads.
    if (isWithoutLayout || incremental) return;
    clearTimeout(timer);
    timer = undefined;
  };
  const onFault = (code: string) => {
    if (!hasTold) console.error(printable(`Not all folders can be watched (${code}): ${UNHEARD}`));
    hasTold = true;
  };
  const begin = ({ runMode, directories }: BuildEvent) => {
    if (runMode === "build") return;
    const [input, output] = [resolve(directories.input), resolve(directories.output)];
    const data = resolve(directories.data);
    const layouts = [directories.includes, directories.layouts ?? directories.includes].map((folder) =>
      resolve(folder),
    );
    const isUnwatched = (file: string) =>
      isWithin(file, output) ||
      (isPassedOver(basename(file)) && !isNamed(relativePath(input, file))) ||
      ignoredPaths([file], [...config.watchIgnores]).size > 0;
    const isData = (file: string) => file.endsWith(".json") || config.dataExtensions.has(extname(file).slice(1));
    const changed = (file: string) => {
      const status = statSync(file, { throwIfNoEntry: false });
      eleventy.know(file, isWithin(file, data));
      // It may be gone by now.
      if (!status) last = Date.now();
      else if (!status.isFile()) return;
      else if (!isWithin(file, input) || isTemplate(file)) {
        eleventy.expect(file);
        if (timer) ask();
        return;
      }
      // Perhaps data: then it tells of it, and perhaps another file that is copied.
      if (isData(file)) eleventy.expect(file);
      // Where layouts are is found out once for each reading of the configuration.
      if (layouts.some((one) => isWithin(file, one))) isWithoutLayout = true;
      ask();
    };
    for (const folder of foldersOf(directories)) {
      if (watched.has(folder)) continue;
      const isPassed = (path: string) => isUnwatched(join(folder, path));
      watched.set(
        folder,
        watchFolder(folder, { isPassedOver: isPassed, onChange: (path) => changed(join(folder, path)), onFault }),
      );
    }
  };
  return { settled, watch: begin, unwatch };
}

const UNHEARD =
  "what changes in others shows with the next page that is saved. Let the system watch more (on Linux: fs.inotify.max_user_watches).";

/** The content, and what is around it, each folder once. */
function foldersOf({ input, includes, layouts, data }: Directories): string[] {
  const all = [...new Set([input, includes, layouts ?? includes, data].map((folder) => resolve(folder)))];
  return all.filter((folder) => !all.some((other) => other !== folder && isWithin(folder, other)));
}

/** How long it takes until what happened at a time is over. */
function leftOf(time: number): number {
  return time + SETTLED - Date.now();
}
