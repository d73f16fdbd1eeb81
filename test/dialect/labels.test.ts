import { test } from "uvu";
import * as assert from "uvu/assert";
import { entryParts, table } from "../../src/plugin/dialect/fields.ts";
import { readPage } from "../../src/plugin/pages/read-page.ts";
import { readSettings } from "../../src/plugin/settings.ts";

for (const [written, read] of [
  ["Oil &amp; wicks", "Oil & wicks"],
  ["A &#8211; b &#x2013; c &eacute;", "A – b – c é"],
  ["&lt;em&gt; &amp;amp;", "<em> &amp;"],
  ["AT&T; R&D, &xyz; &amp", "AT&T; R&D, &xyz; &amp"],
  ["a\n  &quot;b&quot;", 'a "b"'],
] as const) {
  test(`a label: ${written}`, () => {
    for (const { kind } of [table.title, table.menuName, table.sidebarMenuTitle, entryParts.title]) {
      assert.is(kind.schema.parse(written), read);
    }
  });
}

test("what is no label stays as it is written", () => {
  assert.is(table.category.kind.schema.parse("A &amp; b"), "A &amp; b");
});

test("a title is read once, and its slug is made of what was read", () => {
  const { page } = readPage(
    { path: "a.md", text: "Title: Oil &amp; wicks &#8211; a guide\n\nText." },
    readSettings({}),
  );
  assert.equal([page.title, page.slug], ["Oil & wicks – a guide", "oil-wicks-a-guide"]);
});

test.run();
