/** Files that are made of the plugin's tables are what the tables make. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { generatedFiles } from "../../src/docs/generated.ts";
import { project } from "../build-tree.ts";

const generated = suite("docs: files that are made");

for (const [path, text] of Object.entries(generatedFiles(project))) {
  generated(`${path} is not stale`, () => {
    const file = join(project, path);
    assert.ok(existsSync(file), `${path} is not there: run “npm run docs”`);
    assert.is(readFileSync(file, "utf8") === text, true, `${path} is stale: run “npm run docs”`);
  });
}

generated.run();
