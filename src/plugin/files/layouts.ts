import { existsSync, readdirSync } from "node:fs";
import { join, normalize } from "node:path";

/** The names of the layouts in folders of includes: `_includes/layouts/wide.njk` is `wide`. */
export function layoutsIn(folders: readonly string[]): ReadonlySet<string> {
  const files = folders
    .map((includes) => join(includes, "layouts"))
    .flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []));
  return new Set(files.filter((file) => file.endsWith(".njk")).map((file) => file.slice(0, -".njk".length)));
}

/** Says of what a page's own front matter names as its `layout` whether it is there. */
export type HasLayout = (layout: string) => boolean;

/**
 * Looks for layouts as Eleventy does: by an alias, or by a file of the includes, whose ending may be left out.
 * Source: https://www.11ty.dev/docs/layouts/
 *
 * @param aliases undefined where they are not known: then a bare name may be one
 */
export function layoutFinder(folders: readonly string[], aliases: Iterable<string> | undefined): HasLayout {
  const known = new Set(aliases);
  return (layout) => {
    if (known.has(layout) || (aliases === undefined && /^[\w-]+$/.test(layout))) return true;
    const path = normalize(layout);
    if (path.startsWith("..") || layout.includes("\0")) return false;
    return folders.some((folder) => {
      const [parent, name] = [join(folder, path, ".."), path.split(/[\\/]/).at(-1) ?? ""];
      const files = existsSync(parent)
        ? readdirSync(parent, { withFileTypes: true }).filter((one) => one.isFile())
        : [];
      return files.some((file) => file.name === name || file.name.startsWith(`${name}.`));
    });
  };
}
