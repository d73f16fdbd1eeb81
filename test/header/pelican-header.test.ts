import { suite } from "uvu";
import * as assert from "uvu/assert";
import { decode } from "../../src/plugin/files/decode.ts";
import { readHeader } from "../../src/plugin/header/read-header.ts";
import { headerOf, pairsOf, placesOf } from "../make.ts";

const fences = suite("header: fences");
const TITLE_AND_URL = [
  ["Title", "A"],
  ["Url", "a"],
];

for (const [name, text] of [
  ["none, a blank line ends it", "Title: A\nUrl: a\n\nBody\n"],
  ["---", "---\nTitle: A\nUrl: a\n---\nBody\n"],
  ["------", "------\nTitle: A\nUrl: a\n------\nBody\n"],
  ["open only, a blank line ends it", "---\nTitle: A\nUrl: a\n\nBody\n"],
  ["closed only", "Title: A\nUrl: a\n---\nBody\n"],
  ["of two lengths", "---\nTitle: A\nUrl: a\n----------\nBody\n"],
  ["blanks behind the dashes", "---  \nTitle: A\nUrl: a\n--- \nBody\n"],
  ["blank lines above", "\n\n---\nTitle: A\nUrl: a\n---\nBody\n"],
  ["CRLF", "---\r\nTitle: A\r\nUrl: a\r\n---\r\nBody\r\n"],
  ["CR alone", "---\rTitle: A\rUrl: a\r---\rBody\r"],
] as const) {
  fences(name, () => {
    const header = headerOf(text);
    assert.is(header.syntax, "pelican");
    assert.equal(pairsOf(text), TITLE_AND_URL);
    assert.is(header.body, "Body\n");
  });
}

fences("a file that is nothing but a header has an empty body", () => {
  assert.equal(pairsOf("Title: A\nUrl: a"), TITLE_AND_URL);
  assert.is(headerOf("Title: A\nUrl: a").body, "");
});

fences("a byte order mark is no part of the first key", () => {
  const decoded = decode(Buffer.from("\u{feff}Title: A\nUrl: a\n\nBody\n"), "a.md");
  assert.ok("text" in decoded);
  assert.equal(pairsOf(decoded.text), TITLE_AND_URL);
});

fences("the line on which the body begins", () => {
  assert.is(headerOf("---\nTitle: A\n---\nBody\n").bodyLine, 4);
  assert.is(headerOf("Title: A\n\nBody\n").bodyLine, 3);
});

fences("no header: the whole text is the body", () => {
  for (const text of [
    "Just text.\n",
    "\nTitle: A\n",
    "# Heading\n\nTitle: A\n",
    "Note: this is prose, not a field.\n\nMore.\n",
  ]) {
    const header = headerOf(text);
    assert.is(header.syntax, "none", text);
    assert.equal(header.lines, []);
    assert.is(header.body, text);
    assert.is(header.bodyLine, 1);
  }
});

fences("a rule of dashes in the body stays there", () => {
  assert.is(headerOf("Title: A\n\nOne\n\n---\n\nTwo\n").body, "One\n\n---\n\nTwo\n");
});

fences.run();

const values = suite("header: keys and values");

for (const [line, key, value] of [
  ["Title: Sponsor: ProcessOne", "Title", "Sponsor: ProcessOne"],
  ["Title: XMPP Roundup #5", "Title", "XMPP Roundup #5"],
  ["Title: [Draft] A title", "Title", "[Draft] A title"],
  ["Title: {braces}", "Title", "{braces}"],
  ["Title: 'quoted' \"text\"", "Title", "'quoted' \"text\""],
  ['Title: "quoted"', "Title", '"quoted"'],
  ["Title: - a dash", "Title", "- a dash"],
  ["Title: *stars* & anchors", "Title", "*stars* & anchors"],
  ["Title: true", "Title", "true"],
  ["Title: 010", "Title", "010"],
  ["Title: 2010-10-04", "Title", "2010-10-04"],
  ["Title: https://example.org/#x", "Title", "https://example.org/#x"],
  ["Title:No blank", "Title", "No blank"],
  ["Title:   many blanks   ", "Title", "many blanks"],
  ["Title:\ttab", "Title", "tab"],
  ["   Title: three blanks before", "Title", "three blanks before"],
  ["URL: a", "URL", "a"],
  ["Top_Menu_order: 1", "Top_Menu_order", "1"],
  ["Url:", "Url", ""],
  ["Url: ", "Url", ""],
] as const) {
  for (const text of [`---\n${line}\nLang: en\n---\nBody\n`, `${line}\nLang: en\n\nBody\n`]) {
    values(`${text.startsWith("---") ? "fenced" : "unfenced"}: ${line}`, () => {
      assert.equal(pairsOf(text), [
        [key, value],
        ["Lang", "en"],
      ]);
      assert.is(headerOf(text).syntax, "pelican");
    });
  }
}

