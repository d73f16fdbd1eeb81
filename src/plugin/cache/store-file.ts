import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import { writeWhole } from "../files/write-whole.ts";
import { createStore, type Store } from "./store.ts";

/** Where stores are kept, from the project's folder. */
const FOLDER = ".cache/pelican";

/** So many content folders of one project have a store; that of the folder that was built longest ago goes first. */
const MOST = 8;

/** The file of a content folder's store: several may be built in one project. */
export function storeFileOf(input: string): string {
  return `${FOLDER}/${createHash("sha1").update(resolve(input)).digest("hex").slice(0, 16)}`;
}

/** So many bytes before the entries say who wrote them, and whether they are whole. */
const HEAD = 20;

/**
 * Loads what an earlier build kept. A file that is damaged, or was written by another version, counts as none.
 *
 * @param version names the code that made what is kept
 */
export function loadStore(file: string, version: string): Store {
  return createStore(readEntries(file, version));
}

/**
 * Keeps a store for the next build, where anything is new in it. Two builds at once, or one that is killed,
 * leave a whole file.
 */
export function saveStore(store: Store, file: string, version: string): void {
  if (!store.isChanged()) return;
  // V8's own form: it is read in half the time of JSON, and texts of Latin letters take one byte a letter.
  const body = serialize(store.entries());
  try {
    writeWhole(file, Buffer.concat([headOf(body, version), body]));
    for (const old of newestFirst(dirname(file)).slice(MOST)) rmSync(old, { force: true });
  } catch {
    // It is made anew the next time.
  }
}

function newestFirst(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({ path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => other.time - one.time)
    .map(({ path }) => path);
}

function readEntries(file: string, version: string): [string, unknown][] {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(HEAD);
    // What is damaged is not looked into.
    return bytes.subarray(0, HEAD).equals(headOf(body, version)) ? deserialize(body) : [];
  } catch {
    return [];
  }
}

/** Node is a part of it: another V8 may have another form. */
function headOf(body: Uint8Array, version: string): Buffer {
  return createHash("sha1").update(`${version} ${process.version}\n`).update(body).digest();
}
