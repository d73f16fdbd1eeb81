import { resolve } from "node:path";
import { isWorthKeeping } from "../cache/store.ts";
import type { IsTemplate } from "../eleventy/template-text.ts";
import type { ExtensionMap } from "../eleventy/types.ts";
import type { SourceFile } from "../files/source-file.ts";
import { plainError } from "../findings/plain-error.ts";
import { printable } from "../findings/printable.ts";
import type { PageSource } from "../pages/read-source.ts";
import type { BuildToPlan, BuildToWrite } from "./build.ts";
import { cacheKeyOf } from "./cache-key.ts";
import type { Incompatibilities } from "./incompatibilities.ts";
import { type KeptPages, loadPages, pagesFileOf, savePages } from "./pages-file.ts";
import { type Plan, planPages } from "./plan.ts";
import type { Engine } from "./print.ts";
import { searchTemplates } from "./search.ts";
import { writePages } from "./write-pages.ts";

/** Makes the pages that Eleventy is not needed for, and takes those that come out as before from the build before. */
export interface FastPages {
  /**
   * @param ignores what Eleventy's search passes over by itself
   * @returns what it is to pass over besides; undefined where Eleventy makes all pages
   */
  readonly start: (
    prepared: BuildToPlan,
    readSource: (file: SourceFile) => PageSource,
    ignores: readonly string[],
  ) => Promise<Plan | undefined>;
  /**
   * Writes the pages that were passed over, and keeps them for the next build.
   *
   * @param engine Eleventy's own, once it has made its templates ready
   * @throws {Error} that names a page that cannot be printed
   */
  readonly finish: (build: BuildToWrite, engine: Engine | undefined) => Promise<void>;
}

interface Running {
  readonly plan: Plan;
  readonly cacheKey: string;
  readonly kept: KeptPages;
}

/** What the configuration says of pages. */
export interface Rules {
  readonly extensions: () => ExtensionMap | undefined;
  readonly incompatibilities: () => Incompatibilities;
  readonly isTemplate: () => IsTemplate;
  /** Whatever else it says that pages may show. */
  readonly others: () => readonly unknown[];
}

/** @param version names the plugin's code */
export function createFastPages(version: string, rules: Rules): FastPages {
  let running: Running | undefined;
  /** The pages of a build of this process that came to its end. */
  let before: KeptPages | undefined;

  const plan = async (...[prepared, readSource, ignores]: Parameters<FastPages["start"]>) => {
    const incompatibilities = rules.incompatibilities();
    const extensions = rules.extensions();
    const found = incompatibilities.ofBuild(prepared);
    if (found !== undefined || !extensions) return found;
    const { input } = prepared.directories;
    const templates = await searchTemplates(input, extensions, ignores);
    const { hasEngine } = extensions;
    return planPages(prepared, {
      ...incompatibilities,
      isTemplate: rules.isTemplate(),
      readSource,
      found: templates,
      hasEngine: hasEngine.bind(extensions),
    });
  };

  const start: FastPages["start"] = async (prepared, readSource, ignores) => {
    const { directories, includes, settings, isFinal } = prepared;
    running = undefined;
    const planned = await plan(prepared, readSource, ignores);
    if (typeof planned === "string" && isFinal)
      console.error(`\nfastPages is off for this build: ${printable(planned)}.\n`);
    if (typeof planned !== "object") return undefined;
    const folders = [...includes, resolve(directories.data)];
    const cacheKey = cacheKeyOf(folders, resolve(directories.input), [version, settings, isFinal, rules.others()]);
    const kept = before ?? (isFinal ? loadPages(pagesFileOf(directories.input), cacheKey) : new Map());
    before = undefined;
    running = { plan: planned, cacheKey, kept };
    return planned;
  };

  const finish: FastPages["finish"] = async (build, engine) => {
    if (!running) return;
    if (!engine)
      throw plainError(
        "fastPages needs Eleventy's Nunjucks: add “njk” to the template formats, or leave fastPages out.",
      );
    const { plan, cacheKey, kept } = running;
    running = undefined;
    const layouts = new Map(plan.pages.map(({ page, layout }) => [page.file, layout]));
    const pages = build.site.gathered.pages.flatMap((page) => {
      const layout = layouts.get(page.file);
      return layout ? [{ page, layout }] : [];
    });
    const { written, made } = await writePages(pages, { build, engine, cacheKey, kept });
    // It has done all that it was asked for, and goes while the pages are kept.
    build.worker?.end();
    before = written;
    if (!build.isFinal) return;
    console.log(`Pages without Eleventy: ${made} made, ${written.size - made} as before.`);
    if (isWorthKeeping(made, written.size))
      build.measure("cache", () => savePages(written, pagesFileOf(build.directories.input), cacheKey));
  };

  return { start, finish };
}
