import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file beside its place and renames it: under its name it is there as a whole or not at all, whenever this ends
 * and whoever else does the same.
 *
 * @param parts what it is made of, one after the other
 * @throws {Error} of the system, where it cannot be written; the old file, if there is one, is then as it was
 */
export function writeWhole(file: string, parts: Iterable<Uint8Array>): void {
  const beside = `${file}.${process.pid}.new`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    const open = openSync(beside, "w");
    try {
      for (const part of parts) writePart(open, part);
    } finally {
      closeSync(open);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** The system may take less at a time than it is given. */
function writePart(open: number, part: Uint8Array): void {
  for (let written = 0; written < part.length; ) written += writeSync(open, part, written);
}
