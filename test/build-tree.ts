import { type SpawnOptionsWithoutStdio, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { EleventyConfig } from "../src/plugin/eleventy/config.ts";

export const project = fileURLToPath(new URL("..", import.meta.url));
/** Where a configuration that is loaded by another process finds the plugin. */
export const pluginElsewhere = new URL("plugin.js", import.meta.url).href;
export const fixtures = join(project, "test/fixtures");

/** What a real build of a content folder came to. */
export interface Built {
  readonly input: string;
  readonly output: string;
  /** The paths of all files in the output folder, sorted. */
  readonly written: readonly string[];
  /** Everything that was printed. */
  readonly findings: string;
  readonly exitCode: number;
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => string;
  /** Removes what was made for this build. */
  readonly dispose: () => void;
}

export interface BuildOptions {
  /** In this process, which is faster, or by the command itself. */
  readonly by?: "api" | "command";
  /** An output folder that is there already. */
  readonly output?: string;
  /** More configuration, before that of the project; in this process only. */
  readonly configure?: (config: EleventyConfig) => void;
}

export type Tree = Readonly<Record<string, string | Uint8Array>>;

/** What came of a program. */
export interface Ran {
  readonly exitCode: number;
  readonly printed: string;
}

/** A part of Eleventy's configuration that the plugin does not use. */
export interface TemplateCache {
  setUseTemplateCache(use: boolean): void;
}

export interface EleventyInstance {
  /** What was copied, and the templates that were written. */
  write(): Promise<readonly [unknown, readonly { readonly inputPath: string }[]]>;
}
export type EleventyClass = new (input: string, output: string, options: object) => EleventyInstance;

/** A header and a text, as a file of the content. */
export function page(header: Readonly<Record<string, string | number>>, body = "Text."): string {
  const lines = Object.entries(header).map(([key, value]) => `${key}: ${value}\n`);
  return `---\n${lines.join("")}---\n\n${body}\n`;
}

/** A new folder, where the runner says or among all that is temporary. */
export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(process.env.PELICAN_TEST_FOLDER || tmpdir(), "pelican-test-")));
}

/** Writes files into a folder, by their paths in it. */
export function writeTree(folder: string, files: Tree): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** The files below a folder, by their paths in it, as Latin-1 so that each byte counts. */
export function snapshot(folder: string): Record<string, string> {
  return Object.fromEntries(filesIn(folder).map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

/** Builds a content folder that is made of these files. */
export async function buildTree(files: Tree, options: BuildOptions = {}): Promise<Built> {
  const folder = temporaryFolder();
  const input = join(folder, "content");
  mkdirSync(input);
  writeTree(input, files);
  return build(input, folder, options);
}

/** Builds a content folder that is there. */
export function buildFolder(input: string, options: BuildOptions = {}): Promise<Built> {
  // Eleventy keeps texts for as long as the process lives, and an earlier build of the folder may have been in this one.
  const configure = (config: EleventyConfig & Partial<TemplateCache>) => {
    config.setUseTemplateCache?.(false);
    options.configure?.(config);
  };
  return build(input, temporaryFolder(), { ...options, configure });
}

async function build(input: string, folder: string, options: BuildOptions): Promise<Built> {
  const output = options.output ?? join(folder, "site");
  const ran = await (options.by === "command" ? runCommand(input, output) : runApi(input, output, options.configure));
  return {
    input,
    output,
    written: filesIn(output),
    findings: stripVTControlCharacters(ran.printed),
    exitCode: ran.exitCode,
    has: (path) => existsSync(join(output, path)),
    read: (path) => readFileSync(join(output, path), "utf8"),
    dispose: () => {
      // A build that failed may still be copying.
      if (ran.exitCode === 0) remove(folder);
      else process.once("exit", () => remove(folder));
    },
  };
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The paths of all files below a folder, sorted. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/** Eleventy sets the exit code of the process, which belongs to the tests, and prints on the console. */
async function runApi(input: string, output: string, configure: BuildOptions["configure"]): Promise<Ran> {
  const { Eleventy } = (await import("@11ty/eleventy" as string)) as { Eleventy: EleventyClass };
  const before = process.exitCode;
  const listeners = process.listeners("exit");
  const captured = captureConsole();
  process.exitCode = 0;
  try {
    const options = { configPath: "eleventy.config.js", quietMode: true, source: "cli", config: configure };
    // Relative: Eleventy finds no directory data for a content folder that is named by an absolute path.
    await new Eleventy(relative(process.cwd(), input), output, options).write();
  } catch (error) {
    process.exitCode = 1;
    if (!isLogged(error)) captured.lines.push(...causesOf(error));
  } finally {
    captured.stop();
  }
  const exitCode = Number(process.exitCode);
  process.exitCode = before;
  // What a build that failed would say at its process's end is not said of the tests' own.
  for (const listener of process.listeners("exit")) if (!listeners.includes(listener)) process.off("exit", listener);
  return { exitCode, printed: captured.lines.join("\n") };
}

/** An error in words, and what caused it, as Eleventy keeps that. */
function causesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return error === undefined ? [] : [String(error)];
  return [String(error), ...causesOf("originalError" in error ? error.originalError : error.cause)];
}

function isLogged(error: unknown): boolean {
  return error instanceof Error && "__errorAlreadyLogged" in error;
}

/** What is printed on the console until it is stopped. */
export function captureConsole(): { readonly lines: string[]; readonly stop: () => void } {
  const lines: string[] = [];
  const { log, info, warn, error } = console;
  const keep = (...parts: unknown[]) => {
    lines.push(parts.map(String).join(" "));
  };
  Object.assign(console, { log: keep, info: keep, warn: keep, error: keep });
  return { lines, stop: () => Object.assign(console, { log, info, warn, error }) };
}

/** How `npx eleventy` is started, without npx. */
export const command = join(project, "node_modules/@11ty/eleventy/cmd.cjs");

/** The environment of a plain shell: what starts the tests must not load anything for the command. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, NODE_V8_COVERAGE, ...rest } = process.env;
  return { ...rest, NO_COLOR: "1" };
}

function runCommand(input: string, output: string): Promise<Ran> {
  return runNode([command, "--quiet", `--input=${input}`, `--output=${output}`], {});
}

/** Runs Node to its end, in the project's folder and a plain shell's environment where nothing else is said. */
export function runNode(args: readonly string[], options: SpawnOptionsWithoutStdio): Promise<Ran> {
  const started = spawn(process.execPath, args, {
    cwd: project,
    env: plainEnvironment(),
    timeout: 60_000,
    ...options,
  });
  let printed = "";
  for (const stream of [started.stdout, started.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  return new Promise((resolve, reject) => {
    started.on("error", reject);
    started.on("close", (code) => resolve({ exitCode: code ?? -1, printed }));
  });
}
