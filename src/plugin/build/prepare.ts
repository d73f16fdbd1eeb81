import { join, resolve } from "node:path";
import { DateTime } from "luxon";
import { readAssets } from "../assets/asset-files.ts";
import { type Assets, makeAssets } from "../assets/assets.ts";
import { minifyScript } from "../assets/script.ts";
import type { Store } from "../cache/store.ts";
import { createPrintedIncludes, type PrintedIncludes } from "../eleventy/include-cached.ts";
import type { SiteMarkdown } from "../eleventy/site-markdown.ts";
import { includesFolders, layoutsFolders, siteLayouts } from "../eleventy/theme-folders.ts";
import type { Directories } from "../eleventy/types.ts";
import { type HasLayout, type Layouts, layoutFinder } from "../files/layouts.ts";
import { isInstalled } from "../files/libraries.ts";
import { type OutputFolder, outputFolder } from "../files/output-folder.ts";
import type { FoundFiles } from "../files/read-tree.ts";
import { printable } from "../findings/printable.ts";
import type { Minifier } from "../html/minify/minifier.ts";
import type { Settings } from "../settings.ts";
import type { Measure } from "../times/stopwatch.ts";
import { type PageWorker, startWorker } from "../worker/worker.ts";

/** What a build has before Eleventy reads anything. */
export interface Prepared {
  readonly settings: Settings;
  readonly directories: Directories;
  /** The moment of the build. Posts dated after it wait; it is the date, to Eleventy, of what has none. */
  readonly now: DateTime;
  /** The names of the layouts that there are. */
  readonly layouts: Layouts;
  readonly hasLayout: HasLayout;
  readonly assets: Assets;
  /** The files of the content folder. */
  readonly files: FoundFiles;
  /** The folders of layouts, includes and assets: the theme's, and, going before it, the site's. */
  readonly includes: readonly string[];
  /** Those of layouts alone. */
  readonly layoutFolders: readonly string[];
  readonly printed: PrintedIncludes;
  readonly markdown: SiteMarkdown;
  /** Undefined while somebody writes: then pages stay readable. */
  readonly minifier: Minifier | undefined;
  /** Undefined where it would not help. */
  readonly worker: PageWorker | undefined;
  readonly measure: Measure;
  /** What all that the plugin writes itself goes through. */
  readonly output: OutputFolder;
  /** What was made of texts before. */
  readonly store: Store;
  readonly isFinal: boolean;
}

/** What a build is made with. */
export interface Tools extends Pick<Prepared, "store" | "minifier" | "measure" | "files" | "markdown"> {
  /** The names that Eleventy's configuration has for layouts, with their paths. */
  readonly layoutAliases: () => Readonly<Record<string, string>>;
  /** The endings of templates. */
  readonly layoutEndings: () => readonly string[];
}

/**
 * Looks for layouts and assets, and begins what takes long.
 *
 * @param isFinal whether the build is to be published
 */
export async function prepareBuild(
  directories: Directories,
  settings: Settings,
  { store, minifier, measure, layoutAliases, layoutEndings, files, markdown }: Tools,
  isFinal: boolean,
): Promise<Prepared> {
  const includes = includesFolders(directories.includes, settings.theme);
  const layoutFolders = layoutsFolders(directories, settings.theme);
  const { pathPrefix } = settings;
  const worker =
    minifier && startWorker({ output: resolve(directories.output), pathPrefix }, files.pages.length, minifier);
  const sources = settings.theme
    ? readAssets(includes.map((folder) => join(folder, "assets")))
    : new Map<string, never>();
  const minify = isInstalled("terser")
    ? async (name: string, script: string) => (await worker?.minifyScript(name, script)) ?? minifyScript(name, script)
    : async (_: string, script: string) => script;
  const isSmall = isFinal && settings.minify;
  const form = { isFinal, isSmall, pathPrefix, isRelative: settings.relativeUrls };
  const assets = await measure("assets", () => makeAssets(sources, form, store, minify));
  if (assets.fault !== undefined)
    console.error(`Stylesheets are as they were written, and may not do in older browsers: ${printable(assets.fault)}`);
  return {
    settings,
    directories,
    now: DateTime.now(),
    layouts: siteLayouts(directories, layoutAliases(), layoutEndings(), settings.theme),
    hasLayout: layoutFinder(layoutFolders, Object.keys(layoutAliases())),
    assets,
    files,
    includes,
    layoutFolders,
    printed: createPrintedIncludes(),
    markdown,
    minifier,
    worker,
    measure,
    output: outputFolder(resolve(directories.output)),
    store,
    isFinal,
  };
}
