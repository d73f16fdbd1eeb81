/** Small sites with a configuration of their own, as their owners have it: in a folder, with a package beside. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";
import {
  captureConsole,
  command,
  type EleventyClass,
  filesIn,
  pluginElsewhere,
  project,
  type Ran,
  runNode,
  type Tree,
  temporaryFolder,
  writeTree,
} from "./build-tree.ts";

export interface SmallSiteOptions {
  /** The plugin's. */
  readonly settings?: Readonly<Record<string, unknown>> & { readonly ledger?: string };
  /** Whether it is not added at all. */
  readonly isWithout?: boolean;
  /** What the configuration does besides, in JavaScript; it knows `config`. */
  readonly config?: string;
  /** What the configuration returns besides, in JavaScript. */
  readonly returned?: string;
  readonly by?: "api" | "command";
  /** The folder of includes, from that of the content; beside it by default. */
  readonly includes?: string;
  /** A folder that an earlier build made. */
  readonly folder?: string;
  /** More arguments, where the command runs. */
  readonly args?: readonly string[];
}

export interface SmallSite extends Ran {
  readonly folder: string;
  /** The paths of all files in the output folder, sorted. */
  readonly written: readonly string[];
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => string;
  /** The files that are written and hold a text. */
  readonly holding: (text: string) => string[];
  readonly dispose: () => void;
}

/** Builds a project of these files: `content/`, `_includes/`, `_data/`, and what else is at its top. */
export async function buildSite(files: Tree, options: SmallSiteOptions = {}): Promise<SmallSite> {
  const { folder = temporaryFolder(), by = "api", args = [] } = options;
  writeProject(folder, files, { ...options, by });
  const ran = await (by === "api" ? runHere(folder) : runEleventy(folder, ["--quiet", ...args]));
  const output = join(folder, "_site");
  const read = (path: string) => readFileSync(join(output, path), "utf8");
  return {
    folder,
    exitCode: ran.exitCode,
    printed: stripVTControlCharacters(ran.printed),
    written: filesIn(output),
    has: (path) => existsSync(join(output, path)),
    read,
    holding: (text) => filesIn(output).filter((path) => read(path).includes(text)),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Writes a project's files, and its configuration. */
export function writeProject(folder: string, files: Tree, options: SmallSiteOptions = {}): void {
  const isHere = options.by === "api";
  const input = isHere ? relative(process.cwd(), join(folder, "content")) : "content";
  const { settings = {}, config = "", returned = "", includes = "../_includes", isWithout = false } = options;
  const plugin = JSON.stringify(isHere ? pathToFileURL(join(project, "src/plugin/index.ts")).href : pluginElsewhere);
  // Where the tests build it, their own folder is the current one.
  const ledger = settings.ledger === undefined ? {} : { ledger: join(folder, settings.ledger) };
  const all = { content: ["**/*"], socialImages: false, searchSaveAs: "", ...settings, ...ledger };
  const added = `config.addPlugin(pelican, ${JSON.stringify(all)});`;
  writeTree(folder, { "package.json": '{ "type": "module" }\n', ...files });
  writeFileSync(
    join(folder, "eleventy.config.js"),
    `import pelican from ${plugin};
export default async function (config) {
  ${isWithout ? "" : added}
  ${config}
  return { ${returned} };
}
export const config = { dir: { input: ${JSON.stringify(input)}, includes: ${JSON.stringify(includes)}, data: "../_data" } };
`,
  );
}

/** Runs Eleventy's command in a project's folder. */
export function runEleventy(folder: string, args: readonly string[]): Promise<Ran> {
  return runNode([command, ...args], { cwd: folder });
}

/** Runs the plugin's own command in a project's folder. */
export async function runPelican(folder: string, args: readonly string[]): Promise<Ran> {
  return runNode([join(project, "src/cli/bin.js"), ...args], { cwd: folder });
}

/** From the tests' own folder: Eleventy keeps layouts by their relative paths, for as long as the process lives. */
async function runHere(folder: string): Promise<Ran> {
  const { Eleventy } = (await import("@11ty/eleventy" as string)) as { Eleventy: EleventyClass };
  const before = process.exitCode;
  const captured = captureConsole();
  process.exitCode = 0;
  let exitCode = 0;
  const at = (path: string) => relative(process.cwd(), join(folder, path));
  try {
    await new Eleventy(at("content"), at("_site"), { configPath: at("eleventy.config.js"), quietMode: true }).write();
    exitCode = Number(process.exitCode);
  } catch (error) {
    exitCode = 1;
    captured.lines.push(...causesOf(error));
  } finally {
    captured.stop();
    process.exitCode = before;
  }
  return { exitCode, printed: captured.lines.join("\n") };
}

/** An error in words, and what caused it, as Eleventy keeps that. */
export function causesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return error === undefined ? [] : [String(error)];
  return [String(error), ...causesOf("originalError" in error ? error.originalError : error.cause)];
}
