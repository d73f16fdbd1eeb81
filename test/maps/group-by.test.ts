import { suite } from "uvu";
import * as assert from "uvu/assert";
import { countBy, groupBy, joinPages } from "../../src/plugin/maps/group-by.ts";

const test = suite("grouping");

test("items by their keys, in the order in which the keys appear", () => {
  const groups = groupBy(["b1", "a1", "b2"], (item) => item.charAt(0));
  assert.equal(
    [...groups],
    [
      ["b", ["b1", "b2"]],
      ["a", ["a1"]],
    ],
  );
  assert.equal(
    [...countBy("banana")],
    [
      ["b", 1],
      ["a", 3],
      ["n", 2],
    ],
  );
});

test("the same on several pages is one, with each page once", () => {
  const entries = [
    { text: "a", pages: ["/1"] },
    { text: "b", pages: ["/1"] },
    { text: "a", pages: ["/2", "/1"] },
  ];
  assert.equal(joinPages(entries), [
    { text: "a", pages: ["/1", "/2"] },
    { text: "b", pages: ["/1"] },
  ]);
});

test.run();
