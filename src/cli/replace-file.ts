import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, constants, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
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
