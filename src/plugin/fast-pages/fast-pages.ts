import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Build, plainError } from "../build.ts";
import { isWorthKeeping } from "../cache/store.ts";
import type { Page } from "../pages/page.ts";
import { groundOf } from "./ground.ts";
import { type KeptPages, loadPages, pagesFileOf, savePages } from "./pages-file.ts";
import { type FastPage, type Plan, planPages } from "./plan.ts";
import { type Engine, pagePrinter } from "./print.ts";

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
  readonly isFinal: boolean;
}

/** What the configuration says of pages. */
export interface Rules {
  /** What keeps a build's pages from being made without Eleventy, in words. */
  readonly obstacleIn: (build: Build) => string | undefined;
  /** Whether a page's text is a template to Eleventy. */
  readonly isTemplate: (text: string) => boolean;
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
    const plan = planPages(build, ground, kept, isTemplate);
    running = plan && { plan, ground, isFinal };
    return plan?.pattern;
  };

  const finish = async (build: Build, engine: Engine | undefined) => {
    if (!running) return;
    if (!engine)
      throw plainError(
        "fastPages needs Eleventy's Nunjucks: add “njk” to the template formats, or leave fastPages out.",
      );
    const { plan, ground, isFinal } = running;
    const pages = await writePages(plan.pages, build, engine, isFinal);
    before = pages;
    if (!isFinal) return;
    const made = plan.pages.filter(({ kept }) => !kept).length;
    console.log(`Pages without Eleventy: ${made} made, ${pages.size - made} as before.`);
    if (isWorthKeeping(made, pages.size))
      build.measure("cache", () => savePages(pages, pagesFileOf(build.directories.input), ground));
  };

  return { start, finish };
}

/** One after the other: what printing a page leaves in memory is gone before the next. */
async function writePages(
  pages: readonly FastPage[],
  build: Build,
  engine: Engine,
  isFinal: boolean,
): Promise<KeptPages> {
  const print = pagePrinter(build, engine);
  const write = pageWriter(resolve(build.directories.output));
  const written = new Map<string, { fingerprint: string; html: Uint8Array }>();
  for (const one of pages) {
    const { page, fingerprint, kept } = one;
    const html = kept?.html ?? Buffer.from(await print(one).catch(unprintable(page)));
    // While somebody writes, an earlier build wrote what is kept.
    build.measure("write", () => write(page.saveAs, html, kept !== undefined && !isFinal));
    written.set(page.file, { fingerprint, html });
  }
  return written;
}

/** @returns throws again what names the page, too */
function unprintable({ file }: Page): (error: unknown) => never {
  return (error) => {
    throw plainError(`${file} cannot be printed: ${error instanceof Error ? error.message : String(error)}`);
  };
}

function pageWriter(output: string): (saveAs: string, html: Uint8Array, isThere: boolean) => void {
  const folders = new Set<string>();
  return (saveAs, html, mayBeThere) => {
    const path = join(output, saveAs);
    if (mayBeThere && existsSync(path)) return;
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(path, html);
  };
}
