import { accessSync, closeSync, constants, mkdirSync, openSync, rmSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { UNFINISHED } from "../files/output-folder.ts";
import { codeOf } from "../findings/plain-error.ts";

/** The layout adds about this much to a page's text, with room to spare. */
const LAYOUT_BYTES = 40_000;
/** A character takes at most this many bytes: to count them would take as long as to write some of the pages. */
const CHARACTER_BYTES = 3;

/**
 * Why a site cannot be written; undefined where it can. It is asked before the build, so that the old site stays whole.
 *
 * @param targets the files that will be written, from the output folder
 * @param texts the bodies of the pages
 * @param beside how many bytes are written besides
 */
export function reasonAgainstWriting(
  output: string,
  targets: Iterable<string>,
  texts: Iterable<string>,
  beside: () => number,
) {
  // Where a run that is killed leaves it, the next one removes it.
  const unfinished = join(output, UNFINISHED);
  let isNew = false;
  try {
    isNew = mkdirSync(output, { recursive: true }) !== undefined;
    mkdirSync(unfinished, { recursive: true });
    closeSync(openSync(join(unfinished, `writable-${process.pid}`), "w"));
    rmSync(unfinished, { recursive: true, force: true });
  } catch (error) {
    return `The folder ${output} cannot be written to (${codeOf(error)}). Check that it is a folder and that you may write there.`;
  }
  // In a new folder nothing is in the way.
  const blocked = isNew ? [] : [...targets].flatMap((target) => reasonAgainst(join(output, target)) ?? []);
  if (blocked.length > 0) return `${blocked.slice(0, 10).join(" ")}${blocked.length > 10 ? " And others." : ""}`;
  const needed = [...texts].reduce((sum, text) => sum + text.length * CHARACTER_BYTES + LAYOUT_BYTES, beside());
  const free = freeBytes(output);
  if (free >= needed) return undefined;
  return `The disk of ${output} is full: the site needs about ${megabytes(needed)} MB, and ${megabytes(free)} MB are free. Make room, and build again.`;
}

/** What is in the way of a file that is to be written or replaced. */
function reasonAgainst(file: string): string | undefined {
  try {
    const there = statSync(file, { throwIfNoEntry: false });
    if (there && !there.isFile()) return `${file} cannot be written: something that is not a file is in its place.`;
    if (there) accessSync(file, constants.W_OK);
    return undefined;
  } catch (error) {
    return `${file} cannot be written (${codeOf(error)}).`;
  }
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
