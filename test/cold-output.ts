/** What a build from nothing makes of a project, to compare what others have made of it. */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { snapshot, temporaryFolder } from "./build-tree.ts";
import { runEleventy } from "./small-site.ts";

export type Output = Readonly<Record<string, string>>;

export const output = (folder: string): Output => snapshot(join(folder, "_site"));

/** While a site is watched its files of style and script keep their names, and the index for its search is the first. */
export function asWatched(files: Output): Output {
  const without = (text: string) => text.replace(/(assets\/[\w-]+)\.[\da-f]{8}(?=\.\w)/g, "$1");
  const shown = Object.entries(files).filter(([path]) => !path.startsWith("pagefind/"));
  return Object.fromEntries(shown.map(([path, text]) => [without(path), without(text)]));
}

/** In words, which files differ. */
export function differences(warm: Output, cold: Output): string {
  return [...new Set([...Object.keys(warm), ...Object.keys(cold)])]
    .filter((path) => warm[path] !== cold[path])
    .map((path) => (warm[path] === undefined ? `no ${path}` : cold[path] === undefined ? `${path} is left` : path))
    .join(", ");
}

/** What is made of a project from nothing; undefined where a build must stop. */
export async function coldOutput(project: string): Promise<Output | undefined> {
  const folder = temporaryFolder();
  const isSource = (path: string) => !/[\\/](?:_site|\.cache)(?:[\\/]|$)/.test(path.slice(project.length));
  cpSync(project, folder, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true, filter: isSource });
  const { exitCode, printed } = await runEleventy(folder, ["--quiet"]);
  const made = exitCode === 0 ? output(folder) : undefined;
  if (!made) assert.match(printed, "Nothing was written");
  rmSync(folder, { recursive: true, force: true });
  return made;
}
