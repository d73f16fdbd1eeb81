/** Where in a page's file something stands that was found in what was made of it. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { placesInBody } from "../../src/plugin/pages/place-in-body.ts";
import { site } from "../make.ts";

const test = suite("places in a body");

/** The body, what is looked for, and the line and column of the body. */
const PLACES: readonly (readonly [body: string, text: string, place: string])[] = [
  ["See [a](/x).", "/x", "1:9"],
  ["Not /xy or /x, but\n[a](/x)", "/x", "2:5"],
  ["Not /xy, /x!\nand /x", "/x", "2:5"],
  ["nothing", "/x", "1:1"],
  ["a\nb/xy", "/x", "2:2"],
  ["<a href=/x>", "/x", "1:9"],
  ['/x <a href="/x?a=b&amp;c=d">', "/x?a=b&c=d", "1:13"],
  ["[a]: /x 'title'", "/x", "1:6"],
  ["/x [a]:/x", "/x", "1:8"],
  ["[a](/ä b.png)", "/%C3%A4%20b.png", "1:5"],
  ["[a](/x_(1)) [b](/x_(2))", "/x_(2)", "1:17"],
  ["text [^1] and [^12]", "[^12]", "1:15"],
  ["a ([^1]", "[^1]", "1:4"],
  ["x `` y", "``", "1:3"],
  ["a b $x + y$", "$x + y$", "1:5"],
  ["<iframe src=/x>", "<iframe", "1:1"],
  ["one\n\n{% notebook a.ipynb %}", "/unknown", "3:1"],
];

for (const [body, text, place] of PLACES) {
  test(`${JSON.stringify(text)} in ${JSON.stringify(body)}`, () => {
    const [page] = site({ "a.md": `Title: A\n\n${body}` }).gathered.pages;
    assert.ok(page);
    const { line = 0, column } = placesInBody(page, [text, "/other"])(text);
    assert.is(`${line - page.header.bodyLine + 1}:${column}`, place);
  });
}

test.run();
