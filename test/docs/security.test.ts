/** Each promise of SECURITY.md names tests that are there. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { project } from "../build-tree.ts";

const security = suite("docs: SECURITY.md");
const text = readFileSync(join(project, "SECURITY.md"), "utf8");
const [, promised = ""] = /^## What is promised\n([\s\S]*)/m.exec(text) ?? [];
const promises = promised.split(/^- /m).slice(1);

security("something is promised", () => assert.ok(promises.length > 10));

for (const promise of promises) {
  security(promise.split("\n")[0] ?? "", () => {
    const tests = [...promise.matchAll(/\[(test\/[^\]]+\.test\.ts)\]\(\1\)/g)].map(([, path = ""]) => path);
    assert.ok(tests.length > 0, "it names no test");
    for (const path of tests) assert.ok(existsSync(join(project, path)), `${path} is not there`);
  });
}

security.run();
