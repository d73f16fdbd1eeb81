/** The report as people read it: the line concerned, a caret below the place, colours. */
import { stripVTControlCharacters } from "node:util";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { rules as kinds } from "../../src/plugin/checks/index.ts";
import { type Finding, sortFindings } from "../../src/plugin/findings/finding.ts";
import { printChanges } from "../../src/plugin/findings/print-changes.ts";
import { printFindings } from "../../src/plugin/findings/print-findings.ts";
import { printSummary } from "../../src/plugin/findings/print-summary.ts";
import type { FindingCode } from "../../src/plugin/findings/report-values.ts";
import { finding } from "../make.ts";

function at(line: number, column: number, more: Partial<Pick<Finding, "file" | "code" | "message">> = {}): Finding {
  const place = { file: more.file ?? "a.md", line, column };
  return finding(more.code ?? "menu-size", place, more);
}

/** The line that is shown of a text, and the one with the caret. */
function quoted(text: string, line: number, column: number): readonly string[] {
  const lines = printFindings([at(line, column)], { sourceOf: () => text }).split("\n");
  return lines.filter((one) => one.includes("| "));
}

/** What the caret stands below. */
function pointedAt(text: string, line: number, column: number): string {
  const [source = "", caret = ""] = quoted(text, line, column);
  return source.slice(caret.indexOf("^"));
}

/** How many columns of a terminal a text takes, as far as these tests need it. */
function width(text: string): number {
  return [...text].reduce((sum, letter) => {
    if (/\p{Mn}/u.test(letter)) return sum;
    return sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(letter) ? 2 : 1);
  }, 0);
}

