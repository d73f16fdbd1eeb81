import * as fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Edit } from "../../src/plugin/findings/finding.ts";
import { applyEdits } from "../../src/plugin/fix/apply-edits.ts";
import { RUN } from "../hostile/seed.ts";

const edits = suite("applyEdits");

const TWO_TO_1: Edit = { line: 2, column: 7, old: "2", text: "1" };

for (const [name, text, expected] of [
  ["LF", "a\nSize: 2\nb\n", "a\nSize: 1\nb\n"],
  ["CRLF", "a\r\nSize: 2\r\nb\r\n", "a\r\nSize: 1\r\nb\r\n"],
  ["CR", "a\rSize: 2\rb\r", "a\rSize: 1\rb\r"],
  ["mixed line ends", "a\r\nSize: 2\rb\n\r\n", "a\r\nSize: 1\rb\n\r\n"],
  ["no newline at the end", "a\nSize: 2", "a\nSize: 1"],
  ["blanks at the end of the line", "a\nSize: 2 \t\n", "a\nSize: 1 \t\n"],
  ["a byte order mark", "\ufeffa\nSize: 2\n", "\ufeffa\nSize: 1\n"],
  ["separators that end no line of a file", "a\u2028b\u0085\v\f\nSize: 2\n", "a\u2028b\u0085\v\f\nSize: 1\n"],
] as const) {
  edits(name, () => assert.is(applyEdits(text, [TWO_TO_1]), expected));
}

edits("the mark at the start is no column of the first line", () => {
  const text = "\ufeffSize: 2\n";
  assert.is(applyEdits(text, [{ ...TWO_TO_1, line: 1 }]), "\ufeffSize: 1\n");
});

edits("a second mark is a letter", () => {
  assert.is(applyEdits("\ufeff\ufeffb", [{ line: 1, column: 2, old: "b", text: "c" }]), "\ufeff\ufeffc");
});

edits("columns count as findings do, in code units", () => {
  assert.is(applyEdits("\u{1f600}: 2", [{ line: 1, column: 5, old: "2", text: "1" }]), "\u{1f600}: 1");
});

edits("a new line ends as the one behind it", () => {
  const edit: Edit = { line: 2, column: 1, old: "", text: "\n" };
  assert.is(applyEdits("a\r\nb\n", [edit]), "a\r\n\nb\n");
  assert.is(applyEdits("a\nb\r\n", [edit]), "a\n\r\nb\r\n");
  assert.is(applyEdits("a\nb", [edit]), "a\n\nb");
});

edits("nothing to do, and an empty text", () => {
  assert.is(applyEdits("a\r\nb", []), "a\r\nb");
  assert.is(applyEdits("", []), "");
  assert.is(applyEdits("", [TWO_TO_1]), "");
  assert.is(applyEdits("", [{ line: 1, remove: true }]), "");
});

edits("several edits in a line, in whatever order they come", () => {
  const all: Edit[] = [
    { line: 1, column: 1, old: "aa", text: "x" },
    { line: 1, column: 4, old: "bb", text: "longer" },
    { line: 1, column: 7, old: "cc", text: "" },
  ];
  for (const some of [all, all.toReversed(), [all[1], all[0], all[2]] as Edit[]]) {
    assert.is(applyEdits("aa bb cc\n", some), "x longer \n");
  }
});

edits("edits side by side", () => {
  const [key, value] = [
    { line: 1, column: 1, old: "Key:", text: "Other:" },
    { line: 1, column: 5, old: "value", text: "new" },
  ];
  assert.is(applyEdits("Key:value", [key, value]), "Other:new");
  assert.is(applyEdits("Key:value", [value, key]), "Other:new");
});

edits("an edit, and an insertion right behind it", () => {
  const [key, value] = [
    { line: 1, column: 1, old: "Key:", text: "Other:" },
    { line: 1, column: 5, old: "", text: "new" },
  ];
  assert.is(applyEdits("Key:", [key, value]), "Other:new");
});

edits("an insertion at the end of a line comes before the line end", () => {
  assert.is(applyEdits("a\r\nb", [{ line: 1, column: 2, old: "", text: "!" }]), "a!\r\nb");
});

edits("of edits that meet, one is left out; nothing is mixed", () => {
  const result = applyEdits("abcdef", [
    { line: 1, column: 1, old: "abc", text: "X" },
    { line: 1, column: 2, old: "bcd", text: "Y" },
  ]);
  assert.ok(["Xdef", "aYef"].includes(result), result);
});

edits("an edit that is given twice is applied once", () => {
  assert.is(applyEdits("a\nSize: 2\n", [TWO_TO_1, TWO_TO_1]), "a\nSize: 1\n");
  assert.is(applyEdits("a\nSize: 22\n", [TWO_TO_1, TWO_TO_1]), "a\nSize: 12\n");
});

