/** Texts that took time that grew faster than they; `test/long/growth.test.ts` makes more of their kind. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fasterThanInput } from "../long/growing.ts";
import { RULES } from "../long/growing-rules.ts";

const growth = suite("hostile: growth");

/** How long they get: enough to see it. */
const FULL = 30_000;

for (const [rule, unit, before = "", after = "", closing = ""] of [
  ["Markdown: blocks", "[§]: b\n> "],
  ["Markdown: blocks", "> <div>\n"],
  ["Markdown: blocks", "- <!--\n"],
  ["Markdown: extensions", "# a\n", "\\begin{a}"],
  ["Markdown: extensions", " ", "# a", "b {#c}\n"],
  ["Markdown: extensions", " a§=b", "*a*{.b", "}"],
  ["Markdown: extensions", " ", "{% img /a", "b %}"],
  ["Markdown: lines in blocks", " ", "<div a", 'b markdown="1">a</div>\n'],
  ["Markdown: lines in blocks", '="a', "a <a "],
  ["Markdown: lines in blocks", " ", "a|b\n", "c\n"],
  ["Markdown: lines in blocks", "`a|`b", "a|b\n-|-\n"],
  ["Markdown: lines in blocks", "*[A]: b\na"],
  ["Markdown: lines in blocks", " a=[", "```\n", "\n```\n"],
  ["Markdown: lines in blocks", "hl_lines=[", "    :::a ", "\n"],
  ["Markdown: lines in blocks", "`${\n", '```js hl_lines="1"\n', "```\n"],
  ["Markdown: lines in blocks", "[^§] ", "///Footnotes Go Here///\n\n", "\n", "\n\n[^§]: a"],
  ["Markdown: code", "1_"],
  ["Markdown: code", "a."],
  ["cards", "W"],
  ["cards", "a "],
  ["header: fields", "1", "", "a: b\n"],
  ["header: fields", "; ", "Title: A", "b\n"],
  ["header: fields", " ", "Titel", ": a\n"],
  ["header: fields", "—", "", "a\n"],
  ["header: fields", "Dropdown_menu_elem_nam: a\n"],
  ["header: menus in YAML", "\n      b§: a", "\n  dropdown:\n    - a: b", "\n"],
  ["header: HTML", "<p><td>", "<p>{{ "],
  ["header: menus in YAML", "*a[}]", "\n    ", "\n"],
  ["pages", "Parent_id: p§\n", "Lang: en\n"],
  ["pages", "Date: 2020-01-01|Tags: a§\n"],
  ["text: HTML", "<div><td><img src=a>"],
  ["text: HTML", "<template>"],
  ["text: Markdown", "[a](/§)\n"],
  ["text: Markdown", "[a][§] "],
  ["text: Markdown", "{: #§ }\n"],
  ["text: Markdown", "[a](#b§) ", "", "\n", "\n\n## c§\n"],
  ["text: Markdown", "[a](/b§/1) "],
  ["text: Markdown", "a ", "{{ "],
  ["text: Markdown", "aaaa ", "[", "\n"],
  ["text: Markdown", "“", "[a](a", "b)"],
  ["stylesheets", "url(a§)"],
  ["HTML: scan", "<br>", "{{ "],
  ["HTML: scan", " ", "{{"],
  ["HTML: scan", "<b>"],
  ["HTML: minify", '<img src="a" srcset="}<picture>'],
  ["HTML: minify", " ", "<picture></picture><pre>", "</pre>"],
  ["HTML: minify", "\u00a0", "a", "b"],
  ["HTML: minify", " ", '<a class="a', 'b">a</a>'],
  ["HTML: minify", ' a§="b"', "<a ", ">a</a>"],
  ["HTML: minify", " ", '<script type="a', 'b">a</script>'],
  ["menus: two versions", "a§\n"],
  ["pages: findings", "Slug: a|Date: 2020-01-01\n"],
  ["settings: what init makes of them", "A.add(§)\n", "A = set()\n"],
  ["settings: what init makes of them", "'a§', ", "PLUGINS = [", "]\n"],
  ["settings: what init makes of them", "'a§', ", "DIRECT_TEMPLATES = [", "]\n"],
  ["settings: patterns of paths", "*a", "", "c"],
  ["settings: patterns of paths", "["],
  ["settings: expressions of Python", "["],
  ["settings: fields by paths", "a§\n"],
  ["settings: patterns of paths, long paths", "ab", "", "c"],
  ["stylesheets: as they are written", " ", "url("],
  ["templates: layouts", "{#"],
  ["templates: layouts", "a", "{{ ", "}}"],
  ["templates: Pelican's", "{{ "],
  ["convert: fields of AsciiDoc", ":a§: b\n"],
  ["convert: fields of AsciiDoc", " \\\n", ":a: b"],
  ["settings: pelicanconf.py", "A§ = 1\n"],
  ["settings: pelicanconf.py", "# a\n"],
  ["settings: pelicanconf.py", "1", "A = 0", "a\n"],
  ["convert: notebooks", " ", "# a", "b"],
  ["convert: notebooks", " ", "title: a\nsubcells:", "b"],
  ["convert: notebooks", "attachment:a.png "],
  ["editors", "a§: b\n"],
  ["fix and modernize", "    a\n", "Dropdown_menu_elem_name_1: a\nDropdown_menu_elem_url_1: a\nSummary: a\n"],
  ["compare: half is gone", "a b c d. "],
  ["compare: all is gone", '<a href="a§">a§</a><li>', "<nav><ul>"],
  ["compare: all is gone", "("],
  ["compare: all is gone", "a", '<img src="', '/b.png">'],
] as const) {
  growth(`${rule}: ${before}${unit}${closing}${after}`, () => {
    const found = RULES.find(({ name }) => name === rule);
    assert.ok(found);
    assert.is(fasterThanInput({ before, unit, closing, after }, found.run, found.full ?? FULL), undefined);
  });
}

growth.run();
