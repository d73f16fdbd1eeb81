import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The names of the layouts in folders of includes: `_includes/layouts/wide.njk` is `wide`. */
export function layoutsIn(folders: readonly string[]): ReadonlySet<string> {
  const files = folders
    .map((includes) => join(includes, "layouts"))
    .flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []));
  return new Set(files.filter((file) => file.endsWith(".njk")).map((file) => file.slice(0, -".njk".length)));
}
