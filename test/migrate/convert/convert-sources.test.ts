import { rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { convertSources } from "../../../src/migrate/convert/convert-sources.ts";
import { readSettings } from "../../../src/plugin/settings.ts";
import { temporaryFolder, writeTree } from "../../build-tree.ts";

const test = suite("convert: sources");

for (const [source, bytes, reason] of [
  ["long.rst", 6_000_000, "It has more than 5 MB, the most that is read."],
  ["long.ipynb", 101_000_000, "It has more than 100 MB, the most that is read."],
  ["long.adoc", 101_000_000, "It has more than 100 MB, the most that is read."],
] as const) {
  test(`${source} that would take all memory is left as it is`, () => {
    const folder = temporaryFolder();
    writeTree(folder, { [source]: "" });
    // A file with a hole: it takes no room on the disk.
    truncateSync(join(folder, source), bytes);
    const site = { folder, content: folder, settings: readSettings({}), pelicanconf: [] };
    const made = [...convertSources([source], site)];
    rmSync(folder, { recursive: true });
    assert.equal(made, [{ kind: "failed", source, line: 1, reason }]);
  });
}

test.run();
