import type {
  CollectionItem,
  CollectionsApi,
  Directories,
  MatterFile,
  MatterOptions,
  TemplateData,
  TransformContext,
} from "./types.ts";

/**
 * A function of a configuration's own. It may say what it takes; where it does not, each argument is unknown. Written as a
 * method, because only of methods does TypeScript let a parameter be narrower than it is here.
 */
export type Callback<This = CallbackContext, Arguments extends readonly unknown[] = unknown[]> = {
  call(this: This, ...args: Arguments): unknown;
}["call"];

/** What `this` is in filters and shortcodes that are written as a `function`. */
export interface CallbackContext {
  readonly page: Readonly<Record<string, unknown>>;
  readonly eleventy: Readonly<Record<string, unknown>>;
  /** All data of the template. */
  readonly ctx: Readonly<Record<string, unknown>> & {
    readonly collections: Readonly<Record<string, readonly CollectionItem[]>> & {
      readonly all: readonly CollectionItem[];
    };
  };
  readonly env: unknown;
}

/** The options that a plugin takes, or a function that makes them; anything, where its type does not tell. */
export type OptionsOf<Plugin> = Plugin extends (config: never, options: infer Options) => unknown
  ? Options | ((config: EleventyUserConfig) => Options)
  : unknown;

/** The part of markdown-it that is amended. */
export interface AmendableMarkdown {
  use(plugin: Callback<void>, ...options: readonly unknown[]): this;
  set(options: object): this;
  enable(rules: string | readonly string[]): this;
  disable(rules: string | readonly string[]): this;
  render(text: string, env?: object): string;
  readonly renderer: { readonly rules: Record<string, Callback<void> | undefined> };
}

type Add<This = CallbackContext> = (name: string, callback: Callback<This>) => void;

/**
 * Every method of the object that Eleventy hands to a configuration (https://www.11ty.dev/docs/config/). Eleventy 3 has types
 * for it in comments only, which a project does not see; test/package/package.test.ts compares the names.
 */
export interface EleventyUserConfig {
  readonly directories: Directories;
  /** Paths and globs of what is no template. */
  readonly ignores: Set<string>;
  readonly watchIgnores: Set<string>;
  readonly pathPrefix: string;
  /** @throws {Error} in words, where Eleventy is not of these versions */
  versionCheck(range: string): void;

  /** A plugin may be any object; that it may be a function says what an arrow is given that does not say it. */
  addPlugin<Plugin extends ((config: this, options: never) => unknown) | object>(
    plugin: Plugin,
    options?: OptionsOf<Plugin>,
  ): unknown;
  hasPlugin(plugin: unknown): boolean;
  resolvePlugin(name: string): unknown;
  isPluginExecution(): boolean;
  namespace(name: string, configure: (config: this) => void): void;
  getNamespacedName(name: string): string;

  once(event: string, listener: Callback<void>): unknown;
  emit(event: string, ...args: readonly unknown[]): Promise<unknown>;
  setEventEmitterMode(mode: "parallel" | "sequential"): void;

  addFilter: Add;
  addAsyncFilter: Add;
  addLiquidFilter: Add;
  addNunjucksFilter(name: string, callback: Callback, isAsync?: boolean): void;
  addNunjucksAsyncFilter: Add;
  addJavaScriptFilter: Add;
  getFilter(name: string): Callback | undefined;
  getFilters(options?: object): Readonly<Record<string, unknown>>;
  addShortcode: Add;
  addAsyncShortcode: Add;
  addPairedShortcode: Add;
  addPairedAsyncShortcode: Add;
  addLiquidShortcode: Add;
  addPairedLiquidShortcode: Add;
  addNunjucksShortcode(name: string, callback: Callback, isAsync?: boolean): void;
  addNunjucksAsyncShortcode: Add;
  addPairedNunjucksShortcode(name: string, callback: Callback, isAsync?: boolean): void;
  addPairedNunjucksAsyncShortcode: Add;
  addJavaScriptShortcode: Add;
  addPairedJavaScriptShortcode: Add;
  getShortcode(name: string): Callback | undefined;
  getShortcodes(options?: object): Readonly<Record<string, unknown>>;
  getPairedShortcode(name: string): Callback | undefined;
  getPairedShortcodes(options?: object): Readonly<Record<string, unknown>>;
  addJavaScriptFunction: Add;
  addLiquidTag: Add<void>;
  addNunjucksGlobal(name: string, value: unknown): void;
  augmentFunctionContext(callback: Callback, options?: object): Callback;

