import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { runsOf } from "../../../src/migrate/compare/word-runs.ts";
import { RUN as RUNS } from "../../hostile/seed.ts";

const wordRuns = suite("compare: runs of words");

for (const [name, text, words, start, length] of [
  ["the whole text", "a b c", "a b c", 0, 3],
  ["a part of it", "a b c d", "b c", 0, 2],
  ["what goes on otherwise", "a b c d", "b c x", 0, 2],
  ["from a place on", "a b c d", "x c d", 1, 2],
  ["of two places that with which it goes on", "a b c a b d", "a b d", 0, 3],
  ["what is nowhere", "a b", "x", 0, 0],
  ["an empty text", "", "a", 0, 0],
] as const) {
  wordRuns(name, () => assert.is(runsOf(text.split(" "))(words.split(" "), start), length));
}

wordRuns("is what looking at each place finds", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 30 });
  const property = fc.property(words, words, (text, wanted) => {
    const stream = ` ${text.join(" ")} `;
    let expected = 0;
    while (expected < wanted.length && stream.includes(` ${wanted.slice(0, expected + 1).join(" ")} `)) expected++;
    assert.is(runsOf(text)(wanted, 0), expected);
  });
  fc.assert(property, RUNS);
});

wordRuns.run();
