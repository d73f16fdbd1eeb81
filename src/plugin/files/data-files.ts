import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { MEGABYTE, MOST_OF_DATA } from "../findings/bounds.ts";
import { messageOf, plainError } from "../findings/plain-error.ts";
import { printable } from "../findings/printable.ts";

/**
 * The files that Eleventy reads as the data of a page or of a folder, by their names.
 * Source: https://www.11ty.dev/docs/data-template-dir/
 *
 * @param pages the files of pages, from the content folder
 * @param others the other files in it
 * @param folder the content folder
 */
export function dataFilesOf(pages: readonly string[], others: readonly string[], folder: string): string[] {
  const stems = new Set(pages.map((file) => file.replace(/\.\w+$/, "").toLowerCase()));
  const input = basename(resolve(folder)).toLowerCase();
  return others.filter((path) => {
    const file = path.toLowerCase();
    const [above, stem] = [dirname(file), file.slice(0, -".json".length)];
    const isOfFolder = basename(stem) === (above === "." ? input : basename(above));
    return file.includes(".11tydata.") || (file.endsWith(".json") && (isOfFolder || stems.has(stem)));
  });
}

/**
 * Looks at the data files in JSON before Eleventy reads them: it would wait for ever for what is no file, and end with a stack.
 *
 * @throws {Error} that names a file that cannot be read, and says what to do
 */
export function failWithBrokenData(pages: readonly string[], others: readonly string[], folder: string): void {
  for (const path of dataFilesOf(pages, others, folder)) {
    const reason = /\.json$/i.test(path) ? reasonAgainst(join(folder, path)) : undefined;
    if (reason === undefined) continue;
    const advice = "Correct it; or, if it is not meant as data of pages, give it another name.";
    throw plainError(`Eleventy reads ${join(folder, path)} as data of pages, by its name, and ${reason}. ${advice}`);
  }
}

function reasonAgainst(path: string): string | undefined {
  try {
    const status = statSync(path);
    if (!status.isFile()) return "it is no file";
    if (status.size > MOST_OF_DATA)
      return `it has ${Math.round(status.size / MEGABYTE)} MB, more than the ${MOST_OF_DATA / MEGABYTE} MB that are read`;
    const text = readFileSync(path, "utf8");
    // One that is empty says nothing.
    return text === "" ? undefined : faultIn(JSON.parse(text));
  } catch (error) {
    return `it cannot be read: ${printable(messageOf(error))}`;
  }
}

/** Eleventy merges data level by level, and falls over some thousands of them. */
const DEEPEST = 200;

/** What Eleventy would merge into all objects of the program, or would never come to the end of. */
function faultIn(data: unknown): string | undefined {
  const waiting: (readonly [value: unknown, depth: number])[] = [[data, 1]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next;
    if (typeof value !== "object" || value === null) continue;
    if (Object.hasOwn(value, "__proto__")) return "it has the name “__proto__”, which no data can have";
    if (depth > DEEPEST) return `what is in it goes more than ${DEEPEST} levels deep`;
    for (const inner of Object.values(value)) waiting.push([inner, depth + 1]);
  }
  return undefined;
}
