import { rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readPageFile } from "../../../src/migrate/compare/read-folder.ts";
import { temporaryFolder, writeTree } from "../../build-tree.ts";

const test = suite("compare: pages of a folder");

test("one that would take all memory is named with the limit", () => {
  const folder = temporaryFolder();
  writeTree(folder, { "a.html": "" });
  // A file with a hole: it takes no room on the disk.
  truncateSync(join(folder, "a.html"), 11_000_000);
  const read = readPageFile(folder, "a.html");
  rmSync(folder, { recursive: true });
  assert.equal(read, { path: "a.html", reason: "it has more than 10 MB, the most that is compared" });
});

test.run();
