import { statSync, utimesSync } from "node:fs";
import type { EleventyConfig } from "./config.ts";
import { watchedSignal } from "./watched-signal.ts";

/** So long after a build none has begun that was asked for while it ran. */
const IDLE = 1000;
/**
 * Where a configuration and what it loads may be. Of a file that Eleventy's watcher is told of by name it hears nothing any
 * more once it was away, be it for a moment, as many editors save: of those that are in a folder it does.
 */
const AROUND = "./*.{js,cjs,mjs,ts,cts,mts,json}";

/**
 * While somebody writes, Eleventy reads its configuration anew where a file of it is saved, but not where a build runs
 * just then. What it missed is noticed after the build.
 *
 * @returns makes Eleventy read it anew, and build, where no build runs just now
 */
export function watchConfiguration(config: EleventyConfig): () => void {
  const signal = watchedSignal(config, "configuration", { resetConfig: true });
  let ofProject: readonly string[] = [];
  let known: ReadonlyMap<string, number | undefined> | undefined;
  let timer: NodeJS.Timeout | undefined;
  config.addWatchTarget(AROUND);
  const files = () => [...ofProject, ...config.watchTargetsConfigReset].filter((file) => file !== signal.file);
  const timesNow = () => new Map(files().map((file) => [file, timeOf(file)]));
  const look = () => {
    const changed = files().filter((file) => known?.get(file) !== timeOf(file));
    // Once: where a build runs all the same, it is not heard.
    known = timesNow();
    const saved = changed.filter((file) => timeOf(file) !== undefined);
    // Modules are kept, but for those whose files Eleventy's watcher hears of.
    for (const file of saved) utimesSync(file, new Date(), new Date());
    // A configuration that is away now will be back: without one, pages would be written to other addresses, and stay there.
    if (saved.length === 0 && changed.some((file) => !ofProject.includes(file))) signal.give();
  };
  const stop = () => clearTimeout(timer);
  const wait = () => {
    stop();
    timer = setTimeout(look, IDLE).unref();
  };
  const lookLater = ({ runMode }: { readonly runMode: string }) => {
    if (runMode !== "build") wait();
  };
  config.on("eleventy.config", (templates) => {
    ofProject = templates.getLocalProjectConfigFiles();
    known ??= timesNow();
  });
  // A build that fails has no end.
  config.on("eleventy.before", lookLater);
  config.on("eleventy.after", lookLater);
  config.on("eleventy.beforeWatch", stop);
  config.on("eleventy.reset", () => {
    stop();
    known = timesNow();
    // Told only where the new one has a fault: Eleventy then reads it again with any file that is saved, but not anew.
    config.on("eleventy.afterwatch", wait);
  });
  return signal.give;
}

function timeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
