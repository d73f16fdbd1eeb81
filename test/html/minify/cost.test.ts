import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createStore } from "../../../src/plugin/cache/store.ts";
import { isCostly } from "../../../src/plugin/html/minify/cost.ts";
import { createMinifier } from "../../../src/plugin/html/minify/minifier.ts";

const cost = suite("html/minify/cost");

/** What html-minifier-terser takes squared time for, with 64,000 characters of it. */
const COSTLY: readonly (readonly [name: string, before: string, unit: string, after?: string])[] = [
  ["blanks", "<p>a", " "],
  ["blanks in <pre>", "<pre>a", " ", "b</pre>"],
  ["no-break spaces", "<p>a", "\u00a0"],
  ["blanks in a class", '<p class="a', " ", 'b">'],
  ["blanks in a style", '<p style="a', " ", 'b">'],
  ["blanks in a srcset", '<img srcset="a', " ", 'b">'],
  ["blanks in an address", '<a href="a', " ", 'b">a</a>'],
  ["blanks in a value", '<input value="a', " ", 'b">'],
  ["blanks in data", '<script type="application/json">"', " ", '"</script>'],
  ["elements in elements", "<p>", "<b>"],
  ["blocks in blocks", "", "<div>"],
  ["images in images", "", "<svg>"],
  ["rows without ends", "<table>", "<tr><td>a"],
  ["comments without ends", "", "<!--"],
  ["pictures without ends", "", "<picture>"],
  ["templates without ends", "", "<? "],
  ["tags without ends", "", "<a "],
  ["attributes", "<p ", "a ", ">"],
  ["ends of elements that are not open", "<div>".repeat(2000), "</b>"],
  ["signs that begin no tag", "<p>", "< "],
];

for (const [name, before, unit, after = ""] of COSTLY) {
  cost(`${name}: too many, and some`, () => {
    const times = (count: number) => `${before}${unit.repeat(count / unit.length)}${after}`;
    assert.is(isCostly(times(64_000)), true);
    if (before.length < 100) assert.is(isCostly(times(500)), false);
  });
}

cost("a long page of what authors write is minified, however long it is", () => {
  const part = `<h2 id="a">A <em>b</em></h2>\n<!-- a comment -->\n<p class=a>Some words, and <a href="/a">a link</a>.</p>
<ul>${"<li>An <b>entry</b>\n".repeat(20)}</ul><table><tr><td>a</td></tr></table>\n<pre>\n    code\n</pre>`;
  assert.is(isCostly(part.repeat(10)), false);
  assert.is(isCostly(part.repeat(1000)), false);
});

cost("what would take too long stays as it is", async () => {
  const html = `<div id=a>\n\n<p>a${" ".repeat(64_000)}b</p></div>`;
  assert.is(await createMinifier(createStore()).minify(html), html);
  assert.is(await createMinifier(createStore()).minify("<div id=a>\n\n<p>a</div>"), '<div id="a"><p>a</p></div>');
});

cost("what is too long for its memory stays as it is", async () => {
  const html = `<div id=a>${"<p>a".repeat(2_600_000)}</div>`;
  assert.ok((await createMinifier(createStore()).minify(html)) === html);
});

cost.run();
