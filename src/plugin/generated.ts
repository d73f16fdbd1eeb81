import { manifest } from "./assets/manifest.ts";
import type { Build } from "./build.ts";
import type { EleventyConfig } from "./eleventy.ts";
import type { List } from "./lists/list.ts";
import { type TextFile, textFiles } from "./output/text-files.ts";
import { addSearchPage } from "./search/add-search-page.ts";
import type { Site } from "./site.ts";
import { listViewOf, type View } from "./view.ts";

/** The layout that prints each sort of list; a site replaces one by a file of its name in `_includes/layouts`. */
const LIST_LAYOUTS: Readonly<Record<string, readonly List["kind"][]>> = {
  blog: ["index", "category", "author", "tag"],
  archive: ["archive", "drafts"],
  terms: ["categories", "authors", "tags"],
};

/**
 * Registers what no file of the content stands for: lists of posts, feeds, the sitemap, the search page, the page for
 * what is not found. They are virtual templates, each paginated over what the site has of its sort, so that a tree that is dropped
 * in has them.
 *
 * @param buildOf the build that runs
 */
export function addGenerated(config: EleventyConfig, buildOf: () => Build | undefined): void {
  const siteOf = () => buildOf()?.site;
  for (const [layout, kinds] of Object.entries(LIST_LAYOUTS)) {
    const collection = `pelican-${layout}`;
    config.addCollection(collection, () => listViews(siteOf(), kinds));
    config.addTemplate(`${collection}.njk`, "", {
      layout: `layouts/${layout}.njk`,
      // Under the name `pelican`, where a page has its own view.
      pagination: { data: `collections.${collection}`, size: 1, alias: "pelican", addAllPagesToCollections: false },
      permalink: (data: { pelican?: View & { saveAs: string } }) => data.pelican?.saveAs ?? false,
      eleventyExcludeFromCollections: true,
    });
  }

  addSearchPage(config, siteOf);

  config.addCollection("pelican-text-files", () => textFilesOf(buildOf()));
  config.addTemplate("pelican-text-files.njk", "{{ file.text | safe }}", {
    pagination: { data: "collections.pelican-text-files", size: 1, alias: "file" },
    permalink: (data: { file?: TextFile }) => data.file?.saveAs ?? false,
    eleventyExcludeFromCollections: true,
  });

  // A template without any text is not asked for its front matter, and would have no view.
  config.addTemplate("pelican-not-found.njk", "\n", {
    layout: "layouts/not-found.njk",
    title: "Page not found",
    robots: "noindex",
    permalink: () => notFoundSaveAs(siteOf()),
    eleventyExcludeFromCollections: true,
  });
}

function listViews(site: Site | undefined, kinds: readonly List["kind"][]): object[] {
  const lists = site?.lists.filter(({ kind }) => kinds.includes(kind)) ?? [];
  return site ? lists.map((list) => Object.freeze({ ...listViewOf(list, site), saveAs: list.saveAs })) : [];
}

function textFilesOf(build: Build | undefined): TextFile[] {
  return build ? [...textFiles(build.site), ...manifest(build.site.settings, build.assets)] : [];
}

function notFoundSaveAs(site: Site | undefined): string | false {
  const saveAs = site?.settings.notFoundSaveAs ?? "";
  return saveAs === "" || site?.pages.some((page) => page.saveAs === saveAs) ? false : saveAs;
}
