/** What helps a reader through a page and on from it, in real builds. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { attribute, one, readHtml, select, textOf } from "../html.ts";
import { type BlogBuilt, buildBlog } from "../site-helpers.ts";

const aids = suite("build: reading aids");
const LONG = ["one", "two", "three", "four"].map((word) => `## ${word}\n\n${`${word} `.repeat(100)}\n`).join("\n");
const COLUMNS = { Content_layout: "multiple-columns", Sidebar_menu_show: "true", Inherit_sidebar: "s" };
let built: BlogBuilt;

aids.before(async () => {
  built = await buildBlog(
    {
      "s.md": {
        Url: "s",
        Save_as: "s/index.html",
        ...COLUMNS,
        Inherit_sidebar: "",
        Sidebar_menu_elem_name_1: "First & best",
        Sidebar_menu_elem_url_1: "a",
        Sidebar_menu_elem_name_2: "Second",
        Sidebar_menu_elem_url_2: "b",
      },
      "a.md": { Url: "a", Save_as: "a.html", ...COLUMNS, body: `${LONG}\n### five & 6 < 7\n` },
      "b.md": {
        Url: "b",
        Save_as: "b.html",
        ...COLUMNS,
        body: "## One\n\n[TOC]\n\nx|y\n-|-\n1|2\n\n    :::xml\n    <a/>",
      },
      "w.md": { Url: "w", Save_as: "w.html", Content_layout: "wide", body: LONG },
      "p.html":
        '<html><head><title>P</title><meta name="save_as" content="p.html"></head><body><h2 id="x">X</h2></body></html>',
      "posts/old.md": { Title: "Old", Date: "2020-01-01", body: "## Heading\n\nText." },
      "posts/new.md": { Title: "New", Date: "2020-01-02" },
    },
    {
      siteUrl: "https://a.example",
      indexSaveAs: "blog.html",
      editUrl: "https://git.example/edit/{file}",
    },
  );
  assert.is(built.exitCode, 0, built.printed);
});
aids.after(() => built?.dispose());

const html = (path: string) => readHtml(built.read(path));
const main = (path: string) => one(html(path), "main");
const toc = (path: string) => select(html(path), "nav", { "aria-label": "On this page", "data-source": "site" });

aids("a long page has a table of contents that leads to its headings", () => {
  const [nav] = toc("a.html");
  assert.ok(nav);
  assert.is(attribute(nav, "data-source"), "site");
  const links = select(nav, "a").map((link) => [textOf(link), attribute(link, "href")]);
  assert.equal(links, [
    ["one", "#one"],
    ["two", "#two"],
    ["three", "#three"],
    ["four", "#four"],
    ["five & 6 < 7", "#five-6-7"],
  ]);
  for (const [, href] of links) assert.is(select(main("a.html"), "*", { id: href?.slice(1) ?? "" }).length, 1);
});

aids("a short one has none, nor has one that has its author's, nor a wide one, nor a list", () => {
  for (const path of ["b.html", "w.html", "p.html", "blog.html", "old.html"]) assert.equal(toc(path), [], path);
});

aids("headings have anchors, on pages of Markdown and of HTML", () => {
  for (const [path, expected] of [
    ["b.html", [["#one", "Link to this section: One"]]],
    ["p.html", [["#x", "Link to this section: X"]]],
    ["old.html", [["#heading", "Link to this section: Heading"]]],
  ] as const) {
    const anchors = select(main(path), "a", { class: "anchor" });
    assert.equal(
      anchors.map((link) => [attribute(link, "href"), attribute(link, "aria-label")]),
      expected,
    );
    for (const anchor of anchors) assert.is(textOf(anchor), "");
  }
});

aids("lists, feeds and summaries have no anchors", () => {
  for (const path of built.written.filter((file) => /^(?:blog|archives|category.*)\.html$|\.xml$/.test(file))) {
    assert.not.match(built.read(path), "anchor");
  }
});

aids("code and tables can be scrolled by keyboard", () => {
  assert.is(attribute(one(main("b.html"), "pre"), "tabindex"), "0");
  const box = one(main("b.html"), "div", { class: "table" });
  assert.equal(
    ["role", "aria-label", "tabindex"].map((name) => attribute(box, name)),
    ["region", "Table: One", "0"],
  );
  assert.match(built.read("b.html"), 'class="hljs-name"');
});

aids("pages lead on along the sidebar, posts by date", () => {
  for (const [path, name, expected] of [
    ["a.html", "Previous and next page", [["next", "Next Second", "/b.html"]]],
    ["b.html", "Previous and next page", [["prev", "Previous First & best", "/a.html"]]],
    ["old.html", "Older and newer post", [["next", "Newer New", "/new.html"]]],
    ["new.html", "Older and newer post", [["prev", "Older Old", "/old.html"]]],
  ] as const) {
    const nav = one(main(path), "nav", { class: "previous-next", "data-source": "site" });
    assert.is(attribute(nav, "aria-label"), name);
    assert.equal(
      select(nav, "a").map((link) => [attribute(link, "rel"), textOf(link), attribute(link, "href")]),
      expected,
    );
  }
  assert.equal(select(main("s/index.html"), "nav", { class: "previous-next" }), []);
});

aids("a page's file can be edited, where the settings say where", () => {
  const link = one(one(main("old.html"), "footer", { class: "edit", "data-source": "site" }), "a");
  assert.equal([textOf(link), attribute(link, "href")], ["Edit this page", "https://git.example/edit/posts/old.md"]);
});

aids("one script, which nothing waits for, of at most 2 KB", () => {
  const scripts = select(html("a.html"), "script", { src: true });
  assert.is(scripts.length, 1);
  const [script] = scripts;
  assert.ok(script && attribute(script, "defer") !== undefined);
  assert.ok(Buffer.byteLength(built.read((attribute(script, "src") ?? "").slice(1))) <= 2048);
});

aids("what only a script can do is not there without one", () => {
  assert.equal(select(html("a.html"), "button"), []);
});

aids.run();
