import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathsBelow } from "../files/files-below.ts";
import { isFile } from "../files/is-file.ts";

/** Files beside a configuration that say what it does, and what is passed over. */
const OF_PROJECT =
  /^(?:\.?eleventy[\w.-]*\.[cm]?[jt]s|package\.json|package-lock\.json|pnpm-lock\.yaml|yarn\.lock|\.eleventyignore|\.gitignore)$/;
/** Flags that change no page. */
const NO_MATTER = /^--(?:output|quiet|port|serve|watch)\b/;

/**
 * Names all that the pages of a site have in common: the versions of Node and Eleventy, how it was called, the project's
 * configuration, and the files of some folders.
 *
 * @param folders of includes and data
 * @param input the content folder
 * @param others what else there is: the plugin's code, settings, the kind of build
 */
export function cacheKeyOf(folders: readonly string[], input: string, others: readonly unknown[]): string {
  const flags = process.argv.slice(2).filter((word) => !NO_MATTER.test(word));
  const hash = createHash("sha1");
  hash.update(JSON.stringify([process.env.ELEVENTY_VERSION, process.version, flags, others]));
  for (const file of [...filesOfProject(flags), ...filesOf(input), ...folders.flatMap(pathsBelow)])
    hash.update(`\n${file}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

function filesOfProject(flags: readonly string[]): string[] {
  const configurations = flags.flatMap((word) => /^--config=(.+)/.exec(word)?.[1] ?? []);
  return [...new Set([...filesOf("."), ...configurations.filter(isFile)])];
}

function filesOf(folder: string): string[] {
  const found = readdirSync(folder).filter((name) => OF_PROJECT.test(name));
  return found
    .sort()
    .map((name) => join(folder, name))
    .filter(isFile);
}
