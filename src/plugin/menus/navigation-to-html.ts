import { toHtml } from "@11ty/eleventy-navigation/eleventy-navigation.js";
import { escapeHtml } from "../html/escape.ts";
import type { NavigationEntry } from "./entry.ts";

type Entry = NavigationEntry & { readonly children?: readonly Entry[] };

/**
 * eleventy-navigation's `eleventyNavigationToHtml`, made safe: the stock filter prints titles and addresses as they
 * are, and here they are what an author typed.
 *
 * @param config Eleventy's configuration, which the stock filter asks for the path prefix
 */
export function navigationToHtml(config: unknown, entries: readonly Entry[], options?: object): string {
  return toHtml.call(config, entries.map(escapeEntry), options);
}

function escapeEntry(entry: Entry): Entry {
  return {
    ...entry,
    title: escapeHtml(entry.title),
    ...(entry.url !== undefined && { url: escapeHtml(entry.url) }),
    ...(entry.children && { children: entry.children.map(escapeEntry) }),
  };
}
