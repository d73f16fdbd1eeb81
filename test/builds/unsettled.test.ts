/** A build that ends before its end is no success: a promise that is never settled lets Node end as if all were well. */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { command, page, pluginElsewhere, runNode, temporaryFolder, writeTree } from "../build-tree.ts";

const unsettled = suite("build: one that does not come to its end");

const config = (filter: string) => `
import pelican from ${JSON.stringify(pluginElsewhere)};
export default function (config) {
  config.addPlugin(pelican, { content: ["**/*"] });
  config.addAsyncFilter("ask", ${filter});
  return { dir: { input: "content", output: "site" }, markdownTemplateEngine: false };
}
`;

for (const [name, filter, exitCode, said] of [
  [
    "a filter that never answers",
    "() => new Promise(() => {})",
    1,
    /The build stopped early: a promise was never settled\. Pages may be missing\./,
  ],
  [
    "a filter that answers late",
    "(word) => new Promise((done) => setTimeout(() => done(word), 50))",
    0,
    /Wrote \d+ files/,
  ],
  ["a filter that fails", "() => Promise.reject(new Error('no answer'))", 1, /no answer/],
] as const) {
  unsettled(name, async () => {
    const folder = temporaryFolder();
    writeTree(folder, { "content/a.md": page({ Title: "A", Save_as: "a.html" }), "content/b.njk": "{{ 'x' | ask }}" });
    writeFileSync(join(folder, "eleventy.config.mjs"), config(filter));
    const args = [command, "--quiet", "--config=eleventy.config.mjs"];
    const ran = await runNode(args, { cwd: folder });
    assert.is(ran.exitCode, exitCode, ran.printed);
    assert.match(ran.printed, said);
    assert.is(ran.printed.includes("build stopped early"), name.includes("never"));
    assert.is(existsSync(join(folder, "site/b/index.html")), exitCode === 0);
    rmSync(folder, { recursive: true });
  });
}
unsettled.run();
