/** Python's patterns for names of files. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fnmatch } from "../../src/plugin/files/fnmatch.ts";

const test = suite("fnmatch");

for (const [pattern, name, wanted] of [
  ["README*", "README.md", true],
  ["README*", "a README", false],
  ["*.sw[op]", "a.swp", true],
  ["*.sw[op]", "a.swx", false],
  ["[!a]?", "bc", true],
  ["[!a]?", "ac", false],
  ["a.b", "axb", false],
  ["a*", "A", false],
  ["[z-a]", "z", false],
  ["[", "[", true],
  ["[]]", "]", true],
  ["*a*b", "xaxbxb", true],
  ["a*b*", "ab", true],
  ["*ab*b", "ab", false],
  [`${"*a".repeat(50)}b`, "a".repeat(250), false],
] as const) {
  test(`${pattern} ${wanted ? "is" : "is not"} ${name}`, () => assert.is(fnmatch(pattern).test(name), wanted));
}

test.run();
