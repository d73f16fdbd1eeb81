/** Texts that took time that grew faster than they; `test/long/growth.test.ts` makes more of their kind. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fasterThanInput } from "../long/growing.ts";
import { RULES } from "../long/growing-rules.ts";

const growth = suite("hostile: growth");

/** How long they get: enough to see it. */
const FULL = 30_000;

for (const [rule, unit, before = "", after = ""] of [
  ["Markdown: blocks", "[§]: b\n> "],
  ["Markdown: blocks", "> <div>\n"],
  ["Markdown: blocks", "- <!--\n"],
  ["Markdown: extensions", "# a\n", "\\begin{a}"],
  ["Markdown: code", "1_"],
  ["Markdown: code", "a."],
  ["cards", "W"],
  ["cards", "a "],
  ["header: fields", "1", "", "a: b\n"],
  ["header: fields", "; ", "Title: A", "b\n"],
  ["header: HTML", "<p><td>", "<p>{{ "],
  ["header: menus in YAML", "*a[}]", "\n    ", "\n"],
  ["text: HTML", "<div><td><img src=a>"],
  ["text: HTML", "<template>"],
  ["text: Markdown", "[a](/§)\n"],
  ["text: Markdown", "[a][§] "],
  ["HTML: scan", "<br>", "{{ "],
  ["HTML: scan", " ", "{{"],
  ["HTML: scan", "<b>"],
  ["HTML: minify", '<img src="a" srcset="}<picture>'],
  ["HTML: minify", " ", "<picture></picture><pre>", "</pre>"],
  ["settings: pelicanconf.py", "A§ = 1\n"],
  ["settings: pelicanconf.py", "# a\n"],
  ["compare: half is gone", "a b c d. "],
  ["compare: all is gone", "("],
] as const) {
  growth(`${rule}: ${before}${unit}`, () => {
    const run = RULES.find(({ name }) => name === rule)?.run;
    assert.ok(run);
    assert.is(fasterThanInput({ before, unit, after }, run, FULL), undefined);
  });
}

growth.run();
