/** The part of Eleventy's interface that this plugin uses. Eleventy 3.1 ships no types of its own. */

export interface Directories {
  /** With a leading `./`, or absolute, and a slash at the end; so are all of these. */
  readonly input: string;
  readonly includes: string;
  readonly data: string;
  readonly output: string;
  /** Where it is another than that of includes. */
  readonly layouts?: string | undefined;
  /** Where not all of the input folder is built. */
  readonly inputFile?: string | undefined;
  readonly inputGlob?: string | undefined;
}

export interface BuildEvent {
  readonly directories: Directories;
  readonly runMode: "build" | "serve" | "watch";
  /** `fs` where files are written; `json` and `ndjson` are printed. */
  readonly outputMode: "fs" | "json" | "ndjson";
  /** Eleventy itself builds no more than what a change calls for. */
  readonly incremental?: boolean;
  /** After a build: what Eleventy wrote. */
  readonly results?: readonly object[];
}

/** What gray-matter hands to an `excerpt` function: the whole text, and a place for data and content. */
export interface MatterFile {
  data: Record<string, unknown>;
  content: string;
}

/** A place where Nunjucks looks for includes. */
export type NunjucksLoader = object;

export interface NunjucksEnvironment {
  /** Asked one after the other. */
  readonly loaders: NunjucksLoader[];
  getTemplate(name: string, callback: (error: unknown, template?: NunjucksTemplate) => void): void;
}

export interface NunjucksTemplate {
  render(context: object, frame: object, callback: (error: unknown, text: string | null) => void): void;
}

/** The part of Nunjucks, as Eleventy uses it, that this plugin uses. */
export interface Nunjucks {
  readonly Environment: new (loader: NunjucksLoader) => NunjucksEnvironment;
  readonly FileSystemLoader: new (folder: string) => NunjucksLoader;
  readonly Template: new (
    source: string,
    environment: NunjucksEnvironment,
    path: string,
    now: boolean,
  ) => NunjucksTemplate;
  readonly runtime: NunjucksLibrary["runtime"];
}

export type MatterEngine = ((text: string) => unknown) | { readonly parse: (text: string) => unknown };

export interface MatterOptions {
  /** Set by Eleventy: the path of the template, as in `page.inputPath`. */
  readonly filePath?: string;
  readonly engines?: Readonly<Record<string, MatterEngine>>;
}

export interface TransformContext {
  readonly page: { readonly inputPath: string; readonly outputPath: string | false };
}

/** What Eleventy knows of which files depend on which. */
export interface FileDependencies {
  /** @param changed the file that was saved; undefined where all is built */
  isFileRelevantTo(template: string, changed: string | undefined, includeLayouts?: boolean): boolean;
}

/** What is set for all templates. */
export interface MergedConfig {
  /** What reads the text of pages before they are rendered; false for nothing. */
  readonly markdownTemplateEngine: string | false;
  readonly htmlTemplateEngine: string | false;
  readonly dataTemplateEngine: string | false;
  readonly templateFormats: readonly string[];
  /** What Eleventy calls the data that mean something to it. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** Undocumented. */
  readonly uses: FileDependencies;
}

/** What is added to Eleventy of one kind, by name. */
export type Additions = Readonly<Record<string, unknown>>;

type ShortcodeKind = "shortcodes" | "pairedShortcodes" | "asyncShortcodes" | "asyncPairedShortcodes";

/** Which files are templates. */
export interface ExtensionMap {
  /** What Eleventy searches for in its input folder. */
  readonly getGlobs: (folder: string) => readonly string[];
  /** Whether a file is a template by its name. */
  readonly hasEngine: (path: string) => boolean;
}

