import { lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What is written beside a file until it is whole: see `writeWhole`. */
const UNFINISHED = /^\.[0-9a-f]{16}\.new$/;
/** Somebody may be writing what is younger. */
const OLD = 60_000;

/** Removes from a folder what a process that was ended left there, unfinished. */
export function removeUnfinishedFiles(folder: string): void {
  for (const name of namesIn(folder)) {
    const file = join(folder, name);
    const status = UNFINISHED.test(name) ? lstatSync(file, { throwIfNoEntry: false }) : undefined;
    if (status?.isFile() && Date.now() - status.mtimeMs > OLD) rmSync(file, { force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
