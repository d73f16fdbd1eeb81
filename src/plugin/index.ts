import { extname } from "node:path";
import { isAddedBefore } from "./build/added-before.ts";
import type { ProjectAnswer } from "./build/running.ts";
import { createSession } from "./build/session.ts";
import { addForm } from "./eleventy/add-form.ts";
import { addCollections } from "./eleventy/collections.ts";
import type { EleventyConfig } from "./eleventy/config.ts";
import { finishPages } from "./eleventy/finish-pages.ts";
import { addGenerated, addOwnLists } from "./eleventy/generated.ts";
import { dependOnPages } from "./eleventy/incremental.ts";
import { inputPathsOf } from "./eleventy/input-paths.ts";
import { layoutDataFinder } from "./eleventy/layout-data.ts";
import { pelicanData } from "./eleventy/lazy-data.ts";
import { failIfReplaced, matterOptionsFor } from "./eleventy/matter-options.ts";
import { addNames, type Clash, dataName, freeName, tellerOfClashes } from "./eleventy/names.ts";
import { addNavigationFilters } from "./eleventy/navigation-filters.ts";
import { openMarkdown } from "./eleventy/open-markdown.ts";
import { protectTags } from "./eleventy/protect-tags.ts";
import { siteMarkdown } from "./eleventy/site-markdown.ts";
import { isTemplateTo } from "./eleventy/template-text.ts";
import { layoutEndings, siteLayouts } from "./eleventy/theme-folders.ts";
import { themeNames } from "./eleventy/theme-names.ts";
import type { ExtensionMap, MarkdownLibrary, MatterOptions, MergedConfig, RenderData } from "./eleventy/types.ts";
import { useTheme } from "./eleventy/use-theme.ts";
import { watchContent } from "./eleventy/watch-content.ts";
import { createOwnAdditions } from "./fast-pages/additions.ts";
import { findIncompatibilities } from "./fast-pages/incompatibilities.ts";
import { printable } from "./findings/printable.ts";
import { memoize } from "./maps/memoize.ts";
import { pathPrefixOf } from "./settings/path-prefix.ts";
import { type PelicanOptions, readSettings } from "./settings.ts";
import { isOnTheWay } from "./static/static-files.ts";
import { ELEVENTY } from "./versions.ts";

export type { EleventyConfig } from "./eleventy/config.ts";
export type { PelicanOptions } from "./settings.ts";

const NO_NUNJUCKS =
  "“njk” is not among the template formats, so lists, feeds, the sitemap and the page for what is not found are not made: " +
  "add “njk” to templateFormats.";

/** Before a first build came to its end. */
const NOTHING = { pages: [], assets: [] };

/** What stands before the names that the theme asks for. */
const THEME_PREFIX = "pelican";

/**
 * Builds a Pelican site's content with Eleventy, unedited.
 *
 * Eleventy gathers the pages; of what it gathered, menus, lists and feeds are made; templates print them.
 *
 * @param config what Eleventy hands to a configuration
 * @param input the site's settings, under Pelican's names in camelCase, all of them optional
 * @throws {Error} that names every setting that is misspelt or of the wrong kind, where Eleventy is older than 3.1, and where
 *   the plugin is there with other settings
 */