export interface EleventyConfig {
  readonly directories: Directories;
  /** @throws {Error} in words, where Eleventy is not of these versions */
  versionCheck(range: string): void;
  /** Paths of layouts by their other names. */
  readonly layoutAliases: Readonly<Record<string, string>>;
  /** What configurations and plugins add, by name. Undocumented: test/builds/fast-pages.test.ts pins it. */
  readonly collections: Additions;
  readonly transforms: Additions;
  readonly linters: Additions;
  readonly preprocessors: Additions;
  readonly globalData: Additions;
  readonly virtualTemplates: Additions;
  readonly libraryOverrides: Additions;
  readonly libraryAmendments: Additions;
  readonly nunjucks: Readonly<Record<"filters" | "asyncFilters" | ShortcodeKind | "tags" | "globals", Additions>> & {
    readonly environmentOptions: Additions;
    readonly precompiledTemplates: Additions;
  };
  readonly liquid: Readonly<Record<"filters" | "tags" | "shortcodes" | "pairedShortcodes" | "options", Additions>>;
  readonly javascript: { readonly functions: Additions };
  readonly extensionMap: ReadonlySet<{ readonly extension: string }>;
  readonly dataExtensions: ReadonlyMap<string, unknown>;
  readonly customDateParsingCallbacks: ReadonlySet<unknown>;
  readonly urlTransforms: readonly unknown[];
  readonly dataFileSuffixesOverride: unknown;
  readonly dataFileDirBaseNameOverride: unknown;
  readonly htmlTransformer: { readonly isTransformable: (ending: string, context: object) => boolean };
  readonly events: {
    readonly eventNames: () => readonly string[];
    readonly listeners: (event: string) => readonly unknown[];
  };
  readonly ignores: Set<string>;
  addLayoutAlias(from: string, to: string): void;
  addPlugin(plugin: unknown, options?: unknown): void;
  /** Run one after the other, once the configuration has been asked; one that is added meanwhile is run last. */
  readonly plugins: { plugin: () => void; options: object; pluginNamespace: string }[];
  /** Whether a configuration has added a plugin, by the name of its package. */
  hasPlugin(name: string): boolean;
  addDateParsing(
    parse: (this: { readonly page: { readonly inputPath: string } }, date: unknown) => Date | undefined,
  ): void;
  addFilter(name: string, filter: (...args: never[]) => unknown): void;
  addCollection(name: string, make: (api: CollectionsApi) => unknown): void;
  addGlobalData(name: string, make: () => unknown): void;
  addTemplate(path: string, content: string, data: Readonly<Record<string, unknown>>): void;
  addTransform(name: string, transform: (this: TransformContext, content: string) => string | Promise<string>): void;
  addPreprocessor(name: string, extensions: string, run: (data: TemplateData, content: string) => unknown): void;
  addExtension(names: string | readonly string[], options: { readonly key: string }): void;
  addNunjucksGlobal(name: string, value: unknown): void;
  addShortcode(name: string, shortcode: (...args: never[]) => unknown): void;
  addTemplateFormats(formats: string): void;
  addUrlTransform(transform: (page: { readonly url: string }) => string | undefined): void;
  addPassthroughCopy(paths: string | Readonly<Record<string, string>>): void;
  addWatchTarget(path: string, options?: { readonly resetConfig?: boolean }): void;
  configureErrorReporting(options: { readonly allowMissingExtensions: boolean }): void;
  setFrontMatterParsingOptions(options: {
    readonly delimiters: readonly [string, string];
    readonly excerpt: (file: MatterFile, options: MatterOptions) => void;
  }): void;
  setLibrary(name: "md", library: MarkdownLibrary): void;
  setChokidarConfig(options: {
    readonly awaitWriteFinish: { readonly stabilityThreshold: number; readonly pollInterval: number };
  }): void;
  setNunjucksEnvironmentOptions(options: object): void;
  setInputDirectory(path: string): void;
  setIncludesDirectory(path: string): void;
  setDataDirectory(path: string): void;
  setUseTemplateCache(use: boolean): void;
  setUseGitIgnore(use: boolean): void;
  setServerOptions(options: { readonly middleware: readonly unknown[] }): void;
  setTemplateFormats(formats: readonly string[]): void;
  addNunjucksTag(name: string, make: (library: NunjucksLibrary, environment: NunjucksEnvironment) => NunjucksTag): void;
  on(event: "eleventy.before" | "eleventy.after", listener: (event: BuildEvent) => unknown): void;
  /** All addresses are known, and nothing is rendered yet. */
  on(
    event: "eleventy.contentMap",
    listener: (map: {
      readonly urlToInputPath: Readonly<Record<string, { readonly inputPath: string }>>;
      readonly inputPathToUrl: Readonly<Record<string, readonly string[]>>;
    }) => unknown,
  ): void;
  /** All texts are rendered; no layout is, and no file is written yet. */
  on(event: "eleventy.layouts", listener: () => unknown): void;
  /** Before each run: which files are templates. Undocumented. */
  on(event: "eleventy.extensionmap", listener: (extensions: ExtensionMap) => void): void;
  /** Eleventy's own list of what its search passes over, which it looks into after `eleventy.before`. Undocumented. */
  on(event: "eleventy.ignores", listener: (patterns: string[]) => void): void;
  /** Before the first build: the configuration with what the project's file returned. Undocumented. */
  on(event: "eleventy.config", listener: (merged: { readonly getConfig: () => MergedConfig }) => void): void;
  /** When the command line asks what the site's settings are: see `ProjectAnswer`. */
  on(event: "eleventy-pelican.project", listener: (answer: (project: object) => void) => void): void;
  /** Whenever Eleventy has made itself a Nunjucks environment, or taken the site's. */
  on(
    event: "eleventy.engine.njk",
    listener: (event: { readonly nunjucks: Nunjucks; readonly environment: NunjucksEnvironment }) => void,
  ): void;
}

