/** `init` proposes what other programs may publish on the same host, and hides no link that is broken. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { proposalLines, proposeElsewhere } from "../../../src/migrate/init/elsewhere.ts";
import type { Finding } from "../../../src/plugin/findings/finding.ts";
import { temporaryFolder, writeTree } from "../../build-tree.ts";
import { run } from "../../cli/project.ts";

const test = suite("init: what is elsewhere on the host");

const links = (...to: readonly string[]) => to.map((one) => `[x](${one})`).join(" and ");
const POST = "Title: A\nDate: 2020-01-01\n\n";
const FILES = {
  "pelicanconf.py": "SITENAME = 'Garden'\nSITEURL = 'https://ann.example'\nPATH = 'content'\n",
  "content/a.md": `${POST}${links("/shop/pots", "https://ann.example/shop/seeds", "/histroy.html", "/theme/a.png", "/theme/b.png", "/theme/c.png")}\n`,
  "content/b.md": `${POST.replace("A", "B")}${links("/shop/", "/forum/1", "/forum/2")}\n`,
  "content/pages/history.md": "Title: History\nUrl: history.html\nSave_as: history.html\n\nText.\n",
};

test("folders that many links lead to are in the configuration, as comments that work once they are none", () => {
  const folder = temporaryFolder();
  writeTree(folder, FILES);
  const { code, out, error } = run(folder, ["init", "--no-prove"]);
  assert.is(code, 0, error);
  assert.match(
    out,
    "Links lead to what this site does not have: /shop/*. If other programs publish that on the same host",
  );
  const file = join(folder, "eleventy.config.js");
  const config = readFileSync(file, "utf8");
  assert.match(config, '    //   "/shop/*", // 3 links in 2 files, the first at a.md:4\n');
  assert.not.match(config, "/forum/*");
  assert.not.match(config, "/theme/*");
  // Without the slashes it is the setting.
  const taken = config.replace(/^ {4}\/\/ (?=elsewhere|\],| {2}")/gm, "    ");
  assert.match(taken, '    elsewhere: [\n      "/shop/*", // 3 links');
});

const at = (file: string, line: number, target: string): Finding => ({
  ...{ file, line, column: 1, field: "", code: "link-broken", severity: "warning" },
  ...{ message: "", consequence: "", fix: "", target, edits: [] },
});

test("text of the content stays within its comment", () => {
  const all = [1, 2, 3].map((line) => at("a\nprocess.exit()//.md", line, "/x\u2028process.exit()/"));
  const lines = proposalLines(proposeElsewhere(all));
  assert.is(lines.length, 5);
  for (const line of lines) assert.not.match(line, /[\r\n\u2028\u2029]/);
  assert.ok(lines.every((line) => line.startsWith("// ")));
  assert.equal(proposalLines([]), []);
});

test.run();
