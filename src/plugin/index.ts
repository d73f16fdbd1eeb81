import { extname } from "node:path";
import { isAddedBefore } from "./build/added-before.ts";
import type { ProjectAnswer, SessionMeans } from "./build/running.ts";
import { createSession, type Session } from "./build/session.ts";
import type { Options } from "./build/start-build.ts";
import { addForm } from "./eleventy/add-form.ts";
import { addCollections } from "./eleventy/collections.ts";
import type { EleventyConfig } from "./eleventy/config.ts";
import { finishPages } from "./eleventy/finish-pages.ts";
import { addGenerated, addOwnLists } from "./eleventy/generated.ts";
import { inputPathsOf } from "./eleventy/input-paths.ts";
import { layoutDataFinder } from "./eleventy/layout-data.ts";
import { pelicanData } from "./eleventy/lazy-data.ts";
import { addNames, dataName, freeName, tellerOfClashes } from "./eleventy/names.ts";
import { addNavigationFilters } from "./eleventy/navigation-filters.ts";
import { openMarkdown } from "./eleventy/open-markdown.ts";
import { protectTags } from "./eleventy/protect-tags.ts";
import { type SettledConfig, settleConfig } from "./eleventy/settled-config.ts";
import { siteMarkdown } from "./eleventy/site-markdown.ts";
import { isTemplateTo } from "./eleventy/template-text.ts";
import { layoutEndings, siteLayouts } from "./eleventy/theme-folders.ts";
import { themeNames } from "./eleventy/theme-names.ts";
import type { MarkdownLibrary, MergedConfig, RenderData } from "./eleventy/types.ts";
import { useTheme } from "./eleventy/use-theme.ts";
import { watchContent } from "./eleventy/watch-content.ts";
import { createOwnAdditions, type OwnAdditions } from "./fast-pages/additions.ts";
import { findIncompatibilities } from "./fast-pages/incompatibilities.ts";
import { printable } from "./findings/printable.ts";
import { memoize } from "./maps/memoize.ts";
import { type PelicanOptions, readSettings, type Settings } from "./settings.ts";
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
  // Eleventy takes what any object has for a collection of the site's own, and calls it for a tag such as “__proto__”, be the
  // page ours or not.
  Object.setPrototypeOf(config.collections, null);
  const own = createOwnAdditions(config);
  own.note(() => addTo(config, { settings, mixed: readSettings(input, true) }, own));
}

export default pelican;

function addTo(config: EleventyConfig, options: Options, own: OwnAdditions): void {
  const { settings } = options;
  const fileOf = (inputPath: string) => session.gatherer()?.fileOf(inputPath);
  const pageAt = (inputPath: string) => session.current()?.pages.get(fileOf(inputPath) ?? "");
  const viewAt = (file: string | undefined) =>
    pelicanData(session.current, ({ pages, views }) => views.page(file === undefined ? undefined : pages.get(file)));

  /** A page's text was rendered with all others, unless a template engine has changed it. */
  const renderOurs = (text: string, data: RenderData) => {
    const site = session.current()?.site;
    const page = data?.page && pageAt(data.page.inputPath);
    if (!page || !site) return undefined;
    if (text !== page.header.body) session.renderAgain(page, text);
    return site.textOf(page);
  };
  const openForOurs = (library: MarkdownLibrary) => openMarkdown(library, renderOurs);
  // Made when a build first wants it: a site that has no page of ours is asked for nothing.
  const markdownOf = memoize((of: MergedConfig | undefined) =>
    siteMarkdown(of, openForOurs, { ...settings.markdown, math: settings.math }),
  );

  const settled = settleConfig(config, {
    settings,
    gatherer: () => session.gatherer(),
    renderOurs,
    addTemplates: () => {
      const layouts = siteLayouts(config.directories, config.layoutAliases, layoutEndings(config), settings.theme);
      for (const name of own.note(() => addOwnLists(config, sources, settings, layouts))) generated.add(name);
    },
  });
  const session: Session = createSession(options, {
    ...meansOf(config, settled, own),
    viewOf: viewAt,
    markdown: () => markdownOf(settled.merged()),
  });
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

  config.addPreprocessor(freeName("pelican", config.preprocessors), "*", (data, content) => {
    const completed = session.gatherer()?.complete(data, content);
    if (completed === false || fileOf(data.page.inputPath) === undefined) return completed;
    return protectTags(completed ?? content, data, config, settled.merged());
  });
  // Eleventy would take the day on which the file was made: on a server, when it was fetched.
  config.addDateParsing(function (date) {
    return date || fileOf(this.page.inputPath) === undefined ? undefined : session.prepared()?.now.toJSDate();
  });
  config.configureErrorReporting({ allowMissingExtensions: true });
  for (const [ending, key] of Object.entries({ markdown: "md", mkd: "md", mdown: "md", htm: "html" })) {
    // What the site makes of them holds.
    if (![...config.extensionMap].some(({ extension }) => extension === ending)) config.addExtension(ending, { key });
  }
  config.amendLibrary("md", openForOurs);

  const { addLate } = addOwnNames(config, { settings, session, fileOf, view: () => viewAt(undefined) }, own);
  followBuilds(config, { settings, settled, session, generated, addLate });
  if (settings.form) {
    addForm(config, settings, () => session.gatherer() && (session.current()?.site.gathered ?? NOTHING));
  }
  addNavigationFilters(config, () => !session.gatherer());
  if (settings.theme) useTheme(config);
  const isOurs = (inputPath: string) => session.gatherer()?.isOfContent(inputPath) || isGenerated(inputPath);
  finishPages(config, session.current, { isOurs, pageAt, pathPrefix: settled.pathPrefix });
}

