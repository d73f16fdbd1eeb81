import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import type { SourceTree } from "../plugin/files/source-file.ts";
import { UsageError } from "./command.ts";
import { OTHERS } from "./load.ts";

/** The names of the files that configure Eleventy (https://www.11ty.dev/docs/config/). */
const CONFIGURATIONS = [".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"];
/** No build prints more; in letters. */
const MOST_PRINTED = 1 << 28;

export interface BuildRun {
  readonly exitCode: number;
  /** Everything that was printed. */
  readonly printed: string;
}

/**
 * Copies a content folder as far as a build reads it. Links become what they lead to, so that nothing that is written
 * into the copy is written elsewhere.
 */
export function copyContent(content: string, tree: SourceTree, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const path of [...tree.files.map((file) => file.path), ...tree.assets]) {
    const target = join(to, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(content, path), target);
    // A copy of a file that is read-only is to be written, too.
    chmodSync(target, 0o644);
  }
  // Layouts and data may lie in the content folder; what was built, too, and that is nobody's source.
  for (const name of OTHERS) {
    const folder = join(content, name);
    if (name.startsWith("_") && name !== "_site" && existsSync(folder)) {
      cpSync(folder, join(to, name), { recursive: true, dereference: true });
    }
  }
}

/**
 * Builds a content folder as `npx eleventy` does in a project.
 *
 * @param project the folder of the project
 * @throws {UsageError} where the folder is no project of Eleventy's
 */
export function runBuild(project: string, input: string, output: string): BuildRun {
  if (!CONFIGURATIONS.some((name) => existsSync(join(project, name)))) {
    throw new UsageError(
      "Nothing can be proved here: there is no eleventy.config.js. Call it in the folder of the project that builds the site.",
    );
  }
  // Eleventy finds no data of a directory that is named by an absolute path.
  const args = [eleventyIn(project), "--quiet", `--input=${relative(project, input)}`, `--output=${output}`];
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd: project,
    env: { ...process.env, NO_COLOR: "1" },
    encoding: "utf8",
    maxBuffer: MOST_PRINTED,
  });
  if (error) throw error;
  return { exitCode: status ?? -1, printed: `${stdout}${stderr}` };
}

function eleventyIn(project: string): string {
  const folders = createRequire(join(project, "package.json")).resolve.paths("@11ty/eleventy") ?? [];
  const found = folders.map((folder) => join(folder, "@11ty/eleventy/cmd.cjs")).find((file) => existsSync(file));
  if (!found) throw new UsageError("Eleventy is not installed here: run npm ci first.");
  return found;
}

/** The paths that are in one of two folders only, or with other bytes, sorted. */
export function differentFiles(before: string, after: string): string[] {
  const [old, now] = [filesIn(before), filesIn(after)];
  const paths = [...new Set([...old, ...now])].sort();
  const [inOld, inNow] = [new Set(old), new Set(now)];
  return paths.filter((path) => {
    if (!inOld.has(path) || !inNow.has(path)) return true;
    return !readFileSync(join(before, path)).equals(readFileSync(join(after, path)));
  });
}

/** All files below a folder, by their paths in it, with forward slashes. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}
