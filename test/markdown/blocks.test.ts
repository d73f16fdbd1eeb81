import { test } from "uvu";
import { testRows } from "./render.ts";

const line = (number: number, text: string) => `<span class="line" data-line="${number}">${text}\n</span>`;

testRows([
  [
    "a fence with a language",
    "```text\n<a/>\n```",
    '<pre tabindex="0"><code class="language-text">&lt;a/&gt;\n</code></pre>',
  ],
  ["tildes", "~~~ text\na\n~~~", '<pre tabindex="0"><code class="language-text">a\n</code></pre>'],
  [
    "braces and lines",
    '```{.text hl_lines="1"}\na\n```',
    '<pre tabindex="0"><code class="language-text"><mark class="hll">a\n</mark></code></pre>',
  ],
  [
    "a word and lines",
    '``` text hl_lines="1"\na\n```',
    '<pre tabindex="0"><code class="language-text"><mark class="hll">a\n</mark></code></pre>',
  ],
  ["no language", "```\n<a/>\n```", '<pre tabindex="0"><code>&lt;a/&gt;\n</code></pre>'],
  ["colons", "    :::text\n    a", '<pre tabindex="0"><code class="language-text">a\n</code></pre>'],
  ["a shebang", "    #!c++\n    a", `<pre tabindex="0"><code class="language-c++">${line(1, "a")}</code></pre>`],
  [
    "a shebang with a path is code",
    "    #!/usr/bin/env tcl\n    a",
    `<pre tabindex="0"><code class="language-tcl">${line(1, "#!/usr/bin/env tcl")}${line(2, "a")}</code></pre>`,
  ],
  ["colons and what is no language", "    :::[]\n    a", '<pre tabindex="0"><code>a\n</code></pre>'],
  ["colons of a program", "    ::a()\n    b", '<pre tabindex="0"><code>::a()\nb\n</code></pre>'],
  ["colons within code", "    a\n    :::xml", '<pre tabindex="0"><code>a\n:::xml\n</code></pre>'],
]);

testRows([
  [
    "a stanza",
    "```xml\n<a b='c'/>\n```",
    '<pre tabindex="0"><code class="language-xml"><span class="hljs-tag">&lt;<span class="hljs-name">a</span> ' +
      '<span class="hljs-attr">b</span>=<span class="hljs-string">\'c\'</span>/&gt;</span></code></pre>',
  ],
  [
    "an indented block",
    "    :::json\n    [1]",
    '<pre tabindex="0"><code class="language-json"><span class="hljs-punctuation">[</span>' +
      '<span class="hljs-number">1</span><span class="hljs-punctuation">]</span></code></pre>',
  ],
  [
    "a name that every object has is no language",
    "```constructor\na\n```",
    '<pre tabindex="0"><code class="language-constructor">a\n</code></pre>',
  ],
]);

testRows([
  ["a block across blank lines", "<div>\n\n*a*\n\n</div>\n\n*b*", "<div>\n\n*a*\n\n</div><p><em>b</em></p>"],
  ["blocks in a block", "<div>\n<div>\n*a*\n</div>\n*b*\n</div>", "<div><div>\n*a*\n</div>\n*b*\n</div>"],
  ["an element of the text", '<a name="b"></a>\n*a*', '<p><a name="b"></a><em>a</em></p>'],
  ["a tag without its end", "<p>\n*a*", "<p><p><em>a</em></p>"],
  ["an end without its tag", "</p>\n*a*", "</p><p><em>a</em></p>"],
  [
    "a tag over some lines",
    '<div\n    class="a"\n>\n*b*\n</div>\n*c*',
    '<div\n    class="a"\n>\n*b*\n</div><p><em>c</em></p>',
  ],
  ["a comment", "<!-- a\n\n*b* -->\n\nc", "<!-- a\n\n*b* --><p>c</p>"],
  ["straight after a paragraph", "a\n<hr>\nb", "<p>a</p><hr><p>b</p>"],
  [
    "Markdown in HTML",
    '<div class="a" markdown="1">\n*b*\n\n- c\n</div>',
    '<div class="a"><p><em>b</em></p><ul><li>c</li></ul></div>',
  ],
  ["Markdown in a text element", '<p markdown="1">*a*</p>', "<p><em>a</em></p>"],
  [
    "Markdown in Markdown in HTML",
    '<div markdown="1"><div markdown="1">*a*</div></div>',
    "<div><div><p><em>a</em></p></div></div>",
  ],
]);

