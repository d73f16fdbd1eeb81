/** What every build shows: the contract that other programs read a site by. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { settingsSchema } from "../../src/plugin/settings.ts";
import { type Built, buildTree, page, project, snapshot, type Tree } from "../build-tree.ts";
import { attribute, type Element, one, readHtml, readMenu, select, textOf } from "../html.ts";

const MENU = { Top_menu_show: "true", Footer_show: "left" };

function posts(count: number): Tree {
  const of = (number: number) =>
    page({
      Title: `Post ${number}`,
      Date: `2020-01-${String(number).padStart(2, "0")} 08:00`,
      Author: "Ann Bee",
      Category: "News",
    });
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`posts/post-${index + 1}.md`, of(index + 1)]));
}

const BODY = `Seven times seven is {{ 7*7 }}, and {% if x %} stays {% endif %}.

{# a comment #} \`{{ code }}\`

[link](/one.html)
`;

const TREE: Tree = {
  // The settings link to it, and a link to a page that is not there is not shown.
  "index.md": page({ Title: "Home", Url: "", Save_as: "index.html" }),
  "one.md": page({ Title: "One", Url: "one", Save_as: "one.html", ...MENU }, BODY),
  "wide.md": page({ Title: "Wide", Url: "wide", Save_as: "wide.html", Content_layout: "wide" }, "# A *heading*"),
  "columns.md": page({
    Title: "Columns",
    Url: "one/columns",
    Save_as: "one/columns.html",
    Content_layout: "multiple-columns",
    Sidebar_menu_show: "true",
    Sidebar_menu_title: "Title of it",
    Sidebar_menu_elem_name_1: "Columns",
    Sidebar_menu_elem_url_1: "one/columns",
  }),
  "plain.html":
    '<html><head><title>Plain</title><meta name="save_as" content="plain.html"></head><body><p>{{ 7*7 }} {% raw %}</p></body></html>',
  "images/a.png": new Uint8Array([137, 80, 78, 71]),
  ...posts(12),
};

const contract = suite("build: the contract");
let built: Built;
let inputBefore: Record<string, string>;

contract.before(async () => {
  built = await buildTree(TREE);
  inputBefore = Object.fromEntries(
    Object.entries(TREE).map(([path, content]) => [path, Buffer.from(content).toString("latin1")]),
  );
});
contract.after(() => built.dispose());

/** The links that the project's settings add to the menus. */
function siteLinks() {
  return settingsSchema.parse(JSON.parse(readFileSync(join(project, "_data/site.json"), "utf8"))).links;
}

const html = (path: string) => readHtml(built.read(path));
const layoutOf = (root: Element) => attribute(one(root, "body"), "data-layout");

contract("the build is well", () => {
  assert.is(built.exitCode, 0);
  assert.not.match(built.findings, / error: /);
});

for (const [path, layout] of [
  ["one.html", "single-column"],
  ["wide.html", "wide"],
  ["one/columns.html", "multiple-columns"],
  ["plain.html", "single-column"],
  ["2020/01/post-1/index.html", "single-column"],
  ["blog.html", "blog"],
  ["blog2.html", "blog"],
  ["category/news.html", "blog"],
  ["category/news2.html", "blog"],
  ["author/ann-bee.html", "blog"],
] as const) {
  contract(`${path}: data-layout is ${layout}`, () => assert.is(layoutOf(html(path)), layout));
}

contract("<title> is the page's title and the site's name", () => {
  assert.is(textOf(one(html("one.html"), "title")), "One | XMPP");
  assert.is(textOf(one(html("2020/01/post-3/index.html"), "title")), "Post 3 | XMPP");
});

contract("the body is the one article in the one main", () => {
  for (const path of ["one.html", "wide.html", "one/columns.html", "plain.html", "2020/01/post-1/index.html"]) {
    const mains = select(html(path), "main");
    assert.is(mains.length, 1, path);
    assert.is(select(one(html(path), "main"), "article").length, 1, path);
  }
});

contract("a wide page has no header and no columns", () => {
  const article = one(html("wide.html"), "article");
  assert.equal(select(article, "h1").map(textOf), ["A heading"]);
  assert.equal(select(html("wide.html"), "*", { "data-menu": "sidebar" }), []);
});

contract("a list of posts has an article for each, ten to a page, the newest first", () => {
  const titles = (path: string) =>
    select(one(html(path), "main"), "article").map((article) => textOf(one(article, "h2")));
  assert.equal(
    titles("blog.html"),
    [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((number) => `Post ${number}`),
  );
  assert.equal(titles("blog2.html"), ["Post 2", "Post 1"]);
  assert.is(titles("category/news2.html").length, 2);
});

contract("each menu has its data-menu, and its items are li > a", () => {
  const root = html("one/columns.html");
  assert.equal(
    select(root, "*", { "data-menu": true })
      .map((menu) => attribute(menu, "data-menu"))
      .filter((name) => name !== "footer-right")
      .sort(),
    ["footer-left", "sidebar", "top"],
  );
  for (const menu of select(root, "*", { "data-menu": true })) {
    for (const item of select(menu, "li")) {
      assert.ok(
        item.childNodes.some((child) => "tagName" in child && child.tagName === "a"),
        textOf(item),
      );
    }
  }
});

contract("the sidebar's title is a heading in it, or what its aria-labelledby names", () => {
  const sidebar = one(html("one/columns.html"), "*", { "data-menu": "sidebar" });
  const headings = ["h1", "h2", "h3"].flatMap((name) => select(sidebar, name)).map(textOf);
  const id = attribute(sidebar, "aria-labelledby") ?? "";
  const named = select(html("one/columns.html"), "*", { id }).map(textOf);
  assert.ok([...headings, ...named].includes("Title of it"));
});

contract("the section's item is marked", () => {
  assert.equal(
    readMenu(html("one/columns.html"), "top").map(({ section, current }) => [section, current]),
    [[true, false]],
  );
});

contract("what comes from the settings has data-source", () => {
  const links = select(html("one.html"), "li", { "data-source": "site" }).flatMap((item) =>
    select(item, "a").map(textOf),
  );
  const { top, footerLeft, footerRight } = siteLinks();
  assert.equal(links.sort(), [...top, ...footerLeft, ...footerRight].map(({ title }) => title).sort());
  for (const path of ["blog.html", "2020/01/post-1/index.html"]) {
    const bylines = select(one(html(path), "main"), "*", { "data-source": "site" }).filter((element) =>
      textOf(element).includes("Ann Bee"),
    );
    assert.ok(bylines.length > 0, path);
  }
});

contract("the Atom feed", () => {
  assert.is(built.read("feeds/all.atom.xml").match(/<entry>/g)?.length, 12);
});

contract("a text is no template", () => {
  const text = textOf(one(html("one.html"), "article"));
  assert.match(text, "Seven times seven is {{ 7*7 }}, and {% if x %} stays {% endif %}.");
  assert.match(text, "{# a comment #} {{ code }}");
  assert.match(textOf(one(html("plain.html"), "article")), "{{ 7*7 }} {% raw %}");
});

contract("HTML is minified", () => {
  for (const path of built.written.filter((one) => one.endsWith(".html"))) {
    assert.not.match(built.read(path), />\s*\n\s*</, path);
    assert.not.match(built.read(path), "<!--", path);
  }
});

contract("static files are there, byte for byte", () => {
  assert.is(snapshot(built.output)["images/a.png"], snapshot(built.input)["images/a.png"]);
});

contract("the content folder is as it was", () => assert.equal(snapshot(built.input), inputBefore));

contract.run();
