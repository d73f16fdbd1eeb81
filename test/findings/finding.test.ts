import { suite } from "uvu";
import * as assert from "uvu/assert";
import { toFinding } from "../../src/plugin/checks/index.ts";
import { type Finding, sortFindings } from "../../src/plugin/findings/finding.ts";
import { nearest } from "../../src/plugin/findings/nearest.ts";
import { printFindings, summary } from "../../src/plugin/findings/print-findings.ts";
import { report } from "../../src/plugin/findings/report.ts";
import { finding } from "../make.ts";

const near = suite("nearest");

for (const [text, candidates, expected] of [
  ["histroy", ["history", "overview"], "history"],
  ["HISTORY", ["history"], "history"],
  ["history", ["history"], "history"],
  ["about/history", ["abuot/history", "about/histories"], "abuot/history"],
  ["xyz", ["history"], undefined],
  ["ab", ["cd"], undefined],
  ["", ["a"], undefined],
  ["history", [], undefined],
  ["a".repeat(100_000), ["a".repeat(10)], undefined],
] as const) {
  near(`${text.slice(0, 20)} of ${candidates.length}`, () => assert.is(nearest(text, candidates), expected));
}

near("of two that are alike, the first", () => assert.is(nearest("abcde", ["abcdx", "abcdy"]), "abcdx"));

near("a long text against a long list takes no time", () => {
  const candidates = Array.from({ length: 2000 }, (_, index) => `${"b".repeat(190)}${index}`);
  nearest("a".repeat(100_000), candidates);
});

near.run();

function at(file: string, line: number, column: number, code: Finding["code"] = "menu-size"): Finding {
  return finding(code, { file, line, column });
}

const sorting = suite("sortFindings");

sorting("by file, line, column and code", () => {
  const sorted = [
    at("B.md", 1, 1),
    at("a.md", 2, 1),
    at("a.md", 10, 1),
    at("a.md", 10, 3, "menu-number"),
    at("a.md", 10, 3),
    at("b.md", 1, 1),
    at("é.md", 1, 1),
  ];
  assert.equal(sortFindings([...sorted].reverse()), sorted);
});

sorting("the list that it is given stays as it is", () => {
  const list = [at("b", 1, 1), at("a", 1, 1)];
  sortFindings(list);
  assert.is(list[0]?.file, "b");
});

sorting.run();

const reports = suite("printFindings");

reports("nothing for no findings", () => assert.is(printFindings([]), ""));

reports("file by file: place, severity, message, code; what follows; what to write", () => {
  assert.is(
    printFindings([at("a.md", 2, 3), at("a.md", 4, 1, "header-open"), at("b.md", 1, 1)]),
    [
      "a.md",
      "  2:3  warning: M. [menu-size]",
      "      C.",
      "      → F.",
      "  4:1  error: M. [header-open]",
      "      C.",
      "      → F.",
      "",
      "b.md",
      "  1:1  warning: M. [menu-size]",
      "      C.",
      "      → F.",
      "",
      "1 error, 2 warnings",
    ].join("\n"),
  );
});

for (const [list, text] of [
  [[], ""],
  [[at("a", 1, 1)], "1 warning"],
  [[at("a", 1, 1, "header-open"), at("a", 1, 1, "header-open")], "2 errors"],
] as const) {
  reports(`summary: ${text || "nothing"}`, () => assert.is(summary(list), text));
}

reports("escape sequences in a file's text or name do nothing on a terminal", () => {
  const hostile = finding(
    "menu-size",
    { file: "a\u001b[2J.md", line: 1, column: 1 },
    {
      message: "\u001b]0;owned\u0007\u009b31m",
      consequence: "a\rb",
      fix: "\u0000",
    },
  );
  assert.not.match(printFindings([hostile]), /[\0-\x08\x0b-\x1f\x7f-\x9f]/);
});

reports("a line break in a file's text does not look like another finding", () => {
  const text = "a\nb.md\n  1:1  error: forged” is not a field: a field is a name, a colon and a value.";
  const found = toFinding(report("header-line", { file: "a.md", line: 1, column: 1 }, { text }));
  assert.is(found.message.split("\n").length, 1);
  assert.not.match(printFindings([found]), "\n  1:1  error: forged");
});

reports.run();
