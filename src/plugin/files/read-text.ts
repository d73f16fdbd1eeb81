import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { isFile } from "./is-file.ts";
import { isWithin } from "./is-within.ts";

/** Reads files of a folder as text, by their paths from there; nothing outside of it is read. */
export function textReader(folder: string): (file: string) => string | undefined {
  return (file) => {
    const path = join(folder, file);
    if (!isFile(path)) return undefined;
    return isWithin(realpathSync(path), realpathSync(folder)) ? readFileSync(path, "utf8") : undefined;
  };
}
