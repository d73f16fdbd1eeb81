import { deserialize, serialize } from "node:v8";
import { z } from "zod";
import { keep, nameOfFolder, readKeptAs } from "./kept-file.ts";
import { createStore, type Store } from "./store.ts";

/** Where stores are kept, from the project's folder. */
const FOLDER = ".cache/pelican";
const MOST = 8;
/** What is in an entry is looked at where somebody asks for it. */
const ENTRIES = z.array(z.tuple([z.string(), z.unknown()]));

/** The file of a content folder's store. */
export function storeFileOf(input: string): string {
  return `${FOLDER}/${nameOfFolder(input)}`;
}

/**
 * Loads what an earlier build kept. A file that is damaged, or was written by another version, counts as none.
 *
 * @param version names the code that made what is kept
 */
export function loadStore(file: string, version: string): Store {
  return createStore(readKeptAs(file, version, (bytes) => ENTRIES.parse(deserialize(bytes))));
}

/** What writes what is kept: `keep`, here or in another thread. What it is handed may be gone here. */
export type Keep = (file: string, version: string, parts: readonly Uint8Array<ArrayBuffer>[], most: number) => unknown;

/**
 * Keeps a store for the next build, where there is enough in it that is new.
 *
 * @param keepBy the worker's, where there is one
 */
export async function saveStore(store: Store, file: string, version: string, keepBy: Keep = keep): Promise<void> {
  if (!store.isWorthKeeping()) return;
  // V8's own form: it is read in half the time of JSON, and texts of Latin letters take one byte a character.
  await keepBy(file, version, [serialize(store.entries())], MOST);
}
