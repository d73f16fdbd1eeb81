/** What a site has or has not as a whole: each option in real builds, true, false and with its settings. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildSite, type SmallSite } from "../small-site.ts";

const options = suite("build: what a site has");

const POST =
  "Title: Talk\nDate: 2020-01-02\nTags: one\nCategory: Club\nAliases: old-talk\nTop_menu_show: true\n\nText\n";
const SITE = {
  "content/posts/talk.md": POST,
  "content/pages/about.md": "Title: About\n\nSee [the talk](/talk.html).\n",
};
const OURS = ["pages/about.html", "talk.html"];
const LISTS = ["archives.html", "categories.html", "category/club.html", "index.html", "tag/one.html", "tags.html"];
const FEEDS = ["feeds/all.atom.xml", "feeds/club.atom.xml"];
const NAMES = "lists feeds sitemap robots notFound search redirects headers manifest socialImages images theme minify";

const all = (value: boolean) => Object.fromEntries(NAMES.split(" ").map((name) => [name, value]));
const withoutAssets = ({ written }: SmallSite) => written.filter((path) => !/^(?:assets|pagefind)\//.test(path));
const hasAssets = ({ written }: SmallSite) => written.some((path) => path.startsWith("assets/"));

async function built(settings: object, files: Readonly<Record<string, string>> = SITE): Promise<SmallSite> {
  const given = { siteUrl: "https://a.example", searchSaveAs: undefined, socialImages: undefined, ...settings };
  const site = await buildSite(files, { settings: given });
  site.dispose();
  return site;
}

options("all false: the pages, without a layout", async () => {
  const site = await buildSite(SITE, { settings: { ...all(false), searchSaveAs: undefined } });
  assert.is(site.exitCode, 0, site.printed);
  assert.equal(site.written, OURS);
  assert.is(site.read("pages/about.html"), '<p>See <a href="/talk.html">the talk</a>.</p>\n');
  assert.not.match(site.printed, "option-unasked");
  site.dispose();
});

options("all true: everything", async () => {
  const site = await buildSite(SITE, {
    settings: { siteUrl: "https://a.example", ...all(true), searchSaveAs: undefined },
  });
  assert.is(site.exitCode, 0, site.printed);
  const texts = ["404.html", "_headers", "_redirects", "manifest.webmanifest", "robots.txt", "search/index.html"];
  assert.equal(
    withoutAssets(site).filter((path) => !path.startsWith("images/")),
    [...OURS, ...LISTS, ...FEEDS, ...texts, "sitemap.xml"].sort(),
  );
  assert.ok(hasAssets(site));
  assert.ok(site.written.some((path) => path.startsWith("pagefind/")));
  assert.is(site.read("pages/about.html").includes("\n<main"), false);
  site.dispose();
});

for (const [name, settings, has, hasNot] of [
  [
    "lists",
    { lists: { archivesSaveAs: "all.html", tagsSaveAs: "" } },
    ["all.html", "index.html"],
    ["archives.html", "tags.html"],
  ],
  ["feeds", { feeds: { feedAllAtom: "feed.xml", categoryFeedAtom: "" } }, ["feed.xml"], FEEDS],
  ["feeds", { feeds: false }, LISTS, FEEDS],
  ["lists", { lists: false, feeds: true }, FEEDS, LISTS],
  ["sitemap", { sitemap: { sitemapSaveAs: "map.xml" } }, ["map.xml"], ["sitemap.xml"]],
  ["robots", { robots: false }, ["sitemap.xml"], ["robots.txt"]],
  ["notFound", { notFound: { notFoundSaveAs: "gone.html" } }, ["gone.html"], ["404.html"]],
  ["redirects", { redirects: { redirectPages: true } }, ["_redirects", "old-talk.html"], []],
  ["redirects", { redirects: false }, ["robots.txt"], ["_redirects"]],
  ["headers", { headers: { contentSecurityPolicy: { "img-src": "*" } } }, ["_headers"], []],
  ["manifest", { manifest: { manifestSaveAs: "m.webmanifest" } }, ["m.webmanifest"], ["manifest.webmanifest"]],
  ["nothing", {}, [...LISTS, ...FEEDS, "404.html", "robots.txt", "sitemap.xml", "_redirects"], ["_headers"]],
] as const) {
  options(`${name}: ${JSON.stringify(settings)}`, async () => {
    const { written, exitCode, printed } = await built(settings);
    assert.is(exitCode, 0, printed);
    assert.equal(
      [...has].filter((path) => !written.includes(path)),
      [],
    );
    assert.equal(
      [...hasNot].filter((path) => written.includes(path)),
      [],
    );
  });
}

options("minify: false leaves pages, stylesheets and scripts readable, under names that may be kept", async () => {
  const site = await buildSite(SITE, { settings: { minify: false } });
  assert.match(site.read("pages/about.html"), /\n\s+<main/);
  const [style = ""] = site.written.filter((path) => /^assets\/style\.[\da-f]{8}\.css$/.test(path));
  assert.match(site.read(style), /;\n\s+/);
  site.dispose();
});

options("theme: its settings switch it on", async () => {
  const site = await buildSite(SITE, { settings: { theme: { themeColor: { light: "#123456" } } } });
  assert.match(site.read("pages/about.html"), "#123456");
  site.dispose();
});

options("theme: false keeps the layouts that the site has, its lists among them", async () => {
  const files = {
    ...SITE,
    "content/pages/pages.json": '{ "layout": "mine.njk" }',
    "_includes/mine.njk": "<b>{{ title }}</b>{{ content | safe }}",
    ...Object.fromEntries(["blog", "archive", "terms"].map((name) => [`_includes/layouts/${name}.njk`, `${name}!`])),
  };
  const site = await buildSite(files, { settings: { theme: false, lists: true } });
  assert.is(site.exitCode, 0, site.printed);
  assert.match(site.read("pages/about.html"), "<b>About</b>");
  assert.is(site.read("talk.html"), "<p>Text</p>");
  assert.is(site.read("index.html"), "blog!");
  assert.not.ok(hasAssets(site));
  assert.not.ok(site.has("404.html"));
  site.dispose();
});

options("theme: false without layouts for what is asked for ends the build, and says what to write", async () => {
  const site = await built({ theme: false, lists: true, notFound: true });
  assert.is(site.exitCode, 1);
  assert.match(
    site.printed,
    "Without the theme there are no layouts for what the settings ask for: layouts/blog.njk, layouts/archive.njk, " +
      "layouts/terms.njk, layouts/not-found.njk. Write them into the folder of includes, or set lists: false and notFound: false.",
  );
  assert.equal(site.written, []);
});

options("theme: false alone: posts that are in no list are told of once", async () => {
  const site = await built({ theme: false, feeds: false });
  assert.is(site.exitCode, 0, site.printed);
  assert.is(site.printed.match(/option-unasked/g)?.length, 1, site.printed);
});

options.run();
