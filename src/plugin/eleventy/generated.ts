import type { Assets } from "../assets/assets.ts";
import type { Layouts } from "../files/layouts.ts";
import { ownTemplates } from "../lists/direct-templates.ts";
import type { List } from "../lists/list.ts";
import { memoizeByObject } from "../maps/memoize.ts";
import { textFiles } from "../output/text-files.ts";
import { type GroupName, isOn, type Settings } from "../settings.ts";
import type { Site } from "../site.ts";
import { allParts, ownNotFound, type Structure } from "../structure.ts";
import { findWords } from "../words/find-words.ts";
import type { EleventyConfig } from "./config.ts";
import { defaultLayout } from "./front-matter.ts";
import { lazyData, type Printed, pelicanData } from "./lazy-data.ts";
import { freeName } from "./names.ts";
import type { CollectionItem } from "./types.ts";

/** The layout that prints each sort of list; a site replaces one by a file of its name in `_includes/layouts`. */
const LIST_LAYOUTS: Readonly<Record<string, readonly List["kind"][]>> = {
  blog: ["index", "category", "author", "tag"],
  archive: ["archive", "drafts", "own"],
  terms: ["categories", "authors", "tags"],
  search: ["search"],
};

/** A layout, and the option that asks for what it prints. */
interface Printer {
  readonly layout: string;
  readonly option: GroupName | "showDrafts";
}

/** The layouts that what is generated needs, in Eleventy's own folder where there is no theme. */
export function printersOf(settings: Settings): Printer[] {
  const names = ["lists", "search", "notFound"] as const;
  const layouts = { lists: ["blog", "archive", "terms"], search: ["search"], notFound: ["not-found"] };
  const asked = names.filter((option) => isOn(settings, option));
  const all = asked.flatMap((option) => layouts[option].map((layout) => ({ layout, option })));
  const isListed = all.some(({ layout }) => layout === "archive");
  return settings.showDrafts && !isListed ? [...all, { layout: "archive", option: "showDrafts" }] : all;
}

/** What is generated in a build: where it is goes by the structure, what it says by the whole site. */
interface Sources {
  /** @param items what is in Eleventy's collections by now: nearly everything */
  readonly structure: (items: CollectionItem[]) => Structure | undefined;
  readonly build: () => Made | undefined;
}

/** What a build has made that is printed here. */
interface Made extends Printed {
  readonly site: Site;
  readonly assets: Assets;
}

/** What Eleventy asks for before it paginates. */
type Make = (structure: Structure | undefined) => readonly Generated[];

/** A file that is printed by a template of the plugin's own. */
interface Generated {
  readonly saveAs?: string | undefined;
}

/**
 * Registers what no file of the content stands for: lists of posts, feeds, the sitemap, the search page, the page for
 * what is not found. They are virtual templates, each paginated over what the site has of its sort, so that a tree that is
 * dropped in has them.
 *
 * @param settings those of the site; without the theme, a layout that nothing needs may not be there
 * @returns the names of the templates
 */
export function addGenerated(config: EleventyConfig, sources: Sources, settings: Settings): string[] {
  const { build } = sources;
  const { words } = findWords(settings.defaultLang, settings.words);
  const printed = new Set(printersOf(settings).map(({ layout }) => layout));
  const isPrinted = (layout: string) => settings.theme || printed.has(layout);
  const names: string[] = [];
  const add = adder(config, sources, names);
  for (const [layout, kinds] of Object.entries(LIST_LAYOUTS)) {
    const isOf = ({ kind, layout: own }: List) => own === undefined && kinds.includes(kind);
    const title = layout === "search" && { title: words.search };
    const data = { layout: `layouts/${layout}.njk`, ...title };
    if (isPrinted(layout)) add(`pelican-${layout}`, "", "pelican", listsThat(isOf, build), data);
  }
  const ofNotFound = { layout: "layouts/not-found.njk", title: words.notFound, robots: "noindex" };
  if (isPrinted("not-found")) add("pelican-not-found", "\n", "pelican", (at) => notFound(at, build), ofNotFound);
  add("pelican-text-files", "{{ file.text | safe }}", "file", (at) => textFilesOf(at, build), { layout: false });
  return names;
}

/**
 * Registers the lists that layouts of the site's own print, once it is known where layouts are; and, of a site with parts in
 * other languages, the pages that are in more than one of them.
 *
 * @returns the names of the templates
 */
