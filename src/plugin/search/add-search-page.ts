import type { EleventyConfig } from "../eleventy.ts";
import { headOfList } from "../heads/head.ts";
import type { Site } from "../site.ts";
import type { View } from "../view.ts";
import { type SearchView, searchView } from "./search-page.ts";

/** What `layouts/search.njk` prints. */
interface SearchPageView extends View {
  readonly search: SearchView;
  readonly saveAs: string;
}

/** Registers the search page as a virtual template. */
export function addSearchPage(config: EleventyConfig, siteOf: () => Site | undefined): void {
  config.addCollection("pelican-search", () => searchPages(siteOf()));
  config.addTemplate("pelican-search.njk", "", {
    layout: "layouts/search.njk",
    title: "Search",
    pagination: { data: "collections.pelican-search", size: 1, alias: "pelican", addAllPagesToCollections: false },
    permalink: (data: { pelican?: SearchPageView }) => data.pelican?.saveAs ?? false,
    eleventyExcludeFromCollections: true,
  });
}

function searchPages(site: Site | undefined): SearchPageView[] {
  const list = site?.lists.find(({ kind }) => kind === "search");
  if (!site || !list) return [];
  const view: SearchPageView = {
    site: site.siteViews({ href: list.href, isBlog: false, category: undefined }),
    head: headOfList(list, site),
    menus: site.menuViews(undefined),
    page: undefined,
    list: undefined,
    search: searchView(list, site),
    saveAs: list.saveAs,
  };
  return [Object.freeze(view)];
}
