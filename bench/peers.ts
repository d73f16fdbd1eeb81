import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GeneratedPage } from "./generate.ts";
import type { Command } from "./measure.ts";

/** The folder that each peer writes, in its own. */
export const OUTPUT = "site";

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ELEVENTY = fromHere("../node_modules/@11ty/eleventy/cmd.cjs");
const REPORT = new URL("report-memory.js", import.meta.url).href;

/** Something that builds a site. */
export interface Peer {
  /** One line, for the help. */
  readonly summary: string;
  /** Its files, below `peers/`. */
  readonly files: string;
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What earlier builds left and is removed before each, besides the output. */
  readonly leftovers?: readonly string[];
  /** Whether one page changes before each build. */
  readonly isEdited?: boolean;
  readonly pathOf?: (path: string) => string;
}

const node = (...words: readonly string[]) => [process.execPath, "--import", REPORT, ...words];
const eleventy = { files: "eleventy", words: node(ELEVENTY, "--quiet") };
const own = { files: "this", words: eleventy.words, environment: { BENCH_PLUGIN: fromHere("../src/plugin/index.ts") } };
const fast = { ...own, environment: { ...own.environment, BENCH_FAST: "1" } };
/** What a build finds that comes after another. */
const warm = {
  summary: "the same with the cache of the build before, no output, and one page changed",
  isEdited: true,
};

/** All peers, by the names that people write. */
export const PEERS: ReadonlyMap<string, Peer> = new Map<string, Peer>([
  [
    "hugo",
    {
      summary: "Hugo, minifying, its menus cached; where it is on the PATH",
      files: "hugo",
      words: ["hugo", "--quiet", "--minify", "--destination", OUTPUT],
      leftovers: ["resources"],
      // To Hugo, a folder with index.md is one page.
      pathOf: (path) => path.replace(/(^|\/)index\.md$/, "$1_index.md"),
    },
  ],
  ["eleventy", { ...eleventy, summary: "Eleventy with eleventy-navigation, set up by hand" }],
  [
    "eleventy-min",
    { ...eleventy, summary: "the same, minifying with html-minifier-terser", environment: { BENCH_MINIFY: "1" } },
  ],
  ["floor", { summary: "reads, renders Markdown and writes, no more", files: "floor", words: node("build.js") }],
  ["this", { ...own, summary: "this project, without a cache", leftovers: [".cache"] }],
  ["this-warm", { ...own, ...warm }],
  ["this-fast", { ...fast, summary: "this project with fastPages, without a cache", leftovers: [".cache"] }],
  ["this-fast-warm", { ...fast, ...warm }],
]);

/** Whether Hugo can be run here. */
export function hasHugo(): boolean {
  return spawnSync("hugo", ["version"]).status === 0;
}

/** Lays out a peer's folder: its files and the pages. */
export function preparePeer(peer: Peer, folder: string, pages: readonly GeneratedPage[]): void {
  cpSync(fromHere(`peers/${peer.files}`), folder, { recursive: true });
  for (const { path, text } of pages) {
    const file = contentFile(peer, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Makes the folder what it has to be before a build. */
export function freshen(peer: Peer, folder: string, pages: readonly GeneratedPage[]): void {
  for (const path of [OUTPUT, ...(peer.leftovers ?? [])]) {
    rmSync(join(folder, path), { recursive: true, force: true });
  }
  const last = pages.at(-1);
  if (peer.isEdited && last) appendFileSync(contentFile(peer, folder, last.path), "\nOne more line.\n");
}

/** What builds the peer's folder. */
export function commandOf({ words, environment = {} }: Peer, folder: string): Command {
  return { words, folder, environment };
}

function contentFile(peer: Peer, folder: string, path: string): string {
  return join(folder, "content", peer.pathOf?.(path) ?? path);
}
