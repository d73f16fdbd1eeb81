import { toHtml } from "@11ty/eleventy-navigation/eleventy-navigation.js";
import { escapeHtml } from "../html/escape.ts";
import type { NavigationEntry } from "./entry.ts";

type Entry = NavigationEntry & { readonly children?: readonly Entry[] };

/**
 * eleventy-navigation's `eleventyNavigationToHtml`, made safe: the stock filter prints titles and addresses as they
 * are, and here they are what an author typed.
 *
 * @param config Eleventy's configuration, which the stock filter asks for the path prefix
 * @param isSafe whether entries are none of ours: a site that has no Pelican page prints what it did
 */
export function navigationToHtml(config: unknown, entries: readonly Entry[], options?: object, isSafe = false): string {
  return toHtml.call(config, isSafe ? entries : entries.map(escapeEntry), options);
}

function escapeEntry(entry: Entry): Entry {
  return {
    ...entry,
    title: escapeHtml(entry.title),
    ...(entry.url !== undefined && { url: escapeHtml(entry.url) }),
    ...(entry.children && { children: entry.children.map(escapeEntry) }),
  };
}
