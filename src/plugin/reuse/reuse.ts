import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Build, plainError } from "../build.ts";
import { WORTH } from "../cache/store.ts";
import { groundOf } from "./ground.ts";
import { type KeptPage, type KeptPages, loadPages, pagesFileOf, savePages } from "./pages-file.ts";
import { type Plan, planReuse } from "./plan.ts";

/** Takes the pages that come out as before from the build before. */
export interface Reuse {
  /** @returns what Eleventy's search is to pass over; undefined where nothing is reused */
  readonly start: (build: Build, isFinal: boolean) => string | undefined;
  /** A page as Eleventy writes it. */
  readonly note: (outputPath: string, html: string) => void;
  /**
   * Writes what is reused, and keeps all pages for the next build.
   *
   * @throws {Error} where a page that is not reused was not written
   */
  readonly finish: (build: Build) => void;
}

interface Running {
  readonly plan: Plan;
  readonly ground: string;
  readonly isFinal: boolean;
  /** By absolute path. */
  readonly printed: Map<string, string>;
}

/**
 * @param version names the plugin's code
 * @param obstacleIn what keeps a build's pages from being reused, in words
 */
export function createReuse(version: string, obstacleIn: (build: Build) => string | undefined): Reuse {
  let running: Running | undefined;
  /** The pages of a build of this process that came to its end. */
  let before: KeptPages | undefined;

  const start = (build: Build, isFinal: boolean) => {
    running = undefined;
    const obstacle = obstacleIn(build);
    if (obstacle !== undefined) {
      if (isFinal) console.error(`\nNo page of the last build is reused: ${obstacle}.\n`);
      return undefined;
    }
    const { directories, includes, site } = build;
    const folders = [...includes, resolve(directories.data)];
    const ground = groundOf(folders, resolve(directories.input), [version, site.settings, isFinal]);
    const kept = before ?? (isFinal ? loadPages(pagesFileOf(directories.input), ground) : new Map());
    const plan = planReuse(build, ground, kept);
    running = { plan, ground, isFinal, printed: new Map() };
    before = undefined;
    return plan.pattern;
  };

  const finish = (build: Build) => {
    if (!running) return;
    const { plan, ground, isFinal, printed } = running;
    const output = resolve(build.directories.output);
    const missing = plan.changed.find((page) => !printed.has(join(output, page.saveAs)));
    if (missing) throw plainError(`${missing.file} was not built. Remove the folder .cache/pages, and build again.`);
    writeReused(plan, output, printed, isFinal);
    before = pagesOf(plan, output, printed);
    if (isFinal && (before.size - plan.reused.size) * WORTH > before.size)
      savePages(before, pagesFileOf(build.directories.input), ground);
  };

  const note = (outputPath: string, html: string) => {
    running?.printed.set(resolve(outputPath), html);
  };

  return { start, note, finish };
}

function writeReused({ reused }: Plan, output: string, printed: ReadonlyMap<string, string>, isFinal: boolean): void {
  const folders = new Set<string>();
  for (const [{ saveAs }, { html }] of reused) {
    const path = join(output, saveAs);
    // Eleventy wrote it all the same; or, while somebody writes, an earlier build did.
    if (printed.has(path) || (!isFinal && existsSync(path))) continue;
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(path, html);
  }
}

function pagesOf({ fingerprints, reused }: Plan, output: string, printed: ReadonlyMap<string, string>): KeptPages {
  const pages = new Map<string, KeptPage>();
  for (const [page, fingerprint] of fingerprints) {
    const html = printed.get(join(output, page.saveAs));
    const kept = html === undefined ? reused.get(page) : { fingerprint, html };
    if (kept) pages.set(page.file, kept);
  }
  return pages;
}
