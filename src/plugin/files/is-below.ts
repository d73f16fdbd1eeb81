import { posix } from "node:path";

/** Whether a path is one of these folders or files, or below one; an empty name or `.` is the content folder itself. */
export function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const tidy = posix.normalize(folder).replace(/\/+$/, "");
    return tidy === "." || path === tidy || path.startsWith(`${tidy}/`);
  });
}
