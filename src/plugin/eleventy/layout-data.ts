import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { LAYOUT_ENDINGS } from "../files/layouts.ts";
import { templateFrontMatter } from "./front-matter.ts";
import type { MatterOptions } from "./types.ts";

/** No chain of layouts is longer. */
const LONGEST = 20;

/**
 * Reads the front matter of layouts, with that of the layouts around them: Eleventy reads it before a preprocessor can
 * give a page its layout.
 *
 * @param includes the folders of layouts, each going before the ones on its left
 * @param aliases other names of layouts, with their paths from the site's folder
 * @param engines what reads front matter
 */
export function layoutDataFinder(
  includes: () => readonly string[],
  aliases: () => Readonly<Record<string, string>>,
  engines: () => MatterOptions["engines"],
): (layout: string) => Readonly<Record<string, unknown>> {
  const read = (layout: string): Readonly<Record<string, unknown>> => {
    const path = fileOf(aliases()[layout] ?? layout, includes());
    if (path === undefined) return {};
    const known = engines();
    const file = { data: {}, content: readFileSync(path, "utf8") };
    return templateFrontMatter(file, known ? { engines: known } : {}).data;
  };
  return (layout) => {
    let data: Record<string, unknown> = {};
    let name: unknown = layout;
    for (let depth = 0; typeof name === "string" && depth < LONGEST; depth++) {
      const { layout: around, ...own }: Record<string, unknown> = read(name);
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
