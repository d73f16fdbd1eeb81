import { test } from "uvu";
import * as assert from "uvu/assert";
import { scan } from "../../src/plugin/html/scan.ts";

for (const [name, html, wanted] of [
  ["a tag ends no word, but an end tag does", "one <b>t</b>wo", 3],
  ["a comma behind a tag is none", "<b>one</b>, two", 2],
  ["a reference is a part of its word", "one&amp;two", 1],
  ["a long text has as many as its parts", "<i>one</i> two&amp;two, three. ".repeat(5_000), 15_000],
  ["a word in many parts is one", "a&amp;".repeat(3_001), 1],
  ["a word behind many parts is one", `${", ".repeat(3_000)}${"&amp;".repeat(999)}a`, 1],
] as const) {
  test(name, () => assert.is(scan(html).words, wanted));
}

test.run();
