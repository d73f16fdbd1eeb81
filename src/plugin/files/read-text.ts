import { readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { isWithin } from "./is-within.ts";

/** Reads files of a folder as text, by their paths from there; nothing outside of it is read. */
export function textReader(folder: string): (file: string) => string | undefined {
  return (file) => {
    const path = join(folder, file);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
    return isWithin(realpathSync(path), realpathSync(folder)) ? readFileSync(path, "utf8") : undefined;
  };
}
