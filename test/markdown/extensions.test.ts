import { test } from "uvu";
import * as assert from "uvu/assert";
import type { z } from "zod";
import { createMarkdown } from "../../src/plugin/markdown/index.ts";
import { markdownSetting } from "../../src/plugin/settings/markdown.ts";

type Setting = z.input<typeof markdownSetting>;

const compact = (html: string) => html.replace(/>\n+/g, ">").trim();

const rows: readonly (readonly [name: string, setting: Setting, markdown: string, html: string, without: string])[] = [
  [
    "admonition",
    { admonition: true },
    'a\n!!! danger extra "*Do* not"\n    b\n\n    - c\n\nd',
    '<p>a</p><div class="admonition danger extra"><p class="admonition-title"><em>Do</em> not</p><p>b</p><ul><li>c</li></ul></div><p>d</p>',
    '<p>a\n!!! danger extra &quot;<em>Do</em> not&quot;\nb</p><pre tabindex="0"><code>- c\n</code></pre><p>d</p>',
  ],
  [
    "admonition: a title of its kind",
    { admonition: true },
    "!!! note\n    a",
    '<div class="admonition note"><p class="admonition-title">Note</p><p>a</p></div>',
    "<p>!!! note\na</p>",
  ],
  [
    "admonition: no title, in a list",
    { admonition: true },
    '- a\n\n    !!! tip ""\n        b',
    '<ul><li><p>a</p><div class="admonition tip"><p>b</p></div></li></ul>',
    "<ul><li><p>a</p><p>!!! tip &quot;&quot;\nb</p></li></ul>",
  ],
  ["nl2br", { nl2br: true }, "a\nb", "<p>a<br>b</p>", "<p>a\nb</p>"],
  [
    "smarty",
    { smarty: true },
    "\"a\" -- `'b'` --- c's '80s...",
    "<p>“a” – <code>'b'</code> — c’s ’80s…</p>",
    "<p>&quot;a&quot; -- <code>'b'</code> --- c's '80s...</p>",
  ],
  [
    "tasklist",
    { tasklist: true },
    "- [ ] a\n- [x] *b*\n- [c] d",
    '<ul><li class="task-list-item"><label><input type="checkbox" disabled> a</label></li>' +
      '<li class="task-list-item"><label><input type="checkbox" disabled checked> <em>b</em></label></li><li>[c] d</li></ul>',
    "<ul><li>[ ] a</li><li>[x] <em>b</em></li><li>[c] d</li></ul>",
  ],
  [
    "wikilinks",
    { wikilinks: {} },
    "[[A page]] `[[b]]` [[c|d]]",
    '<p><a href="/A_page/" class="wikilink">A page</a> <code>[[b]]</code> [[c|d]]</p>',
    "<p>[[A page]] <code>[[b]]</code> [[c|d]]</p>",
  ],
  [
    "wikilinks: addresses",
    { wikilinks: { base_url: "/wiki/", end_url: ".html", html_class: "" } },
    "[[a b]]",
    '<p><a href="/wiki/a_b.html">a b</a></p>',
    "<p>[[a b]]</p>",
  ],
  [
    "magiclink",
    { magiclink: true },
    "see https://a.example/b, a.example, www.a.example.",
    '<p>see <a href="https://a.example/b">https://a.example/b</a>, a.example, <a href="http://www.a.example">www.a.example</a>.</p>',
    "<p>see https://a.example/b, a.example, www.a.example.</p>",
  ],
  [
    "tilde",
    { tilde: true },
    "~~a *b*~~ H~2~O ~/c ~ d",
    "<p><del>a <em>b</em></del> H<sub>2</sub>O ~/c ~ d</p>",
    "<p>~~a <em>b</em>~~ H~2~O ~/c ~ d</p>",
  ],
  [
    "caret",
    { caret: true },
    "^^a b^^ x^2^ `^c^` d ^ e",
    "<p><ins>a b</ins> x<sup>2</sup> <code>^c^</code> d ^ e</p>",
    "<p>^^a b^^ x^2^ <code>^c^</code> d ^ e</p>",
  ],
  [
    "mark",
    { mark: true },
    "==a== b==c==d e == f",
    "<p><mark>a</mark> b==c==d e == f</p>",
    "<p>==a== b==c==d e == f</p>",
  ],
  [
    "del_ins",
    { del_ins: true },
    "++a++ ~~b~~ C++ d",
    "<p><ins>a</ins> <del>b</del> C++ d</p>",
    "<p>++a++ ~~b~~ C++ d</p>",
  ],
  [
    "smartsymbols",
    { smartsymbols: true },
    "a --> b <-- c <--> d (c) (tm) (r) +/- =/= c/o 1/2 21/2 1/10 the 1st, 22nd, 13th, 0th `-->` [e (c)](/1st) <http:a/1st>",
    "<p>a → b ← c ↔ d © ™ ® ± ≠ ℅ ½ 21/2 1/10 the 1<sup>st</sup>, 22<sup>nd</sup>, 13<sup>th</sup>, 0<sup>th</sup> <code>--&gt;</code> " +
      '<a href="/1st">e ©</a> <a href="http:a/1st">http:a/1st</a></p>',
    "<p>a --&gt; b &lt;-- c &lt;--&gt; d (c) (tm) (r) +/- =/= c/o 1/2 21/2 1/10 the 1st, 22nd, 13th, 0th <code>--&gt;</code> " +
      '<a href="/1st">e (c)</a> <a href="http:a/1st">http:a/1st</a></p>',
  ],
  [
    "details",
    { details: true },
    '??? note extra "*More* of it"\n    a\n\n    - b\n\n???+ "Übung"\n    c\n\n??? 注意\n    d',
    '<details class="note extra"><summary><em>More</em> of it</summary><p>a</p><ul><li>b</li></ul></details>' +
      '<details open=""><summary>Übung</summary><p>c</p></details><details class="注意"><summary>注意</summary><p>d</p></details>',
    `<p>??? note extra &quot;<em>More</em> of it&quot;\na</p><pre tabindex="0"><code>- b\n</code></pre><p>???+ &quot;Übung&quot;\nc</p><p>??? 注意\nd</p>`,
  ],
  [
    "codehilite: all lines have numbers",
    { codehilite: { linenums: true } },
    "    a",
    '<pre tabindex="0"><code><span class="line" data-line="1">a\n</span></code></pre>',
    '<pre tabindex="0"><code>a\n</code></pre>',
  ],
  [
    "codehilite: none has",
    { codehilite: { linenums: false } },
    "    #!text\n    a",
    '<pre tabindex="0"><code class="language-text">a\n</code></pre>',
    '<pre tabindex="0"><code class="language-text"><span class="line" data-line="1">a\n</span></code></pre>',
  ],
  [
    "toc: title, levels, separator, base",
    { toc: { title: "In <short>", toc_depth: "3-3", separator: "_", baselevel: "2" } },
    "[TOC]\n\n# a b\n## c d\n### e",
    '<nav class="toc" aria-label="In &lt;short&gt;"><span class="toctitle">In &lt;short&gt;</span><ul><li><a href="#c_d">c d</a></li></ul></nav>' +
      '<h2 id="a_b">a b</h2><h3 id="c_d">c d</h3><h4 id="e">e</h4>',
    '<nav class="toc" aria-label="On this page"><ul><li><a href="#a-b">a b</a><ul><li><a href="#c-d">c d</a><ul><li><a href="#e">e</a></li></ul></li></ul></li></ul></nav>' +
      '<h1 id="a-b">a b</h1><h2 id="c-d">c d</h2><h3 id="e">e</h3>',
  ],
  [
    "toc: ids as Python-Markdown's, which leaves letters out",
    { toc: { slugify: "toc" } },
    "## Шаг первый - почва\n## 種\n## Straße für Café",
    '<h2 id="-">Шаг первый - почва</h2><h2 id="_1">種</h2><h2 id="strae-fur-cafe">Straße für Café</h2>',
    '<h2 id="shag-pervyi-pochva">Шаг первый - почва</h2><h2 id="zhong">種</h2><h2 id="strasse-fur-cafe">Straße für Café</h2>',
  ],
  [
    "toc: headings that are links",
    { toc: { anchorlink: true } },
    "## a *b*\n## [c](/d)",
    '<h2 id="a-b"><a href="#a-b" class="toclink">a <em>b</em></a></h2><h2 id="c"><a href="/d">c</a></h2>',
    '<h2 id="a-b">a <em>b</em></h2><h2 id="c"><a href="/d">c</a></h2>',
  ],
  [
    "toc: links at the end of headings",
    { toc: { permalink: true } },
    "[TOC]\n\n## a",
    '<nav class="toc" aria-label="On this page"><ul><li><a href="#a">a</a></li></ul></nav>' +
      '<h2 id="a">a<a href="#a" class="headerlink" title="Permanent link">¶</a></h2>',
    '<nav class="toc" aria-label="On this page"><ul><li><a href="#a">a</a></li></ul></nav><h2 id="a">a</h2>',
  ],
  [
    "toc: another sign for them, without a title",
    { toc: { permalink: "#", permalink_class: "here", permalink_title: "" } },
    "## a",
    '<h2 id="a">a<a href="#a" class="here">#</a></h2>',
    '<h2 id="a">a</h2>',
  ],
  [
    "toc: another marker",
    { toc: { marker: "[contents]" } },
    "[contents]\n\n# a",
    '<nav class="toc" aria-label="On this page"><ul><li><a href="#a">a</a></li></ul></nav><h1 id="a">a</h1>',
    '<p>[contents]</p><h1 id="a">a</h1>',
  ],
];

