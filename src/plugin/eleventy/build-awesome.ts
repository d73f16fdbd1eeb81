import type { TemplateData } from "./types.ts";

/** What Build Awesome, as Eleventy 4 is called, knows by a name of its own and by Eleventy's. */
const NAMES: Readonly<Record<string, string>> = {
  buildawesomeComputed: "eleventyComputed",
  buildawesomeExcludeFromCollections: "eleventyExcludeFromCollections",
};

/**
 * Puts a page's data under Eleventy's own names: what is read and filled in below them must not stand a second time, and
 * say something else, under the other. Where both are there, objects are joined, as Eleventy 4 does it.
 */
export function useEleventysNames(data: TemplateData): void {
  for (const [other, name] of Object.entries(NAMES)) {
    const said = data[other];
    if (said === undefined) continue;
    data[name] = isObject(said) && isObject(data[name]) ? { ...said, ...data[name] } : said;
    delete data[other];
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