testRows([
  [
    "a table",
    "a | b\n--|:-:\nc | d",
    "<table><thead><tr><th>a</th>" +
      '<th class="align-center">b</th></tr></thead><tbody><tr><td>c</td><td class="align-center">d</td></tr></tbody>' +
      "</table>",
  ],
  ["text behind a block", "<div>a</div> *b*\nc", "<div>a</div><p><em>b</em>\nc</p>"],
  ["blocks behind a block", "<p>a</p><p>b</p>     *c*", "<p>a</p><p>b</p><p><em>c</em></p>"],
  [
    "a declaration in a quotation is text",
    "> a\n> <!B c>\n> <!-- d -->",
    "<blockquote><p>a\n&lt;!B c&gt;</p><!-- d --></blockquote>",
  ],
  ["text behind a rule", "<hr> *a*\n\n<HR/>", "<hr><p><em>a</em></p><HR/>"],
  ["text behind a comment", "<!-- a --> *b*", "<!-- a --><p><em>b</em></p>"],
  ["behind a block in a list", "- <div>a</div> b\n- c", "<ul><li><div>a</div>\nb</li><li>c</li></ul>"],
  [
    "fenced code in HTML",
    "<details>\n```text\n</details> *a*\n```\n</details>\n*b*",
    '<details><pre tabindex="0"><code class="language-text">&lt;/details&gt; *a*\n</code></pre></details><p><em>b</em></p>',
  ],
  ["fences in HTML that is code", "<pre>\n```\na\n```\n</pre>", "<pre>\n```\na\n```\n</pre>"],
  ["a fence in HTML that nothing closes", "<div>\n~~~\n````\n*a*\n</div>", "<div>\n~~~\n````\n*a*\n</div>"],
  [
    "tags in code are no part of HTML",
    "<div>\n\na\n\n</div>\n\n~~~\n<div>\n~~~\n*b*\n</div>",
    '<div>\n\na\n\n</div><pre tabindex="0"><code>&lt;div&gt;\n</code></pre><p><em>b</em></p></div>',
  ],
  ["quotations with a blank line between", "> a\n\n> b", "<blockquote><p>a</p><p>b</p></blockquote>"],
  [
    "quotations with text between",
    "> a\n\nb\n\n> c",
    "<blockquote><p>a</p></blockquote><p>b</p><blockquote><p>c</p></blockquote>",
  ],
  ["a paragraph of no-break spaces", "a\n\n\u00a0\n\nb", "<p>a</p><p>b</p>"],
  ["a reference after text", "[a][1]\n[1]: /b", '<p><a href="/b">a</a></p>'],
]);

testRows([
  [
    "footnotes count by mention",
    "a[^x] b[^y] c[^x]\n\n[^y]: why\n[^x]: *ex*\n\n    more",
    '<p>a<sup id="fnref:x"><a class="footnote-ref" href="#fn:x" role="doc-noteref">1</a></sup> ' +
      'b<sup id="fnref:y"><a class="footnote-ref" href="#fn:y" role="doc-noteref">2</a></sup> ' +
      'c<sup id="fnref2:x"><a class="footnote-ref" href="#fn:x" role="doc-noteref">1</a></sup></p>' +
      '<section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:x"><p><em>ex</em></p><p>more ' +
      '<a class="footnote-backref" href="#fnref:x" role="doc-backlink" aria-label="Jump back to footnote 1 in the text">↩</a>' +
      '<a class="footnote-backref" href="#fnref2:x" role="doc-backlink" aria-label="Jump back to footnote 1 in the text">↩</a>' +
      '</p></li><li id="fn:y"><p>why ' +
      '<a class="footnote-backref" href="#fnref:y" role="doc-backlink" aria-label="Jump back to footnote 2 in the text">↩</a>' +
      "</p></li></ol></section>",
  ],
  ["a note that is not there", "a[^x]", "<p>a[^x]</p>"],
  ["an abbreviation", "XML, XMLish\n\n*[XML]: A & B", '<p><abbr title="A &amp; B">XML</abbr>, XMLish</p>'],
]);

