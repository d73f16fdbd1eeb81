import { suite } from "uvu";
import * as assert from "uvu/assert";
import { textFiles } from "../../src/plugin/output/text-files.ts";
import { netlifyRedirects } from "../../src/plugin/redirects/netlify.ts";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { NO_ASSETS, placesOf } from "../make.ts";
import { type Posts, siteOf } from "../site-helpers.ts";

const aliases = suite("aliases");

function redirectsOf(posts: Posts, settings: SettingsInput = {}): string[] {
  return siteOf(posts, { settings }).redirects.map(({ from, to }) => `${from} > ${to}`);
}

aliases("several, split at semicolons; slashes at their ends and blanks do not count", () => {
  assert.equal(redirectsOf({ "a.md": { Save_as: "a/index.html", Aliases: " b ; /c/d/ ;; e.html ; x y" } }), [
    "b > /a/",
    "c/d > /a/",
    "e.html > /a/",
    "x y > /a/",
  ]);
});

aliases("of a post, and of a page that is in no list", () => {
  assert.equal(
    redirectsOf({
      "pages/a.md": { Status: "hidden", Save_as: "a.html", Aliases: "b" },
      "posts/c.md": { Date: "2020-01-01", Save_as: "c.html", Aliases: "d" },
    }),
    ["b > /a.html", "d > /c.html"],
  );
});

aliases("a draft has none", () => {
  const posts = { "a.md": { Status: "draft", Aliases: "b" }, "c.md": { Save_as: "c.html", Aliases: "b" } };
  assert.equal(redirectsOf(posts), ["b > /c.html"]);
});

aliases("one that is written twice on a page is one", () => {
  assert.equal(redirectsOf({ "a.md": { Save_as: "a.html", Aliases: "b; b.html; /b/" } }), ["b > /a.html"]);
});

function faults(posts: Posts, settings: SettingsInput = {}): string[] {
  return placesOf(siteOf(posts, { settings }).findings);
}

for (const [name, alias] of [
  ["out of the site", "../secret"],
  ["another site", "https://example.org/a"],
  ["another host", "//example.org/a"],
  ["a script", "javascript:alert(1)"],
  ["a path with a backslash", "a\\b"],
  ["the home page", "/"],
  ["the home page's file", "index.html"],
  ["up and down", "a/../../b"],
  ["several, split by commas", "old/a, old/b"],
  ["a way out of the site, encoded", "%2e%2e/escape"],
  ["a way out of the site, encoded and deep", "x/%2E%2E/%2e%2e/escape"],
] as const) {
  aliases(`${name} cannot be one`, () => {
    const posts = { "a.md": { Save_as: "a.html", Aliases: `ok; ${alias}` } };
    assert.equal(redirectsOf(posts), ["ok > /a.html"]);
    assert.equal(faults(posts), ["a.md:4:10 alias-unsafe"]);
  });
}

aliases("steps up that stay in the site are taken", () => {
  const posts = { "a.md": { Save_as: "a.html", Aliases: "old/deep/../name; b/%2e%2e/c" } };
  assert.equal(redirectsOf(posts), ["old/name > /a.html", "c > /a.html"]);
});

for (const [name, alias, more] of [
  ["a page's address by steps up", "x/../b", { "b.md": { Url: "b", Save_as: "b.html" } }],
  ["a page's address", "b", { "b.md": { Url: "b", Save_as: "b.html" } }],
  ["a page's file", "b/index.html", { "b.md": { Save_as: "b/index.html" } }],
  ["a list", "categories.html", { "posts/c.md": { Date: "2020-01-01" } }],
  ["a category", "category/x", { "posts/c.md": { Date: "2020-01-01", Category: "X" } }],
  ["a feed", "feeds/all.atom.xml", { "posts/c.md": { Date: "2020-01-01" } }],
  ["the sitemap", "sitemap.xml", {}],
  ["the page itself", "a.html", {}],
] as const) {
  aliases(`${name} cannot be one: something is written there`, () => {
    const posts: Posts = { "a.md": { Save_as: "a.html", Aliases: alias }, ...more };
    const settings = { siteUrl: "https://example.org" };
    assert.equal(redirectsOf(posts, settings), []);
    assert.equal(faults(posts, settings), ["a.md:4:10 alias-taken"]);
  });
}

