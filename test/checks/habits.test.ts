import { suite } from "uvu";
import * as assert from "uvu/assert";
import { withoutHabits } from "../../src/plugin/checks/habits.ts";
import { toFindings } from "../../src/plugin/checks/index.ts";
import { type Report, report } from "../../src/plugin/findings/report.ts";

const test = suite("checks: what a site does by habit");

const files = (count: number) => Array.from({ length: count }, (_, index) => `${String(index).padStart(2, "0")}.md`);

const misspelt = (file: string, field: string, name: string, there?: number): Report =>
  report(
    "field-misspelt",
    { file, line: 3, column: 1 },
    { field, name, value: "x", isSure: there === undefined, there },
  );

const quoted = (file: string, field: string, isShown = true): Report =>
  report("value-quoted", { file, line: 1, column: 8 }, { field, value: `"${file}"`, inner: file, isShown });

/** What is reported in how many of a hundred pages, and how much of it is told. */
const FIELDS: readonly [string, readonly Report[], number][] = [
  ["a field of its own beside the one that it is like", files(5).map((at) => misspelt(at, "Update", "Date", 2)), 0],
  ["the same, in other cases", files(6).map((at, n) => misspelt(at, n % 2 ? "update" : "Update", "Date", 2)), 0],
  ["a slip in a few pages", files(4).map((at) => misspelt(at, "Update", "Date", 2)), 4],
  ["a field that is missing then", files(40).map((at) => misspelt(at, "Categories", "Category")), 40],
  ["a field of most pages", files(50).map((at) => misspelt(at, "Categories", "Category")), 0],
  [
    "an entry of a menu, however often",
    files(99).map((at) => misspelt(at, "Sidebar_menu_nam_1", "Sidebar_menu_elem_name_1")),
    99,
  ],
  ["quotation marks in a few pages", files(4).map((at) => quoted(at, "Title")), 4],
  ["quotation marks by habit", files(30).map((at) => quoted(at, "Title")), 1],
  [
    "those of each field",
    [...files(9).map((at) => quoted(at, "Title")), ...files(9).map((at) => quoted(at, "Url", false))],
    2,
  ],
];

for (const [name, reports, told] of FIELDS) {
  test(name, () => assert.is(withoutHabits(reports, 100).length, told));
}

test("what is told once is mended everywhere", () => {
  const [finding, ...others] = toFindings(
    withoutHabits(
      files(30).map((at) => quoted(at, "Title")),
      100,
    ),
  );
  assert.equal(others, []);
  assert.ok(finding);
  assert.is(finding.message, 'The value of Title is in quotation marks: "00.md", and so are 29 others.');
  assert.is(finding.edits.length, 30);
  assert.equal(finding.edits[29], { file: "29.md", line: 1, column: 8, old: '"29.md"', text: "29.md" });
});

test.run();