export function pelican(config: EleventyConfig, input: PelicanOptions = {}): void {
  config.versionCheck(ELEVENTY);
  const settings = readSettings(input);
  if (isAddedBefore(config, settings)) return;
  const mixed = readSettings(input, true);
  // Eleventy takes what any object has for a collection of the site's own, and calls it for a tag such as “__proto__”, be the
  // page ours or not.
  Object.setPrototypeOf(config.collections, null);
  let merged: MergedConfig | undefined;
  let pathPrefix: string | undefined;
  let siteMatter: MatterOptions | undefined;
  let matterOptions: MatterOptions | undefined;
  let extensions: ExtensionMap | undefined;
  let ofNames: readonly Clash[] = [];
  let hasCollections = false;
  const own = createOwnAdditions(config);
  const endOfOwn = own.note();
  config.on("eleventy.extensionmap", (map) => {
    extensions = map;
  });
  config.on("eleventy.config", (templates) => {
    const isAnew = merged !== templates.getConfig();
    merged = templates.getConfig();
    dependOnPages(merged.uses, (inputPath) => fileOf(inputPath) !== undefined);
    // While somebody writes, it comes again with each build.
    if (!isAnew) return;
    // All plugins have been asked by now: what they have set is the site's.
    const { md } = merged.libraryOverrides;
    if (md) openMarkdown(md, renderOurs);
    pathPrefix = merged.pathPrefix;
    const path = pathPrefixOf(settings, pathPrefix);
    // Its server and its filter “url” have the path of the site's address, too.
    if (path !== "") merged.pathPrefix = `${path}/`;
    siteMatter = merged.frontMatterParsingOptions;
    matterOptions = matterOptionsFor(siteMatter, session.gatherer);
    merged.frontMatterParsingOptions = matterOptions;
    const layouts = siteLayouts(config.directories, config.layoutAliases, layoutEndings(config), settings.theme);
    const endOfLists = own.note();
    for (const name of addOwnLists(config, sources, settings, layouts)) generated.add(name);
    endOfLists();
    Object.assign(merged.virtualTemplates, config.virtualTemplates);
  });
  const tell = tellerOfClashes((words) => console.error(printable(words)));
  const hasNunjucks = () => merged?.templateFormats.includes("njk") !== false;
  /** A site without a page of ours keeps its collections to itself. What others have added under these names holds. */
  const addOwnCollections = () => {
    if (hasCollections) return;
    hasCollections = true;
    const endOfCollections = own.note();
    const ofCollections = addCollections(config, session, fileOf, settings.namePrefix, (clash) => tell([clash]));
    tell([...ofNames, ...ofCollections]);
    if (!hasNunjucks()) console.error(NO_NUNJUCKS);
    endOfCollections();
  };
  const viewAt = (file: string | undefined) =>
    pelicanData(session.current, ({ pages, views }) => views.page(file === undefined ? undefined : pages.get(file)));
  const session = createSession(
    { settings, mixed },
    {
      templateFormats: () => merged?.templateFormats ?? [],
      layoutAliases: () => config.layoutAliases,
      layoutEndings: () => layoutEndings(config),
      htmlEngine: () => merged?.htmlTemplateEngine ?? false,
      layoutData: layoutDataFinder(
        () => config.layoutAliases,
        () => siteMatter ?? {},
      ),
      viewOf: viewAt,
      pathPrefix: () => pathPrefix,
      markdown: () => markdownOf(merged),
      rules: {
        extensions: () => extensions,
        incompatibilities: () => findIncompatibilities(config, merged, own.has),
        isTemplate: () => isTemplateTo(merged),
        others: () => [config.nunjucks.environmentOptions, merged?.htmlTemplateEngine],
      },
    },
  );
  // Made when a build first wants it: a site that has no page of ours is asked for nothing.
  const markdownOf = memoize((of: MergedConfig | undefined) =>
    siteMarkdown(of, openForOurs, { ...settings.markdown, math: settings.math }),
  );
  const fileOf = (inputPath: string) => session.gatherer()?.fileOf(inputPath);
  const pageAt = (inputPath: string) => session.current()?.pages.get(fileOf(inputPath) ?? "");

  const { settled, ended, watch, unwatch } = watchContent(config, {
    isTemplate: (path) => merged?.templateFormats.includes(extname(path).slice(1)) ?? false,
    isNamed: (path) => isOnTheWay(path, settings),
    search: () => session.items().find(({ template }) => template)?.template?.templateData?.fileSystemSearch,
  });
  config.on("eleventy-pelican.project", (answer) =>
    answer({ settings, directories: config.directories, inspect: session.inspect } satisfies ProjectAnswer),
  );
  config.on("eleventy.ignores", session.takeIgnores);
  config.on("eleventy.engine.njk", session.takeEngine);
  config.on("eleventy.before", async (event) => {
    if (merged) {
      failIfReplaced(merged, matterOptions);
      // Eleventy would name each of them, whoever's the pages are.
      if (!hasNunjucks()) for (const name of generated) delete merged.virtualTemplates[name];
    }
    await settled();
    // What changes from now on may not be read any more.
    watch(event);
    await session.start(event);
    if (session.gatherer()) addOwnCollections();
    else unwatch();
  });
  config.on("eleventy.after", async (event) => {
    await session.finish(event);
    ended();
  });

  config.addPreprocessor(freeName("pelican", config.preprocessors), "*", (data, content) => {
    const completed = session.gatherer()?.complete(data, content);
    if (completed === false || fileOf(data.page.inputPath) === undefined) return completed;
    return protectTags(completed ?? content, data, config, merged);
  });
  // Eleventy would take the day on which the file was made: on a server, when it was fetched.
  config.addDateParsing(function (date) {
    return date || fileOf(this.page.inputPath) === undefined ? undefined : session.prepared()?.now.toJSDate();
  });
  config.configureErrorReporting({ allowMissingExtensions: true });
  const { name: data, clashes: ofData } = dataName(config, settings.namePrefix);
  if (data !== undefined) config.addGlobalData(data, () => viewAt(undefined));

  const sources = { structure: session.structureWith, build: session.current };
  const generated = new Set(addGenerated(config, sources, settings));
  const isGenerated = (inputPath: string) => generated.has(inputPath.replace(/^.*\//, ""));
  config.on("eleventy.contentMap", async ({ urlToInputPath, inputPathToUrl }) => {
    const others = Object.entries(urlToInputPath).filter(([url, { inputPath }]) => {
      return url.startsWith("/") && !isGenerated(inputPath);
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
  const openForOurs = (library: MarkdownLibrary) => openMarkdown(library, renderOurs);
  config.amendLibrary("md", openForOurs);

  /** A page's text was rendered with all others, unless a template engine has changed it. */
  function renderOurs(text: string, data: RenderData): string | undefined {
    const site = session.current()?.site;
    const page = data?.page && pageAt(data.page.inputPath);
    if (!page || !site) return undefined;
    if (text !== page.header.body) session.renderAgain(page, text);
    return site.textOf(page);
  }

  if (settings.form) {
    addForm(config, settings, () => session.gatherer() && (session.current()?.site.gathered ?? NOTHING));
  }
  addNavigationFilters(config, () => !session.gatherer());
  if (settings.theme) useTheme(config);
  const names = themeNames(session.prepared);
  // The theme asks for these, whatever the site calls its own.
  addNames(config, names, THEME_PREFIX);
  const addLast = () => {
    const endOfNames = own.note();
    ofNames = [
      ...ofData,
      ...(settings.namePrefix === THEME_PREFIX ? [] : addNames(config, names, settings.namePrefix)),
    ];
    endOfNames();
  };
  // All other plugins have been asked by then: what they have added under these names holds.
  config.plugins.push({ plugin: addLast, options: {}, pluginNamespace: "" });

  const isOurs = (inputPath: string) => session.gatherer()?.isOfContent(inputPath) || isGenerated(inputPath);
  finishPages(config, session.current, { isOurs, pageAt, pathPrefix: () => pathPrefix });
  endOfOwn();
}

export default pelican;
