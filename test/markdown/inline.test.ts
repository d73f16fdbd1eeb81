import { test } from "uvu";
import * as assert from "uvu/assert";
import { createMarkdown } from "../../src/plugin/markdown/index.ts";
import { markdownSetting } from "../../src/plugin/settings/markdown.ts";
import { testRows } from "./render.ts";

testRows([
  ["an underscore in a word", "snake_case_name _a_", "<p>snake_case_name <em>a</em></p>"],
  ["strong before a letter", "**Note:**text", "<p><strong>Note:</strong>text</p>"],
  ["strong with blanks inside", "** a** and **b **", "<p><strong> a</strong> and <strong>b </strong></p>"],
  ["neighbours", "**a** and **b**", "<p><strong>a</strong> and <strong>b</strong></p>"],
  ["a star is a star", "2 * 3 * 4", "<p>2 * 3 * 4</p>"],
  ["a line to fill in", "the ____ of ____", "<p>the ____ of ____</p>"],
  ["quotes, dashes and dots stay", '"a" -- b... (c)', "<p>&quot;a&quot; -- b... (c)</p>"],
  ["tildes are text", "~~a~~", "<p>~~a~~</p>"],
  ["two blanks break a line", "a  \nb", "<p>a<br>\nb</p>"],
  ["a backslash does not", "a\\\nb", "<p>a\\\nb</p>"],
  [
    "backslashes before what Markdown has signs of",
    "\\\\ \\` \\* \\_ \\{ \\} \\[ \\] \\( \\) \\> \\# \\+ \\- \\. \\! \\|",
    "<p>\\ ` * _ { } [ ] ( ) &gt; # + - . ! |</p>",
  ],
  [
    "before anything else they stay",
    "\\, \\; \\% \\& \\~ \\$ \\a \\<b>c</b>",
    "<p>\\, \\; \\% \\&amp; \\~ \\$ \\a \\<b>c</b></p>",
  ],
  ["a backslash at the end", "a\\", "<p>a\\</p>"],
  ["entities and inline HTML", "&copy; <b>a</b>", "<p>© <b>a</b></p>"],
  [
    "a script within a line is nobody's text",
    'a <script>b("c" && *d*)</script> *e* <STYLE media="f">g > "h"</style>',
    '<p>a <script>b("c" && *d*)</script> <em>e</em> <STYLE media="f">g > "h"</style></p>',
  ],
  ["one that nothing closes", 'a <script> "b" <script>', "<p>a <script> &quot;b&quot; <script></p>"],
  ["what is no tag is text", "Set<Class<?>> a <!B> c ?>", "<p>Set&lt;Class&lt;?&gt;&gt; a &lt;!B&gt; c ?&gt;</p>"],
  ["a comment is a comment", "a <!-- b --> c", "<p>a <!-- b --> c</p>"],
  [
    "a tag that browsers understand",
    "<img src='a.png')> a < b='c' > <cell at 0: 1> <unit x='1':>",
    "<p><img src='a.png')> a &lt; b='c' &gt; &lt;cell at 0: 1&gt; &lt;unit x='1':&gt;</p>",
  ],
]);

testRows([
  ["no bare addresses", "http://a.org", "<p>http://a.org</p>"],
  ["an address in brackets", "<http://a.org>", '<p><a href="http://a.org">http://a.org</a></p>'],
  [
    "an address with blanks and signs in brackets",
    "<http://a.org/b c\\#d>",
    '<p><a href="http://a.org/b%20c#d">http://a.org/b c#d</a></p>',
  ],
  [
    "a widget's tags are no address",
    "<gcse:search></gcse:search> <xmpp:a@b.org>",
    '<p><gcse:search></gcse:search> <a href="xmpp:a@b.org">xmpp:a@b.org</a></p>',
  ],
  ["a mail address in brackets", "<a@b.org>", '<p><a href="mailto:a@b.org">a@b.org</a></p>'],
  ["xmpp", "[a](xmpp:a@b.org?join)", '<p><a href="xmpp:a@b.org?join">a</a></p>'],
  ["addresses stay as written", "[a](http://é.org/ü%20x)", '<p><a href="http://é.org/ü%20x">a</a></p>'],
  ["an address with a blank", "[a *b*](c d)", '<p><a href="c%20d">a <em>b</em></a></p>'],
  ["a title with quotes", '[a](b ""c" d")', '<p><a href="b" title="&quot;c&quot; d">a</a></p>'],
  ["an address over two lines", "[a](b\nc)", '<p><a href="bc">a</a></p>'],
  ["an image with such a title", '![a](b ""c" d")', '<p><img src="b" alt="a" title="&quot;c&quot; d"></p>'],
  ["script is not linked", "[a](javascript:b)", "<p>[a](javascript:b)</p>"],
  ["script behind a blank is not linked", "[a](java\tscript:b c)", '<p><a href="java%09script:b%20c">a</a></p>'],
  ["script in brackets is not linked", "[a](<javascript:b c>)", "<p>[a](&lt;javascript:b c&gt;)</p>"],
  ["data is not linked", "[a](data:text/html,b)", "<p>[a](data:text/html,b)</p>"],
]);

testRows([["a picture's text", "![a\\_b\\* `c` *d*](/e)", '<p><img src="/e" alt="a_b* c d"></p>']]);

