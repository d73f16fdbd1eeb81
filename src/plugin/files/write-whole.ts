import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file beside its place and renames it: under its name it is there as a whole or not at all, whenever this ends
 * and whoever else does the same.
 *
 * @throws {Error} of the system, where it cannot be written; the old file, if there is one, is then as it was
 */
export function writeWhole(file: string, content: Uint8Array): void {
  const beside = `${file}.${process.pid}.new`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
