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

/**
 * Builds a content folder as `npx eleventy` does in a project.
 *
 * @param timeout in milliseconds; without it a build may take as long as it does
 * @throws {UsageError} where there is no configuration or no Eleventy, or where it took longer
 */
export function runBuild(project: string, input: string, output: string, timeout?: number): BuildRun {
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
    timeout,
  });
  if (error && isTimeout(error)) throw new UsageError(tooSlow("Eleventy", timeout));
  if (error) throw error;
  return { exitCode: status ?? -1, printed: `${stdout}${stderr}` };
}

function eleventyIn(project: string): string {
  const found = findEleventy(project);
  if (!found) throw new UsageError("Eleventy is not installed here: run npm ci first.");
  return found;
}

/** The command of the Eleventy that is installed for a project; undefined where none is. */
export function findEleventy(project: string): string | undefined {
  const folders = createRequire(join(project, "package.json")).resolve.paths("@11ty/eleventy") ?? [];
  return folders.map((folder) => join(folder, "@11ty/eleventy/cmd.cjs")).find((file) => existsSync(file));
}

/** Whether a program was ended because it took too long. */
export function isTimeout(error: Error): boolean {
  return "code" in error && error.code === "ETIMEDOUT";
}

/** The message where a program was ended because it took too long. */
export function tooSlow(program: string, timeout = 0): string {
  return `${program} took longer than ${timeout / 1000} seconds, and was ended.`;
}

/** A strict site exits with 1 where there are warnings, and is built all the same. */
export function isFailed({ exitCode, printed }: BuildRun): boolean {
  return exitCode !== 0 && (exitCode !== 1 || /Problem writing Eleventy templates|Nothing was written/.test(printed));
}
