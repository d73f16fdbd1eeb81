/**
 * A page of megabytes is built in a bounded part of the memory, whatever it is made of: what a process has taken at most is
 * asked when it ends. `PELICAN_FACTOR=4` builds texts of 20 MB, which are to stay below 1 GB.
 */
import { rmSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { command, runNode, type Tree, temporaryFolder } from "../build-tree.ts";
import { times } from "../hostile/seed.ts";
import { type SmallSiteOptions, writeProject } from "../small-site.ts";

const memory = suite("memory");

const MEGABYTES = times(5);
/** What a process takes that builds a small site, and for each megabyte of a text. */
const most = 400 + 30 * MEGABYTES;

const SHAPES = {
  prose: `${"A sentence of *some* words, and [a link](https://example.org/a). ".repeat(10)}\n\n`,
  // One sign beyond Latin-1, and each character of the text takes two bytes.
  "prose with dashes": `A sentence — of *some* words, and [a link](https://example.org/a). ${"Some more words. ".repeat(40)}\n\n`,
  items: "- an item\n",
  rows: "| some | words | 1 |\n",
  "one line": "words ",
};

const MAX_RSS = 'process.on("exit", () => console.log("most: " + process.resourceUsage().maxRSS));';

function textOf(shape: string): string {
  const head = "---\nTitle: Large\nDate: 2020-01-01\n---\n\n";
  const first = shape.startsWith("|") ? "| a | b | c |\n|---|---|---|\n" : "";
  return `${head}${first}${shape.repeat(Math.ceil((MEGABYTES * 1_000_000) / shape.length))}\n`;
}

for (const [name, shape] of Object.entries(SHAPES)) {
  memory(`${MEGABYTES} MB of ${name} take no more than ${most} MB`, async () => {
    const files = { "content/posts/large.md": textOf(shape) };
    const { exitCode, printed } = await build(files, { config: MAX_RSS, settings: { siteUrl: "https://example.org" } });
    const [, kilobytes = ""] = /most: (\d+)/.exec(printed) ?? [];
    assert.is(exitCode, 0, printed);
    assert.ok(Number(kilobytes) / 1024 < most, `${kilobytes} kB`);
  });
}

/** On a machine that is at other work, too, it takes its time. */
async function build(files: Tree, options: SmallSiteOptions) {
  const folder = temporaryFolder();
  writeProject(folder, files, options);
  const ran = await runNode([command, "--quiet"], { cwd: folder, timeout: 600_000 });
  rmSync(folder, { recursive: true });
  return ran;
}

memory("what would take all of it ends in a finding", async () => {
  const files = { "content/large.md": `---\nTitle: Large\n---\n\n${"*a* ".repeat(600_000)}\n` };
  const { exitCode, printed } = await build(files, {});
  assert.is(exitCode, 1);
  assert.match(printed, "large.md");
  assert.match(printed, "1,000,000");
});

memory.run();