  addCollection(name: string, make: (api: CollectionsApi) => unknown): void;
  getCollections(): Readonly<Record<string, unknown>>;
  setPrecompiledCollections(collections: object): void;
  addGlobalData(name: string, data: unknown): void;
  addDataExtension(extensions: string | readonly string[], parser: object | Callback<void>): void;
  setDataDeepMerge(deepMerge: boolean): void;
  isDataDeepMergeModified(): boolean;
  setDataFileSuffixes(suffixes: readonly string[]): void;
  setDataFileBaseName(name: string): void;
  setFreezeReservedData(freeze: boolean): void;
  addDateParsing(parse: (this: { readonly page: { readonly inputPath: string } }, date: unknown) => unknown): void;
  setFrontMatterParsingOptions(options: {
    readonly delimiters?: string | readonly [string, string];
    readonly excerpt?: boolean | ((file: MatterFile, options: MatterOptions) => void);
    readonly [name: string]: unknown;
  }): void;

  addTransform(name: string, transform: (this: TransformContext, content: string) => string | Promise<string>): void;
  addLinter(name: string, linter: (this: TransformContext, content: string) => unknown): void;
  addPreprocessor(
    name: string,
    extensions: string | readonly string[],
    run: (data: TemplateData, content: string) => unknown,
  ): void;
  addTemplate(path: string, content: unknown, data?: Readonly<Record<string, unknown>>): void;
  isVirtualTemplate(path: string): boolean;
  addUrlTransform(transform: (page: { readonly url: string }) => string | undefined): void;
  setDynamicPermalinks(enabled: boolean): void;
  addLayoutAlias(from: string, to: string): void;
  setLayoutResolution(resolution: boolean): void;
  enableLayoutResolution(): void;

  addExtension(
    extensions: string | readonly string[],
    options: { readonly key?: string; readonly [name: string]: unknown },
  ): void;
  addTemplateFormats(formats: string | readonly string[]): void;
  setTemplateFormats(formats: string | readonly string[]): void;
  setLibrary(name: string, library: object): void;
  amendLibrary(name: "md", amend: Callback<void, [library: AmendableMarkdown]>): void;
  amendLibrary(name: string, amend: Callback<void>): void;
  addMarkdownHighlighter(highlight: (text: string, language: string) => string): void;
  setLiquidOptions(options: object): void;
  setLiquidParameterParsing(behavior: "legacy" | "builtin"): void;
  setNunjucksEnvironmentOptions(options: object): void;
  setNunjucksPrecompiledTemplates(templates: object): void;

  addPassthroughCopy(paths: string | Readonly<Record<string, string>>, options?: object): void;
  setServerPassthroughCopyBehavior(behavior: "copy" | "passthrough"): void;
  addWatchTarget(path: string, options?: { readonly resetConfig?: boolean }): void;
  setWatchJavaScriptDependencies(enabled: boolean): void;
  setWatchThrottleWaitTime(milliseconds?: number): void;
  setChokidarConfig(options: object): void;
  setServerOptions(options: object, override?: boolean): void;

  setInputDirectory(path: string): void;
  setOutputDirectory(path: string): void;
  setIncludesDirectory(path: string): void;
  setLayoutsDirectory(path: string): void;
  setDataDirectory(path: string): void;
  setUseGitIgnore(use: boolean): void;
  setUseTemplateCache(use: boolean): void;
  setQuietMode(quiet: boolean): void;
  setConcurrency(count: number): void;
  getConcurrency(): number;
  configureErrorReporting(options: { readonly allowMissingExtensions?: boolean }): void;
  configureTemplateHandling(options: object): void;
  getMergingConfigObject(): Readonly<Record<string, unknown>>;
  reset(): void;
}
