import {
  findBreadcrumbEntries,
  findNavigationEntries,
  toMarkdown,
} from "@11ty/eleventy-navigation/eleventy-navigation.js";
import { navigationToHtml } from "../menus/navigation-to-html.ts";
import type { EleventyConfig } from "./config.ts";
import { isFilter } from "./names.ts";

/**
 * Adds eleventy-navigation's filters. Those that the site has already, by the stock plugin or its own, are the site's.
 *
 * @param isGuest whether the site has no Pelican page, so that no entry is ours
 */
export function addNavigationFilters(config: EleventyConfig, isGuest: () => boolean = () => false): void {
  const filters = {
    eleventyNavigation: findNavigationEntries,
    eleventyNavigationBreadcrumb: findBreadcrumbEntries,
    eleventyNavigationToHtml: (entries: [], options?: object) => navigationToHtml(config, entries, options, isGuest()),
    eleventyNavigationToMarkdown: (entries: [], options?: object) => toMarkdown.call(config, entries, options),
  };
  for (const [name, filter] of Object.entries(filters)) if (!isFilter(config, name)) config.addFilter(name, filter);
}