testRows([
  ["pandoc: HTML in code", "a `<b>`{=html}c`</b>`{=html} `d`{=latex}", "<p>a <b>c</b> <code>d</code>{=latex}</p>"],
  [
    "pandoc: words with attributes",
    '[red *words*]{.a\nstyle="color: red"} [x][y]{.b} [c]{d} [e]\n\n[y]: z',
    '<p><span class="a" style="color: red">red <em>words</em></span> <a href="z" class="b">x</a> [c]{d} [e]</p>',
  ],
  [
    "pandoc: signs behind backslashes",
    'It\\\'s \\"a\\"\\ b\\~ \\$5 `\\"`\\\n  C:\\d',
    "<p>It's &quot;a&quot;\u00a0b~ $5 <code>\\&quot;</code><br>\nC:\\d</p>",
  ],
  ["no pandoc: signs behind backslashes", "Erd\\\"os \\'e\\\nx", "<p>Erd\\&quot;os \\'e\\\nx</p>"],
  [
    "no pandoc: they are in code",
    "`it\\'s`\n\n```\ndon\\'t\n```\n\\$5 \\^b",
    "<p><code>it\\'s</code></p><pre tabindex=\"0\"><code>don\\'t\n</code></pre><p>\\$5 \\^b</p>",
  ],
  ["pandoc: HTML in a fence", "```{=html}\n<hr>\n```", "<hr>"],
  [
    "pandoc: a box",
    "a\n\n::: {#b .c}\n*d*\n\n- e\n:::\n\nf",
    '<p>a</p><div id="b" class="c"><p><em>d</em></p><ul><li>e</li></ul></div><p>f</p>',
  ],
  ["pandoc: boxes in a box", "::: a\n:::: {.b}\nc\n::::\n:::", '<div class="a"><div class="b"><p>c</p></div></div>'],
  ["pandoc: no end is no box", "::: a\nb", "<p>::: a\nb</p>"],
  ["pandoc: an end alone is text", "a\n\n:::\n\nb", "<p>a</p><p>:::</p><p>b</p>"],
]);

testRows([
  ["text in center", "<center>\n![a](b) *c*\n</center>", '<center><img src="b" alt="a"> <em>c</em></center>'],
  ["paragraphs in center", "<center>\n\n*a*\n\nb\n\n</center>", "<center><p><em>a</em></p><p>b</p></center>"],
  ["a paragraph in center", "<center>\n\n*a*\n\n</center>", "<center><p><em>a</em></p></center>"],
  ["what is said of it holds", '<center markdown="block">\n*a*\n</center>', "<center><p><em>a</em></p></center>"],
  ["other blocks stay as they are", "<div>\n*a*\n</div>", "<div>\n*a*\n</div>"],
  [
    "an image by a reference without a name",
    '![][] and ![][]\n\n[]: /a.jpg "b"',
    '<p><img src="/a.jpg" alt="" title="b"> and <img src="/a.jpg" alt="" title="b"></p>',
  ],
  ["no script by one", "![][]\n\n[]: javascript:a", "<p>![][]</p>"],
  ["without its address it is text", "![][]", "<p>![][]</p>"],
]);

testRows(
  [
    ["exact: a fence that nothing ends", "a\n\n```text\nb\n\nc\n~~~", "<p>a</p><p>```text\nb</p><p>c\n~~~</p>"],
    ["exact: one that ends", "~~~~\n~~~\na\n~~~~", '<pre tabindex="0"><code>~~~\na\n</code></pre>'],
    [
      "exact: a quotation goes on to the blank line",
      "> a\nb\n> c\n# d\n\ne",
      '<blockquote><p>a\nb\nc</p><h1 id="d">d</h1></blockquote><p>e</p>',
    ],
    [
      "exact: code in it",
      ">     a\n     b\n\nc",
      '<blockquote><pre tabindex="0"><code>a\n b\n</code></pre></blockquote><p>c</p>',
    ],
    [
      "exact: up to code or HTML",
      "> a\n```\n> b\n```\n> c\n<p>d</p>",
      '<blockquote><p>a</p></blockquote><pre tabindex="0"><code>&gt; b\n</code></pre><blockquote><p>c</p></blockquote><p>d</p>',
    ],
    [
      "exact: quotations in each other",
      "- a\n\n    > b\n    > > c\n\n> d\n\n> e",
      "<ul><li><p>a</p><blockquote><p>b</p><blockquote><p>c</p></blockquote></blockquote></li></ul><blockquote><p>d</p><p>e</p></blockquote>",
    ],
    [
      "exact: a row begins with the mark of a heading or of a list",
      "a | b\n--|--\n#c | d\n* | e\n\nf | g\n---\n# h | i",
      "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>#c</td><td>d</td></tr><tr><td>*</td><td>e</td></tr></tbody></table>" +
        '<h2 id="f-g">f | g</h2><h1 id="h-i">h | i</h1>',
    ],
    [
      "exact: a table with bars below its head",
      "| a | b |\n| | |\n| c | d |",
      "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>",
    ],
  ],
  { exact: true },
);

testRows([
  [
    "what only closes an element is no element",
    "<a href='b'><center>\n    c\n</center></a>",
    "<p><a href='b'><center>\nc</p></center></a>",
  ],
]);

test.run();
