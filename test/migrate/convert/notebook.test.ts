/** Notebooks become Markdown with what their cells have shown. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { NewFile } from "../../../src/migrate/convert/conversion.ts";
import { convertNotebook } from "../../../src/migrate/convert/notebook.ts";

const test = suite("convert: Jupyter notebooks");

const PICTURE = Buffer.from("picture").toString("base64");
const META = "Title: Peas\nDate: 2020-01-02\n";

const markdown = (source: string, more: object = {}) => ({ cell_type: "markdown", metadata: {}, source, ...more });
const code = (source: string | string[], ...outputs: object[]) => ({
  cell_type: "code",
  execution_count: 1,
  metadata: {},
  source,
  outputs,
});
const shown = (data: object) => ({ output_type: "display_data", metadata: {}, data });
const notebook = (cells: readonly object[], metadata: object = {}) =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells });

function filesOf(text: string, beside?: string, source = "posts/peas.ipynb"): readonly NewFile[] {
  const made = convertNotebook(source, text, beside);
  if (made.kind === "failed") throw new Error(made.reason);
  return made.files;
}

const pageOf = (text: string, beside?: string) => String(filesOf(text, beside)[0]?.content);

const CELLS: readonly (readonly [what: string, cell: object, markdown: string])[] = [
  ["text as it is", markdown("# Peas\n\nSome *text*.\n"), "# Peas\n\nSome *text*."],
  ["code with its language, of lines", code(["a = 1\n", "a"]), "```python\na = 1\na\n```"],
  ["code with marks in it", code("print('```')"), "````python\nprint('```')\n````"],
  ["code that is empty", code("\n"), ""],
  [
    "what was printed, without colours",
    code("", { output_type: "stream", name: "stdout", text: ["\u001b[31m7\u001b[0m\n"] }),
    "```text\n7\n```",
  ],
  [
    "an error",
    code("", { output_type: "error", ename: "E", evalue: "v", traceback: ["a", "b"] }),
    "```text\na\nb\n```",
  ],
  ["plain text", code("", shown({ "text/plain": "7" })), "```text\n7\n```"],
  ["formulas", code("", shown({ "text/latex": "$$x$$", "text/plain": "x" })), "$$x$$"],
  [
    "a table, without empty lines",
    code("", shown({ "text/html": ["<table>\n", "\n", "</table>"], "text/plain": "7" })),
    '<div class="output">\n<table>\n</table>\n</div>',
  ],
  [
    "a picture",
    code("", shown({ "image/png": PICTURE, "text/plain": "<Figure>" })),
    "![Output]({attach}peas_files/peas_0_0.png)",
  ],
  [
    "a picture in the text",
    markdown("![Pea](attachment:my%20pea.png)", { attachments: { "my pea.png": { "image/png": PICTURE } } }),
    "![Pea]({attach}peas_files/peas_0_0.png)",
  ],
  ["a raw cell", { cell_type: "raw", metadata: {}, source: "<hr>" }, "<hr>"],
  ["a raw cell for TeX", { cell_type: "raw", metadata: { raw_mimetype: "text/latex" }, source: "\\x" }, ""],
];

for (const [what, cell, expected] of CELLS) {
  test(what, () => assert.is(pageOf(notebook([cell]), META).trim(), `${META}\n${expected}`.trim()));
}

test("pictures are files beside the page, and names are tidy", () => {
  const cell = code("", shown({ "image/png": PICTURE }), shown({ "image/svg+xml": "<svg/>" }));
  const [page, ...files] = filesOf(notebook([cell]), META, "my peas (2).ipynb");
  assert.match(String(page?.content), "{attach}my-peas-2-_files/my-peas-2-_0_0.png");
  assert.equal(
    files.map(({ path, content }) => [path, String(content)]),
    [
      ["my-peas-2-_files/my-peas-2-_0_0.png", "picture"],
      ["my-peas-2-_files/my-peas-2-_0_1.svg", "<svg/>"],
    ],
  );
});

const TEXT = markdown("Text.");
const HEADERS: readonly (readonly [what: string, text: string, beside: string | undefined, header: string])[] = [
  ["the file beside it", notebook([TEXT]), "---\nTitle: Peas\nTags: a\n---\n", "Title: Peas\nTags: a\n"],
  [
    "the first cell, as a list",
    notebook([markdown("- title: Peas\n- tags: a, b"), TEXT]),
    undefined,
    "Title: Peas\nTags: a, b\n",
  ],
  [
    "the first cell, as front matter",
    notebook([{ cell_type: "raw", metadata: {}, source: "---\ntitle: Peas\ntags: [a, b]\n---" }, TEXT]),
    undefined,
    "Title: Peas\nTags: a, b\n",
  ],
  [
    "the notebook's own",
    notebook([TEXT], { Title: "Peas", authors: [{ name: "Ann" }], kernelspec: { name: "python3" } }),
    undefined,
    "Title: Peas\nAuthors: Ann\n",
  ],
  [
    "the first heading",
    notebook([markdown("# Peas\nText.")], { date: "2020-01-02" }),
    undefined,
    "Title: Peas\nDate: 2020-01-02\n",
  ],
];

for (const [what, text, beside, header] of HEADERS) {
  test(`fields are those of ${what}`, () => assert.is(pageOf(text, beside), `${header}\nText.\n`));
}

test("the file beside it may name the cells", () => {
  const cells = ["One.", "Two.", "Three."].map((text) => markdown(text));
  assert.is(pageOf(notebook(cells), `${META}Subcells: [1, 2]\n`), `${META}\nTwo.\n`);
  assert.is(pageOf(notebook(cells), `${META}Subcells: [1, None]\n`), `${META}\nTwo.\n\nThree.\n`);
});

const FAULTS: readonly (readonly [text: string, reason: string | RegExp])[] = [
  ["{", "it is no JSON"],
  [
    '{ "nbformat": 3, "worksheets": [] }',
    "it is of nbformat 3, and only 4 is read: save it with a Jupyter of these days",
  ],
  ['{ "nbformat": 4 }', /^it is no notebook: cells: /],
  ["[]", /^it is no notebook: /],
];

for (const [text, reason] of FAULTS) {
  test(`no notebook: ${text}`, () => {
    const made = convertNotebook("a.ipynb", text, undefined);
    const said = made.kind === "failed" ? made.reason : "";
    typeof reason === "string" ? assert.is(said, reason) : assert.match(said, reason);
  });
}

test("what is left out is told, and a title that is nowhere", () => {
  const raw = { cell_type: "raw", metadata: { format: "text/latex" }, source: "\\x" };
  const made = convertNotebook("a.ipynb", notebook([raw]), undefined);
  assert.equal(made.kind === "made" && made.notes, [
    "it has no title: write one into the page's header.",
    "raw cells for other formats are left out: 1.",
  ]);
});

test.run();
