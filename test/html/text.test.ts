import { suite } from "uvu";
import * as assert from "uvu/assert";
import { textOf, truncateWords } from "../../src/plugin/html/text.ts";
import { pageIn } from "../make.ts";
import { siteOf } from "../site-helpers.ts";

const summaries = suite("truncateWords");

function words(count: number): string {
  return Array.from({ length: count }, (_, index) => `w${index + 1}`).join(" ");
}

for (const [name, html, count, wanted] of [
  ["fewer words", "<p>one two</p>", 3, "<p>one two</p>"],
  ["just as many words", "<p>one two three.</p>\n", 3, "<p>one two three.</p>\n"],
  ["one word more", "<p>one two three four</p>", 3, "<p>one two three …</p>"],
  ["a cut between two paragraphs", "<p>one two</p><p>three</p>", 2, "<p>one two …</p>"],
  ["a cut in the second paragraph", "<p>one two</p>\n<p>three four</p>", 3, "<p>one two</p>\n<p>three …</p>"],
  [
    "what is open is closed",
    "<div><p>one <b><i>two three</i></b></p></div>",
    2,
    "<div><p>one <b><i>two …</i></b></p></div>",
  ],
  ["a list", "<ul><li>one</li><li>two</li></ul>", 1, "<ul><li>one …</li></ul>"],
  ["a list without end tags", "<ul><li>one<li>two three</ul>", 2, "<ul><li>one<li>two …</li></ul>"],
  [
    "tags without an end are not closed",
    "<p>one<br>two<wbr/><img src=x>three four</p>",
    3,
    "<p>one<br>two<wbr/><img src=x>three …</p>",
  ],
  [
    "an image counts as nothing",
    `<p><img alt="a b c" src="x.png">one two</p>`,
    1,
    `<p><img alt="a b c" src="x.png">one …</p>`,
  ],
  ["a comment counts as nothing", "<p><!-- a b c -->one two</p>", 1, "<p><!-- a b c -->one …</p>"],
  ["a hyphen and an apostrophe are in a word", "<p>it's end-to-end encrypted</p>", 2, "<p>it's end-to-end …</p>"],
  ["signs are no words", "<p>one — & two three</p>", 2, "<p>one — & two …</p>"],
  ["letters of other scripts", "<p>Größe été слово ещё</p>", 3, "<p>Größe été слово …</p>"],
  ["each Chinese letter is a word", "<p>即时通信协议</p>", 4, "<p>即时通信 …</p>"],
  ["a stop that is left makes no cut", "<p>one two.</p>", 2, "<p>one two.</p>"],
  ["a sign in place of a letter", "<p>a &lt; b &amp; c</p>", 2, "<p>a &lt; b …</p>"],
  ["an empty text", "", 3, ""],
] as const) {
  summaries(name, () => assert.is(truncateWords(html, count, "…"), wanted));
}

summaries("an attribute is never cut", () => {
  const html = `<p>one <a href="/a b c" title="two three four">link</a> end and more</p>`;
  assert.is(truncateWords(html, 3, "…"), `<p>one <a href="/a b c" title="two three four">link</a> end …</p>`);
});

summaries("an entity is never cut in two", () => {
  assert.is(truncateWords("<p>&eacute;t&eacute; deux trois</p>", 1, "…"), "<p>&eacute;t&eacute; …</p>");
});

summaries("a word with an entity in it is one word", () => {
  assert.is(truncateWords("<p>caf&eacute;s don&#39;t close</p>", 2, "…"), "<p>caf&eacute;s don&#39;t …</p>");
});

summaries("50 words, and the ending, are settings", () => {
  const posts = {
    "posts/a.md": { Date: "2020-01-01", body: words(60) },
    "posts/b.md": { Date: "2020-01-01", body: words(50) },
  };
  const summaryIn = (site: ReturnType<typeof siteOf>, file: string) => site.summaries(pageIn(site, file))?.trim();
  const site = siteOf(posts);
  assert.is(summaryIn(site, "posts/a.md"), `<p>${words(50)} …</p>`);
  assert.is(summaryIn(site, "posts/b.md"), `<p>${words(50)}</p>`);
  const short = siteOf(posts, { settings: { summaryMaxLength: 2, summaryEndSuffix: "[more]" } });
  assert.is(summaryIn(short, "posts/a.md"), "<p>w1 w2 [more]</p>");
});

