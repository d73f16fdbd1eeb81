import { type FSWatcher, statSync, watch } from "node:fs";
import { join, resolve } from "node:path";
import { isWithin } from "../files/is-within.ts";
import type { EleventyConfig } from "./config.ts";
import type { BuildEvent, Directories } from "./types.ts";
import { watchConfiguration } from "./watch-configuration.ts";
import { watchedSignal } from "./watched-signal.ts";

/** Eleventy's watcher hears of a deleted file about 100 ms late, and must have heard of it before the next build. */
const SETTLED = 200;

/** What Eleventy's own watcher makes builds of. */
export type IsTemplateFile = (path: string) => boolean;

interface ContentWatch {
  /** Before a build: waits until what came and went has been heard of by Eleventy, too. */
  readonly settled: () => Promise<void>;
  /** Begins, where a build is not the only one. */
  readonly watch: (event: BuildEvent) => void;
  readonly unwatch: () => void;
}

/**
 * While somebody writes, Eleventy makes a build where a template, an include or a data file is saved or added, and none where
 * one is deleted, or where any other file of the content changes. Then a file is written that it watches.
 */
export function watchContent(config: EleventyConfig, isTemplateFile: IsTemplateFile): ContentWatch {
  const signal = watchedSignal(config, "changed");
  const readConfiguration = watchConfiguration(config);
  const watchers = new Map<string, FSWatcher>();
  let last = 0;
  let isWithoutLayout = false;
  const unwatch = () => {
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
  config.on("eleventy.reset", unwatch);
  const settled = async () => {
    for (let left = leftOf(last); left > 0; left = leftOf(last)) {
      await new Promise((resolve) => setTimeout(resolve, left));
    }
  };
  const begin = ({ runMode, directories }: BuildEvent) => {
    if (runMode === "build") return;
    const [input, output] = [resolve(directories.input), resolve(directories.output)];
    const layouts = [directories.includes, directories.layouts ?? directories.includes].map((folder) =>
      resolve(folder),
    );
    let timer: NodeJS.Timeout | undefined;
    const isMissedByEleventy = (file: string) => {
      if (isWithin(file, output)) return false;
      // It may be gone by now.
      const status = statSync(file, { throwIfNoEntry: false });
      return !status || (isWithin(file, input) && status.isFile() && !isTemplateFile(file));
    };
    for (const folder of foldersOf(directories)) {
      // One that is not there may be there before the next build.
      if (watchers.has(folder)) continue;
      const watcher = watchFolder(folder, (path, isOfNames) => {
        if (isOfNames) last = Date.now();
        const file = join(folder, path);
        if (/(?:^|[\\/])(?:\.|node_modules[\\/])/.test(path) || !isMissedByEleventy(file)) return;
        // Where layouts are is found out once for each reading of the configuration.
        if (layouts.some((one) => isWithin(file, one))) isWithoutLayout = true;
        clearTimeout(timer);
        timer = setTimeout(isWithoutLayout ? readConfiguration : signal.give, SETTLED);
      });
      if (watcher) watchers.set(folder, watcher);
    }
  };
  return { settled, watch: begin, unwatch };
}

/** The content, and what is around it, each folder once. */
function foldersOf({ input, includes, layouts, data }: Directories): string[] {
  const all = [...new Set([input, includes, layouts ?? includes, data].map((folder) => resolve(folder)))];
  return all.filter((folder) => !all.some((other) => other !== folder && isWithin(folder, other)));
}

/** How long it takes until Eleventy has heard of what happened at a time. */
function leftOf(time: number): number {
  return time + SETTLED - Date.now();
}

/** @returns undefined where the system watches no folders: then a build is made with the next template that is saved */
function watchFolder(folder: string, onChange: (path: string, isOfNames: boolean) => void): FSWatcher | undefined {
  try {
    return watch(folder, { recursive: true, persistent: false }, (type, path) => {
      if (path !== null) onChange(path, type === "rename");
    }).on("error", () => {});
  } catch {
    return undefined;
  }
}
