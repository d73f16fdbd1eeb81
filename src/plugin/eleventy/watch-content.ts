import { type FSWatcher, mkdirSync, rmSync, statSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { isWithin } from "../files/is-within.ts";
import type { EleventyConfig } from "./config.ts";
import type { BuildEvent } from "./types.ts";

/** Eleventy's watcher hears of a deleted file about 100 ms late, and must have heard of it before the next build. */
const SETTLED = 200;

/** What Eleventy's own watcher makes builds of. */
export type IsTemplateFile = (path: string) => boolean;

interface ContentWatch {
  /** Before a build: waits until what came and went has been heard of by Eleventy, too. */
  readonly settled: () => Promise<void>;
  /** Begins, where a build is not the only one. */
  readonly watch: (event: BuildEvent) => void;
}

/**
 * While somebody writes, Eleventy makes a build where a template is saved or added, and none where one is deleted, or where
 * any other file of the content changes. Then a file is written that it watches.
 */
export function watchContent(config: EleventyConfig, isTemplateFile: IsTemplateFile): ContentWatch {
  // Its name is the same when the configuration is read anew: Eleventy's watcher goes on.
  const signal = join(tmpdir(), `eleventy-plugin-pelican-${process.pid}`, "changed");
  config.addWatchTarget(signal);
  let watcher: FSWatcher | undefined;
  let last = 0;
  const stop = () => {
    watcher?.close();
    watcher = undefined;
  };
  config.on("eleventy.reset", stop);
  const settled = async () => {
    for (let left = leftOf(last); left > 0; left = leftOf(last)) {
      await new Promise((resolve) => setTimeout(resolve, left));
    }
  };
  const begin = ({ runMode, directories }: BuildEvent) => {
    if (runMode === "build" || watcher) return;
    const folder = dirname(signal);
    mkdirSync(folder, { recursive: true });
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    const [input, output] = [resolve(directories.input), resolve(directories.output)];
    let timer: NodeJS.Timeout | undefined;
    const isMissedByEleventy = (path: string) => {
      const file = join(input, path);
      if (isWithin(file, output) || /(?:^|[\\/])(?:\.|node_modules[\\/])/.test(path)) return false;
      // It may be gone by now.
      const status = statSync(file, { throwIfNoEntry: false });
      return !status || (status.isFile() && !isTemplateFile(path));
    };
    watcher = watchFolder(input, (path, isOfNames) => {
      if (isOfNames) last = Date.now();
      if (!isMissedByEleventy(path)) return;
      clearTimeout(timer);
      timer = setTimeout(() => writeFileSync(signal, String(Date.now())), SETTLED);
    });
  };
  return { settled, watch: begin };
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
