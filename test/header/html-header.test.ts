import { suite } from "uvu";
import * as assert from "uvu/assert";
import { headerOf, pairsOf, readText } from "../make.ts";

const html = suite("header: html");

const WHOLE = `<!doctype html>
<html>
<head>
  <title>Chat &amp; more</title>
  <meta name="Url" content="chat">
  <!-- <meta name="Url" content="hidden"> <title>No</title> -->
  <meta name="Top_menu_show" content="true" />
  <meta charset="utf-8">
  <meta property="og:title" content="No">
</head>
<body class="x">
<p>Body <b>text</b></p>
</body>
</html>
`;

html("title and meta elements are the fields; comments do not count", () => {
  assert.is(headerOf(WHOLE, "a.html").syntax, "html");
  assert.equal(pairsOf(WHOLE, "a.html"), [
    ["Title", "Chat & more"],
    ["Url", "chat"],
    ["Top_menu_show", "true"],
  ]);
});

html("the body is what is in <body>", () => {
  assert.is(headerOf(WHOLE, "a.html").body, "\n<p>Body <b>text</b></p>\n");
  assert.is(headerOf(WHOLE, "a.html").bodyLine, 11);
});

html("places", () => {
  assert.equal(
    headerOf(WHOLE, "a.html").lines.map(({ line, column, valueColumn }) => [line, column, valueColumn]),
    [
      [4, 3, 10],
      // The name and the content of <meta name="…" content="…">.
      [5, 15, 29],
      [7, 15, 39],
    ],
  );
});

html("no <body> tag: the rest is the body", () => {
  const text = '<title>A</title>\n<meta name="Url" content="a">\n<p>One</p>\n<p>Two</p>\n';
  assert.equal(pairsOf(text, "a.html"), [
    ["Title", "A"],
    ["Url", "a"],
  ]);
  assert.is(headerOf(text, "a.html").body, "<p>One</p>\n<p>Two</p>\n");
});

html("neither head nor body: all is the body", () => {
  assert.is(headerOf("<p>One</p>", "a.html").syntax, "none");
  assert.is(headerOf("<p>One</p>", "a.html").body, "<p>One</p>");
});

html("an empty body", () => {
  assert.is(headerOf("<html><head><title>A</title></head><body></body></html>", "a.html").body, "");
});

html("a meta element in the body is none of the header", () => {
  assert.equal(pairsOf('<title>A</title><body><p>x</p><meta name="Url" content="b"></body>', "a.html"), [
    ["Title", "A"],
  ]);
});

html(".htm, capitals, and CRLF", () => {
  for (const path of ["a.htm", "a.HTML"]) {
    assert.equal(pairsOf('<TITLE>A</TITLE>\r\n<META NAME="url" CONTENT="a">\r\n', path), [
      ["Title", "A"],
      ["url", "a"],
    ]);
  }
});

html("an .html file with a Pelican header", () => {
  assert.equal(pairsOf("---\nTitle: A\n---\n<p>x</p>", "a.html"), [["Title", "A"]]);
  assert.is(headerOf("---\nTitle: A\n---\n<p>x</p>", "a.html").body, "<p>x</p>");
});

html("a Markdown file with a <title> has no header of this kind", () => {
  assert.is(headerOf("<title>A</title>", "a.md").syntax, "none");
});

html("the fields mean what they mean in Markdown", () => {
  const { page } = readText("chat.html", WHOLE);
  assert.equal([page.title, page.url, page.topMenu], ["Chat & more", "chat", { order: undefined }]);
});

html.run();
