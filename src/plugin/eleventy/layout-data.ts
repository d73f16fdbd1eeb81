import { readFileSync } from "node:fs";
import { join } from "node:path";
import { templateFrontMatter } from "./front-matter.ts";
import type { MatterOptions } from "./types.ts";

/** No chain of layouts is longer. */
const LONGEST = 20;

/**
 * Reads the front matter of layouts, with that of the layouts around them: Eleventy reads it before a preprocessor can
 * give a page its layout.
 *
 * @param includes the folders of layouts, each going before the ones on its left
 * @param engines what reads front matter
 */
export function layoutDataFinder(
  includes: () => readonly string[],
  engines: () => MatterOptions["engines"],
): (layout: string) => Readonly<Record<string, unknown>> {
  const read = (layout: string) => {
    for (const path of includes()
      .map((folder) => join(folder, layout))
      .reverse()) {
      try {
        const known = engines();
        return templateFrontMatter({ data: {}, content: readFileSync(path, "utf8") }, known ? { engines: known } : {})
          .data;
      } catch {
        // It may be in the next one.
      }
    }
    return {};
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
