import { suite } from "uvu";
import * as assert from "uvu/assert";
import { makeScrollable } from "../../src/plugin/html/scrollable.ts";

const scrollable = suite("makeScrollable");

const box = (name: string) => `<div class="table" role="region" aria-label="${name}" tabindex="0">`;

for (const [what, html, expected] of [
  ["a table", "<p>a</p><TABLE><tr><td>b</TABLE>c", `<p>a</p>${box("Table")}<TABLE><tr><td>b</TABLE></div>c`],
  [
    "tables are named by the heading above, and counted",
    "<h2 id=x>A <em>b</em>\n&amp; c</h2><table></table><table></table><h3>D</h3><table></table>",
    `<h2 id=x>A <em>b</em>\n&amp; c</h2>${box("Table: A b &amp; c")}<table></table></div>` +
      `${box("Table 2: A b &amp; c")}<table></table></div><h3>D</h3>${box("Table: D")}<table></table></div>`,
  ],
  [
    "a table in a table is in its box",
    "<table><tr><td><table></table></td></tr></table>",
    `${box("Table")}<table><tr><td><table></table></td></tr></table></div>`,
  ],
  ["a table that is not closed", "<div><table><tr></div>", "<div><table><tr></div>"],
  ["a table in a comment", "<!-- <table></table> -->", "<!-- <table></table> -->"],
  ["a table in code", "<code>&lt;table></code>", "<code>&lt;table></code>"],
  ["code", '<PRE class="a">b</PRE>', '<PRE tabindex="0" class="a">b</PRE>'],
  ["code that can be focused already", '<pre tabindex="-1">b</pre>', '<pre tabindex="-1">b</pre>'],
  ["code in a table", "<table><td><pre>", '<table><td><pre tabindex="0">'],
  ["text", "<p>table</p>", "<p>table</p>"],
] as const) {
  scrollable(what, () => assert.is(makeScrollable(html), expected));
}

scrollable.run();
