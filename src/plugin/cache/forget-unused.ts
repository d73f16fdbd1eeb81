import { readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

const DAY = 24 * 60 * 60 * 1000;
/** So long a file is kept that no build asks for: another branch may have it still. */
const KEPT = 30 * DAY;

/**
 * Removes from a folder of the cache what no build has used for a month. What is used is marked with the day.
 *
 * @param used the names of the files that this build used
 * @param now milliseconds since 1970
 */
export function forgetUnused(folder: string, used: ReadonlySet<string>, now: number = Date.now()): void {
  for (const name of namesIn(folder)) {
    const file = join(folder, name);
    try {
      const age = now - statSync(file).mtimeMs;
      if (used.has(name)) {
        if (age > DAY) utimesSync(file, now / 1000, now / 1000);
      } else if (age > KEPT) rmSync(file, { force: true });
    } catch {
      // Another build was quicker, or the file is not ours to remove: it takes room, and no more.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? entry.name : []));
  } catch {
    return [];
  }
}
