/** The fields of a page are Eleventy's data, in every template language, and its collections are those of Eleventy's users. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildSite, type SmallSite } from "../small-site.ts";

const HEADER = `Title: Own & <only>
Date: 2020-03-04 05:06
Modified: 2020-05-06
Tags: apple, pear
Category: News
Authors: Ann; Ben
Summary: Says *much*.
Lang: de
Slug: own-slug
Status: published
Series: My Series
Series_index: 3
`;

const NJK = `{{ title }}|{{ date.toISOString() }}|{{ modified.toISOString() }}|{{ tags | join(",") }}|{{ category }}|{{ authors | join(",") }}|{{ summary }}|{{ lang }}|{{ slug }}|{{ status }}|{{ series }}|{{ series_index }}|{{ pelican.page.title }}|{{ page.url }}|{{ content | safe }}`;

const LIQUID = `{{ title | escape }}|{{ date | date: "%Y" }}|{{ modified | date: "%Y" }}|{{ tags | join: "," }}|{{ category }}|{{ authors | join: "," }}|{{ summary }}|{{ lang }}|{{ slug }}|{{ status }}|{{ series }}|{{ series_index }}|{{ pelican.page.title | escape }}|{{ page.url }}|{{ content }}`;

const JS = `export function render(data) {
  const { title, date, modified, tags, category, authors, summary, lang, slug, status, series, series_index, pelican, page, content } = data;
  const safe = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return [safe(title), date.getUTCFullYear(), modified.getUTCFullYear(), tags, category, authors, summary, lang, slug, status, series, series_index, safe(pelican.page.title), page.url, content].join("|");
}`;

const TAIL = "|apple,pear|News|Ann,Ben|Says *much*.|de|own-slug|published|My Series|3|";
const TEXT = "|/own-slug-de.html|<p>Text</p>";

const data = suite("build: fields are data");

for (const [name, layout, expected] of [
  [
    "a.njk",
    NJK,
    `Own &amp; &lt;only&gt;|2020-03-04T05:06:00.000Z|2020-05-06T00:00:00.000Z${TAIL}Own &amp; &lt;only&gt;${TEXT}`,
  ],
  ["a.liquid", LIQUID, `Own &amp; &lt;only&gt;|2020|2020${TAIL}Own &amp; &lt;only&gt;${TEXT}`],
  ["a.11ty.js", JS, `Own &amp; &lt;only&gt;|2020|2020${TAIL}Own &amp; &lt;only&gt;${TEXT}`],
] as const) {
  data(`a layout in ${name}`, async () => {
    const built = await buildSite({
      [`_includes/${name}`]: layout,
      "content/posts/posts.json": JSON.stringify({ layout: name }),
      "content/posts/a.md": `${HEADER}\nText\n`,
    });
    assert.is(built.exitCode, 0, built.printed);
    assert.is(built.read("own-slug-de.html").trim(), expected);
    built.dispose();
  });
}

data("what nobody wrote has the settings' default", async () => {
  const built = await buildSite(
    {
      "_includes/a.njk":
        "{{ title }}|{{ category }}|{{ authors | join(',') }}|{{ lang }}|{{ slug }}|{{ status }}|{{ tags }}|{{ modified }}",
      "content/posts/posts.json": '{ "layout": "a.njk" }',
      "content/posts/some-name.md": "Date: 2020-01-01\n\nText\n",
    },
    { settings: { author: "Me", defaultLang: "fr" } },
  );
  assert.is(built.read("some-name.html"), "some-name|posts|Me|fr|some-name|published||");
  built.dispose();
});

data("templates of the site's own have the plugin's view of the site, in every language", async () => {
  const built = await buildSite(
    {
      "content/a.njk": "---\npermalink: njk.txt\n---\n{{ pelican.site.siteName }}",
      "content/b.liquid": "---\npermalink: liquid.txt\n---\n{{ pelican.site.siteName }}",
      "content/c.11ty.js": `export const data = { permalink: "js.txt" }; export function render({ pelican }) { return pelican.site.siteName; }`,
    },
    { settings: { siteName: "Name" } },
  );
  for (const path of ["njk.txt", "liquid.txt", "js.txt"]) assert.is(built.read(path), "Name");
  built.dispose();
});

/** A site's own template, which prints what collections there are. */
const COLLECTIONS = `export const data = { permalink: "collections.json", eleventyExcludeFromCollections: true };
export function render({ collections }) {
  const all = [...Object.keys(collections), "pages", "posts"].filter((name) => collections[name]);
  const shown = all.map((name) => [name, collections[name]]).map(([name, items]) => [name, items.map((item) => item.url ?? item)]);
  return JSON.stringify({
    ...Object.fromEntries(shown.filter(([name]) => name !== "navigation")),
    listed: Object.keys(collections),
  });
}`;

const POSTS = {
  "content/collections.11ty.js": COLLECTIONS,
  "content/posts/b.md": "Title: B\nDate: 2020-02-02\nTags: apple\n\nText\n",
  "content/posts/a.md": "Title: A\nDate: 2020-03-03\nTags: apple, two words\n\nText\n",
  "content/posts/c.md": "Title: C\nDate: 2020-01-01\nStatus: hidden\nTags: apple\n\nText\n",
  "content/posts/d.md": "Title: D\nDate: 2020-01-01\nStatus: draft\nTags: apple\n\nText\n",
  "content/posts/e.md": "Title: E\nDate: 2900-01-01\nTags: apple\n\nText\n",
  "content/pages/p.md": "Title: P\n\nText\n",
};

