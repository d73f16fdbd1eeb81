/** Each change in a folder is heard of, however it is saved, and more than once. */
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { watchFolder } from "../../src/plugin/files/watch-folder.ts";
import { temporaryFolder, writeTree } from "../build-tree.ts";

const LONGEST = 10_000;

const top = temporaryFolder();
const folder = join(top, "content");
const told: string[] = [];
const faults: string[] = [];
writeTree(folder, { "images/a.gif": "0", ".git/x": "0" });
const end = watchFolder(folder, {
  isPassedOver: (path) => path.includes(".git"),
  onChange: (path) => told.push(path.replaceAll("\\", "/")),
  onFault: (code) => faults.push(code),
});

const watched = suite("files: watchFolder");
watched.after(() => {
  end();
  rmSync(top, { recursive: true });
});

const at = (path: string) => join(folder, path);
const write = (path: string) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), String(Math.random()));
};
const replace = (path: string) => {
  writeFileSync(join(top, "new"), String(Math.random()));
  renameSync(join(top, "new"), at(path));
};
const remove = (path: string) => rmSync(at(path), { recursive: true });

/** In this order: each is done to what the one before left. */
const CHANGES: readonly (readonly [what: string, act: () => void, ...paths: string[]])[] = [
  ["a file that is written", () => write("images/a.gif"), "images/a.gif"],
  ["one that another is renamed over", () => replace("images/a.gif"), "images/a.gif"],
  ["the same again", () => replace("images/a.gif"), "images/a.gif"],
  ["it is written then", () => write("images/a.gif"), "images/a.gif"],
  ["it is removed", () => remove("images/a.gif"), "images/a.gif"],
  ["it is made again", () => write("images/a.gif"), "images/a.gif"],
  ["and removed again", () => remove("images/a.gif"), "images/a.gif"],
  ["files in new folders", () => ["new/a.md", "new/sub/b.md"].map(write), "new/a.md", "new/sub/b.md"],
  ["written then", () => write("new/sub/b.md"), "new/sub/b.md"],
  ["a folder that is renamed", () => renameSync(at("new"), at("old")), "new", "old/sub/b.md"],
  ["written in it", () => write("old/sub/b.md"), "old/sub/b.md"],
  ["renamed back", () => renameSync(at("old"), at("new")), "old", "new/sub/b.md"],
  ["written in it after that", () => write("new/sub/b.md"), "new/sub/b.md"],
  ["rights that change", () => chmodSync(at("new/sub/b.md"), 0o600), "new/sub/b.md"],
  ["a folder that is removed", () => remove("new"), "new"],
  ["and made again", () => write("new/sub/b.md"), "new/sub/b.md"],
  ["the whole folder is moved away", () => renameSync(folder, join(top, "away")), ""],
  ["and another takes its place", () => write("c.md"), "c.md"],
  ["that is written in", () => write("c.md"), "c.md"],
];

watched("each change, one after the other", async () => {
  for (const [what, act, ...paths] of CHANGES) {
    told.length = 0;
    act();
    const isTold = () => paths.every((path) => told.includes(path));
    const until = Date.now() + LONGEST;
    while (!isTold() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.ok(isTold(), `${what}: told was ${told.join(", ")}`);
  }
  assert.equal(faults, []);
});

watched("what is passed over is not told of", async () => {
  told.length = 0;
  write(".git/x");
  write("d.md");
  while (!told.includes("d.md")) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(
    told.filter((path) => path.includes(".git")),
    [],
  );
});

watched.run();
