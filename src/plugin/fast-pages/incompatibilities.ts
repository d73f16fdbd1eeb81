import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { EleventyConfig } from "../eleventy/config.ts";
import type { MergedConfig } from "../eleventy/types.ts";
import { dataFilesOf } from "../files/data-files.ts";
import { filesBelow, pathsBelow } from "../files/files-below.ts";
import { wordSet } from "../maps/word-set.ts";
import { type Addition, additionsTo, foreignIn, functionsIn } from "./additions.ts";
import type { BuildToPlan } from "./build.ts";

/** Templates of Eleventy's, by their names. */
const TEMPLATE = /\.(?:njk|liquid|hbs|mustache|ejs|haml|pug|webc|vto|mdx|html?|md|11ty\.[cm]?[jt]sx?)$/i;

/** What asks Eleventy for other pages; of the collections, the plugin's own `navigation` knows all pages always. */
const ASKS_FOR_PAGES =
  /\bcollections\b(?!\.navigation\b)|\binputPathToUrl\b|CollectionItem|\brender(?:Transforms|Content|File|Template)\b/;

/** A file of JSON whose name is that of the data. */
const DATA_FILE = /^[A-Za-z_]\w*\.json$/;
/** Names that mean something to Eleventy or to pages, so that data under them change what is where. */
const MEANINGFUL = wordSet(
  "authors category collections content data date draft dynamicPermalink lang layout modified page pagination pelican permalink permalinkBypassOutputDir pkg slug status summary tags templateEngineOverride title",
);
const OF_ELEVENTY = /^(?:eleventy|buildawesome)/i;

/** Template engines that leave a text without their brackets as it is. */
const KNOWN_ENGINE = /^(?:liquid|njk)$/;

/** Eleventy's names for the data that mean something to it, where a configuration does not change them. */
const KEYS: Readonly<Record<string, readonly unknown[]>> = {
  layout: ["layout"],
  permalink: ["permalink"],
  permalinkRoot: ["permalinkBypassOutputDir"],
  engineOverride: ["templateEngineOverride"],
  // Eleventy 4 calls it by the second, and takes the first for the same.
  computed: ["eleventyComputed", "buildawesomeComputed"],
};

/** What keeps pages from being made without Eleventy; where in doubt, something does. */
export interface Incompatibilities {
  /** What keeps all of them, in words: the first that is found. */
  readonly ofBuild: (build: BuildToPlan) => string | undefined;
  /** What in a template may ask Eleventy for other pages, which it must know then. */
  readonly asksForPages: (source: string) => string | undefined;
  /** Whether something of the site's own stands behind a name in Nunjucks. */
  readonly isForeign: (name: string) => boolean;
}

/** Whether data under a name may change where a page is, which layout it has, or whether it is there at all. */
export function isMeaningful(name: string): boolean {
  return MEANINGFUL.has(name) || OF_ELEVENTY.test(name);
}

/** @param isOwn whether something was added by the plugin */
export function findIncompatibilities(
  config: EleventyConfig,
  merged: MergedConfig | undefined,
  isOwn: (addition: Addition) => boolean,
): Incompatibilities {
  const functions = foreignIn(functionsIn(config), isOwn);
  const foreign = new Set(functions.map(({ name }) => name));
  // A constant cannot look at other pages.
  const called = new Set(functions.filter(({ value }) => typeof value === "function").map(({ name }) => name));
  const asksForPages: Incompatibilities["asksForPages"] = (source) =>
    ASKS_FOR_PAGES.exec(source)?.[0] ?? source.match(/[\w$]+/g)?.find((word) => called.has(word));
  return {
    ofBuild: (build) =>
      ofSettings(build) ??
      ofContent(build) ??
      ofData(build) ??
      ofTemplates(build, asksForPages) ??
      ofLayouts(config, build) ??
      ofConfiguration(config, merged, isOwn),
    asksForPages,
    isForeign: (name) => foreign.has(name),
  };
}

/** What is kept of a page would not know where the file of another has gone. */
function ofSettings({ settings }: BuildToPlan): string | undefined {
  return settings.relativeUrls ? "links lead from file to file, by relativeUrls" : undefined;
}

function ofContent({ files, directories }: BuildToPlan): string | undefined {
  if (directories.inputFile || directories.inputGlob) return "not all of the content folder is built";
  const [found] = dataFilesOf(files.pages, files.assets, directories.input);
  return found && `${found} is directory or template data`;
}

function ofData({ directories }: BuildToPlan): string | undefined {
  const found = filesBelow(resolve(directories.data)).find(
    (file) => !DATA_FILE.test(file) || isMeaningful(basename(file, ".json")),
  );
  return found && `${found} in the data folder is computed, or has a name that means something to Eleventy`;
}

function ofTemplates({ includes }: BuildToPlan, asks: Incompatibilities["asksForPages"]): string | undefined {
  for (const file of includes.flatMap(pathsBelow)) {
    const what = TEMPLATE.test(file) ? asks(readFileSync(file, "utf8")) : undefined;
    if (what) return `${basename(file)} uses “${what}”, which may ask Eleventy for other pages`;
  }
  return undefined;
}

function ofLayouts(config: EleventyConfig, { includes, directories }: BuildToPlan): string | undefined {
  if (directories.layouts) return "layouts have a folder of their own";
  const isSame = (name: string, path: string) =>
    includes.some((folder) => join(folder, name) === resolve(directories.includes, path));
  const alias = Object.entries(config.layoutAliases).find(
    ([name, path]) => name.startsWith("layouts/") && !isSame(name, path),
  );
  return alias && `the layout “${alias[0]}” is another by an alias`;
}

function ofConfiguration(
  config: EleventyConfig,
  merged: MergedConfig | undefined,
  isOwn: (addition: Addition) => boolean,
): string | undefined {
  const [foreign] = foreignIn(additionsTo(config), isOwn);
  if (foreign) return `${foreign.kind}${foreign.name && ` “${foreign.name}”`} is added by the configuration`;
  if (config.htmlTransformer.isTransformable("html", {}))
    return "the configuration adds an HTML transform (such as HtmlBasePlugin), which must see every page";
  // Without a template of the kind, Eleventy does not make its Nunjucks ready.
  if (!merged?.templateFormats.includes("njk")) return "“njk” is not among the template formats";
  const engines = [merged.markdownTemplateEngine, merged.htmlTemplateEngine];
  const engine = engines.find((one) => one && !KNOWN_ENGINE.test(one)) || merged.dataTemplateEngine;
  if (engine) return `a template engine is “${engine}”`;
  const key = Object.keys(KEYS).find((name) => !KEYS[name]?.includes(merged.keys[name]));
  if (key) return `the configuration has a name of its own for “${key}”`;
  const hasOwnDataFiles = config.dataFileSuffixesOverride || config.dataFileDirBaseNameOverride;
  return hasOwnDataFiles ? "files of data have names of their own" : undefined;
}
