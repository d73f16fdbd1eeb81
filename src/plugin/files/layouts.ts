import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The names of the layouts that a site has: `_includes/layouts/wide.njk` is `wide`. */
export function layoutsIn(includes: string): ReadonlySet<string> {
  const folder = join(includes, "layouts");
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return new Set(files.filter((file) => file.endsWith(".njk")).map((file) => file.slice(0, -".njk".length)));
}
