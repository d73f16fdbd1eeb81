import { suite } from "uvu";
import * as assert from "uvu/assert";
import { attribute, type Element, one, readHtml, select, textOf } from "../html.ts";
import { type BlogBuilt, buildBlog, type Posts } from "../site-helpers.ts";

const preview = suite("build: a preview");

const TREE: Posts = {
  "pages/home.md": { Title: "Home", Url: "", Save_as: "index.html" },
  "pages/plan.md": { Title: "A plan", Status: "draft" },
  "posts/news.md": { Title: "News", Date: "2020-01-01", Category: "News" },
  "posts/rumour.md": { Title: "A rumour", Date: "2020-01-01", Status: "draft" },
};
const SETTINGS = { siteUrl: "https://a.example", indexSaveAs: "blog.html" };
let built: BlogBuilt;

preview.before(async () => {
  built = await buildBlog(TREE, { ...SETTINGS, showDrafts: true });
});
preview.after(() => built.dispose());

function banner(path: string): Element | undefined {
  return select(readHtml(built.read(path)), "aside", { class: "preview" })[0];
}

preview("every page says that it is one, and leads to the list of drafts", () => {
  for (const path of built.written.filter((file) => file.endsWith(".html"))) {
    const found = banner(path);
    assert.ok(found, path);
    assert.is(attribute(one(found, "a"), "href"), "/drafts/");
    assert.is(
      /This page is a draft/.test(textOf(found)),
      /^drafts\/./.test(path) && path !== "drafts/index.html",
      path,
    );
  }
});

preview("the list has pages and posts", () => {
  const links = select(one(readHtml(built.read("drafts/index.html")), "main"), "a");
  assert.equal(links.map((link) => textOf(link)).sort(), ["A plan", "A rumour"]);
});

preview("no list of what is published has a draft", () => {
  for (const path of ["blog.html", "sitemap.xml", "feeds/all.atom.xml"]) assert.not.match(built.read(path), "rumour");
});

preview("what is published says nothing of the kind", async () => {
  const published = await buildBlog(TREE, SETTINGS);
  assert.not.ok(published.has("drafts/index.html"));
  assert.not.match(published.read("index.html"), "preview");
  published.dispose();
});

preview.run();
