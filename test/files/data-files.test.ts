import { rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { dataFilesOf, failWithBrokenData } from "../../src/plugin/files/data-files.ts";
import { buildTree, temporaryFolder, writeTree } from "../build-tree.ts";

const data = suite("the files that Eleventy reads as data");

data("by their names", () => {
  const others = [
    "a.json",
    "b.json",
    "content.json",
    "sub/sub.json",
    "sub/a.json",
    "sub/x.11tydata.js",
    "A.JSON",
    "a.txt",
  ];
  assert.equal(dataFilesOf(["a.md"], others, "/site/content"), [
    "a.json",
    "content.json",
    "sub/sub.json",
    "sub/x.11tydata.js",
    "A.JSON",
  ]);
});

const folder = temporaryFolder();
data.after(() => rmSync(folder, { recursive: true, force: true }));
const brokenData = (text: string | Uint8Array) => () => {
  writeTree(folder, { "a.json": text, "b.json": "{" });
  failWithBrokenData(["a.md"], ["a.json", "b.json"], folder);
};

for (const text of ["", "{}", '{ "title": "A" }', "[1]"]) {
  data(`sound: ${text}`, () => assert.not.throws(brokenData(text)));
}

for (const text of ["{", "\ufeff{}", "\0", '{"a":1}\n{"a":2}\n', Buffer.from("{}", "utf16le"), "[".repeat(100_000)]) {
  data(`broken: ${String(text).slice(0, 9)}`, () =>
    assert.throws(
      brokenData(text),
      new RegExp(
        `^Eleventy reads ${join(folder, "a.json")} as data of pages, by its name, and it cannot be read: .+\\. Correct it; or, if it is not meant as data of pages, give it another name\\.$`,
        "s",
      ),
    ),
  );
}

for (const [text, reason] of [
  ['{ "a": [{ "__proto__": { "polluted": 1 } }] }', "it has the name “__proto__”, which no data can have"],
  [`{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, "what is in it goes more than 200 levels deep"],
] as const) {
  data(reason, () => assert.throws(brokenData(text), `as data of pages, by its name, and ${reason}. Correct it`));
}

data("one that is too large is not read", () => {
  writeTree(folder, { "a.json": "{}" });
  // A file with a hole: it takes no room on the disk.
  truncateSync(join(folder, "a.json"), 150_000_000);
  assert.throws(
    () => failWithBrokenData(["a.md"], ["a.json"], folder),
    `Eleventy reads ${join(folder, "a.json")} as data of pages, by its name, and it has 150 MB, more than the 50 MB that are read.`,
  );
});

data("a broken one ends a build before anything is written, in words", async () => {
  const built = await buildTree({ "posts/a.md": "Title: A\n", "posts/posts.json": "{ no }" });
  assert.is(built.exitCode, 1);
  assert.equal(built.written, []);
  assert.match(built.findings, /Eleventy reads .*posts\/posts\.json as data of pages/);
  assert.not.match(built.findings, /^\s*at .*:\d+:\d+/m);
  built.dispose();
});

data.run();
