/** Projects on a disk, and the command line run in them. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { main } from "../../src/cli/main.ts";
import { plainEnvironment, project, type Tree, temporaryFolder, writeTree } from "../build-tree.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

const made: string[] = [];
process.once("exit", () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A project folder with this content; it is gone when the tests end. */
export function projectOf(content: Tree, others: Tree = {}): string {
  const folder = temporaryFolder();
  made.push(folder);
  writeTree(join(folder, "src/content"), content);
  writeTree(folder, others);
  return folder;
}

/** A stack trace is for programmers; whoever writes pages learns nothing from one. */
export const STACK = /^\s+at .+[:(]\d+|node:internal/m;

/** Runs a command in this process. Whatever it is given, it prints no stack trace. */
export function run(folder: string, args: readonly string[], colors = false): Ran {
  const [out, error]: [string[], string[]] = [[], []];
  const code = main(args, {
    out: (text) => out.push(text),
    error: (text) => error.push(text),
    progress: () => {},
    folder,
    colors,
  });
  // Only a project's pages, which Eleventy gathers, have to be waited for.
  if (typeof code !== "number") throw new Error("outside of a project a command ends at once");
  const ran = { code, out: out.join(""), error: error.join("") };
  assert.not.match(ran.out + ran.error, STACK);
  return ran;
}

export interface SpawnOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** A user without rights: as root, nothing is read-only. */
  readonly uid?: number;
}

/** Runs a command as a shell does. */
export function spawned(folder: string, args: readonly string[], { env = {}, uid }: SpawnOptions = {}): Promise<Ran> {
  const started = spawn(process.execPath, [join(project, "src/cli/bin.js"), ...args], {
    cwd: folder,
    env: { ...plainEnvironment(), TSX_DISABLE_CACHE: "1", ...env },
    timeout: 60_000,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const texts = { out: "", error: "" };
  started.stdout.setEncoding("utf8").on("data", (text: string) => {
    texts.out += text;
  });
  started.stderr.setEncoding("utf8").on("data", (text: string) => {
    texts.error += text;
  });
  return new Promise((resolve, reject) => {
    started.on("error", reject);
    started.on("close", (code) => resolve({ code: code ?? -1, ...texts }));
  });
}

/** A page's header, fenced. */
export function header(...lines: readonly string[]): string {
  return `---\n${lines.join("\n")}\n---\n\nText.\n`;
}

/** A page of this Url. */
export function pageAt(url: string, ...more: readonly string[]): string {
  const saveAs = url === "" ? "index.html" : `${url}.html`;
  return header(`Title: ${url === "" ? "Home" : url}`, `Url: ${url}`, `Save_as: ${saveAs}`, ...more);
}
