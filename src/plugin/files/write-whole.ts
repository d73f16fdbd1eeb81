import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { systemCode } from "../findings/plain-error.ts";
import { renameOver } from "./rename-over.ts";

/** A text, or bytes in parts that are written one after the other. */
export type FileContent = string | Iterable<Uint8Array>;

/**
 * Writes a file and the folders above it: the file is complete or untouched, whenever this ends and whoever else does
 * the same. A file that exists keeps its permissions, and a symbolic link stays one.
 *
 * @throws {Error} of the system, where the file cannot be written; the old file, if there is one, is then as it was
 */
export function writeWhole(file: string, content: FileContent): void {
  const status = statSync(file, { throwIfNoEntry: false });
  const target = status ? realpathSync(file) : file;
  if (status) {
    // A rename needs no permission for the file itself.
    accessSync(target, constants.W_OK);
    if ((status.mode & 0o222) === 0) throw new Error(`${file} is read-only.`);
  }
  mkdirSync(dirname(target), { recursive: true });
  withTemporary(target, content, (temporary) => {
    if (status) chmodSync(temporary, status.mode);
    renameOver(temporary, target);
  });
}

/**
 * Writes a new file: complete, or not at all.
 *
 * @throws {Error} of the system, where the file cannot be written or exists, even as a link that leads nowhere
 */
export function createWhole(file: string, content: FileContent): void {
  withTemporary(file, content, (temporary) => {
    // A rename would replace a file that was created in the meantime.
    if (!isLinked(temporary, file)) copyFileSync(temporary, file, constants.COPYFILE_EXCL);
  });
}

/**
 * Writes a new text into a source file. Its byte order mark was removed when it was read; a file that had one keeps it.
 *
 * @throws {Error} of the system, where the file cannot be written; it is then as it was
 */
export function replaceText(file: string, text: string): void {
  const hasMark = readFileSync(file).subarray(0, MARK.length).equals(MARK);
  writeWhole(file, hasMark ? `\ufeff${text}` : text);
}

const MARK = Buffer.from("\ufeff");

/** Writes beside the target, so that the finished file can take its place in one step. */
function withTemporary(target: string, content: FileContent, finish: (temporary: string) => void): void {
  const temporary = join(dirname(target), `.${randomBytes(8).toString("hex")}.new`);
  try {
    const open = openSync(temporary, "wx");
    try {
      for (const part of typeof content === "string" ? [Buffer.from(content)] : content) writePart(open, part);
    } finally {
      closeSync(open);
    }
    finish(temporary);
  } catch (error) {
    throw inNameOf(target, temporary, error);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** The system names the file that it was given, which nobody knows: its fault is that of the file that was to be written. */
function inNameOf(target: string, temporary: string, error: unknown): unknown {
  if (!(error instanceof Error && "code" in error && error.message.includes(temporary))) return error;
  const message = error.message.replaceAll(temporary, () => target);
  return Object.assign(new Error(message, { cause: error }), { code: error.code });
}

/** The system may accept fewer bytes at a time than it is given. */
function writePart(open: number, part: Uint8Array): void {
  for (let written = 0; written < part.length; ) written += writeSync(open, part, written);
}

/** @returns false on a file system without hard links */
function isLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") throw error;
    return false;
  }
}
