import { existsSync, readdirSync } from "node:fs";
import type { EleventyConfig } from "./config.ts";
import type { Additions, NunjucksTag } from "./types.ts";

type MakeTag = Parameters<EleventyConfig["addNunjucksTag"]>[1];
type Kind = "filter" | "template tag" | "collection" | "tag of content" | "data";

/** A name of the plugin's that the site has already, for something of its own. */
export interface Clash {
  readonly kind: Kind;
  readonly name: string;
}

/** What the plugin adds to templates under names, which a site may need for something else. */
export interface Names {
  readonly filters: Readonly<Record<string, (source: string) => unknown>>;
  readonly tags: Readonly<Record<string, (...made: [...Parameters<MakeTag>, name: string]) => NunjucksTag>>;
}

/**
 * Adds filters and tags under their names with a prefix, where nobody else has them.
 *
 * @returns those that the site has: its own hold
 */
export function addNames(config: EleventyConfig, { filters, tags }: Names, prefix: string): Clash[] {
  const clashes: Clash[] = [];
  const unlessTaken = (kind: Kind, name: string, isTaken: boolean, add: () => void) => {
    if (isTaken) clashes.push({ kind, name });
    else add();
  };
  for (const [plain, filter] of Object.entries(filters)) {
    const name = nameOf(prefix, plain);
    unlessTaken("filter", name, isFilter(config, name), () => config.addFilter(name, filter));
  }
  for (const [plain, make] of Object.entries(tags)) {
    const name = nameOf(prefix, plain);
    const add = () => config.addNunjucksTag(name, (library, environment) => make(library, environment, name));
    unlessTaken("template tag", name, isTag(config, name), add);
  }
  return clashes;
}

/** `asset` with the prefix `my` is `myAsset`, with `my_` it is `my_asset`. */
export function nameOf(prefix: string, name: string): string {
  return /[A-Za-z\d]$/.test(prefix) ? `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}` : `${prefix}${name}`;
}

/** A name, or one like it where another has it: nobody asks for it. */
export function freeName(name: string, taken: Additions): string {
  return Object.hasOwn(taken, name) ? freeName(`_${name}`, taken) : name;
}

/**
 * The name of the plugin's data in all templates; undefined where the site has data of that name. Pages of the content
 * have both under `pelican`, for the theme asks for it.
 */
export function dataName(
  { globalData, directories }: EleventyConfig,
  prefix: string,
): { readonly name: string | undefined; readonly clashes: readonly Clash[] } {
  const name = nameOf(prefix, "pelican");
  const files = existsSync(directories.data) ? readdirSync(directories.data) : [];
  const isTaken = Object.hasOwn(globalData, name) || files.some((file) => file.split(".")[0] === name);
  return isTaken ? { name: undefined, clashes: [{ kind: "data", name }] } : { name, clashes: [] };
}

/** Tells the site of clashes, of each once. */
export function tellerOfClashes(print: (words: string) => void): (clashes: readonly Clash[]) => void {
  const told = new Set<string>();
  return (clashes) => {
    const untold = clashes.filter(({ name }) => !told.has(name));
    for (const { name } of untold) told.add(name);
    if (untold.length > 0) print(wordsOf(untold));
  };
}

/** What a site is told, in one sentence for all of them. */
function wordsOf(clashes: readonly Clash[]): string {
  const names = clashes.map(({ kind, name }) => `the ${kind} “${name}”`).join(", ");
  const own = clashes.map(({ name }) => `“${nameOf("my_", name)}”`).join(", ");
  return `Names that the site has for something of its own, which holds: ${names}. With the setting namePrefix: "my_" the plugin's are ${own}.`;
}

/** In JavaScript, filters and shortcodes share their names. */
export function isFilter({ nunjucks, liquid, javascript }: EleventyConfig, name: string): boolean {
  const places = [nunjucks.filters, nunjucks.asyncFilters, liquid.filters, javascript.functions];
  return places.some((added) => Object.hasOwn(added, name));
}

/** In Nunjucks, a shortcode is a tag. */
export function isTag({ nunjucks }: EleventyConfig, name: string): boolean {
  const { tags, shortcodes, pairedShortcodes, asyncShortcodes, asyncPairedShortcodes } = nunjucks;
  const places = [tags, shortcodes, pairedShortcodes, asyncShortcodes, asyncPairedShortcodes];
  return places.some((added) => Object.hasOwn(added, name));
}
