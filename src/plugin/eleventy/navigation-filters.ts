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
 * @param isStock whether the site has no Pelican page, so that no entry is ours
 */
export function addNavigationFilters(config: EleventyConfig, isStock: () => boolean = () => false): void {
  const filters = {
    eleventyNavigation: findNavigationEntries,
    eleventyNavigationBreadcrumb: (nodes: [], key: string, ...options: readonly unknown[]) =>
      findBreadcrumbEntries(nodes, key, optionsIn(options)),
    eleventyNavigationToHtml: (entries: [], ...options: readonly unknown[]) =>
      navigationToHtml(config, entries, optionsIn(options), isStock()),
    eleventyNavigationToMarkdown: (entries: [], ...options: readonly unknown[]) =>
      toMarkdown.call(config, entries, optionsIn(options)),
  };
  for (const [name, filter] of Object.entries(filters)) if (!isFilter(config, name)) config.addFilter(name, filter);
}

/** Liquid hands over each named argument as a pair: `activeKey: eleventyNavigation.key`. */
function optionsIn(given: readonly unknown[]): object | undefined {
  const isPair = (one: unknown): one is [string, unknown] =>
    Array.isArray(one) && one.length === 2 && typeof one[0] === "string";
  if (given.length > 0 && given.every(isPair)) return Object.fromEntries(given);
  const [options] = given;
  return typeof options === "object" && options !== null ? options : undefined;
}
