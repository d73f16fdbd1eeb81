import { readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Build } from "../build.ts";
import type { EleventyConfig, MergedConfig } from "../eleventy.ts";
import { filesBelow, pathsBelow } from "../files/files-below.ts";

/** Templates of Eleventy's, and its files of data for folders and single templates. */
const TEMPLATE = /\.(?:njk|liquid|hbs|mustache|ejs|haml|pug|webc|vto|mdx|11ty\.[cm]?[jt]sx?)$|\.11tydata\./i;

/** What asks Eleventy for other pages; of the collections, the plugin's own know all pages always. */
const ASKS_FOR_PAGES = /\bcollections\b(?!\.navigation\b)|\binputPathToUrl\b|CollectionItem/;

/** A file of JSON whose name is that of the data, and means nothing else. */
const DATA_FILE = /^(?!eleventy|collections|page\b|pkg\b|content\b|pelican\b)[A-Za-z_]\w*\.json$/;

/** Template engines that leave a text without their brackets as it is. */
const KNOWN_ENGINE = /^(?:liquid|njk)$/;
/** What they read as more than text. */
const BRACKETS = /\{[{%#]/;

/** Whether a page's text is a template to Eleventy, which runs it before it is rendered. */
export function isTemplate(text: () => string, merged: MergedConfig | undefined): boolean {
  const isText = merged?.markdownTemplateEngine === false && merged.htmlTemplateEngine === false;
  return !isText && BRACKETS.test(text());
}

/**
 * What may make a page of more than its own file and the plugin's view of it, or may ask for all pages: then none is kept
 * from Eleventy.
 *
 * @returns the first that is found, in words; undefined where there is none
 */
export function obstacleIn(config: EleventyConfig, merged: MergedConfig | undefined, build: Build): string | undefined {
  return (
    ofContent(build) ??
    ofData(build) ??
    ofTemplates(build) ??
    ofLayouts(config, build) ??
    ofConfiguration(config, merged)
  );
}

function ofContent({ unread, site, directories }: Build): string | undefined {
  const stems = new Set(site.pages.map(({ file }) => file.replace(/\.\w+$/, "")));
  const input = basename(resolve(directories.input));
  const found = unread.find((file) => {
    const [folder, stem] = [dirname(file), file.slice(0, -".json".length)];
    // Source: https://www.11ty.dev/docs/data-template-dir/
    const isOfFolder = basename(stem) === (folder === "." ? input : basename(folder));
    return TEMPLATE.test(file) || (file.endsWith(".json") && (isOfFolder || stems.has(stem)));
  });
  return found && `${found} is a template, or data for some`;
}

function ofData({ directories }: Build): string | undefined {
  const found = filesBelow(resolve(directories.data)).find((file) => !DATA_FILE.test(file));
  return found && `${found} in the data folder is more than data under a name`;
}

function ofTemplates({ includes }: Build): string | undefined {
  const found = includes
    .flatMap(pathsBelow)
    .find((file) => TEMPLATE.test(file) && ASKS_FOR_PAGES.test(readFileSync(file, "utf8")));
  return found && `${basename(found)} asks Eleventy for other pages`;
}

function ofLayouts(config: EleventyConfig, { includes, directories }: Build): string | undefined {
  if (directories.layouts) return "layouts have a folder of their own";
  const isSame = (name: string, path: string) =>
    includes.some((folder) => join(folder, name) === resolve(directories.includes, path));
  const alias = Object.entries(config.layoutAliases).find(
    ([name, path]) => name.startsWith("layouts/") && !isSame(name, path),
  );
  return alias && `the layout “${alias[0]}” is another by an alias`;
}

function ofConfiguration(config: EleventyConfig, merged: MergedConfig | undefined): string | undefined {
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
  // Without a template of the kind, Eleventy does not make its Nunjucks ready.
  if (!merged?.templateFormats.includes("njk")) return "“njk” is not among the template formats";
  const engine = [merged.markdownTemplateEngine, merged.htmlTemplateEngine].find(
    (one) => one && !KNOWN_ENGINE.test(one),
  );
  if (engine) return `the template engine of texts is “${engine}”`;
  // Who listens may want all pages; the plugin does so itself.
  if (config.events.listenerCount("eleventy.after") > 1) return "the configuration waits for “eleventy.after”";
  return undefined;
}

function isOwn(name: string): boolean {
  return name === "navigation" || name.startsWith("pelican-") || name.startsWith("@11ty/eleventy");
}
