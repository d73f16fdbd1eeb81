/** Notebooks in texts, in the place of the tags that name them. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { withNotebooks } from "../../src/plugin/texts/included-notebooks.ts";
import { site } from "../make.ts";

const PICTURE = Buffer.from("\x89PNG\r\n\x1a\npicture", "latin1");
const shown = { output_type: "display_data", data: { "image/png": PICTURE.toString("base64") } };
const CELLS = [
  { cell_type: "markdown", source: "# Peas\n```\nopen" },
  { cell_type: "code", source: "draw()", outputs: [shown] },
  { cell_type: "raw", metadata: { format: "text/latex" }, source: "\\x" },
  { cell_type: "code", source: "1", outputs: [{ output_type: "stream", text: "<b>\u001b[31m1\u001b[0m" }] },
];
const NOTEBOOK = JSON.stringify({ nbformat: 4, metadata: {}, cells: CELLS });
const FILES: Readonly<Record<string, string>> = {
  "notebooks/a.ipynb": `\ufeff${NOTEBOOK}`,
  "posts/b.ipynb": NOTEBOOK,
  "notebooks/broken.ipynb": "{",
};
const means = {
  folder: "notebooks",
  output: "Ausgabe",
  readText: (file: string) => {
    if (file === "notebooks/closed.ipynb") throw new Error("EACCES");
    return FILES[file];
  },
};

const ONE = "```python\n1\n```\n\n```text\n<b>1\n```";
const DRAWN = /```python\ndraw\(\)\n```\n\n!\[Ausgabe\]\(\/notebooks\/a_files\/\w+\.png\)/;

for (const [text, expected] of [
  ["{% notebook a.ipynb cells[3:] %}", `\n${ONE}\n`],
  ["x\n  {%- notebook a.ipynb cells[-1:] language[julia] -%}\r\ny", `x\n\n${ONE.replace("python", "julia")}\n\ny`],
  ["{% notebook posts/b.ipynb cells[:1] %}", "\n# Peas {#Peas}\n```\nopen\n```\n"],
  ["{% notebook a.ipynb cells[1:-2] %}", DRAWN],
  ["```\n{% notebook a.ipynb %}\n```", "```\n{% notebook a.ipynb %}\n```"],
  ["in a line {% notebook a.ipynb %}", "in a line {% notebook a.ipynb %}"],
] as const) {
  test(`notebook: ${text}`, () => {
    const { text: made, faults } = withNotebooks(text, means);
    typeof expected === "string" ? assert.is(made, expected) : assert.match(made, expected);
    assert.equal(faults, []);
  });
}

for (const [asked, reason] of [
  ["c.ipynb", "there is no notebooks/c.ipynb in the content folder"],
  ["broken.ipynb", "it is no JSON"],
  ["../../c.ipynb", "its path cannot be used: it leads out of the site"],
  ["/etc/c.ipynb", "there is no notebooks/etc/c.ipynb in the content folder"],
  ["closed.ipynb", "notebooks/closed.ipynb cannot be read"],
  [
    "a.ipynb cells[1]",
    "it is no tag that is read: write a path without blanks, then cells[2:8] and language[julia] where they are meant",
  ],
] as const) {
  test(`notebook that is not shown: ${asked}`, () => {
    const tag = `{% notebook ${asked} %}`;
    const { text, faults } = withNotebooks(tag, means);
    assert.is(text.trim(), "");
    assert.equal(faults, [{ tag, reason }]);
  });
}

test("pictures are files of the site, and what is left out is told", () => {
  const { pictures, notes, files } = withNotebooks("{% notebook a.ipynb %}", means);
  assert.is(pictures.length, 1);
  assert.equal(Buffer.from(pictures[0]?.content ?? []), PICTURE);
  assert.equal(files, ["notebooks/a.ipynb"]);
  assert.equal(notes, [{ tag: "{% notebook a.ipynb %}", note: "cell 3: it is for another format, and is left out." }]);
});

test("what is wrong in a notebook is told at its tag", () => {
  const cells = [{ cell_type: "markdown", source: "See [oil](/oil.html)." }];
  const beside = { "notebooks/a.ipynb": JSON.stringify({ nbformat: 4, cells }) };
  const text = "---\nTitle: A\n---\n\nText.\n\n{% notebook a.ipynb %}\n";
  const { findings } = site({ "a.md": text }, { markdown: { liquid_tags: true } }, [], [], {}, [], beside);
  assert.equal(
    findings.map(({ code, line }) => [code, line]),
    [["link-broken", 7]],
  );
});

test("a site shows notebooks where it has the tags on, and a picture's address leads to it", () => {
  const text = { "a.md": "---\nTitle: A\n---\n\n{% notebook a.ipynb cells[1:2] %}\n" };
  const made = (liquid_tags: boolean) => site(text, { markdown: { liquid_tags } }, [], [], {}, [], FILES);
  const { html, made: pictures, findings } = made(true);
  const [body = ""] = html.values();
  assert.match(body, `src="/${pictures[0]?.saveAs}"`);
  assert.equal(
    findings.map(({ code }) => code),
    [],
  );
  assert.equal(
    made(false).findings.map(({ code }) => code),
    ["markup-unread"],
  );
});

test.run();
