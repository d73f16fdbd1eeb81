import { test } from "uvu";
import * as assert from "uvu/assert";
import { withIncludedCode } from "../../src/plugin/texts/included-code.ts";

const FILES: Readonly<Record<string, string>> = {
  "code/a.py": "one\r\ntwo\nthree\n",
  "code/b.txt": "```\n<b>\n```",
  "code/c.bin": "\0",
  "posts/d.js": "d",
};
const readText = (file: string) => FILES[file];

for (const [text, expected] of [
  ["{% include_code a.py %}", '\n<p class="code-title">a.py</p>\n\n```py\none\ntwo\nthree\n```\n'],
  [
    "{% include_code lang:text a.py lines:2-2 A <b> %}",
    '\n<p class="code-title">A &lt;b&gt; a.py</p>\n\n```text\ntwo\n```\n',
  ],
  ["{%- include_code b.txt :hidefilename: -%}", "\n````txt\n```\n<b>\n```\n````\n"],
  ["x\n{% include_code ../posts/d.js :hideall: %}\ny", "x\n\n```js\nd\n```\n\ny"],
  ["{% include_code c.bin %}", "{% include_code c.bin %}"],
  ["{% include_code ../../e %}", "{% include_code ../../e %}"],
  ["{% include_code /etc/passwd %}", "{% include_code /etc/passwd %}"],
  ["in a line {% include_code a.py %}", "in a line {% include_code a.py %}"],
] as const) {
  test(`include_code: ${text}`, () => assert.is(withIncludedCode(text, { folder: "code", readText }), expected));
}

test.run();
