import { resolve } from "node:path";
import { type Build, plainError } from "../build.ts";
import { isWorthKeeping } from "../cache/store.ts";
import { groundOf } from "./ground.ts";
import { type KeptPages, loadPages, pagesFileOf, savePages } from "./pages-file.ts";
import { type Plan, planPages } from "./plan.ts";
import type { Engine } from "./print.ts";
import { writePages } from "./write-pages.ts";

/** Makes the pages that Eleventy is not needed for, and takes those that come out as before from the build before. */
export interface FastPages {
  /** @returns what Eleventy's search is to pass over; undefined where Eleventy makes all pages */
  readonly start: (build: Build, isFinal: boolean) => string | undefined;
  /**
   * Writes the pages that were passed over, and keeps them for the next build.
   *
   * @param engine Eleventy's own, once it has made its templates ready
   * @throws {Error} that names a page that cannot be printed
   */
  readonly finish: (build: Build, engine: Engine | undefined) => Promise<void>;
}

interface Running {
  readonly plan: Plan;
  readonly ground: string;
  readonly kept: KeptPages;
  readonly isFinal: boolean;
}

/** What the configuration says of pages. */
export interface Rules {
  /** What keeps a build's pages from being made without Eleventy, in words. */
  readonly obstacleIn: (build: Build) => string | undefined;
  /** Whether a page's text is a template to Eleventy. */
  readonly isTemplate: (text: () => string) => boolean;
}

/** @param version names the plugin's code */
export function createFastPages(version: string, { obstacleIn, isTemplate }: Rules): FastPages {
  let running: Running | undefined;
  /** The pages of a build of this process that came to its end. */
  let before: KeptPages | undefined;

  const start = (build: Build, isFinal: boolean) => {
    running = undefined;
    const obstacle = obstacleIn(build);
    if (obstacle !== undefined) {
      if (isFinal) console.error(`\nEleventy makes all pages: ${obstacle}.\n`);
      return undefined;
    }
    const { directories, includes, site } = build;
    const folders = [...includes, resolve(directories.data)];
    const ground = groundOf(folders, resolve(directories.input), [version, site.settings, isFinal]);
    const kept = before ?? (isFinal ? loadPages(pagesFileOf(directories.input), ground) : new Map());
    before = undefined;
    const plan = planPages(build, isTemplate);
    if (!plan) return undefined;
    running = { plan, ground, kept, isFinal };
    return plan.pattern;
  };

  const finish = async (build: Build, engine: Engine | undefined) => {
    if (!running) return;
    if (!engine)
      throw plainError(
        "fastPages needs Eleventy's Nunjucks: add “njk” to the template formats, or leave fastPages out.",
      );
    const { plan, ground, kept, isFinal } = running;
    running = undefined;
    const { written, made } = await writePages(plan.pages, { build, engine, ground, kept, isFinal });
    // It has done all that it was asked for, and goes while the pages are kept.
    build.thread?.end();
    before = written;
    if (!isFinal) return;
    console.log(`Pages without Eleventy: ${made} made, ${written.size - made} as before.`);
    if (isWorthKeeping(made, written.size))
      build.measure("cache", () => savePages(written, pagesFileOf(build.directories.input), ground));
  };

  return { start, finish };
}