export function addOwnLists(config: EleventyConfig, sources: Sources, settings: Settings, layouts: Layouts): string[] {
  const names: string[] = [];
  const add = adder(config, sources, names);
  for (const [layout, file] of settings.subsites ? layouts : []) {
    const make = (at: Structure | undefined) => copiesIn(at, layout, layouts, sources.build);
    add(`pelican-copies-${layout}`, "{{ pelican.text | safe }}", "pelican", make, { layout: file });
  }
  for (const { layout } of ownTemplates(settings, layouts)) {
    if (layout === undefined) continue;
    const make = listsThat((list) => list.layout === layout, sources.build);
    add(`pelican-own-${layout}`, "", "pelican", make, { layout: layouts.get(layout) });
  }
  return names;
}

/** Adds a template that is paginated over what is made of its sort. */
function adder(config: EleventyConfig, { structure }: Sources, names: string[]) {
  return (name: string, content: string, alias: string, make: Make, data: object) => {
    const before = (items: CollectionItem[]) => make(structure(items));
    const file = freeName(`${name}.njk`, config.virtualTemplates);
    names.push(file);
    const permalink = (all: Readonly<Record<string, Generated | undefined>>) => all[alias]?.saveAs ?? false;
    config.addTemplate(file, content, {
      // All pages are gathered by the time when Eleventy looks for what depends on all of them.
      pagination: { data: "collections.all", size: 1, alias, before, addAllPagesToCollections: false },
      permalink,
      // One that is computed for the whole input folder is for its pages. What is computed would be read as a template, which
      // the braces of an author's address are not; what a function returns is none.
      eleventyComputed: {
        permalink: (all: Parameters<typeof permalink>[0]) => {
          const saveAs = permalink(all);
          return saveAs === false ? false : () => saveAs;
        },
      },
      dynamicPermalink: true,
      eleventyExcludeFromCollections: true,
      ...data,
    });
  };
}

/** Lists under the name `pelican`, where a page has its own view. */
function listsThat(isOne: (list: List) => boolean, build: Sources["build"]): Make {
  const find = finder(listsIn);
  return (at) =>
    listsIn(at)
      .filter(isOne)
      .map((list) => pelicanData(build, ({ site, views }) => views.list(find(site, list.saveAs) ?? list), list.saveAs));
}

function listsIn(whole: Structure | undefined): List[] {
  return whole ? allParts(whole).flatMap(({ lists }) => lists) : [];
}

/** Pages that have no template of their own where they are. */
function copiesIn(
  at: Structure | undefined,
  layout: string,
  layouts: Layouts,
  build: Sources["build"],
): readonly Generated[] {
  const all = (of: Structure | undefined) => (of ? allParts(of).flatMap(({ copies }) => [...copies]) : []);
  const find = finder(all);
  const copies = all(at).filter((page) => defaultLayout(page, layouts) === layout);
  return copies.map(({ saveAs }) =>
    pelicanData(
      build,
      ({ site, views }) => {
        const page = find(site, saveAs);
        return page && { ...views.page(page), text: site.textOf(page) };
      },
      saveAs,
    ),
  );
}

/**
 * Finds something by its file as it has become since Eleventy asked for it: templates that it saw later may have changed a
 * page. There may be thousands of each sort, and each is asked for once.
 */
function finder<One extends { readonly saveAs: string }>(all: (site: Site) => readonly One[]) {
  const byFile = memoizeByObject(
    (site: Site) =>
      new Map(
        all(site)
          .toReversed()
          .map((one) => [one.saveAs, one]),
      ),
  );
  return (site: Site, saveAs: string): One | undefined => byFile(site).get(saveAs);
}

function notFound(structure: Structure | undefined, build: Sources["build"]): Generated[] {
  const saveAs = structure ? ownNotFound(structure) : "";
  return saveAs === "" ? [] : [pelicanData(build, ({ views }) => views.page(undefined), saveAs)];
}

function textFilesOf(structure: Structure | undefined, build: Sources["build"]): Generated[] {
  const files = structure ? textFiles(structure) : [];
  const find = finder(textFiles);
  return files.map((file) =>
    lazyData({
      saveAs: () => file.saveAs,
      text: () => {
        const made = build();
        if (!made) return undefined;
        const now = find(made.site, file.saveAs) ?? file;
        return now.text(made.site, made.assets);
      },
    }),
  );
}
