import type { ProjectAnswer } from "./build/running.ts";
import { createSession } from "./build/session.ts";
import { addCollections } from "./eleventy/collections.ts";
import type { EleventyConfig } from "./eleventy/config.ts";
import { fragmentsOf } from "./eleventy/fragments.ts";
import { templateFrontMatter } from "./eleventy/front-matter.ts";
import { addGenerated } from "./eleventy/generated.ts";
import { includeCached } from "./eleventy/include-cached.ts";
import { inputPathsOf } from "./eleventy/input-paths.ts";
import { layoutDataFinder } from "./eleventy/layout-data.ts";
import { pelicanData } from "./eleventy/lazy-data.ts";
import { addNames, dataName, freeName, type Names, tellerOfClashes } from "./eleventy/names.ts";
import { addNavigationFilters } from "./eleventy/navigation-filters.ts";
import { layoutEndings } from "./eleventy/theme-folders.ts";
import type { ExtensionMap, MatterOptions, MergedConfig, RenderData } from "./eleventy/types.ts";
import { useTheme } from "./eleventy/use-theme.ts";
import { type Addition, noteOwn } from "./fast-pages/additions.ts";
import { findIncompatibilities } from "./fast-pages/incompatibilities.ts";
import { minifyPage } from "./html/minify/minify-page.ts";
import { createMarkdown } from "./markdown/index.ts";
import { type PelicanOptions, readSettings } from "./settings.ts";
import { ELEVENTY } from "./versions.ts";

export type { EleventyConfig } from "./eleventy/config.ts";
export type { PelicanOptions } from "./settings.ts";

/** What stands before the names that the theme asks for. */
const THEME_PREFIX = "pelican";

/**
 * Builds a Pelican site's content with Eleventy, unedited.
 *
 * Eleventy gathers the pages; of what it gathered, menus, lists and feeds are made; templates print them.
 *
 * @param config what Eleventy hands to a configuration
 * @param input the site's settings, under Pelican's names in camelCase, all of them optional
 * @throws {Error} that names every setting that is misspelt or of the wrong kind, and where Eleventy is older than 3.1
 */
