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

/**
 * While somebody writes, Eleventy makes a build where a template is saved or added, and none where one is deleted, or where
 * any other file of the content changes. Then a file is written that it watches.
 *
 * @returns what is called before each build
 */
export function watchContent(config: EleventyConfig, isTemplateFile: IsTemplateFile): (event: BuildEvent) => void {
  // Its name is the same when the configuration is read anew: Eleventy's watcher goes on.
  const signal = join(tmpdir(), `eleventy-plugin-pelican-${process.pid}`, "changed");
  config.addWatchTarget(signal);
  let watcher: FSWatcher | undefined;
  const stop = () => {
    watcher?.close();
    watcher = undefined;
  };
  config.on("eleventy.reset", stop);
  return ({ runMode, directories }) => {
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
    watcher = watchFolder(input, (path) => {
      if (!isMissedByEleventy(path)) return;
      clearTimeout(timer);
      timer = setTimeout(() => writeFileSync(signal, String(Date.now())), SETTLED);
    });
  };
}

/** @returns undefined where the system watches no folders: then a build is made with the next template that is saved */
function watchFolder(folder: string, onChange: (path: string) => void): FSWatcher | undefined {
  try {
    return watch(folder, { recursive: true, persistent: false }, (_, path) => {
      if (path !== null) onChange(path);
    }).on("error", () => {});
  } catch {
    return undefined;
  }
}
