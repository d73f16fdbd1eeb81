import { test } from "uvu";
import * as assert from "uvu/assert";
import { site } from "../make.ts";

const html = (summary: string) =>
  `<html><head><title>A</title><meta name="summary" content="${summary}"></head><body><p>Text</p></body></html>`;

for (const [name, files, expected] of [
  ["of Markdown", { "a.md": "Title: A\nSummary: a *b*\n\nText\n" }, "<p>a <em>b</em></p>\n"],
  ["of a page in HTML", { "a.html": html("a *b* &lt;b&gt;c&lt;/b&gt;") }, "<p>a *b* <b>c</b></p>\n"],
  ["with its own paragraphs", { "a.html": html("&lt;p&gt;a&lt;/p&gt;") }, "<p>a</p>"],
] as const) {
  test(`a summary ${name}`, () => {
    const { pages, summaries } = site(files);
    assert.equal(pages.map(summaries), [expected]);
  });
}

test.run();
