/** The report as people read it: the line concerned, a caret below the place, colours. */
import { stripVTControlCharacters } from "node:util";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Finding } from "../../src/plugin/findings/finding.ts";
import { printChanges, printFindings } from "../../src/plugin/findings/print-findings.ts";
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

const many = suite("printing: much of the same advice");

many("the first are told, and how many more there are; warnings are told all", () => {
  const advice = [1, 2, 3, 4].map((line) => at(line, 1, { code: "page-unreached" }));
  const text = printFindings([...advice, at(5, 1), at(6, 1), at(7, 1)], { mostOfOneAdvice: 2 });
  assert.equal(
    [...text.matchAll(/^ {2}(\d):1/gm)].map(([, line]) => line),
    ["1", "2", "5", "6", "7"],
  );
  assert.ok(
    text.endsWith("\n\nand 2 more advice [page-unreached]; the command check lists all\n\n3 warnings, 4 advice"),
    text,
  );
});

many("without a limit all are told", () => {
  const advice = Array.from({ length: 100 }, (_, line) => at(line + 1, 1, { code: "page-unreached" }));
  const text = printFindings(advice);
  assert.is(text.match(/page-unreached/g)?.length, 100);
  assert.not.match(text, "more advice");
});
many.run();

const changes = suite("printChanges");

for (const [name, before, now, expected] of [
  ["nothing changed", [at(1, 1)], [at(1, 1)], ""],
  ["nothing was and nothing is", [], [], ""],
  ["a line above was added: the finding is the same", [at(1, 1)], [at(2, 1)], ""],
  ["all are fixed", [at(1, 1), at(2, 1, { message: "N." })], [], "2 findings are fixed; none is left"],
  ["one of two is fixed", [at(1, 1), at(2, 1, { message: "N." })], [at(1, 1)], "1 finding is fixed; 1 warning in all"],
] as const) {
  changes(name, () => assert.is(printChanges(before, now, {}), expected));
}

changes("only what is new is shown, and how many there are in all", () => {
  const text = printChanges([at(1, 1)], [at(1, 1), at(5, 2, { message: "Fresh." })], {});
  assert.match(text, "Fresh.");
  assert.not.match(text, "M.");
  assert.ok(text.endsWith("1 warning new; 2 warnings in all"), text);
});

changes("one comes, another goes", () => {
  const text = printChanges([at(1, 1)], [at(1, 1, { message: "Fresh." })], SOURCE);
  assert.match(text, "      1 | Title: A");
  assert.ok(text.endsWith("1 warning new; 1 finding is fixed; 1 warning in all"), text);
});

changes("another file's finding of the same words is another finding", () => {
  assert.match(printChanges([at(1, 1)], [at(1, 1, { file: "b.md" })], {}), "b.md");
});

changes("a second finding of the same words in one file is new", () => {
  const text = printChanges([at(1, 1)], [at(1, 1), at(9, 1)], {});
  assert.match(text, "9:1");
});

changes("colours only where they are asked for", () => {
  assert.not.match(printChanges([], [at(1, 1)], { colors: false }), /\u001b/);
  assert.match(printChanges([], [at(1, 1)], { colors: true }), /\u001b/);
});

changes.run();
