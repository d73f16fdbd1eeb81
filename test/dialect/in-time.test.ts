/** Expressions of settings that come to no end. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inTime } from "../../src/plugin/dialect/in-time.ts";
import { slugify } from "../../src/plugin/pages/slug.ts";
import { readSettings } from "../../src/plugin/settings.ts";

const test = suite("settings: expressions in time");

test("one that comes to no end is named, with the text", () => {
  const settings = readSettings({ slugRegexSubstitutions: [["(a+)+$", "b"]] });
  assert.is(slugify("baa", settings), "bb");
  assert.throws(
    () => slugify(`${"a".repeat(70)}!`, settings),
    (error: Error) =>
      error.message ===
      `The regular expression “(a+)+$” in the site's settings comes to no end for “${"a".repeat(59)}…”: write one in which nothing that repeats is repeated, such as “a+” for “(a+)+”.`,
  );
});

test("what is thrown of it is thrown, and what is returned is", () => {
  const long = "a".repeat(2_000);
  assert.is(
    inTime(/a/, "a", long, () => long.length),
    2_000,
  );
  assert.throws(() => inTime(/(a)*/, "(a)*", "a", fail), /^a fault$/);
});

function fail(): never {
  throw new Error("a fault");
}

test.run();
