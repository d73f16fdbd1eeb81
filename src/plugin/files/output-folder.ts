import { randomBytes } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { plainError, systemCode } from "../findings/plain-error.ts";
import { renameOver } from "./rename-over.ts";

/**
 * The folder that visitors are shown. A file in it is as it was or as it should be, whenever a build ends: it is written
 * beside its place and moved there. One that holds already what it should, byte for byte, stays untouched.
 */
export interface OutputFolder {
  /** @param saveAs the file's path in the folder */
  readonly put: (saveAs: string, bytes: Uint8Array) => void;
  /** @param source the file that is copied */
  readonly copy: (saveAs: string, source: string) => void;
  /** What was put and copied, whether it was there or not. */
  readonly files: ReadonlySet<string>;
}

/** Where files are written before they are moved, in the output folder: on its disk, and never on a visitor's way. */
export const UNFINISHED = ".unfinished";

/** How much of two files is compared at a time, in bytes. */
const PART = 1 << 16;

/** The output folder of a build, by its path. */
export function outputFolder(output: string): OutputFolder {
  const files = new Set<string>();
  const move = (saveAs: string, isThere: (target: string) => boolean, write: (temporary: string) => void) => {
    files.add(saveAs);
    const target = join(output, saveAs);
    try {
      if (!isThere(target)) moveTo(output, target, write);
    } catch (error) {
      throw inWords(error, output, saveAs);
    }
  };
  return {
    files,
    put: (saveAs, bytes) =>
      move(
        saveAs,
        (target) => holds(target, bytes),
        (temporary) => writeFileSync(temporary, bytes, { flag: "wx" }),
      ),
    copy: (saveAs, source) =>
      move(
        saveAs,
        (target) => areSame(source, target),
        (temporary) => copyFrom(source, temporary),
      ),
  };
}

/** How often it is begun anew, where somebody removes the folders meanwhile: another build that ends, say. */
const TRIES = 3;

function moveTo(output: string, target: string, write: (temporary: string) => void): void {
  for (let tries = 1; ; tries++) {
    try {
      writeThere(join(output, UNFINISHED), target, write);
      return;
    } catch (error) {
      if (systemCode(error) === "EXDEV") break;
      if (systemCode(error) !== "ENOENT" || tries === TRIES) throw error;
    }
  }
  // A folder of the output is on another disk: nothing is moved there from this one.
  const beside = join(dirname(target), UNFINISHED);
  try {
    writeThere(beside, target, write);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function writeThere(unfinished: string, target: string, write: (temporary: string) => void): void {
  for (const folder of [unfinished, dirname(target)]) if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const temporary = join(unfinished, randomBytes(8).toString("hex"));
  try {
    write(temporary);
    renameOver(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** @throws {Error} of the system, or one that names the source, where that is gone */
function copyFrom(source: string, target: string): void {
  try {
    copyFileSync(source, target);
  } catch (error) {
    if (existsSync(source)) throw error;
    throw plainError(`${source} was removed while the site was built: build it again.`);
  }
}

/** What the system says has a stack, and names a file that nobody knows. */
function inWords(error: unknown, output: string, saveAs: string): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const left = "What was there before stays as it was.";
  // The disk is full, or what somebody may use of it.
  if (/^(?:ENOSPC|EDQUOT|EFBIG)$/.test(code))
    return plainError(
      `The disk of ${output} is full: there is no room for ${saveAs}. ${left} Make room, and build again.`,
    );
  return plainError(`${join(output, saveAs)} cannot be written (${code}). ${left}`);
}

/** Removes what a build left that was ended in the middle of a file. */
export function removeUnfinishedFolder(output: string): void {
  rmSync(join(output, UNFINISHED), { recursive: true, force: true });
}

function holds(target: string, bytes: Uint8Array): boolean {
  if (sizeOf(target) !== bytes.length) return false;
  let at = 0;
  for (const part of partsOf(target)) {
    if (!part.equals(bytes.subarray(at, at + part.length))) return false;
    at += part.length;
  }
  return at === bytes.length;
}

function areSame(source: string, target: string): boolean {
  const size = sizeOf(target);
  if (size < 0 || size !== sizeOf(source)) return false;
  const parts = partsOf(source);
  for (const part of partsOf(target)) {
    const { value } = parts.next();
    if (!value || !part.equals(value)) return false;
  }
  return parts.next().done === true;
}

/** @returns -1 for what is no file */
function sizeOf(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  return status?.isFile() ? status.size : -1;
}

function* partsOf(file: string): Generator<Buffer, void> {
  const open = openSync(file, "r");
  try {
    while (true) {
      const part = Buffer.allocUnsafe(PART);
      const length = readSync(open, part);
      if (length === 0) return;
      yield part.subarray(0, length);
    }
  } finally {
    closeSync(open);
  }
}
