import nodePath from "node:path";

/** A path relative to a folder, with forward slashes: as findings, and all lists of files, name a file. */
export function relativePath(folder: string, path: string, { relative, resolve, sep } = nodePath): string {
  return relative(folder, resolve(path)).split(sep).join("/");
}
