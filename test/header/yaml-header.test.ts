import { suite } from "uvu";
import * as assert from "uvu/assert";
import { toFindings } from "../../src/plugin/checks/index.ts";
import { readHeader } from "../../src/plugin/header/read-header.ts";
import { codesOf, headerOf, pairsOf, placesOf } from "../make.ts";

const rule = suite("header: YAML or Pelican's");

for (const [name, source] of [
  ["layout", "title: A\nlayout: layouts/wide.njk"],
  ["permalink", "title: A\npermalink: /x/"],
  ["a key of Eleventy's own", "title: A\neleventyExcludeFromCollections: true"],
  ["a key of Build Awesome's", "title: A\nbuildawesomeExcludeFromCollections: true"],
  ["a list over lines", "title: A\ntags:\n  - one\n  - two"],
  ["a list of aliases", "title: A\naliases:\n- /one/\n- /two/"],
  ["a list on one line under tags", "title: A\ntags: [one, two]"],
  ["a nested key", "title: A\neleventyNavigation:\n  key: A\n  order: 1"],
  ["a mapping on one line", "title: A\nhero: { image: a.png }"],
  ["a nested key, four blanks in", "title: A\neleventyNavigation:\n    key: A"],
] as const) {
  rule(`${name} → YAML`, () => assert.is(headerOf(`---\n${source}\n---\nBody\n`).syntax, "yaml"));
}

for (const [name, text] of [
  ["a title in brackets", "---\nTitle: [Draft] The title\n---\n"],
  ["a title that is all in brackets", "---\nTitle: [Draft]\n---\n"],
  ["a title in braces", "---\nTitle: {Draft}\n---\n"],
  ["a title with a colon", "---\nTitle: Sponsor: ProcessOne\n---\n"],
  ["a title with a #", "---\nTitle: XMPP Roundup #5\n---\n"],
  ["keys without values", "---\nTitle: A\nUrl:\nSave_as: index.html\n---\n"],
  ["names on lines of their own", "---\nAuthors:\n    Ann\n    Bob\n---\n"],
  // As YAML the address is a comment, and what is indented below it a mapping.
  [
    "a field that is indented below an address such as #x",
    "---\nTitle: A\nSidebar_menu_elem_url_1: #x\n  Lang: en\n---\n",
  ],
  [
    "a field that is indented below a key without a value",
    "---\nTitle: A\nDropdown_menu_elem_url_1:\n  Lang: en\n---\n",
  ],
  ["Tags with commas", "---\nTags: one, two\n---\n"],
  ["layout without a fence", "Title: A\nlayout: x\n\n"],
  ["a list that YAML cannot read", "---\nTitle: Sponsor: A\nTags: [one, two]\n---\n"],
  ["a long fence", "------\ntitle: A\nlayout: x\n------\n"],
] as const) {
  rule(`${name} → Pelican's`, () => assert.is(headerOf(text).syntax, "pelican"));
}

rule.run();

const yaml = suite("header: YAML");

yaml("scalars are taken as they are written, lists are joined", () => {
  const text =
    '---\ntitle: "A: b"\ndate: 2010-10-04\nTop_menu_order: 010\nflag: true\ntags:\n  - one\n  - two\n---\nBody\n';
  assert.equal(pairsOf(text), [
    ["title", "A: b"],
    ["date", "2010-10-04"],
    ["Top_menu_order", "010"],
    ["flag", "true"],
    ["tags", "one; two"],
  ]);
  assert.is(headerOf(text).body, "Body\n");
  assert.is(headerOf(text).bodyLine, 10);
});

yaml("the whole data is kept for Eleventy", () => {
  assert.equal(headerOf("---\nlayout: x\ndeep:\n  er: [1, 2]\n---\n").data, { layout: "x", deep: { er: [1, 2] } });
});

yaml("places", () => {
  assert.equal(
    headerOf("---\nlayout: x\ntitle:   A\n---\n").lines.map(({ line, column, valueColumn }) => [
      line,
      column,
      valueColumn,
    ]),
    [
      [2, 1, 9],
      [3, 1, 10],
    ],
  );
});

yaml("CRLF", () => {
  assert.equal(pairsOf("---\r\nlayout: x\r\ntitle: A\r\n---\r\nBody\r\n"), [
    ["layout", "x"],
    ["title", "A"],
  ]);
});

yaml("a header that neither YAML nor Pelican can read is a finding at its place", () => {
  const { reports } = readHeader({ path: "a.md", text: "---\nlayout: x\nlist:\n  - [one\n---\n" });
  assert.equal(codesOf(reports), ["header-yaml"]);
  assert.equal(placesOf(reports)[0]?.startsWith("a.md:"), true);
  assert.ok((reports[0]?.line ?? 0) >= 4);
});

yaml("a header that is nested too deep is a finding, and an element of HTML a text", () => {
  const deep = `${"a: ".repeat(5_000)}]`;
  for (const value of [deep, "[".repeat(9_000)]) {
    const { reports } = readHeader({ path: "a.md", text: `---\nlayout: x\nb:\n  - c\nd: ${value}\n---\n` });
    const messages = toFindings(reports).map(({ message }) => message);
    assert.equal(messages, [
      "The header cannot be read, neither as YAML nor as “Name: value” lines: it is nested too deep.",
    ]);
  }
  const text = `<title>A</title><meta name="menu.dropdown" content="${deep}">`;
  assert.is(readHeader({ path: "a.html", text }).header.menus.length, 1);
});

yaml("Pelican's reading serves where YAML's does not, and nothing is nested", () => {
  const text = "---\ntitle: Paris: A Guide\nlayout: post\npermalink: /2009/paris/\ntags:\n---\nBody\n";
  const { header, reports } = readHeader({ path: "a.md", text });
  assert.equal([header.syntax, header.lines[0]?.value, codesOf(reports)], ["pelican", "Paris: A Guide", []]);
});

yaml("aliases that multiply are a finding, and no exception", () => {
  const { reports } = readHeader({ path: "a.md", text: `---\n${multiplied()}\n---\n` });
  assert.equal(codesOf(reports), ["header-yaml"]);
  assert.equal(reports[0]?.values, { reason: "an alias in it stands for nothing, or for too much" });
});

for (const source of ["layout: x\ntitle: *nothing", "title: *stars*\ntags:\n  - a"]) {
  yaml(`an alias that means nothing is no exception: ${JSON.stringify(source)}`, () => {
    const { header, reports } = readHeader({ path: "a.md", text: `---\n${source}\n---\n` });
    assert.ok(header.syntax === "pelican" || codesOf(reports).includes("header-yaml"));
  });
}

/** Nine lists of nine, each of the one before: a few lines that would fill the memory. */
function multiplied(): string {
  const lists = Array.from({ length: 8 }, (_, index) => {
    const inside = Array.from({ length: 9 }, () => (index === 0 ? "x" : `*l${index - 1}`)).join(", ");
    return `k${index}: &l${index} [${inside}]`;
  });
  return ["layout: x", ...lists].join("\n");
}

yaml("__proto__ as a key changes no object", () => {
  const header = headerOf("---\nlayout: x\n__proto__:\n  polluted: 1\n---\n");
  assert.is("polluted" in {}, false);
  assert.is("polluted" in header.data, false);
  // Eleventy merges data deeply, and would write through it.
  assert.is(Object.hasOwn(header.data, "__proto__"), false);
});

yaml.run();
