import { existsSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { forgetUnused } from "../../src/plugin/cache/forget-unused.ts";
import { temporaryFolder, writeTree } from "../build-tree.ts";

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 0, 31);

const forget = suite("cache: what is no longer used");

forget("goes after a month; what is used stays, and is marked", () => {
  const folder = temporaryFolder();
  const days: Readonly<Record<string, number>> = {
    "used-long.webp": 90,
    "used.webp": 0.5,
    "old.webp": 31,
    "new.webp": 29,
  };
  for (const [name, age] of Object.entries(days)) {
    writeTree(folder, { [name]: name });
    utimesSync(join(folder, name), (NOW - age * DAY) / 1000, (NOW - age * DAY) / 1000);
  }
  writeTree(folder, { "folder/file.webp": "not looked into" });
  utimesSync(join(folder, "folder"), 0, 0);
  forgetUnused(folder, new Set(["used-long.webp", "used.webp", "never-there.webp"]), NOW);
  const there = (name: string) => existsSync(join(folder, name));
  assert.equal(Object.keys(days).map(there), [true, true, false, true]);
  assert.ok(there("folder/file.webp"));
  const time = (name: string) => statSync(join(folder, name)).mtimeMs;
  assert.is(time("used-long.webp"), NOW);
  assert.is(time("used.webp"), NOW - DAY / 2);
  rmSync(folder, { recursive: true });
});

forget("a folder that is not there is none", () => {
  const folder = temporaryFolder();
  rmSync(folder, { recursive: true });
  assert.not.throws(() => forgetUnused(folder, new Set()));
  assert.not.ok(existsSync(folder));
});
forget.run();
