import { suite } from "uvu";
import * as assert from "uvu/assert";
import { scan } from "../../src/plugin/html/scan.ts";
import { contentsOf as listed } from "../../src/plugin/views/table-of-contents.ts";

const contentsOf = (html: string) => listed(html, scan(html));

const contents = suite("table of contents");

const LONG = `<p>${"word ".repeat(400)}</p>`;
const heading = (level: number, id: string) => `<h${level} id="${id}">${id.toUpperCase()}</h${level}>`;
const outline = (html: string) => contentsOf(html).map(({ url, children }) => [url, children.map((one) => one.url)]);

contents("headings of level 3 stand below those of level 2; others are left out", () => {
  const html = [3, 2, 3, 4, 3, 2].map((level, at) => heading(level, `h${at}`)).join(LONG);
  assert.equal(outline(html), [
    ["#h0", []],
    ["#h1", ["#h2", "#h4"]],
    ["#h5", []],
  ]);
  assert.is(contentsOf(html)[0]?.title, "H0");
});

const FOUR = ["a", "b", "c", "d"].map((id) => heading(2, id)).join("");

for (const [name, html] of [
  ["a short page", FOUR + "<p>word</p>".repeat(100)],
  ["a page of few headings", `${heading(2, "a")}${LONG}${heading(2, "b")}${heading(3, "c")}${heading(4, "d")}`],
  ["a page whose author wrote [TOC]", `<nav class="toc" aria-label="Contents"></nav>${FOUR}${LONG}`],
] as const) {
  contents(`${name} has none`, () => assert.equal(contentsOf(html), []));
}

contents("a long one has one", () => assert.is(contentsOf(FOUR + LONG).length, 4));

contents.run();
