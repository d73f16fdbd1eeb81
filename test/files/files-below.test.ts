import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { filesBelow } from "../../src/plugin/files/files-below.ts";
import { temporaryFolder, writeTree } from "../build-tree.ts";

const below = suite("files below a folder");

below("files are named by their paths in it, folders and links to nothing are not", () => {
  const folder = temporaryFolder();
  try {
    writeTree(folder, { "b.txt": "b", "a/c.txt": "c", "a/b/d.txt": "d" });
    mkdirSync(join(folder, "empty"));
    symlinkSync(join(folder, "b.txt"), join(folder, "link.txt"));
    symlinkSync(join(folder, "gone.txt"), join(folder, "lost.txt"));
    assert.equal(filesBelow(folder), ["a/b/d.txt", "a/c.txt", "b.txt", "link.txt"]);
    assert.equal(filesBelow(join(folder, "gone")), []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

below.run();