for (const [name, setting, markdown, html, without] of rows) {
  test(name, () => assert.is(compact(createMarkdown(markdownSetting.parse(setting))(markdown)), html));
  test(`${name}: not by default`, () => assert.is(compact(createMarkdown()(markdown)), without));
}

test("smarty: of backslashes Markdown has left what is meant, and what stands behind one is no mark", () => {
  const html = (exact: boolean) =>
    compact(
      createMarkdown(markdownSetting.parse({ exact, smarty: true }))(
        'a \\\\\\\\ b -- \\"c\\" \\-\\- \\\\- so\\... <kbd>\\-\\-</kbd> "`d`"',
      ),
    );
  const expected = '<p>a \\\\ b – "c" -- \\- so... <kbd>--</kbd> “<code>d</code>”</p>';
  assert.equal([html(true), html(false)], [expected, expected]);
});

test("smarty: raw HTML is as it is written, if exact, and escaped marks are straight", () => {
  const source = '# It\'s\n\n<p>It\'s</p>\n\n\\"a\\" "b"\n\n[TOC]';
  const html = (exact: boolean) => compact(createMarkdown(markdownSetting.parse({ exact, smarty: true }))(source));
  const text =
    '<p>"a" “b”</p><nav class="toc" aria-label="On this page"><ul><li><a href="#its">It’s</a></li></ul></nav>';
  assert.is(html(true), `<h1 id="its">It’s</h1><p>It's</p>${text}`);
  assert.is(html(false), `<h1 id="its">It’s</h1><p>It’s</p>${text}`);
});

