/** The plugin's search for templates finds what Eleventy's own finds. */
import { rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { searchTemplates } from "../../src/plugin/fast-pages/search.ts";
import { temporaryFolder, writeTree } from "../build-tree.ts";

interface Search {
  search(key: string, globs: readonly string[], options: { ignore: string[] }): Promise<string[]>;
}
const eleventy = dirname(fileURLToPath(import.meta.resolve("@11ty/eleventy")));
const { default: FileSystemSearch } = (await import(
  pathToFileURL(join(eleventy, "FileSystemSearch.js")).href
)) as unknown as { readonly default: new () => Search };

const search = suite("fast pages: search");

const FILES = [
  "a.md",
  "B.MD",
  "x/c.html",
  "x/d.njk",
  "x/.e.md",
  ".f/g.md",
  "x/y (1)/[h].md",
  "node_modules/i.md",
  "j.txt",
];
const IGNORED: readonly (readonly string[])[] = [
  [],
  ["**/node_modules/**"],
  ["**/a.md", "INPUTx/**"],
  ["INPUTa.md", "INPUTx/*.html"],
  ["./INPUTb.md", "**/*(1)*/**", ".git/**"],
  ["INPUTx/y (1)/[[]h].md", "**/.*"],
];

for (const [where, folder] of [
  ["above the working folder", temporaryFolder()],
  ["in the working folder", join(process.cwd(), "node_modules", ".cache", "search-test")],
] as const) {
  for (const patterns of IGNORED) {
    search(`${where}, without ${patterns.join(" ") || "anything"}`, async () => {
      writeTree(folder, Object.fromEntries(FILES.map((path) => [path, "text"])));
      try {
        const name = `${relative(process.cwd(), folder).split(sep).join("/")}/`;
        const input = name.startsWith("..") ? name : `./${name}`;
        const ignore = patterns.map((pattern) => pattern.replace("INPUT", name));
        const extensions = { getGlobs: (at: string) => [`${at}**/*.{md,html,njk}`], hasEngine: () => true };
        const theirs = await new FileSystemSearch().search("templates", extensions.getGlobs(input), {
          ignore: [...ignore],
        });
        const ours = await searchTemplates(input, extensions, ignore);
        assert.equal([...ours].sort(), theirs.map((path) => relative(folder, path).split(sep).join("/")).sort());
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
}

search.run();