/** What a build asks the configuration. */
function meansOf(
  config: EleventyConfig,
  { merged, pathPrefix, siteMatter, extensions }: SettledConfig,
  own: OwnAdditions,
): Omit<SessionMeans, "viewOf" | "markdown"> {
  return {
    templateFormats: () => merged()?.templateFormats ?? [],
    layoutAliases: () => config.layoutAliases,
    layoutEndings: () => layoutEndings(config),
    htmlEngine: () => merged()?.htmlTemplateEngine ?? false,
    layoutData: layoutDataFinder(() => config.layoutAliases, siteMatter),
    pathPrefix,
    rules: {
      extensions,
      incompatibilities: () => findIncompatibilities(config, merged(), own.has),
      isTemplate: () => isTemplateTo(merged()),
      others: () => [config.nunjucks.environmentOptions, merged()?.htmlTemplateEngine],
    },
  };
}

interface Naming {
  readonly settings: Settings;
  readonly session: Session;
  readonly fileOf: (inputPath: string) => string | undefined;
  /** The data that all templates have. */
  readonly view: () => object;
}

/**
 * Adds what templates ask for by name: what others have added under these names holds, and is told.
 *
 * @returns what adds collections, once a build has a page of ours: any other site keeps its collections to itself
 */
function addOwnNames(config: EleventyConfig, { settings, session, fileOf, view }: Naming, own: OwnAdditions) {
  const { namePrefix } = settings;
  const tell = tellerOfClashes((words) => console.error(printable(words)));
  const { name: data, clashes: ofData } = dataName(config, namePrefix);
  if (data !== undefined) config.addGlobalData(data, view);
  const names = themeNames(session.prepared);
  // The theme asks for these, whatever the site calls its own.
  addNames(config, names, THEME_PREFIX);
  let clashes = ofData;
  const addLast = () => {
    if (namePrefix !== THEME_PREFIX) clashes = [...ofData, ...own.note(() => addNames(config, names, namePrefix))];
  };
  // All other plugins have been asked by then: what they have added under these names holds.
  config.plugins.push({ plugin: addLast, options: {}, pluginNamespace: "" });
  const addLate = () => {
    const ofCollections = own.note(() => addCollections(config, session, fileOf, namePrefix, (clash) => tell([clash])));
    tell([...clashes, ...ofCollections]);
  };
  return { addLate };
}

interface Following {
  readonly settings: Settings;
  readonly settled: SettledConfig;
  readonly session: Session;
  /** The names of the templates that are the plugin's own. */
  readonly generated: ReadonlySet<string>;
  readonly addLate: () => void;
}

/** Has the session follow each build from its beginning to its end, and what is read by it watched. */
function followBuilds(config: EleventyConfig, { settings, settled, session, generated, addLate }: Following): void {
  const { merged, hasNunjucks } = settled;
  const watching = watchContent(config, {
    isTemplate: (path) => merged()?.templateFormats.includes(extname(path).slice(1)) ?? false,
    isNamed: (path) => isOnTheWay(path, settings),
    search: () => session.items().find(({ template }) => template)?.template?.templateData?.fileSystemSearch,
  });
  let hasAdded = false;
  config.on("eleventy-pelican.project", (answer) =>
    answer({ settings, directories: config.directories, inspect: session.inspect } satisfies ProjectAnswer),
  );
  config.on("eleventy.ignores", session.takeIgnores);
  config.on("eleventy.engine.njk", session.takeEngine);
  config.on("eleventy.before", async (event) => {
    settled.check();
    // Eleventy would name each of them, whoever's the pages are.
    if (!hasNunjucks()) for (const name of generated) delete merged()?.virtualTemplates[name];
    await watching.settled(event);
    // What changes from now on may not be read any more.
    watching.watch(event);
    await session.start(event);
    if (!session.gatherer()) watching.unwatch();
    if (hasAdded || !session.gatherer()) return;
    hasAdded = true;
    addLate();
    if (!hasNunjucks()) console.error(NO_NUNJUCKS);
  });
  config.on("eleventy.after", session.finish);
}
