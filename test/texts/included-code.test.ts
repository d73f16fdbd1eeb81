import { rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { textReader } from "../../src/plugin/files/read-text.ts";
import { FileTooLarge } from "../../src/plugin/findings/bounds.ts";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { withIncludedCode } from "../../src/plugin/texts/included-code.ts";
import { temporaryFolder, writeTree } from "../build-tree.ts";
import { site } from "../make.ts";

const FILES: Readonly<Record<string, string>> = {
  "code/a.py": "one\r\ntwo\nthree\n",
  "code/b.txt": "```\n<b>\n```",
  "code/c.bin": "\0",
  "posts/d.js": "d",
};
const readText = (file: string) => FILES[file];

for (const [text, expected] of [
  [
    "{% include_code a.py %}",
    '\n<p class="code-title">a.py <a href="{static}/code/a.py">download</a></p>\n\n```py\none\ntwo\nthree\n```\n',
  ],
  [
    "{% include_code lang:text a.py lines:2-2 A <b> %}",
    '\n<p class="code-title">A &lt;b&gt; a.py [Lines 2-2] <a href="{static}/code/a.py">download</a></p>\n\n```text\ntwo\n```\n',
  ],
  ["{%- include_code b.txt :hidefilename: :hidelink: -%}", "\n````txt\n```\n<b>\n```\n````\n"],
  ["x\n{% include_code ../posts/d.js :hideall: No title %}\ny", "x\n\n```js\nd\n```\n\ny"],
  ["{% include_code c.bin %}", "{% include_code c.bin %}"],
  ["{% include_code ../../e %}", "{% include_code ../../e %}"],
  ["{% include_code /etc/passwd %}", "{% include_code /etc/passwd %}"],
  ["in a line {% include_code a.py %}", "in a line {% include_code a.py %}"],
] as const) {
  test(`include_code: ${text}`, () => assert.is(withIncludedCode(text, { folder: "code", readText }), expected));
}

const WITH_TAG = { "a.md": "---\nTitle: A\n---\n\n{% include_code a.py %}\n" };
const TAGS = { markdown: { liquid_tags: true } };

function tooLarge(settings: SettingsInput, beside: Readonly<Record<string, string>>) {
  const { findings } = site(WITH_TAG, { ...TAGS, ...settings }, [], [], {}, [], beside);
  return findings
    .filter(({ code }) => code === "file-too-large")
    .map(({ file, message, fix }) => ({ file, message, fix }));
}

test("a file that has more than is read is a finding of its own", () => {
  const beside = {
    get "code/a.py"(): string {
      throw new FileTooLarge("code/a.py", 120_000_000, 100_000_000);
    },
  };
  assert.equal(tooLarge({}, beside), [
    {
      file: "code/a.py",
      message: "It has 120 MB, more than the 100 MB that are read.",
      fix: "Make it smaller, or leave it out where a text or a setting names it.",
    },
  ]);
});

test("with what it includes, a page has no more than its text may have", () => {
  assert.equal(tooLarge({ largestText: 0.001 }, { "code/a.py": "a = 1\n".repeat(300) }), [
    {
      file: "a.md",
      message: "With what it includes, it has 0.00189 MB, more than the 0.001 MB that the setting largestText allows.",
      fix: "Split it into several pages, or raise the setting largestText (to at most 100).",
    },
  ]);
});

test("of the disk no file is read that has more", () => {
  const folder = temporaryFolder();
  writeTree(folder, { "a.py": "" });
  truncateSync(join(folder, "a.py"), 101_000_000);
  assert.throws(() => textReader(folder)("a.py"), "a.py has 101 MB, more than the 100 MB that are read");
  rmSync(folder, { recursive: true });
});

test.run();
