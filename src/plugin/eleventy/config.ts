import type {
  Additions,
  BuildEvent,
  ExistsCache,
  ExtensionMap,
  MergedConfig,
  Nunjucks,
  NunjucksEnvironment,
  NunjucksLibrary,
  NunjucksTag,
} from "./types.ts";
import type { Callback, EleventyUserConfig } from "./user-config.ts";

type ShortcodeKind = "shortcodes" | "pairedShortcodes" | "asyncShortcodes" | "asyncPairedShortcodes";

/** What Eleventy hands to a configuration: all that is documented, and what this plugin looks at besides. */
export interface EleventyConfig extends EleventyUserConfig {
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
  readonly libraryAmendments: Readonly<Record<string, readonly unknown[]>>;
  readonly markdownHighlighter: unknown;
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
  /** The files, and patterns of files, at whose change the configuration is read anew. */
  readonly watchTargetsConfigReset: Set<string>;
  readonly dataFileSuffixesOverride: unknown;
  readonly dataFileDirBaseNameOverride: unknown;
  readonly htmlTransformer: {
    readonly isTransformable: (ending: string, context: object) => boolean;
    /** What changes addresses in HTML. */
    readonly getCallbacks: (
      ending: string,
      context: object,
    ) => readonly { readonly fn: (this: object, url: string, place: object) => unknown }[];
  };
  /** Told when a build is at its end, be it that it failed. Undocumented: test/builds/one-at-a-time.test.ts pins it. */
  readonly benchmarkManager: { finish: () => void };
  readonly events: {
    readonly eventNames: () => readonly string[];
    readonly listeners: (event: string) => readonly unknown[];
  };
  /** Run one after the other, once the configuration has been asked; one that is added meanwhile is run last. */
  readonly plugins: { plugin: () => void; options: object; pluginNamespace: string }[];
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
  /** While somebody writes: a build begins, by the change of these files. */
  on(event: "eleventy.beforeWatch", listener: (files: readonly string[]) => unknown): void;
  /** While somebody writes: the configuration is read anew, and listeners go with the old one. */
  on(event: "eleventy.reset", listener: () => unknown): void;
  /** Before each run: which files are templates. Undocumented. */
  on(event: "eleventy.extensionmap", listener: (extensions: ExtensionMap) => void): void;
  /** Eleventy's own list of what its search passes over, which it looks into after `eleventy.before`. Undocumented. */
  on(event: "eleventy.ignores", listener: (patterns: string[]) => void): void;
  /** Before the first build: the configuration with what the project's file returned. Undocumented. */
  on(
    event: "eleventy.config",
    listener: (merged: {
      readonly getConfig: () => MergedConfig;
      readonly getLocalProjectConfigFiles: () => readonly string[];
      readonly existsCache?: ExistsCache;
    }) => void,
  ): void;
  /** When the command line asks what the site's settings are: see `ProjectAnswer`. */
  on(event: "eleventy-pelican.project", listener: (answer: (project: object) => void) => void): void;
  /** Whenever Eleventy has made itself a Nunjucks environment, or taken the site's. */
  on(
    event: "eleventy.engine.njk",
    listener: (event: { readonly nunjucks: Nunjucks; readonly environment: NunjucksEnvironment }) => void,
  ): void;
  on(event: string, listener: Callback<void>): unknown;
}