test("footnotes: the separator and the way back are the site's", () => {
  const render = createMarkdown(markdownSetting.parse({ footnotes: { SEPARATOR: "-", BACKLINK_TEXT: "<" } }));
  const html = render("a[^b]\n\n[^b]: c");
  assert.match(html, '<sup id="fnref-b"><a class="footnote-ref" href="#fn-b"');
  assert.match(html, '<li id="fn-b">');
  assert.match(html, /href="#fnref-b"[^>]*>&lt;<\/a>/);
});

test("exact: footnotes are numbered as they are written down", () => {
  const html = createMarkdown(markdownSetting.parse({ exact: true }))("a[^b] c[^d]\n\n[^d]: e\n[^b]: f\n[^1]: g");
  const noteOf = (name: string) => `<li id="fn:${name}">.*`;
  assert.match(html, /href="#fn:b"[^>]*>2<.*href="#fn:d"[^>]*>1</);
  assert.match(html, new RegExp(["d", "b", "1"].map(noteOf).join(""), "s"));
  assert.match(html, /<p>g<\/p>/);
});

test("footnotes stand where their marker does", () => {
  const html = createMarkdown()("a[^b]\n\n///Footnotes Go Here///\n\nc\n\n[^b]: d");
  assert.match(compact(html), /<\/p><section class="footnotes".*<\/section><p>c<\/p>$/s);
});

const tags = createMarkdown(markdownSetting.parse({ liquid_tags: true }));

for (const [tag, html] of [
  ["img /a.png", '<img src="/a.png" alt="">'],
  [
    "img right big /a.png 200 150 A bean",
    '<img class="right big" src="/a.png" width="200" height="150" alt="A bean" title="A bean">',
  ],
  ["img {static}/a.png 'A \"b\"' 'c'", '<img src="{static}/a.png" alt="c" title="A &quot;b&quot;">'],
  [
    "youtube abc_-1 320 200",
    '<div class="youtube"><iframe width="320" height="200" src="https://www.youtube.com/embed/abc_-1" title="YouTube: abc_-1" loading="lazy" allowfullscreen></iframe></div>',
  ],
  [
    "vimeo 12",
    '<div class="vimeo"><iframe width="640" height="390" src="https://player.vimeo.com/video/12" title="Vimeo: 12" loading="lazy" allowfullscreen></iframe></div>',
  ],
  [
    "video /a.mp4 /a.webm 320 200 /a.png",
    '<video controls width="320" height="200" poster="/a.png"><source src="/a.mp4" type="video/mp4"><source src="/a.webm" type="video/webm"></video>',
  ],
  ["youtube a/../b?c", "{% youtube a/../b?c %}"],
  [
    "audio {static}/a.mp3 /b.wav",
    '<audio controls><source src="{static}/a.mp3" type="audio/mpeg"><source src="/b.wav" type="audio/wav"></audio>',
  ],
  ["audio a.exe", "{% audio a.exe %}"],
  ["video a.exe", "{% video a.exe %}"],
  ["notebook a.ipynb", "{% notebook a.ipynb %}"],
  ["constructor x", "{% constructor x %}"],
] as const) {
  test(`liquid_tags: ${tag}`, () => {
    assert.is(compact(tags(`{% ${tag} %}`)), `<p>${html}</p>`);
    assert.is(compact(createMarkdown()(`\`{% ${tag} %}\``)).startsWith("<p><code>{% "), true);
  });
}

test.run();
