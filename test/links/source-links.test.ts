import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { placesOf } from "../make.ts";
import { bodyOf, siteOf } from "../site-helpers.ts";

const links = suite("links to source files");

const others = {
  "pages/about.md": { Url: "about", Save_as: "about/index.html", body: "## Part" },
  "pages/deep/team page.md": { Save_as: "team/index.html" },
  "posts/b.md": {
    Date: "2020-01-02",
    Save_as: "2020/b.html",
    Category: "Big News",
    Tags: "one tag",
    Author: "Site team",
  },
};
const assets = [
  "images/logo.png",
  "images/a b.png",
  "posts/plan.pdf",
  "posts/img/photo.jpg",
  "docs/report.pdf",
  "extra/CNAME",
];

/** Where the one link of a post leads. */
function siteWith(body: string, settings: SettingsInput = {}) {
  return siteOf(
    { ...others, "posts/a.md": { Date: "2020-01-01", Save_as: "2020/a/index.html", body } },
    { settings, assets },
  );
}

function target(address: string, settings: SettingsInput = {}): string | undefined {
  const site = siteWith(`[x](${address})`, settings);
  assert.equal(placesOf(site.findings), []);
  return /href="([^"]*)"/.exec(bodyOf(site, "posts/a.md"))?.[1];
}

for (const [name, address, wanted] of [
  ["from the content folder", "{filename}/pages/about.md", "/about/"],
  ["from the page's own folder", "{filename}b.md", "/2020/b.html"],
  ["from the page's own folder, said so", "{filename}./b.md", "/2020/b.html"],
  ["from the folder above", "{filename}../pages/about.md", "/about/"],
  ["with a fragment", "{filename}/pages/about.md#part", "/about/#part"],
  ["with a query", "{filename}b.md?x=1#top", "/2020/b.html?x=1#top"],
  ["in the old way", "|filename|/pages/about.md", "/about/"],
  ["in the old way, beside it", "|filename|b.md", "/2020/b.html"],
  ["with a blank in the name", "<{filename}/pages/deep/team page.md>", "/team/"],
  ["with a blank as %20", "{filename}/pages/deep/team%20page.md", "/team/"],
  ["the mark in another case", "{FileName}b.md", "/2020/b.html"],
  ["a static file", "{static}/images/logo.png", "/images/logo.png"],
  ["a static file beside it", "{static}plan.pdf", "/posts/plan.pdf"],
  ["a static file in the folder above", "{static}../images/logo.png", "/images/logo.png"],
  ["a static file by the mark for pages", "{filename}/images/logo.png", "/images/logo.png"],
  ["a static file in the old way", "|static|/images/logo.png", "/images/logo.png"],
  ["a static file with a blank in its name", "<{static}/images/a b.png>", "/images/a%20b.png"],
  ["a page by the mark for static files", "{static}/pages/about.md", "/about/"],
  ["an attached file", "{attach}plan.pdf", "/2020/a/plan.pdf"],
  ["an attached file from elsewhere", "{attach}/docs/report.pdf", "/2020/a/report.pdf"],
  ["a category", "{category}Big News", "/category/big-news.html"],
  ["a category by its slug", "{category}big-news", "/category/big-news.html"],
  ["a tag", "{tag}one tag", "/tag/one-tag.html"],
  ["an author", "{author}Site team", "/author/site-team.html"],
  ["the list of posts", "{index}", "/"],
] as const) {
  links(name, () =>
    assert.is(target(address.includes(" ") && !address.startsWith("<") ? `<${address}>` : address), wanted),
  );
}

links("an attached file below the page's own folder keeps its place beside the page", () => {
  assert.is(target("{attach}img/photo.jpg"), "/2020/a/img/photo.jpg");
});

links("the list of posts where the site has it", () => {
  assert.is(target("{index}", { indexSaveAs: "blog/index.html" }), "/blog/");
});

links("a static file that the settings move", () => {
  assert.is(target("{static}/extra/CNAME", { extraPathMetadata: { "extra/CNAME": { path: "CNAME" } } }), "/CNAME");
});

links("raw HTML, images and reference links", () => {
  const body = `<a class="x" href="{filename}b.md">b</a>\n![i]({static}/images/logo.png) [r][]\n\n[r]: {filename}/pages/about.md`;
  const html = bodyOf(siteWith(body), "posts/a.md");
  assert.match(html, `<a class="x" href="/2020/b.html">b</a>`);
  assert.match(html, `src="/images/logo.png"`);
  assert.match(html, `<a href="/about/">r</a>`);
});

