import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { removeUnfinishedFiles } from "../../src/plugin/files/remove-unfinished.ts";
import { createWhole, replaceText, writeWhole } from "../../src/plugin/files/write-whole.ts";
import { temporaryFolder, writeTree } from "../build-tree.ts";

const test = suite("files that are written whole");

const folder = temporaryFolder();
const at = (path: string) => join(folder, path);
test.before.each(() => writeTree(folder, { "a.txt": "old" }));
test.after.each(() => {
  for (const name of readdirSync(folder)) rmSync(at(name), { recursive: true });
});
test.after(() => rmSync(folder, { recursive: true }));

test("a text or parts, in folders that are not there yet", () => {
  writeWhole(at("b/c/d.txt"), "é");
  writeWhole(at("a.txt"), [Buffer.from("n"), Buffer.from("ew")]);
  assert.is(readFileSync(at("b/c/d.txt"), "utf8"), "é");
  assert.is(readFileSync(at("a.txt"), "utf8"), "new");
  assert.equal(readdirSync(folder).sort(), ["a.txt", "b"]);
});

test("permissions are kept, and a link stays one", () => {
  chmodSync(at("a.txt"), 0o750);
  symlinkSync("a.txt", at("link.txt"));
  writeWhole(at("link.txt"), "new");
  assert.ok(lstatSync(at("link.txt")).isSymbolicLink());
  assert.is(readFileSync(at("a.txt"), "utf8"), "new");
  assert.is(statSync(at("a.txt")).mode & 0o777, 0o750);
});

test("what cannot be written stays as it was, and nothing is left beside it", () => {
  chmodSync(at("a.txt"), 0o444);
  assert.throws(() => writeWhole(at("a.txt"), "new"), /EACCES|is read-only/);
  mkdirSync(at("b"));
  const failing = function* () {
    yield Buffer.from("n");
    throw new Error("not today");
  };
  assert.throws(() => writeWhole(at("b/c.txt"), failing()), "not today");
  assert.is(readFileSync(at("a.txt"), "utf8"), "old");
  assert.equal(readdirSync(at("b")), []);
});

test("a new file replaces neither a file nor a link to nothing", () => {
  symlinkSync("nowhere", at("link.txt"));
  for (const name of ["a.txt", "link.txt"]) assert.throws(() => createWhole(at(name), "new"), /EEXIST/);
  createWhole(at("b.txt"), "new");
  assert.is(readFileSync(at("b.txt"), "utf8"), "new");
  assert.equal(readdirSync(folder).sort(), ["a.txt", "b.txt", "link.txt"]);
});

test("a fault names the file that was to be written, and its code is there", () => {
  const ofFile = (error: Error & { code?: string }) =>
    error.code === "ENOENT" && error.message.endsWith(`'${at("none/b.txt")}'`) && !error.message.includes(".new");
  assert.throws(() => createWhole(at("none/b.txt"), "new"), ofFile);
});

test("a byte order mark is kept, and none is added", () => {
  replaceText(at("a.txt"), "new");
  assert.is(readFileSync(at("a.txt"), "utf8"), "new");
  writeTree(folder, { "b.txt": "\ufeffold" });
  replaceText(at("b.txt"), "new");
  assert.is(readFileSync(at("b.txt"), "utf8"), "\ufeffnew");
});

test("what a process that was ended has left is removed, and nothing else", () => {
  const left = `.${"0a".repeat(8)}.new`;
  const names = [left, `.${"0b".repeat(8)}.new`, ".0a.new", `${"0a".repeat(8)}.new`];
  writeTree(folder, Object.fromEntries(names.map((name) => [name, ""])));
  for (const name of names.filter((one) => !one.includes("0b"))) utimesSync(at(name), 0, 0);
  removeUnfinishedFiles(folder);
  removeUnfinishedFiles(at("nowhere"));
  assert.equal(readdirSync(folder).sort(), [...names.slice(1), "a.txt"].sort());
});

test.run();
