/** Notebooks become Markdown with what their cells have shown. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { NewFile } from "../../../src/migrate/convert/conversion.ts";
import { convertNotebook } from "../../../src/migrate/convert/notebook.ts";

const test = suite("convert: Jupyter notebooks");

const BYTES = Buffer.from("\x89PNG\r\n\x1a\npicture", "latin1");
const PICTURE = BYTES.toString("base64");
const META = "Title: Peas\nDate: 2020-01-02\n";

const markdown = (source: string, more: object = {}) => ({ cell_type: "markdown", metadata: {}, source, ...more });
const code = (source: string | string[], ...outputs: object[]) => ({
  cell_type: "code",
  execution_count: 1,
  metadata: {},
  source,
  outputs,
});
const printed = (...text: string[]) => {
  const name = text.at(-1) === "stderr" ? "stderr" : "stdout";
  return { output_type: "stream", name, text: text.filter((one) => one !== "stderr") };
};
const shown = (data: object) => ({ output_type: "display_data", metadata: {}, data });
const notebook = (cells: readonly object[], metadata: object = {}) =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells });

function filesOf(text: string, beside?: string, source = "posts/peas.ipynb"): readonly NewFile[] {
  const made = convertNotebook(source, text, beside, "Output");
  if (made.kind === "failed") throw new Error(made.reason);
  return made.files;
}

const pageOf = (text: string, beside?: string) => String(filesOf(text, beside)[0]?.content);

const CELLS: readonly (readonly [what: string, cell: object, markdown: string])[] = [
  ["text as it is", markdown("# Peas\n\nSome *text*.\n"), "# Peas {#Peas}\n\nSome *text*."],
  ["code with its language, of lines", code(["a = 1\n", "a"]), "```python\na = 1\na\n```"],
  ["code with marks in it", code("print('```')"), "````python\nprint('```')\n````"],
  ["code that is empty", code("\n"), ""],
  [
    "what was printed, without colours, and of a line that was written over the last",
    code("", printed("\u001b[31m7\u001b[0m\n", "10 %\r", "99 %\r\n"), printed("\b8\u0007")),
    "```text\n7\n99 %\n8\n```",
  ],
  [
    "what was printed as an error, apart",
    code("", printed("7"), printed("8", "stderr")),
    "```text\n7\n```\n\n```text\n8\n```",
  ],
  ["code that is to be folded", code("# <!-- collapse=True -->\na = 1"), "```python\na = 1\n```"],
  ["code that is to be left out", code("#ignore\na = 1", printed("7")), ""],
  ["an error without its way", code("", { output_type: "error", ename: "E", evalue: "v" }), "```text\nE: v\n```"],
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
      ["my-peas-2-_files/my-peas-2-_0_0.png", String(BYTES)],
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
    "the first cell, below the title",
    notebook([markdown("# Peas #\n\n* date: 2020-01-02\n* subcells: [1, None]"), TEXT]),
    undefined,
    "Title: Peas\nDate: 2020-01-02\n",
  ],
  [
    "the first heading, where a line only looks like a field",
    notebook([markdown("# Peas\n\nNote: none.\n"), TEXT]),
    undefined,
    "Title: Peas\n\nNote: none.\n",
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

const FAULTS: readonly (readonly [text: string, reason: string])[] = [
  ["{", "it is no JSON"],
  ['{ "nbformat": 2, "worksheets": [] }', "it is of nbformat 2, and only 3 and 4 are read"],
  ['{ "nbformat": 4 }', "it is not a notebook: it has no cells"],
  ['{ "nbformat": 3, "worksheets": [{}] }', "it is not a notebook: it has no cells"],
  ["[]", "it is not a notebook: it has no cells"],
];

for (const [text, reason] of FAULTS) {
  test(`no notebook: ${text}`, () => {
    const made = convertNotebook("a.ipynb", text, undefined, "Output");
    assert.is(made.kind === "failed" ? made.reason : "", reason);
  });
}

test("a notebook of nbformat 3 is read as well", () => {
  const outputs = [
    { output_type: "pyout", prompt_number: 1, text: ["7"], metadata: {} },
    { output_type: "display_data", png: PICTURE, text: "<Figure>" },
    { output_type: "stream", stream: "stdout", text: "8" },
    { output_type: "pyerr", ename: "E", evalue: "v", traceback: ["a"] },
  ];
  const cells = [
    { cell_type: "heading", level: 2, source: ["Peas"] },
    { cell_type: "code", input: ["a = 1"], language: "python", outputs },
  ];
  assert.is(
    pageOf(JSON.stringify({ nbformat: 3, metadata: { name: "" }, worksheets: [{ cells }] }), META),
    `${META}\n## Peas {#Peas}\n\n\`\`\`python\na = 1\n\`\`\`\n\n\`\`\`text\n7\n\`\`\`\n\n![Output]({attach}peas_files/peas_1_1.png)\n\n\`\`\`text\n8\n\`\`\`\n\n\`\`\`text\na\n\`\`\`\n`,
  );
});

const LEFT_OUT: readonly (readonly [what: string, cell: unknown, notes: readonly string[], text: string])[] = [
  [
    "a raw cell for TeX",
    { cell_type: "raw", metadata: { format: "text/latex" }, source: "\\x" },
    ["it is for another format, and is left out."],
    "",
  ],
  ["no cell", 7, ["it is of no kind that is known, and is left out."], ""],
  ["a cell without a text", { cell_type: "markdown", source: [1] }, ["it has no text."], ""],
  [
    "an output that is none",
    code("a", { output_type: "stream", text: 1 }, {}),
    ["an output of it cannot be read, and is left out."],
    "```python\na\n```",
  ],
  ["outputs that are missing", { cell_type: "code", source: "a" }, [], "```python\na\n```"],
  [
    "a picture that is none",
    code("", shown({ "image/png": "no!", "text/plain": "<Figure>" }), shown({ "image/png": "aGFsbG8=" })),
    ["a picture cannot be read, and is left out.", "a picture cannot be read, and is left out."],
    "```text\n<Figure>\n```",
  ],
  [
    "what runs in a notebook only",
    code("", shown({ "application/vnd.w+json": {}, "text/plain": "W()" }), shown({ "application/javascript": "x" })),
    [
      "an output is shown as its text alone: it is application/vnd.w+json.",
      "an output is left out: it is application/javascript.",
    ],
    "```text\nW()\n```",
  ],
  [
    "attachments that are not there, or are none",
    markdown("![a](attachment:b.png) ![c](attachment:d.png)", { attachments: { "b.png": { "image/png": 7 } } }),
    ["the attachment b.png is no picture that can be read.", "the attachment d.png is not in it."],
    "![a](attachment:b.png) ![c](attachment:d.png)",
  ],
];

for (const [what, cell, notes, text] of LEFT_OUT) {
  test(`what is left out is told: ${what}`, () => {
    const made = convertNotebook("a.ipynb", JSON.stringify({ nbformat: 4, cells: [TEXT, cell] }), META, "Output");
    assert.equal(
      made.kind === "made" && made.notes,
      notes.map((note) => `cell 2: ${note}`),
    );
    assert.is(made.kind === "made" && made.files[0]?.content, `${META}\nText.${text === "" ? "" : `\n\n${text}`}\n`);
  });
}

test("a title that is nowhere is told", () => {
  const made = convertNotebook("a.ipynb", notebook([TEXT]), undefined, "Output");
  assert.equal(made.kind === "made" && made.notes, ["it has no title: write one into the page's header."]);
});

test.run();
