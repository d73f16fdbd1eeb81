import { existsSync, readdirSync } from "node:fs";
import { join, normalize } from "node:path";

/** The layouts that a `Template` may ask for, by their names: what Eleventy calls each. */
export type Layouts = ReadonlyMap<string, string>;

/** Endings of templates in any engine; of two layouts with one name, the one whose ending is first here holds. */
export const LAYOUT_ENDINGS =
  "njk liquid vto webc html 11ty.js 11ty.mjs 11ty.cjs 11ty.ts 11ty.jsx 11ty.tsx hbs pug ejs".split(" ");

/**
 * Finds layouts in folders of includes, whatever engine they are for: `_includes/layouts/wide.njk` is `wide`.
 *
 * @param folders each going before the ones on its left
 * @param own a folder of layouts alone: in it, `wide.njk` is `wide` as well
 * @param endings those of the engines that there are
 */
export function layoutsIn(
  folders: readonly string[],
  own?: string,
  endings: readonly string[] = LAYOUT_ENDINGS,
): Layouts {
  const below = folders.map((folder) => layoutsOf(join(folder, "layouts"), "layouts/", endings));
  const ofOwn = own === undefined ? [] : layoutsOf(own, "", endings);
  return new Map([...below.slice(0, -1).flat(), ...ofOwn, ...below.slice(-1).flat()]);
}

function layoutsOf(folder: string, prefix: string, endings: readonly string[]): (readonly [string, string])[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { withFileTypes: true }).filter((one) => !one.isDirectory());
  // Later ones hold.
  return endings
    .toReversed()
    .flatMap((ending) =>
      files
        .filter(({ name }) => name.endsWith(`.${ending}`))
        .map(({ name }) => [name.slice(0, -ending.length - 1), `${prefix}${name}`] as const),
    );
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
