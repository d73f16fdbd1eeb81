import { suite } from "uvu";
import * as assert from "uvu/assert";
import { decode } from "../../src/plugin/files/decode.ts";

const decoding = suite("decode");

for (const [name, bytes, text] of [
  ["UTF-8", Buffer.from("é – 日本"), "é – 日本"],
  ["a byte order mark is taken off", Buffer.from("\u{feff}Title: A"), "Title: A"],
  ["nothing", Buffer.from(""), ""],
  ["only a byte order mark", Buffer.from("\u{feff}"), ""],
] as const) {
  decoding(name, () => assert.equal(decode(bytes, "a.md"), { text }));
}

for (const [name, bytes, code, line, column] of [
  ["Latin-1", Buffer.from("Title: A\n\ncaf\xe9 au lait\n", "latin1"), "file-not-utf8", 3, 4],
  ["at the start", Buffer.from([0xe9, 0x41]), "file-not-utf8", 1, 1],
  ["cut in the middle of a character", Buffer.from([0x41, 0x0a, 0xe2, 0x82]), "file-not-utf8", 2, undefined],
  ["UTF-16 with its mark", Buffer.from("\u{feff}Title: A", "utf16le"), "file-not-utf8", 1, 1],
  ["UTF-16 without one", Buffer.from("Title: A", "utf16le"), "file-binary", 1, 2],
  ["an overlong form", Buffer.from([0x61, 0x0a, 0xc0, 0xaf]), "file-not-utf8", 2, 1],
  ["a surrogate", Buffer.from([0xed, 0xa0, 0x80]), "file-not-utf8", 1, undefined],
  ["NUL", Buffer.from("Title: A\nb\0c"), "file-binary", 2, 2],
] as const) {
  decoding(`${name} is reported at its place`, () => {
    const result = decode(bytes, "x/a.md");
    assert.ok("report" in result);
    assert.equal([result.report.code, result.report.file, result.report.line], [code, "x/a.md", line]);
    if (column !== undefined) assert.is(result.report.column, column);
  });
}

decoding.run();