for (const [name, edit] of [
  ["another text is there", { line: 2, column: 7, old: "3", text: "1" }],
  ["it has become longer", { line: 2, column: 7, old: "2 entries", text: "1" }],
  ["there is no such line", { line: 9, column: 1, old: "", text: "1" }],
  ["there is no such column", { line: 2, column: 99, old: "2", text: "1" }],
  ["an insertion where there is no such column", { line: 2, column: 99, old: "", text: "1" }],
  ["it would go over the line's end", { line: 2, column: 7, old: "2\r\nb", text: "1" }],
  ["a line to remove that is not there", { line: 9, remove: true }],
] as readonly (readonly [string, Edit])[]) {
  edits(`${name}: nothing changes`, () => assert.is(applyEdits("a\r\nSize: 2\r\nb", [edit]), "a\r\nSize: 2\r\nb"));
}

for (const [name, text, line, expected] of [
  ["the first line", "a\r\nb\nc", 1, "b\nc"],
  ["one in the middle", "a\r\nb\rc\n", 2, "a\r\nc\n"],
  ["the last line, which has an end", "a\nb\n", 2, "a\n"],
  ["the last line, which has none", "a\nb", 2, "a\n"],
  ["the only one", "a", 1, ""],
  ["the first line behind a mark", "\ufeffa\nb\n", 1, "\ufeffb\n"],
  ["an empty line", "a\n\nb\n", 2, "a\nb\n"],
] as const) {
  edits(`a removal: ${name}`, () => assert.is(applyEdits(text, [{ line, remove: true }]), expected));
}

edits("removals and replacements count lines as they were", () => {
  const all: Edit[] = [
    { line: 1, remove: true },
    { line: 3, column: 1, old: "c", text: "C" },
    { line: 2, remove: true },
    { line: 4, remove: true },
  ];
  assert.is(applyEdits("a\nb\nc\nd\ne", all), "C\ne");
});

edits("a line that is replaced in and removed is removed", () => {
  assert.is(
    applyEdits("a\nb\n", [
      { line: 1, column: 1, old: "a", text: "A" },
      { line: 1, remove: true },
    ]),
    "b\n",
  );
});

edits("a replacement text is a text, not a pattern", () => {
  assert.is(applyEdits("a\nSize: 2\n", [{ ...TWO_TO_1, text: "$&$1$`" }]), "a\nSize: $&$1$`\n");
});

edits("lines that no edit names stay, letter by letter", () => {
  const line = fc.string({
    unit: fc.constantFrom("a", " ", "\t", "é", "\u{1f600}", "\ufeff", ":", "\u2028"),
    maxLength: 8,
  });
  // In one file no lone CR comes before an LF: where a line is emptied or removed they would be one line end.
  const lines = fc
    .constantFrom(["\n"], ["\r\n"], ["\r"], ["\n", "\r\n"])
    .chain((ends) => fc.array(fc.tuple(line, fc.constantFrom(...ends)), { maxLength: 12 }));
  const changes = fc.array(
    fc.record({ line: fc.integer({ min: 1, max: 14 }), isGone: fc.boolean(), text: fc.string({ maxLength: 3 }) }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(lines, changes, (written, wanted) => {
      fc.pre(!written[0]?.[0].startsWith("\ufeff"));
      const all: Edit[] = wanted.map(({ line: at, isGone, text }) => {
        const old = written[at - 1]?.[0] ?? "";
        return isGone ? { line: at, remove: true } : { line: at, column: 1, old, text: text.replace(/[\r\n]/g, "") };
      });
      const touched = new Set(all.map((edit) => edit.line));
      const gone = new Set(all.flatMap((edit) => ("remove" in edit ? [edit.line] : [])));
      const result = applyEdits(written.flat().join(""), all);
      const kept = written.map((_, index) => index + 1).filter((at) => !gone.has(at));
      const pieces = result.match(/[^\r\n]*(?:\r\n|\r|\n)/g) ?? [];
      assert.is(pieces.length, kept.length);
      for (const [index, at] of kept.entries()) {
        if (!touched.has(at)) assert.is(pieces[index], written[at - 1]?.join(""));
      }
    }),
    RUN,
  );
});

edits("many edits take time that grows with the text", () => {
  const count = 50_000;
  const text = "Size: 2\n".repeat(count);
  const all = Array.from({ length: count }, (_, index) => ({ ...TWO_TO_1, line: index + 1 }));
  assert.is(applyEdits(text, all), "Size: 1\n".repeat(count));
});

edits.run();