testRows(
  [
    ["exact: too many marks of code", "``a` ```b` ````", "<p><code>`a</code> <code>``b</code> ````</p>"],
    ["exact: a title with no blank before it", '[a](b""c d")', '<p><a href="b" title="&quot;c d">a</a></p>'],
    [
      "exact: a definition with any title",
      '[a]: <> (b (c) ![d](e))\n\n[f]\n[f]: g "h "i""',
      '<p><a href="g" title="h &quot;i&quot;">f</a></p>',
    ],
    [
      "exact: a mark behind the address",
      '[a](b" "c") [d]\n\n[d]: e" "f"',
      '<p><a href="b" title="&quot;c">a</a> <a href="e&quot;" title="f">d</a></p>',
    ],
    ["exact: a picture's text", "![a\\_b `c` (d|e)*f*](/g)", '<p><img src="/g" alt="a_b c (d|e)*f*"></p>'],
    ["exact: blanks at the ends of code", "` a` `b ` `` ` ``", "<p><code>a</code> <code>b</code> <code>`</code></p>"],
  ],
  { exact: true },
);

testRows([
  ["a blank in a reference", "[a] [b]\n\n[a]: /c\n[b]: /d", '<p><a href="/d">a</a></p>'],
  ["an image's, too", "![a]\n[b]\n\n[b]: /d", '<p><img src="/d" alt="a"></p>'],
  ["of two definitions the last", "[a]\n\n[a]: /b\n[a]: /c", '<p><a href="/c">a</a></p>'],
  ["a short one before what is none", "[a][b] [c]\n\n[a]: /d", '<p><a href="/d">a</a>[b] [c]</p>'],
  ["an address goes before it", "[a](/b)\n\n[a]: /c", '<p><a href="/b">a</a></p>'],
]);

testRows(
  [
    ["exact: both", "***a*** __b _c___", "<p><strong><em>a</em></strong> <strong>b <em>c</em></strong></p>"],
    ["exact: one ends first", "***a** b*", "<p><em><strong>a</strong> b</em></p>"],
    ["exact: both end at once", "**a *b***", "<p><strong>a <em>b</em></strong></p>"],
    ["exact: strong within emphasis", "*a **b** c*", "<p><em>a <strong>b</strong> c</em></p>"],
    ["exact: one way in the other", "_a *b* c_ **_d_**", "<p><em>a <em>b</em> c</em> <strong><em>d</em></strong></p>"],
    ["exact: stars go first", "*a _b* c_", "<p><em>a _b</em> c_</p>"],
    ["exact: blanks within", "**a **b* c*", "<p><strong>a </strong>b<em> c</em></p>"],
    ["exact: what is passed is looked at again", "**a *b* c*", "<p><em><em>a </em>b</em> c*</p>"],
    ["exact: what stands alone", "2 * 3 * 4 _ ____ c", "<p>2 * 3 * 4 _ ____ c</p>"],
    ["exact: words", "a_b_c _d_e_ __f__g", "<p>a_b_c <em>d_e</em> __f__g</p>"],
    [
      "exact: over code, tags and links",
      "*a `*` <b>c</b> [*d](e)* \\*",
      '<p><em>a <code>*</code> <b>c</b> <a href="e">*d</a></em> *</p>',
    ],
    ["exact: a word in braces is taken away", "*a*{b} *c*{d+1}", "<p><em>a</em> <em>c</em>{d+1}</p>"],
  ],
  { exact: true },
);

test("two pages do not know of each other", () => {
  const render = createMarkdown();
  render("# a\n\n[^x] HTML\n\n[^x]: y\n*[HTML]: z\n[r]: /s");
  assert.is(render("# a\n\n[^x] HTML [r]"), '<h1 id="a">a</h1>\n<p>[^x] HTML [r]</p>\n');
});

testRows([
  ["references as browsers read them", "&#150; &#x99; &#128; &#0; &#65;", "<p>– ™ € � A</p>"],
  ["a reference behind a backslash", "&\\#60; &\\#x41;", "<p>&lt; A</p>"],
]);

const HARD: readonly string[] = [
  "",
  "\0",
  "a".repeat(1e6),
  "- ".repeat(2e4),
  "[a](".repeat(2e4),
  "[a](b c ".repeat(1e4),
  "<div>\n".repeat(2e4),
  "<!--".repeat(2e4),
  "**a ".repeat(2e4),
  "- a\n".repeat(2e4),
  "# a\n".repeat(2e4),
  '<div markdown="1">'.repeat(2e3) + "</div>".repeat(2e3),
  "[TOC]\n\n".repeat(1e4),
];

for (const source of HARD) {
  test(`hard: ${JSON.stringify(source.slice(0, 20))} × ${source.length}`, () => {
    assert.type(createMarkdown()(source), "string");
  });
}

test("hard: marks by Python-Markdown's rules", () => {
  const render = createMarkdown(markdownSetting.parse({ exact: true }));
  for (const part of ["**a ", "***a ", "_a ", "__a ", "**a*b ", "*_a "]) assert.ok(render(part.repeat(5000)));
  for (const part of ["`` ", "```a\n\n", "> > ", "> a\n"]) assert.ok(render(part.repeat(5000)));
  assert.ok(render(`${"```` ``` `` ".repeat(5000)}a`));
  assert.ok(render(`***${"*a ".repeat(1e4)}`));
});

test.run();