aliases("the first of two pages has it, and the other is told which one", () => {
  const posts = { "a.md": { Save_as: "a.html", Aliases: "x/y" }, "b.md": { Save_as: "b.html", Aliases: "/x/y.html" } };
  assert.equal(redirectsOf(posts), ["x/y > /a.html"]);
  const { findings } = siteOf(posts);
  assert.equal(placesOf(findings), ["b.md:4:10 alias-taken"]);
  assert.match(findings[0]?.message ?? "", "a.md");
});

aliases("menus, parents and links in the text may name a page by one", () => {
  const site = siteOf({
    "a.md": { Url: "a", Save_as: "a/index.html", Aliases: "old/a" },
    "b.md": { Parent_id: "old/a", body: "[a](/old/a)" },
  });
  assert.equal(placesOf(site.findings), []);
});

const netlify = suite("Netlify's redirects");

for (const [from, forms] of [
  ["old", ["/old", "/old.html"]],
  ["old.html", ["/old", "/old.html"]],
  ["a/old", ["/a/old", "/a/old.html"]],
  ["a/index.html", ["/a", "/a/index.html"]],
  ["x y", ["/x%20y", "/x%20y.html"]],
  ["é", ["/%C3%A9", "/%C3%A9.html"]],
  ["a:b*c", ["/a%3Ab%2Ac", "/a%3Ab%2Ac.html"]],
] as const) {
  netlify(`from ${from}`, () => {
    assert.is(netlifyRedirects([{ from, to: "/new/" }]), forms.map((form) => `${form} /new/ 301\n`).join(""));
  });
}

netlify("an address that is copied from a browser is the same one", () => {
  const { redirects } = siteOf({ "a.md": { Save_as: "a.html", Aliases: "caf%C3%A9" } });
  assert.is(netlifyRedirects(redirects), "/caf%C3%A9 /a.html 301\n/caf%C3%A9.html /a.html 301\n");
});

netlify("lines are sorted, each once", () => {
  const text = netlifyRedirects([
    { from: "b", to: "/x" },
    { from: "a", to: "/y" },
    { from: "a.html", to: "/y" },
  ]);
  assert.is(text, "/a /y 301\n/a.html /y 301\n/b /x 301\n/b.html /x 301\n");
});

netlify("an alias cannot write a line of its own", () => {
  const { redirects } = siteOf({
    "a.md": { Save_as: "a.html", Aliases: "b /evil 200\n    /* https://evil.example 200" },
  });
  const lines = netlifyRedirects(redirects).trimEnd().split("\n");
  assert.ok(
    lines.every((line) => /^\/\S* \/a\.html 301$/.test(line)),
    lines.join("\n"),
  );
});

const files = suite("files of redirects");

const moved: Posts = { "a.md": { Save_as: "a/index.html", Aliases: "b; c/d.html; v1.0" } };

function written(posts: Posts, settings: SettingsInput): string[] {
  return textFiles(siteOf(posts, { settings })).map(({ saveAs }) => saveAs);
}

files("Netlify's where there are redirects, and pages on request", () => {
  assert.equal(written(moved, {}), ["robots.txt", "_redirects"]);
  assert.equal(written({ "a.md": {} }, {}), ["robots.txt"]);
  assert.equal(written(moved, { redirectsSaveAs: "" }), ["robots.txt"]);
  assert.equal(written(moved, { redirectPages: true }), [
    "robots.txt",
    "_redirects",
    "b.html",
    "c/d.html",
    "v1.0.html",
  ]);
});

files("a redirect page leads on by itself, by a link, and says which address counts", () => {
  const posts = { "a.md": { Save_as: "a & b/é.html", Aliases: "c" } };
  const site = siteOf(posts, { settings: { redirectPages: true } });
  const file = textFiles(site).find(({ saveAs }) => saveAs === "c.html");
  const text = file?.text(site, NO_ASSETS);
  const to = "/a%20%26%20b/%C3%A9.html";
  assert.match(text ?? "", `<meta http-equiv="refresh" content="0; url=${to}">`);
  assert.match(text ?? "", `<link rel="canonical" href="${to}">`);
  assert.match(text ?? "", `<a href="${to}">`);
});

aliases.run();
netlify.run();
files.run();