links("the content of a meta element, and where a button sends a form", () => {
  const body =
    '<meta content="{static}/images/logo.png">\n<button formaction="{filename}b.md">x</button>\n<meta content="images/logo.png">';
  const html = bodyOf(siteWith(body), "posts/a.md");
  assert.match(html, '<meta content="/images/logo.png">');
  assert.match(html, 'formaction="/2020/b.html"');
  assert.match(html, '<meta content="images/logo.png">');
});

links("an HTML page's links", () => {
  const html = `<html><head><title>H</title></head><body><p><a href="{filename}/pages/about.md">x</a></p></body></html>`;
  const site = siteOf({ ...others, "pages/h.html": html }, { assets });
  assert.match(bodyOf(site, "pages/h.html"), `href="/about/"`);
});

links("code and text that show the marks stay as they are", () => {
  const body = 'Write `[x]({filename}b.md)` or {filename}b.md.\n\n    <a href="{filename}b.md">\n';
  const site = siteWith(body);
  assert.equal(placesOf(site.findings), []);
  const html = bodyOf(site, "posts/a.md");
  assert.is(html.split("{filename}b.md").length - 1, 3);
});

links("what a text asks for is copied to where the link leads, once", () => {
  const site = siteWith("[a]({static}/docs/report.pdf) [b]({attach}plan.pdf) [c]({static}/docs/report.pdf)");
  assert.equal(
    site.files.filter(({ from }) => !from.startsWith("images/")),
    [
      { from: "docs/report.pdf", to: "docs/report.pdf" },
      { from: "posts/plan.pdf", to: "2020/a/plan.pdf" },
    ],
  );
});

links("a link that leads to nothing is one finding, with its file and line", () => {
  const site = siteWith("One.\n\nTwo {filename}b.md and [x]({filename}c.md).");
  assert.equal(
    site.findings.map(({ file, line, code }) => `${file}:${line} ${code}`),
    ["posts/a.md:9 source-missing"],
  );
});

links("it names the nearest file", () => {
  const found = siteWith("[x]({static}/images/logo.jpg)").findings.find(({ code }) => code === "source-missing");
  assert.match(found?.message ?? "", "images/logo.jpg");
  assert.match(found?.fix ?? "", "{static}/images/logo.png");
});

links("each broken link has its own line, also where one path begins like the other", () => {
  const site = siteWith("[x]({filename}missing.md.txt)\n\n[y]({filename}missing.md)\n\n[z](<{static}no such.png>)");
  assert.equal(
    site.findings.filter(({ code }) => code === "source-missing").map(({ line }) => line),
    [7, 9, 11],
  );
});

for (const [name, address] of [
  ["a path that leads out of the content", "{static}/../secret.txt"],
  ["a path far out of the content", "{attach}../../../../etc/passwd"],
  ["a folder", "{static}/images"],
  ["nothing", "{filename}"],
  ["a name like a property of objects", "{static}/constructor"],
] as const) {
  links(`${name} is a finding, and nothing is copied`, () => {
    const site = siteWith(`[x](${address})`);
    assert.ok(site.findings.some(({ code }) => code === "source-missing"));
    assert.equal(
      site.files.filter(({ from }) => !from.startsWith("images/")),
      [],
    );
  });
}

links("a link to a term that no post has is a finding", () => {
  assert.equal(
    siteWith("[x]({tag}nowhere)").findings.map(({ file, line }) => `${file}:${line}`),
    ["posts/a.md:7"],
  );
});

links("a link to the list of posts where there is none is a finding", () => {
  assert.is(siteWith("[x]({index})", { indexSaveAs: "" }).findings.length, 1);
});

links("a file is attached by a comment, too, and what is lost there is not told", () => {
  const site = siteWith('x\n\n<!-- <a href="{attach}plan.pdf"></a> <img src="{static}gone.png"> -->');
  assert.equal(placesOf(site.findings), []);
  assert.match(bodyOf(site, "posts/a.md"), '<!-- <a href="/2020/a/plan.pdf"></a> <img src="{static}gone.png"> -->');
  assert.ok(site.files.some(({ from, to }) => from === "posts/plan.pdf" && to === "2020/a/plan.pdf"));
});

links.run();
