import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { EleventyConfig } from "./config.ts";

/** A file that Eleventy watches. */
export interface WatchedSignal {
  readonly file: string;
  /** Writes it, so that Eleventy builds. */
  readonly give: () => void;
}

/**
 * Lets Eleventy watch a file that nobody else writes.
 *
 * @param name the same where the configuration is read anew: Eleventy's watcher goes on
 */
export function watchedSignal(
  config: EleventyConfig,
  name: string,
  options: { readonly resetConfig?: boolean } = {},
): WatchedSignal {
  const file = join(tmpdir(), `eleventy-plugin-pelican-${process.pid}`, name);
  config.addWatchTarget(file, options);
  // A watcher hears of no file in a folder that comes later, nor of a second one there.
  config.on("eleventy.before", ({ runMode }) => {
    if (runMode === "build" || existsSync(file)) return;
    const folder = dirname(file);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, "");
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  });
  return { file, give: () => writeFileSync(file, String(Date.now())) };
}
