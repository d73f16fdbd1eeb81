import { isAbsolute, relative, sep } from "node:path";

/** Whether a path is a folder or leads into it; both as the system writes them. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // On another drive there is no way.
  return !isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep}`);
}
