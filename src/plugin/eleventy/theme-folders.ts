import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { LAYOUT_ENDINGS, type Layouts, layoutsIn } from "../files/layouts.ts";
import type { EleventyConfig } from "./config.ts";
import type { Directories } from "./types.ts";

/** Compiled, the theme lies beside this folder's parent, in `dist`; in the repository it is the site's own includes. */
const PLACES = ["../../theme/", "../../../_includes/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** The layouts, includes and assets that serve until a site has its own: the plugin's own folder of includes. */
export function themeFolder(): string {
  return PLACES.find((path) => existsSync(path)) ?? "";
}

/** What front matter of the theme's layouts is read with, whatever the site's own is. */
export const OF_THEME = { delimiters: "---", delims: undefined, excerpt: false, language: "yaml", lang: undefined };

/** The folders that layouts come from, in the same order: the site may have one for them alone. */
export function layoutsFolders(
  { includes, layouts }: Pick<Directories, "includes" | "layouts">,
  hasTheme: boolean,
): readonly string[] {
  return includesFolders(layouts ?? includes, hasTheme);
}

/**
 * The layouts of the theme and of a site. An alias is the name of one, too, where no file has it.
 *
 * @param aliases names for layouts, with their paths
 * @param endings those of templates
 * @param hasTheme whether the theme serves where the site has none
 */
export function siteLayouts(
  directories: Pick<Directories, "includes" | "layouts">,
  aliases: Readonly<Record<string, string>>,
  endings: readonly string[],
  hasTheme = true,
): Layouts {
  const names = Object.keys(aliases).filter((name) => !name.includes("/"));
  const files = layoutsIn(layoutsFolders(directories, hasTheme), directories.layouts, endings);
  return new Map([...names.map((name) => [name, name] as const), ...files]);
}

/** The endings of layouts, the configuration's own among them. */
export function layoutEndings({ extensionMap }: Pick<EleventyConfig, "extensionMap">): readonly string[] {
  return [...new Set([...LAYOUT_ENDINGS, ...[...extensionMap].map(({ extension }) => extension)])];
}

/** The folders that layouts, includes and assets come from, each going before the ones on its left: theme, then site. */
export function includesFolders(includes: string, hasTheme = true): readonly string[] {
  return [...new Set([...(hasTheme ? [resolve(themeFolder())] : []), resolve(includes)])];
}
