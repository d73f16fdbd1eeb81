/** A file that nobody can read ends the build before it writes anything. */
import { rmSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Built, buildTree, page, snapshot, temporaryFolder, writeTree } from "../build-tree.ts";

const BEFORE = {
  "index.html": "<p>The site of yesterday</p>",
  "pages/old.html": "old",
  "picture.bin": new Uint8Array([0, 255, 10]),
};

const TREE = {
  "bad-header.md": "---\nlayout: x\nlist:\n  - [one\n---\nText\n",
  "big.md": Buffer.alloc(25_000_001, "Words. "),
  "good.md": page({ Title: "Good", Save_as: "good.html", Top_menu_show: "maybe" }),
  "latin.md": Buffer.from("Title: Caf\xe9\n\nText\n", "latin1"),
  "nul.html": "<title>A</title>\0",
};

for (const by of ["api", "command"] as const) {
  const unreadable = suite(`build: files that cannot be read (${by})`);
  let built: Built;
  let output: string;
  let before: Record<string, string>;

  unreadable.before(async () => {
    output = temporaryFolder();
    writeTree(output, BEFORE);
    before = snapshot(output);
    built = await buildTree(TREE, { by, output });
  });
  unreadable.after(() => {
    built.dispose();
    rmSync(output, { recursive: true, force: true });
  });

  unreadable("the exit code is 1", () => assert.is(built.exitCode, 1));

  unreadable("all of them are named, with the place", () => {
    for (const line of ["bad-header.md", "big.md", "latin.md", "nul.html"]) assert.match(built.findings, line);
    for (const code of ["header-yaml", "file-too-large", "file-not-utf8", "file-binary"]) {
      assert.ok(built.findings.includes(`[${code}]`), code);
    }
  });

  unreadable("so is what else was found", () => assert.ok(built.findings.includes("[field-value]")));

  unreadable("each finding is printed once", () => {
    for (const code of ["header-yaml", "file-not-utf8", "file-binary", "field-value"]) {
      assert.is(built.findings.split(`[${code}]`).length - 1, 1, code);
    }
  });

  unreadable("no stack trace is printed", () => {
    assert.not.match(built.findings, /^.*\bat (?:\S+ \()?(?:file:|node:|\/).*:\d+:\d+\)?$/m);
    assert.not.match(built.findings, /stack trace/i);
  });

  unreadable("the output folder is byte for byte as it was", () => assert.equal(snapshot(output), before));

  unreadable.run();
}
