import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/**
 * Puts a new text in the place of a file's old one: whole, or not at all. A link stays a link, and the file's
 * permissions stay.
 *
 * @throws {Error} of the system, where it cannot be written; the old file is then as it was
 */
export function replaceFile(file: string, text: string): void {
  const target = realpathSync(file);
  const { mode } = statSync(target);
  // A rename would go past the file's own permissions.
  accessSync(target, constants.W_OK);
  if ((mode & 0o222) === 0) throw new Error(`${file} is read-only.`);
  const beside = join(dirname(target), `.${randomBytes(8).toString("hex")}.new`);
  try {
    writeFileSync(beside, text, { flag: "wx" });
    chmodSync(beside, mode);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * Writes a file that is not there yet: whole, or not at all.
 *
 * @throws {Error} of the system, where it cannot be written, or is there
 */
export function createFile(file: string, text: string): void {
  const beside = join(dirname(file), `.${randomBytes(8).toString("hex")}.new`);
  try {
    writeFileSync(beside, text, { flag: "wx" });
    // A rename would replace a file that came in the meantime, and a link that leads nowhere.
    if (!isLinked(beside, file)) copyFileSync(beside, file, constants.COPYFILE_EXCL);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** @returns false on a file system that knows no second names */
function isLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw error;
    return false;
  }
}