for (const [name, more] of [
  ["four blanks", "    more"],
  ["six blanks", "      more"],
  ["a tab", "\tmore"],
] as const) {
  values(`a line indented by ${name} goes on with the value above`, () => {
    assert.equal(pairsOf(`---\nSummary: one\n${more}\nUrl: a\n---\n`), [
      ["Summary", "one\nmore"],
      ["Url", "a"],
    ]);
  });
}

values("a continued line that looks like a field is none", () => {
  assert.equal(pairsOf("---\nSummary: one\n    Url: a\n---\n"), [["Summary", "one\nUrl: a"]]);
});

values("a continued line that looks like a field is none where nothing stands behind the key", () => {
  // “A line indented by four spaces continues the value above it”, and Pelican can read this header.
  const header = headerOf("---\nTitle: A\nSummary:\n    Note: read this\n---\n");
  assert.is(header.syntax, "pelican");
  assert.equal(
    header.lines.map(({ key, value }) => [key, value.trim()]),
    [
      ["Title", "A"],
      ["Summary", "Note: read this"],
    ],
  );
});

values("a value over several lines below its key", () => {
  assert.equal(
    pairsOf("---\nAuthors:\n    Ann\n    Bob\n---\n").map(([key, value]) => [key, value.trim()]),
    [["Authors", "Ann\nBob"]],
  );
});

values.run();

const places = suite("header: places");

places("lines and columns of keys and values count from 1", () => {
  assert.equal(
    headerOf("---\nTitle: A\n  Url:   a\nLang:en\n---\n").lines.map(({ line, column, valueColumn }) => [
      line,
      column,
      valueColumn,
    ]),
    [
      [2, 1, 8],
      [3, 3, 10],
      [4, 1, 6],
    ],
  );
  assert.equal(
    headerOf("Title: A\n\nBody").lines.map(({ line, column }) => [line, column]),
    [[1, 1]],
  );
});

places("CRLF moves nothing", () => {
  assert.equal(
    headerOf("---\r\nTitle: A\r\nUrl: a\r\n---\r\n").lines.map(({ line, valueColumn }) => [line, valueColumn]),
    [
      [2, 8],
      [3, 6],
    ],
  );
});

places.run();

const faults = suite("header: faults");

function found(text: string): string[] {
  return placesOf(readHeader({ path: "a.md", text }).reports);
}

for (const [name, text, expected] of [
  ["a header that is never closed", "---\nTitle: A\n\nBody\n", ["a.md:3:1 header-open"]],
  ["a line that is no field", "---\nTitle: A\nno field\nx: a\n---\n", ["a.md:3:1 header-line"]],
  ["a line that is no field, above one", "---\nTitle: A\nno field\nUrl: a\n---\n", ["a.md:3:1 header-cut"]],
  [
    "a line that is no field, in a header that is never closed",
    "---\nTitle: A\n[x]: y\n\nB\n---\n",
    ["a.md:3:1 header-open"],
  ],
  ["a blank line in a fenced header", "---\nTitle: A\n\nUrl: a\n---\nBody\n", ["a.md:3:1 header-cut"]],
  ["a blank line in an unfenced header", "Title: A\n\nTop_menu_show: true\nUrl: a\n\nBody\n", ["a.md:2:1 header-cut"]],
  ["prose with a colon below an unfenced header", "Title: A\n\nSummary: the talk was good.\n\nBody\n", []],
  ["a whole header", "---\nTitle: A\n---\n\nBody\n", []],
  ["an unfenced header", "Title: A\n\nBody\n", []],
] as const) {
  faults(name, () => assert.equal(found(text), [...expected]));
}

faults("a comment ends the header, as in Pelican, and is told", () => {
  const text = "---\nTitle: A\n# no field\nx: a\n---\n";
  assert.equal(pairsOf(text), [["Title", "A"]]);
  assert.is(headerOf(text).body, "# no field\nx: a\n---\n");
  assert.equal(found(text), ["a.md:3:1 header-line"]);
  assert.equal(found("---\nTitle: A\n# Mood: x\nUrl: a\n---\n"), ["a.md:3:1 header-cut"]);
  assert.equal(found("Title: A\n# A heading\n\nText\n"), []);
});

faults("a comment is one where only YAML can read the header, as one that modernize wrote", () => {
  const text =
    "---\nTitle: A\n# Sidebar_menu_size: 2\nmenu:\n  sidebar:\n    - { name: B, url: b }\nUrl: a\n---\nText\n";
  const { header, reports } = readHeader({ path: "a.md", text });
  assert.equal(
    [header.syntax, header.lines.map(({ key }) => key), header.body, reports],
    ["pelican-yaml", ["Title", "Url"], "Text\n", []],
  );
});

faults("a line that is no field is text, with all below it", () => {
  const { lines, body, bodyLine } = headerOf("---\nTitle: A\nno field\nUrl: a\n---\n");
  assert.equal([lines.map(({ key }) => key), body, bodyLine], [["Title"], "no field\nUrl: a\n---\n", 3]);
});

faults.run();
