import nodePath from "node:path";

/** Whether a path is a folder or leads into it; both as the system writes them. */
export function isWithin(path: string, folder: string, { isAbsolute, relative, sep } = nodePath): boolean {
  const way = relative(folder, path);
  // On another drive there is no way.
  return !isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep}`);
}
