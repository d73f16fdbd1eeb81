import { test } from "uvu";
import { testRows } from "./render.ts";

testRows([
  ["behind an image", "![a](b){: .right width=20 }", '<p><img src="b" alt="a" class="right" width="20"></p>'],
  ["behind an image in a link", "[![a](b){.x}](c)", '<p><a href="c"><img src="b" alt="a" class="x"></a></p>'],
  ["behind a link", '[a](b){:rel="me" .x .y}', '<p><a href="b" rel="me" class="x y">a</a></p>'],
  ["behind a link by name", "[a][b]{#c}\n\n[b]: /d", '<p><a href="/d" id="c">a</a></p>'],
  ["behind an address", "<http://a.org>{.x}", '<p><a href="http://a.org" class="x">http://a.org</a></p>'],
  ["behind emphasis", "*a*{.x}, **b**{.y} c", '<p><em class="x">a</em>, <strong class="y">b</strong> c</p>'],
  ["within emphasis", "*a **b**{.x}*{.y}", '<p><em class="y">a <strong class="x">b</strong></em></p>'],
  ["behind code", "`a`{: .x }", '<p><code class="x">a</code></p>'],
  ["not in code", "`*a*{.x}`", "<p><code>*a*{.x}</code></p>"],
  ["not behind a blank", "*a* {.x}", "<p><em>a</em> {.x}</p>"],
  ["not behind a tag", "<b>a</b>{.x}", "<p><b>a</b>{.x}</p>"],
  ["not behind text", "a{.x}", "<p>a{.x}</p>"],
  ["an escaped brace", "*a*\\{.x}", "<p><em>a</em>{.x}</p>"],
  [
    "signs behind backslashes",
    '[a](b){: x="\\_c" } [a](b)\\{.d\\}',
    '<p><a href="b" x="_c">a</a> <a href="b">a</a>{.d}</p>',
  ],
  ["over the end of a line", '![a](b){.x\nwidth="2"} c', '<p><img src="b" alt="a" class="x" width="2"> c</p>'],
  ["a value in other quotes", "*a*{title='b \"c\"'}", '<p><em title="b &quot;c&quot;">a</em></p>'],
  ["an entity in a value", '*a*{title="b &amp; c"}', '<p><em title="b &amp; c">a</em></p>'],
  ["a value is escaped", '*a*{title="b < c"}', '<p><em title="b &lt; c">a</em></p>'],
  ["a class in letters of any script", "*a*{.größe}", '<p><em class="größe">a</em></p>'],
  ["a word alone", "*a*{: hidden }", '<p><em hidden="hidden">a</em></p>'],
  ["a word in braces is text", "*a*{b} *c*{{ d }}", "<p><em>a</em>{b} <em>c</em>{{ d }}</p>"],
  ["an empty list is one", "*a*{: }", "<p><em>a</em></p>"],
  ["no list", "*a*{} *b*{.c", "<p><em>a</em>{} <em>b</em>{.c</p>"],
]);

testRows([
  ["the last line of a paragraph", "a *b*\n{: .lead }\n\nc", '<p class="lead">a <em>b</em></p><p>c</p>'],
  ["behind a broken line", "a  \nb\n{.x}", '<p class="x">a<br>\nb</p>'],
  ["a line among others is text", "a\n{.x}\nb", "<p>a\n{.x}\nb</p>"],
  ["a paragraph of its own is text", "a\n\n{: .x }", "<p>a</p><p>{: .x }</p>"],
  ["a quotation's paragraph", "> a\n> {: .x }", '<blockquote><p class="x">a</p></blockquote>'],
  ["an item of a list", "- a\n- b\n  {: .x }", '<ul><li>a</li><li class="x">b</li></ul>'],
  ["an item above a list", "- a\n  {: .x }\n    - b", '<ul><li class="x">a<ul><li>b</li></ul></li></ul>'],
  ["a paragraph of an item", "- a\n\n    b\n    {: .x }", '<ul><li><p>a</p><p class="x">b</p></li></ul>'],
  ["a term", "a {.x}\n:   b", '<dl><dt class="x">a</dt><dd>b</dd></dl>'],
  ["a definition", "a\n:   b\n    {.x}", '<dl><dt>a</dt><dd class="x">b</dd></dl>'],
  [
    "cells of a table",
    "|a {.x}|b|\n|--|--|\n|c {: #y }|*d*{.z}|",
    '<table><thead><tr><th class="x">a</th><th>b</th></tr></thead>' +
      '<tbody><tr><td id="y">c</td><td><em class="z">d</em></td></tr></tbody></table>',
  ],
  ["a heading with closing hashes", "## a ## {: #b }", '<h2 id="b">a</h2>'],
  ["an underlined heading", "a {.x}\n---", '<h2 class="x" id="a">a</h2>'],
  ["emphasis in a heading", "# *a*{.x} b {.y}", '<h1 class="y" id="a-b"><em class="x">a</em> b</h1>'],
]);

test.run();
