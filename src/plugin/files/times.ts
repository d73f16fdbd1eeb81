import { statSync } from "node:fs";
import { join } from "node:path";

/** When files of a folder were changed last; undefined for one that is not there. */
export function timesIn(folder: string): (path: string) => Date | undefined {
  return (path) => statSync(join(folder, path), { throwIfNoEntry: false })?.mtime;
}
