import { test } from "uvu";
import * as assert from "uvu/assert";
import { readCodeLines } from "../../src/plugin/markdown/code-lines.ts";
import { createMarkdown } from "../../src/plugin/markdown/index.ts";
import { type Row, testRows } from "./render.ts";

const code = (html: string, language = "text") =>
  `<pre tabindex="0"><code class="language-${language}">${html}</code></pre>`;
const line = (number: number, text: string) => `<span class="line" data-line="${number}">${text}\n</span>`;

const rows: readonly Row[] = [
  ["a shebang numbers", "    #!text\n    a\n    b", code(line(1, "a") + line(2, "b"))],
  [
    "what else is on the line is left out",
    '    :::TEXT a.txt hl_lines="1"\n    a',
    code('<mark class="hll">a\n</mark>'),
  ],
  ["two colons are enough", "    ::text\n    a", code("a\n")],
  ["colons alone", "    :::\n    a", '<pre tabindex="0"><code>a\n</code></pre>'],
  ["colons before a blank", "    ::: a\n    b", '<pre tabindex="0"><code>::: a\nb\n</code></pre>'],
  ["a shebang between fences is code", "```\n#!text\na\n```", code("#!text\na\n")],
  ["colons do not", "    :::text\n    a\n    b", code("a\nb\n")],
  ["a shebang with a path stays, with a number", "    #!/bin/text\n    a", code(line(1, "#!/bin/text") + line(2, "a"))],
  ["lines are marked", '    :::text hl_lines="2"\n    a\n    b', code('a\n<mark class="hll">b\n</mark>')],
  ["a fence is marked", '``` text hl_lines="1"\na\nb\n```', code('<mark class="hll">a\n</mark>b\n')],
  [
    "a fence in braces",
    "``` {.text linenums=True hl_lines='1'}\na\n```",
    code(`<mark class="hll">${line(1, "a")}</mark>`),
  ],
  ["a first number", '``` text linenums="7"\na\n\nb\n```', code(line(7, "a") + line(8, "") + line(9, "b"))],
  ["pandoc's numbers", '``` {.text .numberLines startFrom="3"}\na\n```', code(line(3, "a"))],
  ["a fence in a list", "- a\n\n    ```text\n    b\n    ```", `<ul>\n<li>\n<p>a</p>\n${code("b\n")}\n</li>\n</ul>`],
  ["blank lines at its ends are none of it", "```text\n\n \n  a\n\nb \n\n```", code("  a\n\nb \n")],
  [
    "a program that begins behind the fence",
    "```$ cd <a>\nb\n```",
    '<pre tabindex="0"><code>$ cd &lt;a&gt;\nb\n</code></pre>',
  ],
  ["words are no options", "``` go to a\nb\n```", '<pre tabindex="0"><code>go to a\nb\n</code></pre>'],
  ["options of others", '```text,ignore title="a b" {1}\na\n```', code("a\n")],
  ["a language with a name", "```brush: text\na\n```", code("a\n", "brush")],
  ["tabs are kept", "```text\n\ta\n```", code("\ta\n")],
  [
    "what is coloured over a line's end",
    '    #!python\n    """a\n    b"""',
    code(
      '<span class="line" data-line="1"><span class="hljs-string">&quot;&quot;&quot;a\n</span></span>' +
        '<span class="line" data-line="2"><span class="hljs-string">b&quot;&quot;&quot;</span>\n</span>',
      "python",
    ),
  ],
];

// The line ends are what is tested here.
for (const [name, markdown, html] of rows) test(name, () => assert.is(createMarkdown()(markdown), `${html}\n`));

for (const [options, first, marked] of [
  ["", undefined, []],
  ["linenums=1", 1, []],
  ['linenums="False"', undefined, []],
  ["linenos=inline linenostart=4", 4, []],
  ['hl_lines="1 3-5,7"', undefined, [1, 3, 4, 5, 7]],
  ["hl_lines=[2,3]", undefined, [2, 3]],
  ['hl_lines="5-3 x 1-999999999"', undefined, []],
] as const) {
  test(`options: ${options}`, () => {
    assert.equal(readCodeLines(options, false), { first, marked: new Set(marked) });
  });
}

const table = (...cells: readonly string[]) =>
  `<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr></tbody></table>`;

testRows([
  ["a bar in a cell's code", "|a|b|\n|-|-|\n|`c|d`|e|", table("<code>c|d</code>", "e")],
  ["between two marks", "a|b\n-|-\n``c`|``|d", table("<code>c`|</code>", "d")],
  ["a mark alone", "a|b\n-|-\n`c|d", table("`c", "d")],
  ["an escaped mark", "a|b\n-|-\n\\`c|d`", table("`c", "d`")],
  ["no table", "`a|b`\n\n    `a|b`", '<p><code>a|b</code></p><pre tabindex="0"><code>`a|b`\n</code></pre>'],
]);

test.run();
