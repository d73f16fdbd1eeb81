import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isWithin } from "../files/is-within.ts";
import { LAYOUT_ENDINGS } from "../files/layouts.ts";
import { safeData } from "../header/safe-data.ts";
import { templateFrontMatter } from "./template-front-matter.ts";
import { OF_THEME, themeFolder } from "./theme-folders.ts";
import type { MatterOptions } from "./types.ts";

/** No chain of layouts is longer. */
const LONGEST = 20;

/**
 * Reads the front matter of layouts, with that of the layouts around them: Eleventy reads it before a preprocessor can
 * give a page its layout.
 *
 * @param aliases other names of layouts, with their paths from the site's folder
 * @param options what front matter is read with
 * @returns what reads that of a layout in folders, each of which goes before the ones on its left
 */
export function layoutDataFinder(
  aliases: () => Readonly<Record<string, string>>,
  options: () => MatterOptions,
): (layout: string, folders: readonly string[]) => Promise<Readonly<Record<string, unknown>>> {
  const read = async (layout: string, folders: readonly string[]): Promise<object> => {
    const path = fileOf(aliases()[layout] ?? layout, folders);
    if (path === undefined) return {};
    const isOfTheme = isWithin(resolve(path), resolve(themeFolder()));
    const how = { ...options(), ...(isOfTheme && OF_THEME), filePath: path };
    return safeData(await templateFrontMatter(readFileSync(path, "utf8"), how)) as object;
  };
  return async (layout, folders) => {
    let data: Record<string, unknown> = {};
    let name: unknown = layout;
    for (let depth = 0; typeof name === "string" && depth < LONGEST; depth++) {
      const { layout: around, ...own }: Record<string, unknown> = { ...(await read(name, folders)) };
      data = { ...own, ...data };
      name = around;
    }
    return data;
  };
}

/** A layout's file; its ending may be left out. */
function fileOf(layout: string, folders: readonly string[]): string | undefined {
  const paths = folders.map((folder) => join(folder, layout)).reverse();
  const exact = paths.find((path) => existsSync(path));
  return exact ?? paths.map(withEnding).find((path) => path !== undefined);
}

function withEnding(path: string): string | undefined {
  const [folder, start] = [dirname(path), `${basename(path)}.`];
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const ending = LAYOUT_ENDINGS.find((one) => files.includes(start + one));
  return ending && join(folder, start + ending);
}
