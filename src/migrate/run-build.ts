import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { CONFIGS } from "../plugin/files/project-files.ts";
import { UsageError } from "./usage-error.ts";

export interface BuildRun {
  readonly exitCode: number;
  /** Everything that was printed. */
  readonly printed: string;
}

/** In characters: no build prints more. */
const MOST_PRINTED = 1 << 28;

/** Builds a content folder as `npx eleventy` does in a project. */
export function runBuild(project: string, input: string, output: string): BuildRun {
  if (!CONFIGS.some((name) => existsSync(join(project, name)))) {
    const advice = "Run this in the folder of the project that builds the site.";
    throw new UsageError(`Nothing can be proved here: there is no eleventy.config.js. ${advice}`);
  }
  // Eleventy finds no directory data if the input is an absolute path.
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

/** A strict site exits with 1 where there are warnings, and is built all the same. */
export function isFailed({ exitCode, printed }: BuildRun): boolean {
  return exitCode !== 0 && (exitCode !== 1 || /Problem writing Eleventy templates|Nothing was written/.test(printed));
}