function collections(built: SmallSite): Record<string, unknown> {
  return JSON.parse(built.read("collections.json"));
}

data("the collections are pages, posts, navigation and one for each tag", async () => {
  const built = await buildSite(POSTS);
  const { all, listed, ...others } = collections(built);
  // The plugin's own are no tags.
  assert.equal((listed as string[]).toSorted(), ["all", "apple", "two words"]);
  assert.equal((all as string[]).toSorted(), ["/a.html", "/b.html", "/pages/p.html"]);
  assert.equal(others, {
    apple: ["/b.html", "/a.html"],
    "two words": ["/a.html"],
    pages: ["/pages/p.html"],
    posts: ["/b.html", "/a.html"],
  });
  built.dispose();
});

data("a collection or a tag of the site's own name holds", async () => {
  const own = await buildSite(POSTS, { config: `config.addCollection("posts", () => ["mine"]);` });
  assert.equal(collections(own).posts, ["mine"]);
  own.dispose();
  const tagged = await buildSite({ ...POSTS, "content/x.njk": "---\ntags: posts\npermalink: x.html\n---\nX" });
  assert.equal(collections(tagged).posts, ["/x.html"]);
  tagged.dispose();
  const later = await buildSite(POSTS, {
    config: `config.addPlugin((other) => other.addCollection("pages", () => ["another plugin's"]));`,
  });
  assert.is(later.exitCode, 0, later.printed);
  assert.equal(collections(later).pages, ["another plugin's"]);
  later.dispose();
});

data("pagination over collections.posts, and what is printed of an item", async () => {
  const built = await buildSite({
    ...POSTS,
    "content/one.njk": `---
pagination: { data: collections.posts, size: 1, alias: post, reverse: true }
permalink: "blog/{{ pagination.pageNumber }}/"
---
{{ post.data.title }}{{ post.content | safe }}{{ post.data.pelican.page.title }}`,
  });
  assert.is(built.read("blog/0/index.html"), "A<p>Text</p>A");
  assert.is(built.read("blog/1/index.html"), "B<p>Text</p>B");
  built.dispose();
});

/** Each name means something to Eleventy, or to JavaScript. */
const RESERVED = ["Page", "Content", "Collections", "Eleventy", "Pkg", "Permalink", "Pagination", "Layout", "Pelican"];
const MORE = ["EleventyComputed", "EleventyNavigation", "EleventyExcludeFromCollections", "EleventyImport"];
const MOST = ["TemplateEngineOverride", "DynamicPermalink", "Constructor", "__proto__", "EleventyDataSchema", "Env"];

data("own fields with names that mean something to Eleventy do no harm", async () => {
  for (const fence of ["", "---\n"]) {
    const names = [...RESERVED, ...MORE, ...MOST].filter(
      (name) => fence === "" || !/^(P(ag|erm)|Lay|Eleventy.|Temp|Dyn)/.test(name),
    );
    const built = await buildSite({
      "content/posts/a.md": `${fence}Title: A\nDate: 2020-01-01\n${names.map((name) => `${name}: some {{ text }}\n`).join("")}${fence}\nText\n`,
      "content/list.njk":
        "---\npermalink: list.html\n---\n{{ collections.all | eleventyNavigation | eleventyNavigationToHtml | safe }}",
    });
    assert.is(built.exitCode, 0, built.printed);
    assert.match(built.read("a.html"), "<p>Text</p>");
    assert.equal(
      built.written.filter((path) => /some/.test(path)),
      [],
    );
    built.dispose();
  }
});

data("a tag may have a name that every object in JavaScript knows", async () => {
  const built = await buildSite({
    ...POSTS,
    "content/posts/posts.json": '{ "tags": ["toString"] }',
    "content/posts/c.md": "Title: C\nDate: 2020-01-03\nTags: __proto__, constructor\n\nText\n",
    "content/posts/d.md": "---\ntitle: D\ndate: 2020-01-04\ntags: [__proto__, constructor]\n---\nText\n",
  });
  assert.is(built.exitCode, 0, built.printed);
  assert.match(built.read("tag/__proto__.html"), ">C<");
  assert.equal(collections(built).constructor, ["/c.html", "/d.html"]);
  assert.equal(collections(built).toString, ["/c.html", "/d.html", "/b.html", "/a.html"]);
  built.dispose();
});

data("so may a tag of a site that has no page of Pelican's yet", async () => {
  const settings = { content: [] };
  const built = await buildSite({ "content/a.md": "---\ntitle: A\ntags: [__proto__]\n---\nText\n" }, { settings });
  assert.is(built.exitCode, 0, built.printed);
  assert.match(built.read("a/index.html"), "Text");
  built.dispose();
});

data("YAML front matter is Eleventy's own data", async () => {
  const built = await buildSite({
    "_includes/a.njk":
      "{{ title }}|{{ deep.er }}|{{ tags | join(',') }}|{{ date.getUTCFullYear() }}|{{ status }}|{{ category }}",
    "content/posts/a.md":
      "---\ntitle: A\ndate: 2020-01-01\nlayout: a.njk\ntags: [x, y]\ndeep: { er: down }\npermalink: /a/\n---\nText\n",
  });
  assert.is(built.read("a/index.html"), "A|down|x,y|2020|published|posts");
  built.dispose();
});

data.run();