summaries("the whole text, or nothing", () => {
  const posts = { "posts/a.md": { Date: "2020-01-01", body: `${words(60)}\n\nLast.` } };
  const whole = siteOf(posts, { settings: { summaryMaxLength: null } });
  assert.is(whole.summaries(pageIn(whole, "posts/a.md"))?.trim(), `<p>${words(60)}</p>\n<p>Last.</p>`);
  const none = siteOf(posts, { settings: { summaryMaxLength: 0 } });
  assert.is(none.summaries(pageIn(none, "posts/a.md")), "");
});

summaries("the first paragraphs, and of these the first words", () => {
  const posts = { "posts/a.md": { Date: "2020-01-01", body: "# Head\n\nOne two.\n\n- Item\n\nThree four.\n\nFive." } };
  const summaryWith = (settings: object) => {
    const site = siteOf(posts, { settings });
    return site.summaries(pageIn(site, "posts/a.md"));
  };
  assert.is(summaryWith({ summaryMaxParagraphs: 1 }), "<p>One two.</p>");
  assert.is(summaryWith({ summaryMaxParagraphs: 2 }), "<p>One two.</p><p>Three four.</p>");
  assert.is(summaryWith({ summaryMaxParagraphs: 2, summaryMaxLength: 3 }), "<p>One two.</p><p>Three …</p>");
  assert.is(summaryWith({ summaryMaxParagraphs: 0 }), "");
});

summaries("a list of contents is no part of one", () => {
  const body = '<div class="toc"><ul><li><div>A</div></li></ul></div>\n\n<nav class="contents topic">B</nav>\n\nText.';
  const site = siteOf({ "posts/a.md": { Date: "2020-01-01", body } });
  assert.is(site.summaries(pageIn(site, "posts/a.md"))?.trim(), "<p>Text.</p>");
});

summaries("the Summary field goes before it, whole, as Markdown", () => {
  const site = siteOf({ "posts/a.md": { Date: "2020-01-01", Summary: `*One* ${words(60)}`, body: "Body." } });
  assert.is(site.summaries(pageIn(site, "posts/a.md"))?.trim(), `<p><em>One</em> ${words(60)}</p>`);
});

summaries("links to source files in a Summary resolve, too", () => {
  const site = siteOf({
    "posts/a.md": { Date: "2020-01-01", Summary: "See [b]({filename}b.md)." },
    "posts/b.md": { Date: "2020-01-01", Save_as: "b/index.html" },
  });
  assert.is(site.summaries(pageIn(site, "posts/a.md"))?.trim(), `<p>See <a href="/b/">b</a>.</p>`);
});

summaries("search engines are given the Summary as text", () => {
  const site = siteOf({ "pages/a.md": { Summary: `A *new* [page](/b) & "more"` }, "pages/b.md": {} });
  assert.is(site.descriptions.get(pageIn(site, "pages/a.md")), `A new page & "more"`);
  assert.is(site.descriptions.get(pageIn(site, "pages/b.md")), undefined);
});

summaries("the summary of a long text comes fast", () => {
  const html = `<p>${"word <b>bold</b> &amp; ".repeat(100_000)}</p>`;
  truncateWords(html, 50, "…");
});

summaries("a long text is read no further than its first words, wherever these end", () => {
  for (const length of [65_530, 65_536, 131_072]) {
    const early = `<p>one two${"x".repeat(length)} three &amp; four`;
    const rest = " five".repeat(20_000);
    const cut = `<p>one two${"x".repeat(length)} three &amp; four …</p>`;
    assert.is(truncateWords(`${early}${rest}</p>`, 4, "…"), cut);
    assert.is(truncateWords(`<p>${"<i>, </i>".repeat(length / 8)}one two</p>`, 2, "…").length > length, true);
    assert.is(truncateWords(`${early}<i>${" ,".repeat(length)}</i></p>`, 4, "…").endsWith("</i></p>"), true);
  }
});

const texts = suite("textOf");

for (const [name, html, wanted] of [
  ["tags are out", "<p>a <b>b</b>\n c</p>", "a b c"],
  ["entities are read", "<p>a &amp; b &lt;c&gt;</p>", "a & b <c>"],
  ["two blocks are two words", "<p>a</p><p>b</p>", "a b"],
  ["no blank before a stop", "<p><b>a</b>.</p>", "a."],
] as const) {
  texts(name, () => assert.is(textOf(html), wanted));
}

summaries.run();
texts.run();
