import { existsSync, statSync, utimesSync } from "node:fs";
import { resolve } from "node:path";
import { isFile } from "../files/is-file.ts";
import { isWithin } from "../files/is-within.ts";
import { relativePath } from "../findings/relative-path.ts";
import type { EleventyConfig } from "./config.ts";
import type { ExistsCache, FileSearch } from "./types.ts";

/** So long Eleventy's watcher may take to tell of a file, and twice as long each time after that. */
const PATIENCE = 500;
const TRIES = 5;
/** After so long nothing more is told of a file that was away. */
const LATE = 10_000;

/** What Eleventy is made to know of. */
interface Hearing {
  /** A file that it watches came, or was written: it should tell of it soon. */
  readonly expect: (file: string) => void;
  /** Whether there is a file that it should tell of soon. */
  readonly isExpecting: () => boolean;
  /** A file or folder came, went or was written. */
  readonly know: (path: string, isGlobalData: boolean) => void;
  /** A build is about to begin: what went must not be read in it, though Eleventy may not have heard of it yet. */
  readonly remind: () => void;
}

/**
 * While somebody writes, Eleventy hears of no change that comes before its watcher does, which is after the first build;
 * and of some that come quickly after another: of two files that change their names, say. It would show the old text for as
 * long as it runs. Such a file is touched, so that its date stays and it is told of once more.
 *
 * From the second build on it also takes for granted that there is no data file where there was none in the first; and one that
 * was away for a moment it leaves out for good. Undocumented: test/builds/watched-content.test.ts pins both.
 *
 * @param searchOf what Eleventy lists its files with, once there was a build
 */
export function eleventyHears(config: EleventyConfig, searchOf: () => FileSearch | undefined): Hearing {
  const waiting = new Map<string, { since: number; tries: number }>();
  /** What was away, and data, with the time. */
  const away = new Map<string, number>();
  let existing: ExistsCache | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isBuilding = true;
  let isOver = false;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const look = () => {
    const now = Date.now();
    for (const [file, one] of waiting) {
      // What it hears of while it builds it tells when that is at its end.
      if (isBuilding) one.since = now;
      if (now - one.since < PATIENCE * 2 ** one.tries) continue;
      if (one.tries === TRIES || !touch(file)) waiting.delete(file);
      Object.assign(one, { since: now, tries: one.tries + 1 });
    }
    if (waiting.size === 0) stop();
  };
  config.on("eleventy.config", (templates) => {
    existing = templates.existsCache;
  });
  config.on("eleventy.beforeWatch", (files) => {
    for (const file of files) waiting.delete(resolve(file));
  });
  config.on("eleventy.before", () => {
    isBuilding = true;
  });
  for (const end of ["eleventy.after", "eleventy.afterwatch"] as const) {
    config.on(end, () => {
      isBuilding = false;
      look();
    });
  }
  config.on("eleventy.reset", () => {
    // Its watcher goes on, and here nothing is heard of it any more.
    isOver = true;
    for (const file of waiting.keys()) touch(file);
    stop();
  });
  return {
    expect: (file) => {
      if (waiting.has(file)) return;
      // Where the new configuration has a fault, the old one is told all the same.
      if (isOver) setTimeout(() => waiting.has(file) && touch(file), PATIENCE).unref();
      waiting.set(file, { since: Date.now(), tries: 0 });
      if (!isOver) timer ??= setInterval(look, PATIENCE / 2).unref();
    },
    isExpecting: () => waiting.size > 0,
    know: (path, isGlobalData) => {
      const isThere = existsSync(path);
      existing?.set(relativePath("", path), isThere);
      if (isGlobalData || !isThere || away.has(path)) away.set(path, Date.now());
    },
    remind: () => {
      const search = searchOf();
      for (const [path, time] of away) {
        if (isFile(path)) addTo(search, relativePath("", path));
        else if (!existsSync(path)) removeFrom(search, path);
        if (Date.now() - time > LATE) away.delete(path);
      }
    },
  };
}

/** Eleventy tells it only of a file that is new to its watcher. */
function addTo(search: FileSearch | undefined, name: string): void {
  try {
    search?.add(name);
  } catch {
    // It is searching just now, and finds it.
  }
}

/** A file, or all in a folder. */
function removeFrom(search: FileSearch | undefined, path: string): void {
  for (const paths of Object.values(search?.outputs ?? {})) {
    for (const one of paths) if (isWithin(resolve(one), path)) paths.delete(one);
  }
}

/** Eleventy's watcher takes a file that was read since it was written for one that nobody has changed. */
function touch(file: string): boolean {
  try {
    const seconds = statSync(file).mtimeMs / 1000;
    utimesSync(file, seconds, seconds);
    return true;
  } catch {
    // It is gone, or another's.
    return false;
  }
}
