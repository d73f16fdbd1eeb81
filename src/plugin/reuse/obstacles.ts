import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { Build } from "../build.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { filesIn } from "./ground.ts";

/** Templates of Eleventy's, and its files of data for folders and single templates. */
const TEMPLATE = /\.(?:njk|liquid|hbs|mustache|ejs|haml|pug|webc|vto|mdx|11ty\.[cm]?[jt]sx?)$|\.11tydata\./i;

/** What asks Eleventy for other pages; of the collections, the plugin's own know all pages always. */
const ASKS_FOR_PAGES = /\bcollections\b(?!\.navigation\b)|\binputPathToUrl\b|CollectionItem/;

/**
 * What may make a page of more than its own file and the plugin's view of it, or may ask for all pages: then it cannot be
 * told whether a page would come out as before, and none is kept from Eleventy.
 *
 * @returns the first that is found, in words; undefined where there is none
 */
export function obstacleIn(config: EleventyConfig, { unread, includes, directories }: Build): string | undefined {
  return ofFiles(unread, filesIn(resolve(directories.data)), includes.flatMap(filesIn)) ?? ofConfiguration(config);
}

function ofFiles(unread: readonly string[], data: readonly string[], includes: readonly string[]): string | undefined {
  const template = unread.find((file) => TEMPLATE.test(file) || isDirectoryData(file));
  if (template !== undefined) return `${template} is a template, or data for some`;
  const code = data.find((file) => !file.endsWith(".json") || basename(file) === "eleventyComputed.json");
  if (code !== undefined) return `${basename(code)} in the data folder computes data`;
  const asking = includes.find((file) => TEMPLATE.test(file) && ASKS_FOR_PAGES.test(readFileSync(file, "utf8")));
  return asking && `${basename(asking)} asks Eleventy for other pages`;
}

function ofConfiguration(config: EleventyConfig): string | undefined {
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ["the collection", Object.keys(config.collections)],
    ["the transform", Object.keys(config.transforms)],
    ["the linter", Object.keys(config.linters)],
    ["the preprocessor", Object.keys(config.preprocessors)],
    ["the global data", Object.keys(config.globalData)],
    ["the virtual template", Object.keys(config.virtualTemplates)],
    ["the kind of data file", [...config.dataExtensions.keys()]],
    ["the library for", Object.keys(config.libraryOverrides).filter((name) => name !== "md")],
    ["the Nunjucks option", Object.keys(config.nunjucks.environmentOptions).filter((name) => name === "tags")],
    ["the address transform", config.urlTransforms.map(String)],
    ["the change of all", config.htmlTransformer.isTransformable("html", {}) ? ["HTML"] : []],
  ];
  for (const [kind, names] of kinds) {
    const other = names.find((name) => !isOwn(name));
    if (other !== undefined) return `${kind} “${other}” is added by the configuration`;
  }
  // Who listens may want all pages; the plugin does so itself.
  if (config.events.listenerCount("eleventy.after") > 1) return "the configuration waits for “eleventy.after”";
  return undefined;
}

function isOwn(name: string): boolean {
  return name === "navigation" || name.startsWith("pelican-") || name.startsWith("@11ty/eleventy");
}

/** `posts/posts.json`, and `posts/one.json` beside any page of that name, which is not looked for. */
function isDirectoryData(file: string): boolean {
  return file.endsWith(".json") && basename(file, ".json") === basename(dirname(file));
}
