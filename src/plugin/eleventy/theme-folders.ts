import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Directories } from "../eleventy/types.ts";

/** Compiled, the theme lies beside this folder's parent, in `dist`; in the repository it is the site's own includes. */
const PLACES = ["../../theme/", "../../../_includes/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** The layouts, includes and assets that serve until a site has its own: the plugin's own folder of includes. */
export function themeFolder(): string {
  return PLACES.find((path) => existsSync(path)) ?? "";
}

/** The folders that layouts come from, in the same order: the site may have one for them alone. */
export function layoutsFolders({ includes, layouts }: Pick<Directories, "includes" | "layouts">): readonly string[] {
  return includesFolders(layouts ?? includes);
}

/** The folders that layouts, includes and assets come from, each going before the ones on its left: theme, then site. */
export function includesFolders(includes: string): readonly string[] {
  return [...new Set([resolve(themeFolder()), resolve(includes)])];
}
