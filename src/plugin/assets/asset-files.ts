import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../files/files-below.ts";
import type { OutputFolder } from "../files/output-folder.ts";
import type { Assets } from "./assets.ts";

/** What a site adds to the end of the stylesheet: its colours, and whatever else is its own. */
const ADDED = { from: "site.css", to: "style.css" } as const;

/**
 * All files below folders, by their paths in them; none where one is not there. A file of a later folder takes the place
 * of one of the same path. `site.css` is no file of its own: it becomes the end of `style.css`.
 */
export function readAssets(folders: readonly string[]): Map<string, Uint8Array> {
  const files = new Map(folders.flatMap(contentsOf));
  const [added, stylesheet] = [files.get(ADDED.from), files.get(ADDED.to)];
  if (!added || !stylesheet) return files;
  files.delete(ADDED.from);
  return files.set(ADDED.to, Buffer.concat([stylesheet, Buffer.from("\n"), added]));
}

function contentsOf(folder: string): [path: string, bytes: Uint8Array][] {
  return filesBelow(folder).map((path) => [path, readFileSync(join(folder, path))]);
}

/** Writes all assets into the output folder. */
export function writeAssets({ files }: Assets, output: OutputFolder): void {
  for (const [saveAs, bytes] of files) output.put(saveAs, bytes);
}