export interface NunjucksLibrary {
  readonly runtime: { readonly SafeString: new (text: string) => object; readonly Frame: new () => object };
}

/** A tag of one's own: https://mozilla.github.io/nunjucks/api.html#custom-tags */
export interface NunjucksTag {
  readonly tags: readonly string[];
  readonly parse: (
    parser: NunjucksParser,
    nodes: { readonly CallExtensionAsync: new (tag: NunjucksTag, method: string, args: object) => object },
  ) => object;
  /** @param rest the tag's arguments, and a function that takes an error or what is printed */
  readonly run: (context: NunjucksContext, ...rest: unknown[]) => void;
}

export interface NunjucksParser {
  nextToken(): { readonly value: string };
  parseSignature(tolerant: null, noParens: true): object;
  advanceAfterBlockEnd(name: string): void;
}

export interface NunjucksContext {
  /** All data of the template. */
  readonly ctx: object & { readonly page?: { readonly outputPath: string | false } };
}

/** The part of markdown-it's interface that Eleventy uses. */
export interface MarkdownLibrary {
  readonly render: (text: string, data: RenderData) => string;
  readonly set: () => void;
  readonly disable: () => void;
}

export type RenderData = { readonly page?: { readonly inputPath: string } } | undefined;

/** A template's merged data. `url` and `outputPath` are there once Eleventy has made out where it goes. */
export interface TemplateData {
  [name: string]: unknown;
  readonly page: {
    readonly inputPath: string;
    readonly date?: Date;
    readonly url?: string | false;
    readonly outputPath?: string | false;
    /** The text after all preprocessors. */
    readonly rawInput?: string;
  };
}

/** A page as collections hold it. */
export interface CollectionItem {
  readonly inputPath: string;
  readonly page: object;
  readonly outputPath?: string | false;
  readonly data: { readonly collections?: Readonly<Record<string, unknown>> };
  /** Undocumented: test/builds/dry-run.test.ts and conflicts.test.ts pin it. */
  readonly template?: { readonly isDryRun?: boolean; readonly behavior?: { write: boolean } };
}

/** What Eleventy hands to a collection's function: https://www.11ty.dev/docs/collections-api/ */
export interface CollectionsApi {
  /** All of them, as they are looked for in; undocumented. */
  readonly items: CollectionItem[];
  getAllSorted(): CollectionItem[];
  getFilteredByTag(tag: string): CollectionItem[];
}