/** Half of a letter that takes two code units. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const sources = suite("printing: the line concerned");

sources("line, caret, then what follows and what to write", () => {
  assert.is(
    printFindings([at(2, 21)], { sourceOf: () => "---\nDropdown_menu_size: 3\n---\n" }),
    [
      "a.md",
      "  2:21  warning: M. [menu-size]",
      "      2 | Dropdown_menu_size: 3",
      "        |                     ^",
      "      C.",
      "      → F.",
      "",
      "1 warning",
    ].join("\n"),
  );
});

sources("the gutter grows with the line's number", () => {
  const [source = "", caret = ""] = quoted(`${"\n".repeat(12344)}abc`, 12345, 3);
  assert.is(source, "      12345 | abc");
  assert.is(source.indexOf("|"), caret.indexOf("|"));
  assert.is(caret.indexOf("^"), source.indexOf("c"));
});

for (const [name, text, line] of [
  ["CRLF", "one\r\ntwo\r\nthree", 2],
  ["CR", "one\rtwo\rthree", 2],
  ["mixed", "one\r\n\rtwo\nthree", 3],
] as const) {
  sources(`line ends: ${name}`, () => assert.is(pointedAt(text, line, 1), "two"));
}

sources("a tab is one column", () => {
  assert.is(pointedAt("\tTitle:\tA", 1, 2), "Title: A");
  assert.is(pointedAt("\tTitle:\tA", 1, 9), "A");
});

sources("a column behind the end of the line", () => {
  assert.equal(quoted("abc", 1, 4), ["      1 | abc", "        |    ^"]);
});

for (const [name, text, line] of [
  ["no such line", "abc", 7],
  ["an empty line", "abc\n\nabc", 2],
  ["a line of blanks", "abc\n \t\nabc", 2],
  ["an empty file", "", 1],
] as const) {
  sources(`${name}: no line is shown`, () => assert.equal(quoted(text, line, 1), []));
}

sources("a file whose text is not known", () => {
  const text = printFindings([at(1, 1)], { sourceOf: () => undefined });
  assert.is(text, printFindings([at(1, 1)]));
});

sources("a long line is cut to what a terminal shows, and the caret stays at its place", () => {
  const words = Array.from({ length: 2000 }, (_, index) => `w${index}`).join(" ");
  for (const word of ["w0", "w5", "w12", "w19", "w20", "w100", "w1999"]) {
    const column = words.indexOf(word) + 1;
    for (const line of quoted(words, 1, column)) assert.ok(line.length <= 110, `${word}: ${line.length}`);
    assert.ok(pointedAt(words, 1, column).startsWith(word), `${word}: ${pointedAt(words, 1, column)}`);
  }
});

sources("a line of a megabyte takes no time", () => {
  quoted("a".repeat(1_000_000), 1, 999_999);
});

sources("the caret stands below the letter, where letters before it are wide or are marks on others", () => {
  for (const before of ["日本語 ", "한국어 ", "e\u0301te\u0301 ", "\u{1f600} "]) {
    const [source = "", caret = ""] = quoted(`${before}[x](/none)`, 1, before.length + 1);
    assert.is(width(caret.slice(0, caret.indexOf("^"))), width(source.slice(0, source.indexOf("[x]"))), before);
  }
});

sources("a letter of two code units is not cut in half", () => {
  const text = `${"\u{1f600}".repeat(100)}!`;
  for (let column = 1; column <= text.length; column++) {
    for (const line of quoted(text, 1, column)) assert.not.match(line, HALF, `column ${column}`);
  }
});

sources("escape sequences in the line do nothing on a terminal", () => {
  const text = printFindings([at(1, 2)], { sourceOf: () => "\u001b]0;x\u0007\u009b31m\u0000" });
  assert.not.match(text, /[\0-\x08\x0b-\x1f\x7f-\x9f]/);
});

sources.run();

const colours = suite("printing: colours");
const SOURCE = { sourceOf: () => "Title: A" };
const ONE_OF_EACH = [at(1, 1), at(1, 1, { code: "header-line" }), at(1, 1, { code: "field-case", file: "b.md" })];

colours("none unless they are asked for", () => {
  const plain = printFindings(ONE_OF_EACH, { ...SOURCE, colors: false });
  assert.is(plain, printFindings(ONE_OF_EACH, SOURCE));
  assert.not.match(plain, /\u001b/);
});

colours("they change no word", () => {
  const colored = printFindings(ONE_OF_EACH, { ...SOURCE, colors: true });
  assert.match(colored, /\u001b\[31merror/);
  assert.match(colored, /\u001b\[33mwarning/);
  assert.match(colored, /\u001b\[36madvice/);
  assert.is(stripVTControlCharacters(colored), printFindings(ONE_OF_EACH, SOURCE));
});

colours.run();

const ORDER = ["error", "warning", "advice"];
const screen = suite("printing: at most a screen");

function linesOf(findings: readonly Finding[]): readonly string[] {
  return printSummary(sortFindings(findings), { kinds }).split("\n");
}

function times(count: number, code: FindingCode, more: Partial<Finding> = {}): Finding[] {
  return Array.from({ length: count }, (_, index) =>
    finding(code, { file: more.file ?? `${index}.md`, line: index + 1, column: 1 }, { message: `M${index}.`, ...more }),
  );
}

screen("few are told in full", () => {
  const few = [at(1, 1), at(2, 1)];
  assert.is(printSummary(few, { kinds }), printFindings(few));
});

screen("many of one kind are one, with the first of them; the others keep their places", () => {
  assert.equal(
    linesOf([...times(300, "anchor-broken"), at(7, 2), finding("url-taken", { file: "z.md", line: 3, column: 1 })]),
    [
      "z.md",
      "  3:1  error: M. [url-taken]",
      "      → F.",
      "300 × A link names a heading that is not there.",
      "  0.md:1:1  warning: M0. [anchor-broken]",
      "      → F.",
      "a.md",
      "  7:2  warning: M. [menu-size]",
      "      → F.",
      "",
      "1 error, 301 warnings; npx eleventy-pelican check lists all",
    ],
  );
});

screen("within a kind they are told by their targets, or by their files, where there is room", () => {
  const lines = linesOf([
    ...times(30, "link-broken", { target: "/extensions/" }),
    ...times(9, "link-broken", { target: "/book/", file: "b.md" }),
    ...times(12, "image-alt-missing", { file: "c.md" }),
    ...times(11, "image-alt-missing", { file: "d.md" }),
  ]);
  assert.equal(
    lines.filter((line) => /^\d/.test(line)),
    [
      "30 links lead to /extensions/…, which this site does not have",
      "9 links lead to /book/…, which this site does not have",
      "12 × An image has no alt text for those who do not see it. First: c.md:1:1 [image-alt-missing]",
      "11 × An image has no alt text for those who do not see it. First: d.md:1:1 [image-alt-missing]",
      "39 warnings, 23 advice; npx eleventy-pelican check lists all",
    ],
  );
  assert.ok(
    lines.includes(
      '      → If another program publishes them, write elsewhere: ["/extensions/*"] in the settings; else mend or remove them.',
    ),
  );
});

for (const [name, findings] of [
  ["twenty thousand of one kind", times(20_000, "link-broken")],
  [
    "one of every kind, in files of their own",
    Object.keys(kinds).flatMap((code) => times(1, code as FindingCode, { file: code })),
  ],
  ["three of every kind", Object.keys(kinds).flatMap((code) => times(3, code as FindingCode))],
] as const) {
  screen(`${name}: no more lines than a terminal has, the worst first`, () => {
    const lines = linesOf(findings);
    assert.ok(lines.length <= 38, `${lines.length} lines`);
    const told = lines.flatMap((line) => /(error|warning|advice): /.exec(line)?.[1] ?? []);
    assert.equal(
      told,
      told.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)),
    );
    assert.match(lines.at(-1) ?? "", "npx eleventy-pelican check lists all");
  });
}

screen("colours change no word", () => {
  const findings = times(300, "anchor-broken");
  const colored = printSummary(findings, { kinds, colors: true });
  assert.match(colored, /\u001b\[33mwarning/);
  assert.is(stripVTControlCharacters(colored), printSummary(findings, { kinds }));
});

screen.run();

const changes = suite("printChanges");

for (const [name, before, now, expected] of [
  ["nothing changed", [at(1, 1)], [at(1, 1)], ""],
  ["nothing was and nothing is", [], [], ""],
  ["a line above was added: the finding is the same", [at(1, 1)], [at(2, 1)], ""],
  ["all are fixed", [at(1, 1), at(2, 1, { message: "N." })], [], "2 findings are fixed; none is left"],
  ["one of two is fixed", [at(1, 1), at(2, 1, { message: "N." })], [at(1, 1)], "1 finding is fixed; 1 warning in all"],
] as const) {
  changes(name, () => assert.is(printChanges(before, now, { kinds }), expected));
}

changes("only what is new is shown, and how many there are in all", () => {
  const text = printChanges([at(1, 1)], [at(1, 1), at(5, 2, { message: "Fresh." })], { kinds });
  assert.match(text, "Fresh.");
  assert.not.match(text, "M.");
  assert.ok(text.endsWith("1 warning new; 2 warnings in all"), text);
});

changes("one comes, another goes", () => {
  const text = printChanges([at(1, 1)], [at(1, 1, { message: "Fresh." })], { ...SOURCE, kinds });
  assert.match(text, "      1 | Title: A");
  assert.ok(text.endsWith("1 warning new; 1 finding is fixed; 1 warning in all"), text);
});

changes("another file's finding of the same words is another finding", () => {
  assert.match(printChanges([at(1, 1)], [at(1, 1, { file: "b.md" })], { kinds }), "b.md");
});

changes("a second finding of the same words in one file is new", () => {
  const text = printChanges([at(1, 1)], [at(1, 1), at(9, 1)], { kinds });
  assert.match(text, "9:1");
});

changes("colours only where they are asked for", () => {
  assert.not.match(printChanges([], [at(1, 1)], { colors: false, kinds }), /\u001b/);
  assert.match(printChanges([], [at(1, 1)], { colors: true, kinds }), /\u001b/);
});

changes.run();