export function pelican(config: EleventyConfig, input: PelicanOptions = {}): void {
  config.versionCheck(ELEVENTY);
  const settings = readSettings(input);
  let merged: MergedConfig | undefined;
  let engines: MatterOptions["engines"];
  let extensions: ExtensionMap | undefined;
  let isOwnName = (_: Addition) => false;
  const ownUntilNow = noteOwn(config);
  config.on("eleventy.extensionmap", (map) => {
    extensions = map;
  });
  config.on("eleventy.config", (templates) => {
    merged = templates.getConfig();
  });
  const viewAt = (file: string | undefined) =>
    pelicanData(session.current, ({ pages, views }) => views.page(file === undefined ? undefined : pages.get(file)));
  const session = createSession(settings, {
    layoutAliases: () => config.layoutAliases,
    layoutEndings: () => layoutEndings(config),
    htmlEngine: () => merged?.htmlTemplateEngine ?? false,
    layoutData: layoutDataFinder(
      () => session.prepared()?.layoutFolders ?? [],
      () => config.layoutAliases,
      () => engines,
    ),
    viewOf: viewAt,
    rules: {
      extensions: () => extensions,
      incompatibilities: () => findIncompatibilities(config, merged, (one) => isOwn(one) || isOwnName(one)),
      others: () => [config.nunjucks.environmentOptions, merged?.htmlTemplateEngine],
    },
  });
  const fileOf = (inputPath: string) => session.gatherer()?.fileOf(inputPath);
  const pageAt = (inputPath: string) => session.current()?.pages.get(fileOf(inputPath) ?? "");

  config.on("eleventy-pelican.project", (answer) =>
    answer({ settings, directories: config.directories, inspect: session.inspect } satisfies ProjectAnswer),
  );
  config.on("eleventy.ignores", session.takeIgnores);
  config.on("eleventy.engine.njk", session.takeEngine);
  config.on("eleventy.before", session.start);
  config.on("eleventy.after", session.finish);

  // No file has these delimiters, so gray-matter leaves every header alone and asks `excerpt`, before Eleventy merges
  // data. Undocumented: test/builds/ pins it.
  config.setFrontMatterParsingOptions({
    delimiters: ["\0pelican", "\0pelican"],
    excerpt: (file, options) => {
      engines ??= options.engines;
      const own = session.gatherer()?.read(options.filePath ?? "", file.content);
      Object.assign(file, own ?? templateFrontMatter(file, options));
    },
  });
  config.addPreprocessor(freeName("pelican", config.preprocessors), "*", (data) => session.gatherer()?.complete(data));
  // Eleventy would take the day on which the file was made: on a server, when it was fetched.
  config.addDateParsing(function (date) {
    return date || fileOf(this.page.inputPath) === undefined ? undefined : session.prepared()?.now.toJSDate();
  });
  config.configureErrorReporting({ allowMissingExtensions: true });
  const { name: data, clashes: ofData } = dataName(config, settings.namePrefix);
  if (data !== undefined) config.addGlobalData(data, () => viewAt(undefined));

  const generated = new Set(addGenerated(config, { structure: session.structureWith, build: session.current }));
  config.on("eleventy.contentMap", async ({ urlToInputPath, inputPathToUrl }) => {
    const others = Object.entries(urlToInputPath).filter(([url, { inputPath }]) => {
      return url.startsWith("/") && !generated.has(inputPath.replace(/^.*\//, ""));
    });
    await session.complete(
      others.map(([url]) => url),
      inputPathsOf(config, inputPathToUrl),
    );
  });
  config.on("eleventy.layouts", session.settle);

  for (const [ending, key] of Object.entries({ markdown: "md", mkd: "md", mdown: "md", htm: "html" })) {
    // What the site makes of them holds.
    if (![...config.extensionMap].some(({ extension }) => extension === ending)) config.addExtension(ending, { key });
  }
  config.setLibrary("md", { render: markdownEngine(), set: () => {}, disable: () => {} });

  /** A page's text was rendered with all others, unless a template engine has changed it; other Markdown is rendered. */
  function markdownEngine(): (text: string, data: RenderData) => string {
    const markdown = createMarkdown();
    return (text, data) => {
      const site = session.current()?.site;
      const page = data?.page && pageAt(data.page.inputPath);
      if (!page || !site) return markdown(text);
      if (text !== page.header.body) session.renderAgain(page, text);
      return site.textOf(page);
    };
  }

  addNavigationFilters(config);
  useTheme(config);
  const assets = () => session.prepared()?.assets;
  const names: Names = {
    filters: {
      assetData: (source) => assets()?.dataUriOf(source) ?? source,
      hasAsset: (source) => assets()?.has(source) ?? false,
      asset: (source) => assets()?.hrefOf(source) ?? source,
    },
    tags: {
      includeCached: (library, environment, name) =>
        includeCached(library, environment, () => session.prepared()?.printed, name),
    },
  };
  // The theme asks for these, whatever the site calls its own.
  addNames(config, names, THEME_PREFIX);
  const tell = tellerOfClashes((words) => console.error(words));
  const addLast = () => {
    const ownNames = noteOwn(config);
    tell([
      ...ofData,
      ...(settings.namePrefix === THEME_PREFIX ? [] : addNames(config, names, settings.namePrefix)),
      ...addCollections(config, session, fileOf, settings.namePrefix, (clash) => tell([clash])),
    ]);
    isOwnName = ownNames();
  };
  // All other plugins have been asked by then: what they have added under these names holds.
  config.plugins.push({ plugin: addLast, options: {}, pluginNamespace: "" });

  config.addTransform(freeName("pelican-minify", config.transforms), function (content) {
    const { inputPath, outputPath } = this.page;
    const build = session.current();
    const isHtml = typeof outputPath === "string" && outputPath.endsWith(".html");
    const minifier = build?.minifier;
    if (!minifier || !isHtml) return content;
    const fragments = fragmentsOf(pageAt(inputPath), outputPath, build);
    return build.measure("minify", () => minifyPage(content, fragments, minifier));
  });
  const isOwn = ownUntilNow();
}

export default pelican;
