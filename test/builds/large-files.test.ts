import { mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { temporaryFolder } from "../build-tree.ts";
import { buildSite } from "../small-site.ts";

const large = suite("files that would take all memory");

/** A file with a hole: it takes no room on the disk. */
function makeLarge(file: string, bytes: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
  truncateSync(file, bytes);
}

for (const [path, bytes, message] of [
  [
    "_includes/layouts/base.njk",
    6_000_000,
    "_includes/layouts/base.njk has 6 MB, more than the 5 MB that are read. What may be on all pages has to be small: put it into a page, or leave it out.",
  ],
  [
    "_includes/assets/icon.svg",
    100_000_000,
    "_includes/assets/icon.svg has 100 MB, more than the 5 MB that are read. What may be on all pages has to be small: put it into a page, or leave it out.",
  ],
  [
    "_data/large.yaml",
    100_000_000,
    "_data/large.yaml has 100 MB, more than the 50 MB that are read. Eleventy reads it as data of all pages: leave out what no page shows.",
  ],
] as const) {
  large(`${path} ends a build in words`, async () => {
    const folder = temporaryFolder();
    makeLarge(join(folder, path), bytes);
    const built = await buildSite({ "content/a.md": "Title: A\n\nText.\n" }, { folder });
    rmSync(folder, { recursive: true });
    assert.is(built.exitCode, 1);
    assert.match(built.printed, message);
    assert.equal(built.written, []);
  });
}

large.run();
