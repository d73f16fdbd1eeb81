/** What differs from Pelican's own text is named. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { differenceFrom, tellTexts } from "../../../src/migrate/convert/prove-rst.ts";

const test = suite("convert: compared with Pelican");

const OLD = {
  fields: { title: "Oil &amp; <em>wick</em>" },
  body: '<p>Rape <a href="a.html">oil</a></p>\n<h2>Cost</h2>',
};
const pageOf = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;

const TITLE = "Oil &amp; wick";
const DIFFERENCES: readonly (readonly [title: string, body: string, how: string | undefined])[] = [
  [TITLE, OLD.body, undefined],
  [TITLE, `<div>${OLD.body}</div>`, undefined],
  ["Oil", OLD.body, "its title was “Oil &amp; <em>wick</em>”, and is “Oil”"],
  [TITLE, '<p>Rape <a href="a.html">oil</a></p>', "it lacks “Cost”"],
  [TITLE, `${OLD.body}<p>More</p>`, "it has “More” too"],
  [TITLE, '<p>Rape <a href="a.html">oils</a></p><h2>Cost</h2>', "“Rape oil” is “Rape oils”"],
  [TITLE, '<p>Rape <a href="a.html">oil</a></p><h3>Cost</h3>', "“Cost” is marked up as something else"],
  [TITLE, "<p>Rape oil</p><h2>Cost</h2>", "“Rape oil” does not link to a.html"],
];

test("the first difference of a page is said", () => {
  for (const [title, body, how] of DIFFERENCES) assert.is(differenceFrom(OLD, pageOf(title, body)), how);
  assert.is(
    differenceFrom({ fields: {}, body: '<p>A</p><img src="a.png">' }, pageOf("A", "<p>A</p>")),
    "it does not show a.png",
  );
  assert.is(differenceFrom({ fields: { title: "Tag &lt;b&gt;" }, body: "" }, pageOf("Tag &lt;b&gt;", "")), undefined);
  assert.is(differenceFrom({ error: "no\nmore" }, pageOf("A", "")), "Pelican cannot read it: no");
});

test("the sum is told, and each text that differs", () => {
  assert.is(
    tellTexts({ all: 3, changed: [{ source: "a.rst", how: "it lacks “A”" }] }),
    "2 of 3 texts are as Pelican's own reader has them.\n  a.rst  it lacks “A”\n",
  );
  assert.is(tellTexts({ all: 1, changed: [] }), "1 of 1 text is as Pelican's own reader has it.\n");
  assert.is(tellTexts(undefined), "Pelican is not here to compare with.\n");
});

test.run();
