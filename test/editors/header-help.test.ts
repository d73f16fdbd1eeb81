/** What is offered and said in headers, what editors underline, and how a new text becomes changes of lines. */
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { diagnosticOf } from "../../src/editors/diagnostics.ts";
import { completions, hover } from "../../src/editors/header-help.ts";
import { textEdits } from "../../src/editors/text-edits.ts";
import type { Finding } from "../../src/plugin/findings/finding.ts";
import { RUN } from "../hostile/seed.ts";

const FENCED = ["---", "Title: A", "Dropdown_menu_elem_name_1: B", "Content_layout: ", "", "---", "", "Status: text"];
const URLS = ["about", "about/history", "extensions"];
const VALUES = new Map([
  ["lang", ["en", "fr"]],
  ["tags", ["oil", "wicks"]],
  ["category", ["News"]],
]);
const offered = (lines: readonly string[], line: number, column: number) =>
  completions(lines, { line, column }, { addresses: URLS, values: VALUES });
const labels = (lines: readonly string[], line: number, column: number) =>
  offered(lines, line, column).map(({ label }) => label);

const offers = suite("editors: what is offered in headers");

offers("names of fields that are not there yet, with their words, and the next entry of a menu", () => {
  const names = labels(["---", "Title: A", "Dropdown_menu_elem_name_1: B", "", "---"], 3, 0);
  assert.ok(names.includes("Url") && names.includes("Status"));
  assert.not.ok(names.includes("Title"));
  assert.ok(names.includes("Dropdown_menu_elem_name_2") && names.includes("Dropdown_menu_elem_url_1"));
  const status = offered(["---", "Sta", "---"], 1, 3).find(({ label }) => label === "Status");
  assert.is(status?.insert, "Status: ");
  assert.is(status?.from, 0);
  assert.match(status?.words ?? "", "published, hidden from lists, a draft, or not made at all (skip)");
});

for (const [what, header, line, column, expected] of [
  ["a field that has a few", FENCED, 3, 16, ["wide", "single-column", "multiple-columns"]],
  ["a flag, in lower case", ["top_menu_show: ", "Title: A", "", "Text"], 0, 15, ["true", "false"]],
  ["a text", FENCED, 1, 7, []],
  ["the page above", ["Title: A", "Parent_id: ab", ""], 1, 13, URLS],
  ["a language", ["Title: A", "Lang: ", ""], 1, 6, ["en", "fr"]],
  ["what other pages have", ["Title: A", "category: N", ""], 1, 11, ["News"]],
  ["what no page has", ["Title: A", "Author: ", ""], 1, 8, []],
  ["a sidebar's source", ["Inherit_sidebar:", ""], 0, 16, ["true", "false", ...URLS]],
  ["an entry of a sidebar", ["Sidebar_menu_elem_url_1: ", ""], 0, 25, URLS],
  [
    "an entry of a dropdown, from the page's own Url",
    ["Url: about", "Dropdown_menu_elem_url_2: ", ""],
    1,
    26,
    [".", "history", "../extensions"],
  ],
  ["the text", FENCED, 7, 3, []],
  ["no header", ["Text", "Text"], 0, 2, []],
] as const) {
  offers(`values of ${what}`, () => assert.equal(labels(header, line, column), expected));
}

offers("of a list, the last value is what is being typed", () => {
  assert.equal(
    offered(["Tags: oil; wi", ""], 0, 13).map(({ insert, from }) => [insert, from]),
    [
      ["oil", 11],
      ["wicks", 11],
    ],
  );
  assert.equal(offered(["Tags: oil,", ""], 0, 10)[0]?.from, 10);
});

offers("a value is put where the one that is being typed begins, a blank behind the colon", () => {
  assert.equal(offered(["Parent_id: ab", ""], 0, 13)[0], {
    label: "about",
    insert: "about",
    kind: "value",
    words: "",
    from: 11,
  });
  assert.equal(offered(["Parent_id:", ""], 0, 10)[0]?.insert, " about");
});

offers("hover text of a field, and of a numbered one", () => {
  assert.match(hover(FENCED, { line: 1, column: 2 }) ?? "", "The page's title");
  assert.match(hover(FENCED, { line: 2, column: 5 }) ?? "", "The label of the dropdown's entry N");
  assert.is(hover(FENCED, { line: 1, column: 8 }), undefined);
  assert.is(hover(FENCED, { line: 7, column: 3 }), undefined);
});

offers("whatever is there and wherever one is, it answers", () => {
  const line = fc.constantFrom(
    "---",
    "",
    " ",
    ":",
    "Url",
    "Url:",
    " Title : A",
    "Sidebar_menu_elem_url_9:",
    "\u{1f600}",
  );
  const at = fc.nat(12);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), at, at, (lines, row, column) => {
      offered(lines, row, column);
      hover(lines, { line: row, column });
    }),
    RUN,
  );
});

offers.run();

const shown = suite("editors: what is underlined");

const FINDING: Finding = {
  file: "a.md",
  line: 3,
  column: 5,
  field: "",
  code: "link-broken",
  severity: "advice",
  message: "What.",
  consequence: "Why.",
  fix: "How.",
  edits: [],
};
for (const [what, finding, line, from, to] of [
  ["the rest of the line", {}, "one two  ", 4, 7],
  ["what is to be replaced", { edits: [{ line: 3, column: 5, old: "two", text: "2" }] }, "one two three", 4, 7],
  [
    "the rest, where another file is changed",
    { edits: [{ file: "b.md", line: 3, column: 5, old: "two", text: "2" }] },
    "one two three",
    4,
    13,
  ],
  ["a character, at an end", {}, "one", 3, 4],
] as const) {
  shown(what, () => {
    assert.equal(diagnosticOf({ ...FINDING, ...finding }, line), {
      range: { start: { line: 2, character: from }, end: { line: 2, character: to } },
      severity: 3,
      code: "link-broken",
      source: "pelican",
      message: "What. Why.\n→ How.",
    });
  });
}

shown.run();

const edits = suite("editors: changes of lines");

/** As an editor applies them: from the last to the first. */
function applied(text: string, before: string, after: string): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
  const offset = ({ line, character }: { line: number; character: number }) =>
    (starts[line] ?? text.length) + character;
  return textEdits(before, after)
    .toReversed()
    .reduce((at, { range, newText }) => at.slice(0, offset(range.start)) + newText + at.slice(offset(range.end)), text);
}

edits("only the lines concerned are in them", () => {
  assert.equal(textEdits("a\nb\nc\n", "a\nB\nc\n"), [
    { range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, newText: "B\n" },
  ]);
  assert.equal(textEdits("\ufeffa", "\ufeffa"), []);
});

edits("whatever changes, an editor comes to the same text", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "\n", "\r\n", "\r", "c\n"), { maxLength: 12 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => assert.is(applied(before, before, after), after)),
    RUN,
  );
});

edits.run();
