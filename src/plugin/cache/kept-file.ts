import { createHash, type Hash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { writeWhole } from "../files/write-whole.ts";
import { codeOf } from "../findings/plain-error.ts";

/** So many bytes at its end say who wrote a file, and whether it is whole. */
const END = 20;

/** The name of a content folder's file: several may be built in one project. */
export function nameOfFolder(input: string): string {
  return createHash("sha1").update(resolve(input)).digest("hex").slice(0, 16);
}

/**
 * Reads what an earlier build kept.
 *
 * @param version names what made it: the code, and whatever else it was made of
 * @returns undefined where there is none, it is damaged, or something else made it
 */
export function readKept(file: string, version: string): Buffer | undefined {
  try {
    // Whoever opens a pipe may wait for ever.
    if (!statSync(file).isFile()) return undefined;
    const bytes = readFileSync(file);
    const body = bytes.subarray(0, -END);
    return bytes.subarray(-END).equals(hashOf(version).update(body).digest()) ? body : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The same, in some form.
 *
 * @param read throws where it has another: whoever wrote that, it fails no build
 */
export function readKeptAs<Value>(file: string, version: string, read: (bytes: Buffer) => Value): Value | undefined {
  const bytes = readKept(file, version);
  try {
    return bytes && read(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Keeps something for the next build. Two builds at once, or one that is killed, leave a whole file; where none can be
 * written, the next build makes it all anew.
 *
 * @param most so many content folders of one project have a file; that of the folder that was built longest ago goes first
 * @returns why it could not be kept
 */
export function keep(file: string, version: string, parts: Iterable<Uint8Array>, most: number): string | undefined {
  try {
    writeKept(file, version, parts);
    for (const old of newestFirst(dirname(file)).slice(most)) rmSync(old, { force: true });
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

/**
 * Writes what `readKept` reads.
 *
 * @throws {Error} of the system, where it cannot be written
 */
export function writeKept(file: string, version: string, parts: Iterable<Uint8Array>): void {
  const status = lstatSync(file, { throwIfNoEntry: false });
  // A folder, or a link that leads nowhere: nothing but a file has a place here.
  if (status && !status.isFile()) rmSync(file, { recursive: true, force: true });
  writeWhole(file, withHash(parts, version));
}

function* withHash(parts: Iterable<Uint8Array>, version: string): Iterable<Uint8Array> {
  const hash = hashOf(version);
  for (const part of parts) {
    hash.update(part);
    yield part;
  }
  yield hash.digest();
}

function hashOf(version: string): Hash {
  return createHash("sha1").update(`${version}\n`);
}

function newestFirst(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({ path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => other.time - one.time)
    .map(({ path }) => path);
}
