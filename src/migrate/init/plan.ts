import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { isFolder } from "../../plugin/files/is-file.ts";
import { isWithin } from "../../plugin/files/is-within.ts";
import { CONFIGS, CONTENT } from "../../plugin/files/project-files.ts";
import { relativePath } from "../../plugin/findings/relative-path.ts";
import type { PelicanOptions } from "../../plugin/settings.ts";
import { UsageError } from "../usage-error.ts";
import type { HostPlan } from "./hosts.ts";
import type { Literal } from "./literal.ts";
import { moduleType, withScripts } from "./package-json.ts";
import { configFile, gitignoreLines } from "./written-files.ts";

/** A file to write. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  /** Whether it exists, and is added to. */
  readonly isThere: boolean;
  /** What is added to a file that exists. */
  readonly added: readonly string[];
}

export interface Plan {
  readonly files: readonly PlannedFile[];
  /** What exists already, and stays as it is. */
  readonly left: readonly string[];
}

/** Repositories often have the site in a folder of its own; who has nothing begins a new one. */
function whatToDo(folder: string): string {
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory() && existsSync(join(folder, one.name, "pelicanconf.py")))
    .map(({ name }) => name)
    .sort();
  if (below.length === 0) return "For a new site, write a page, such as content/index.md, and call this again.";
  return `It is in the folder ${below.join(", and in ")}: go there, and call this again.`;
}

/**
 * The content folder, relative to the project's, with forward slashes; `.` for the project's own, which Pelican takes where
 * nothing else is said.
 *
 * @param path Pelican's PATH; undefined if it is not set
 * @param hasSettings whether there is a file of settings
 * @throws {UsageError} where there is no such folder in the project's
 */
export function contentOf(path: Literal | undefined, folder: string, hasSettings: boolean): string {
  const given = path ?? CONTENT.find((one) => isFolder(join(folder, one))) ?? (hasSettings ? "." : undefined);
  if (typeof given !== "string") {
    throw new UsageError(
      hasSettings
        ? "Which folder holds the content? PATH is not a text."
        : `Which folder holds the content? There is no pelicanconf.py here, and neither ${CONTENT.join(" nor ")}. ${whatToDo(folder)}`,
    );
  }
  const full = resolve(folder, given);
  if (!isFolder(full)) {
    const what = existsSync(full)
      ? `PATH names ${given}, which is not a folder`
      : `There is no folder ${given}, which PATH names`;
    throw new UsageError(`${what}. Name the folder that holds the content.`);
  }
  const [here, there] = [realpathSync(folder), realpathSync(full)];
  if (!isWithin(there, here)) {
    throw new UsageError(
      `PATH is “${given}”, which is outside of this folder. Move the content into a folder in it, such as content.`,
    );
  }
  return relativePath(folder, full) || ".";
}

/**
 * What `init` writes in a folder. Nothing that exists is replaced.
 *
 * @param source the files that the options come from; empty for none
 * @param forHost what publishes the site needs
 * @param comments what the configuration says below the options
 * @throws {UsageError} where nothing can be added to `package.json`
 */
export function planFiles(
  folder: string,
  content: string,
  options: PelicanOptions,
  source: string,
  forHost: HostPlan["files"],
  comments: readonly string[],
): Plan {
  const textOf = (path: string) =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : undefined;
  const before = textOf("package.json");
  const config = CONFIGS.find((path) => existsSync(join(folder, path)));
  const type = moduleType(before);
  // To make all modules ES modules would break those of the project that are not.
  const addType = !config && type === undefined && !readdirSync(folder).some((file) => file.endsWith(".js"));
  const kind = type === "module" || addType ? "module" : "commonjs";
  const scripts = withScripts(before, addType);
  const ignored = textOf(".gitignore");
  const [there, missing] = partition(forHost, ({ path }) => existsSync(join(folder, path)));
  const lines = gitignoreLines(ignored ?? "");
  const files = [
    ...(config ? [] : [planned("eleventy.config.js", configFile(content, options, source, kind, comments), undefined)]),
    ...missing.map(({ path, text }) => planned(path, text, undefined)),
    ...(scripts.text === before ? [] : [planned("package.json", scripts.text, before, scripts.added)]),
    ...(lines.length === 0 ? [] : [planned(".gitignore", appended(ignored ?? "", lines), ignored, lines)]),
  ];
  const left = [
    ...(config ? [config] : []),
    ...there.map(({ path }) => path),
    ...scripts.kept.map((script) => `the script ${script} in package.json`),
  ];
  return { files, left };
}

function partition<One>(all: readonly One[], isFirst: (one: One) => boolean): [One[], One[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

/** @param before the old text; undefined for a new file */
function planned(path: string, text: string, before: string | undefined, added: readonly string[] = []): PlannedFile {
  return { path, text, isThere: before !== undefined, added };
}

function appended(text: string, lines: readonly string[]): string {
  const start = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return `${start}${lines.join("\n")}\n`;
}
