import type { EleventyConfig } from "../eleventy/config.ts";

/** Something that a configuration or a plugin has added to Eleventy. */
export interface Addition {
  /** In words: “the collection”. */
  readonly kind: string;
  readonly name: string;
  /** What was added; no two things share it. */
  readonly value: unknown;
}

/** Eleventy's own, as far as they are among what is added. */
const TRANSFORMS_OF_ELEVENTY = /^@11ty\/eleventy(?:\/html-transformer|-bundle(?:\/delayed)?)$/;
/** How many listeners Eleventy has itself. Those to its inner events, such as `eleventy#render`, change no page. */
const LISTENERS_OF_ELEVENTY = new Map([
  ["eleventy.before", 2],
  ["eleventy.contentMap", 1],
  ["eleventy.layouts", 1],
]);
const LISTENER = "the listener to";
const INNER_EVENT = /#|^eleventy\.passthrough$/;
const FILTERS_OF_ELEVENTY = new Set(["slug", "slugify", "url", "log", "inputPathToUrl", "renderTransforms"]);
const FUNCTION_OF_ELEVENTY = /^(?:get(?:CollectionItemIndex|(?:Previous|Next)?CollectionItem|Bundle(?:FileUrl)?))$/;

/** What can make a page of more than its data, or wants to see all pages, but for functions that templates call. */
export function additionsTo(config: EleventyConfig): Addition[] {
  const { nunjucks, liquid } = config;
  const named = (kind: string, added: object) => Object.entries(added).map(([name, value]) => ({ kind, name, value }));
  const listed = (kind: string, added: Iterable<unknown>) => [...added].map((value) => ({ kind, name: "", value }));
  return [
    ...named("the collection", config.collections),
    ...named("the transform", config.transforms).filter(({ name }) => !TRANSFORMS_OF_ELEVENTY.test(name)),
    ...named("the linter", config.linters),
    ...named("the preprocessor", config.preprocessors),
    ...named("the global data", config.globalData),
    ...named("the virtual template", config.virtualTemplates),
    ...named("the library for", config.libraryOverrides),
    ...Object.entries(config.libraryAmendments).flatMap(([name, all]) =>
      all.map((value) => ({ kind: "what is changed of the library for", name, value })),
    ),
    ...named("the highlighter of", config.markdownHighlighter ? { Markdown: config.markdownHighlighter } : {}),
    ...named("the kind of data file", Object.fromEntries(config.dataExtensions)),
    ...[...config.extensionMap].map((value) => ({ kind: "the kind of template", name: value.extension, value })),
    ...named("the Nunjucks tag", nunjucks.tags),
    ...named("the precompiled template", nunjucks.precompiledTemplates),
    // Others are part of the cache key.
    ...named("the Nunjucks option", nunjucks.environmentOptions).filter(({ value }) => Object(value) === value),
    ...named("the Liquid option", liquid.options),
    ...listed("a date parsing callback", config.customDateParsingCallbacks),
    ...listed("a URL transform", config.urlTransforms),
    ...listenersTo(config),
  ];
}

function listenersTo({ events }: EleventyConfig): Addition[] {
  const names = events.eventNames().filter((name) => !INNER_EVENT.test(name));
  return names.flatMap((name) => events.listeners(name).map((value) => ({ kind: LISTENER, name, value })));
}

/** What neither Eleventy nor the plugin has added. */
export function foreignIn(additions: readonly Addition[], isOwn: (addition: Addition) => boolean): Addition[] {
  const listeners = new Map<string, number>();
  return additions.filter((addition) => {
    if (isOwn(addition)) return false;
    if (addition.kind !== LISTENER) return true;
    const count = (listeners.get(addition.name) ?? 0) + 1;
    listeners.set(addition.name, count);
    return count > (LISTENERS_OF_ELEVENTY.get(addition.name) ?? 0);
  });
}

/** The filters, shortcodes, tags and global functions of templates, but for those of Eleventy. */
export function functionsIn({ nunjucks, liquid, javascript }: EleventyConfig): Addition[] {
  const { filters, asyncFilters, tags, globals, shortcodes, pairedShortcodes } = nunjucks;
  const ofNunjucks = [filters, asyncFilters, tags, globals, shortcodes, pairedShortcodes];
  const async = [nunjucks.asyncShortcodes, nunjucks.asyncPairedShortcodes];
  const ofLiquid = [liquid.filters, liquid.tags, liquid.shortcodes, liquid.pairedShortcodes];
  return [...ofNunjucks, ...async, ...ofLiquid, javascript.functions]
    .flatMap((all) => Object.entries(all))
    .filter(([name]) => !FILTERS_OF_ELEVENTY.has(name) && !FUNCTION_OF_ELEVENTY.test(name))
    .map(([name, value]) => ({ kind: "the template function", name, value }));
}

/** What the plugin itself has added to Eleventy, as far as it was noted. */
export interface OwnAdditions {
  /** Notes what a function adds, and returns what it returns. */
  readonly note: <Result>(add: () => Result) => Result;
  readonly has: (addition: Addition) => boolean;
}

/** Begins to tell the plugin's own additions from those of others. */
export function createOwnAdditions(config: EleventyConfig): OwnAdditions {
  const all = () => [...additionsTo(config), ...functionsIn(config)].map(({ value }) => value);
  const own = new Set<unknown>();
  const note = <Result>(add: () => Result) => {
    const before = new Set(all());
    const result = add();
    for (const value of all()) if (!before.has(value)) own.add(value);
    return result;
  };
  return { note, has: ({ value }) => own.has(value) };
}
