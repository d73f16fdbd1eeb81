import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isWithin } from "../files/is-within.ts";
import { libraryFolder } from "../files/libraries.ts";
import { outputFolder } from "../files/output-folder.ts";
import { relativePath } from "../findings/relative-path.ts";
import type { Measure } from "../times/stopwatch.ts";
import type { CollectionItem, FileSystemManager } from "./types.ts";

/**
 * Lets Eleventy write whole files for a build: it empties a file before it writes into it, so that a full disk or a run that
 * is ended would leave pages without a text. Undocumented: test/builds/whole-files.test.ts pins it. Where it cannot be done,
 * the mark that a build is under way makes the next one mend what was torn.
 *
 * @param items what is in Eleventy's collections
 * @returns puts things back
 */
export async function writeWholeFiles(
  items: readonly CollectionItem[],
  folder: string,
  measure: Measure,
): Promise<() => void> {
  const [manager] = items.flatMap(({ template }) => template?.fsManager ?? []);
  // Each template has one of its own, and not all templates are in collections: with fastPages none may be.
  const kind: FileSystemManager | undefined = manager ? Object.getPrototypeOf(manager) : await ofInstalled();
  if (typeof kind?.writeFileSync !== "function") return () => {};
  const output = resolve(folder);
  const { put } = outputFolder(output);
  const { writeFileSync } = kind;
  const writeWhole: FileSystemManager["writeFileSync"] = function (path, content) {
    // Another site may be built in this process.
    if (!isWithin(resolve(path), output)) return writeFileSync.call(this, path, content);
    measure("write", () => put(relativePath(output, path), Buffer.from(content)));
  };
  kind.writeFileSync = writeWhole;
  return () => {
    if (kind.writeFileSync === writeWhole) kind.writeFileSync = writeFileSync;
  };
}

/** That of the Eleventy that is found beside the plugin. */
async function ofInstalled(): Promise<FileSystemManager | undefined> {
  const folder = libraryFolder("@11ty/eleventy");
  if (folder === undefined) return undefined;
  try {
    const url = pathToFileURL(join(folder, "src/Util/FileSystemManager.js")).href;
    const { FileSystemManager: Kind } = (await import(url)) as { FileSystemManager?: { prototype: FileSystemManager } };
    return Kind?.prototype;
  } catch {
    return undefined;
  }
}
