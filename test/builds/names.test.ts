/** Names that the plugin and the site both have: the site's hold, the theme stands, and it is said once. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildSite } from "../small-site.ts";

const names = suite("build: names that the site has");

const SITE = {
  "content/a.md": "Title: A\nSave_as: a.html\nTop_menu_show: true\n\nText\n",
  "content/x.njk": '---\npermalink: x.txt\n---\n{{ "/assets/style.css" | asset }} {% includeCached "y" %}',
  "content/y.11ty.js": `export const data = { permalink: "y.txt" }; export function render() { return this.asset("y"); }`,
  "content/z.njk": "---\npermalink: z.txt\n---\n{{ collections.navigation | dump | safe }}",
};
const OWN = `config.addFilter("asset", (path) => "/mine" + path);
  config.addShortcode("includeCached", (name) => "cached " + name);
  config.addCollection("navigation", () => ["mine"]);`;
const STYLE = /href="\/assets\/style\.\w+\.css"/;

for (const [when, config] of [
  ["before the plugin", OWN],
  ["by a plugin after it", `config.addPlugin((config) => { ${OWN} });`],
] as const) {
  names(`a filter, a shortcode and a collection, added ${when}`, async () => {
    const built = await buildSite(SITE, { config });
    assert.is(built.exitCode, 0, built.printed);
    assert.is(built.read("x.txt"), "/mine/assets/style.css cached y");
    assert.is(built.read("y.txt"), "/miney");
    assert.is(built.read("z.txt"), '["mine"]');
    assert.match(built.read("a.html"), STYLE);
    assert.equal(built.printed.match(/^Names that .*$/gm), [
      "Names that the site has for something of its own, which holds: the filter “asset”, the template tag “includeCached”, " +
        'the collection “navigation”. With the setting namePrefix: "my_" the plugin\'s are “my_asset”, ' +
        "“my_includeCached”, “my_navigation”.",
    ]);
    built.dispose();
  });
}

for (const namePrefix of ["pelican_", "my", "pelican"]) {
  names(`with the prefix “${namePrefix}” both are there, and nothing is said`, async () => {
    const own = namePrefix === "pelican_" ? "pelican_asset" : `${namePrefix}Asset`;
    const all = namePrefix === "pelican_" ? "pelican_navigation" : `${namePrefix}Navigation`;
    const built = await buildSite(
      {
        ...SITE,
        "content/own.njk": `---\npermalink: own.txt\n---\n{{ "/assets/style.css" | ${own} }} {{ collections.${all} | length }}`,
      },
      { config: OWN, settings: { namePrefix } },
    );
    assert.is(built.exitCode, 0, built.printed);
    assert.is(built.read("x.txt"), "/mine/assets/style.css cached y");
    assert.match(built.read("own.txt"), /^\/assets\/style\.\w+\.css [1-9]$/);
    assert.match(built.read("a.html"), STYLE);
    assert.not.match(built.printed, "Names that");
    built.dispose();
  });
}

names("a prefix that no name can begin with", async () => {
  const built = await buildSite(SITE, { settings: { namePrefix: "a-b" } });
  assert.is(built.exitCode, 1);
  assert.match(built.printed, "namePrefix: write a name such as pelican_");
  built.dispose();
});

names("a tag of the site's posts", async () => {
  const built = await buildSite({
    "content/posts/a.md": "Title: A\nTags: navigation\n\nText\n",
    "content/x.njk": "---\npermalink: x.txt\n---\n{{ collections.navigation[0].data.title }}",
  });
  assert.is(built.read("x.txt"), "A");
  assert.is(built.printed.match(/holds: the tag of content “navigation”/g)?.length, 1, built.printed);
  built.dispose();
});

names("filters of eleventy-navigation that the site has", async () => {
  const built = await buildSite(
    {
      "content/a.md": "Title: A\nSave_as: a.html\nTop_menu_show: true\n\nText\n",
      "content/x.njk": '---\npermalink: x.txt\n---\n{{ [] | eleventyNavigation("top") }}',
    },
    { config: `config.addFilter("eleventyNavigation", () => "mine");` },
  );
  assert.is(built.exitCode, 0, built.printed);
  assert.is(built.read("x.txt"), "mine");
  assert.not.match(built.printed, "Names that");
  built.dispose();
});

const DATA = {
  "content/a.md": "Title: A\nSave_as: a.html\nTop_menu_show: true\n\nText\n",
  "content/x.njk": "---\npermalink: x.txt\n---\n{{ pelican.colour }}{{ my_pelican.site.siteName }}",
  "_includes/layouts/single-column.njk":
    '{% extends "layouts/base.njk" %}{% block main %}[{{ pelican.colour }}]{% endblock %}',
};

for (const [how, files, options] of [
  ["a file of data", { "_data/pelican.json": '{ "colour": "white", "page": 1 }' }, {}],
  ["global data", {}, { config: 'config.addGlobalData("pelican", { colour: "white", page: 1 });' }],
] as const) {
  names(`data of the site's own called pelican: ${how}`, async () => {
    const built = await buildSite({ ...DATA, ...files }, options);
    assert.is(built.exitCode, 0, built.printed);
    assert.is(built.read("x.txt"), "white");
    assert.match(built.read("a.html"), "[white]");
    assert.match(built.read("a.html"), "<title>A");
    assert.match(
      built.printed,
      'holds: the data “pelican”. With the setting namePrefix: "my_" the plugin\'s are “my_pelican”',
    );
    built.dispose();
    const both = await buildSite({ ...DATA, ...files }, { ...options, settings: { namePrefix: "my_", siteName: "S" } });
    assert.is(both.read("x.txt"), "whiteS");
    assert.not.match(both.printed, "Names that");
    both.dispose();
  });
}

names("data that is merged into the plugin's ends no build, and the theme stands", async () => {
  const built = await buildSite({
    "content/pages/a.md":
      "---\ntitle: A\npermalink: a.html\nTop_menu_show: true\npelican: { colour: white }\n---\nText\n",
    "content/pages/pages.json": '{ "pelican": { "of": "folder", "site": 1 } }',
    "content/pages/b.njk":
      "---\nlayout: own.njk\npermalink: b.txt\npelican: { colour: white }\n---\n{{ pelican.colour }} {{ pelican.of }}",
    "content/pages/c.11ty.js": `export const data = { permalink: "c.txt", eleventyComputed: { pelican: { colour: () => "blue", page: () => "p" } } };
      export function render({ pelican }) { return pelican.colour + pelican.page; }`,
    "content/c.11ty.js": `export const data = { permalink: "d.txt", eleventyComputed: { pelican: { colour: () => "blue", page: () => "p" } } };
      export function render({ pelican }) { return pelican.colour + pelican.page; }`,
    "_includes/own.njk": "---\npelican: { frame: wood }\n---\n{{ pelican.frame }} {{ content | safe }}",
    "_includes/layouts/single-column.njk": '---\npelican: { frame: wood }\n---\n{% extends "layouts/base.njk" %}',
  });
  assert.is(built.exitCode, 0, built.printed);
  assert.is(built.read("b.txt"), "wood white folder");
  assert.is(built.read("c.txt"), "bluep");
  assert.is(built.read("d.txt"), "bluep");
  assert.match(built.read("a.html"), "<title>A");
  assert.match(built.read("a.html"), STYLE);
  built.dispose();
});

names("templates, transforms, preprocessors and layouts that the site calls as the plugin does", async () => {
  const built = await buildSite(
    { "content/a.md": "Title: A\nSave_as: a.html\n\nText\n", "_includes/mine.njk": "[{{ content | safe }}]" },
    {
      config: `config.addTemplate("pelican-blog.njk", "mine", { permalink: "x.txt" });
      config.addPreprocessor("pelican", "md", (data, text) => text.replace("Text", "Words"));
      config.addTransform("pelican-minify", (text) => text.replace("Words", "more Words"));
      config.addLayoutAlias("layouts/single-column.njk", "mine.njk");`,
    },
  );
  assert.is(built.exitCode, 0, built.printed);
  assert.is(built.read("x.txt"), "mine");
  assert.is(built.read("a.html"), "[<p>more Words</p>]");
  built.dispose();
});

names.run();
