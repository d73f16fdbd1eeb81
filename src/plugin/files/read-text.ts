import { readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { FileTooLarge, MOST_OF_SOURCE } from "../findings/bounds.ts";
import { isFile } from "./is-file.ts";
import { isWithin } from "./is-within.ts";

/**
 * Reads files of a folder as text, by their paths from there; nothing outside of it is read.
 *
 * @returns what throws `FileTooLarge`
 */
export function textReader(folder: string): (file: string) => string | undefined {
  return (file) => {
    const path = join(folder, file);
    if (!isFile(path)) return undefined;
    if (!isWithin(realpathSync(path), realpathSync(folder))) return undefined;
    const { size } = statSync(path);
    if (size > MOST_OF_SOURCE) throw new FileTooLarge(file, size, MOST_OF_SOURCE);
    return readFileSync(path, "utf8");
  };
}
