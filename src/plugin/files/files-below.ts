import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { isFile } from "./is-file.ts";

/** All files below a folder, by their paths in it with forward slashes, sorted; none where there is no folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => isFile(join(folder, path)))
    .map((path) => path.replaceAll(sep, "/"))
    .sort();
}

/** The same, with the path of the folder before each. */
export function pathsBelow(folder: string): string[] {
  return filesBelow(folder).map((path) => join(folder, path));
}
