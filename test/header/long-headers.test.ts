import { suite } from "uvu";
import * as assert from "uvu/assert";
import { site } from "../make.ts";

const long = suite("headers that would take all memory");

const MANY = Array.from({ length: 50_001 }, (_, index) => index);

for (const [what, path, text] of [
  ["many fields", "a.md", `---\nTitle: A\n${MANY.map((index) => `A${index}: b\n`).join("")}---\n\nText.\n`],
  [
    "many elements",
    "a.html",
    `<title>A</title>${MANY.map((index) => `<meta name="a${index}" content="b">`).join("")}<p>Text.`,
  ],
  ["a long field", "a.md", `Title: A\nSummary: ${"word ".repeat(200_001)}\n\nText.\n`],
  ["a field of many lines", "a.md", `Title: A\nSummary: a\n${"    words of it\n".repeat(100_000)}\nText.\n`],
] as const) {
  long(`${what} are a finding, and the only one`, () => {
    const { findings, pages } = site({ [path]: text });
    assert.equal(
      findings.map(({ code, file, message }) => ({ code, file, message })),
      [
        {
          code: "file-too-large",
          file: path,
          message: "Its header has more than 50,000 fields, or than 1 MB: more than is read.",
        },
      ],
    );
    assert.is(findings[0]?.fix, "Keep the header short: what is long belongs into the text below it.");
    assert.equal(pages, []);
  });
}

long.run();
