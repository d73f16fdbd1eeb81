/** What Eleventy's users write, in each of its languages, and its official plugins, together with this one. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { image } from "../images/make-images.ts";
import { imported, inMemory } from "../in-memory.ts";

const CONTENT = {
  "content/pages/club.md":
    "Title: Club & more\nUrl: club\nSave_as: club/index.html\nTop_menu_show: true\nDropdown_menu_show: true\n" +
    "Dropdown_menu_elem_name_1: Join\nDropdown_menu_elem_url_1: join\n\nText of *club*.\n",
  "content/pages/join.md": "Title: Join\nUrl: club/join\nSave_as: club/join.html\nFooter_show: left\n\nJoin us.\n",
  "content/posts/talk.md": "Title: Talk\nDate: 2020-01-02\nTags: one\nSave_as: talk.html\n\nA *talk*.\n",
  "content/posts/walk.md": "Title: Walk\nDate: 2020-01-03\nSave_as: walk.html\n\nA walk.\n",
};
const ENGINES = [
  imported("eleventy-plugin-vento", "VentoPlugin"),
  imported("@11ty/eleventy-plugin-webc", "default: webc"),
  "config.addPlugin(VentoPlugin); config.addPlugin(webc);",
].join("\n");
const front = (path: string) => `---\npermalink: ${path}\n---\n`;

const idioms = suite("build: idioms of Eleventy's languages");

const NAV =
  '<ul><li class="on"><a href="/club/">Club &amp; more</a><ul><li><a href="/club/join.html">Join</a></li></ul></li></ul>';
const POSTS = "Talk /talk.html 24;Walk /walk.html 15;";

for (const [language, file, text] of [
  [
    "Nunjucks",
    "a.njk",
    `${front("a.html")}{{ collections.navigation | eleventyNavigation("top") | eleventyNavigationToHtml({ activeKey: "top/club", activeListItemClass: "on" }) | safe }}
|{% for post in collections.posts %}{{ post.data.title }} {{ post.url }} {{ post.templateContent | length }};{% endfor %}
|{% for entry in collections.navigation | eleventyNavigationBreadcrumb("top/club#1") %}{{ entry.title }} {{ entry.url }};{% endfor %}
|{{ (collections.posts | getPreviousCollectionItem(collections.posts[1].page)).url }}|{{ collections.one.length }}|{{ pelican.menus.top[0].title | safe }}|{{ "/x/" | url }}`,
  ],
  [
    "Liquid",
    "a.liquid",
    `${front("a.html")}{{ collections.navigation | eleventyNavigation: "top" | eleventyNavigationToHtml: activeKey: "top/club", activeListItemClass: "on" }}
|{% for post in collections.posts %}{{ post.data.title }} {{ post.url }} {{ post.templateContent | size }};{% endfor %}
|{% assign crumbs = collections.navigation | eleventyNavigationBreadcrumb: "top/club#1", allowMissing: true %}{% for entry in crumbs %}{{ entry.title }} {{ entry.url }};{% endfor %}
|{% assign before = collections.posts | getPreviousCollectionItem: collections.posts[1].page %}{{ before.url }}|{{ collections.one.size }}|{{ pelican.menus.top[0].title }}|{{ "/x/" | url }}`,
  ],
  [
    "Vento",
    "a.vto",
    `${front("a.html")}{{ collections.navigation |> eleventyNavigation("top") |> eleventyNavigationToHtml({ activeKey: "top/club", activeListItemClass: "on" }) }}
|{{ for post of collections.posts }}{{ post.data.title }} {{ post.url }};{{ /for }}
|{{ set crumbs = collections.navigation |> eleventyNavigationBreadcrumb("top/club#1") }}{{ for entry of crumbs }}{{ entry.title }} {{ entry.url }};{{ /for }}
|{{ set before = collections.posts |> getPreviousCollectionItem(collections.posts[1].page) }}{{ before.url }}|{{ collections.one.length }}|{{ pelican.menus.top[0].title }}|{{ "/x/" |> url }}`,
  ],
  [
    "JavaScript",
    "a.11ty.js",
    `export const data = { permalink: "a.html" };
export function render({ collections, pelican }) {
  const nav = this.eleventyNavigation(collections.navigation, "top");
  const posts = collections.posts.map((post) => post.data.title + " " + post.url + " " + post.templateContent.length + ";");
  const crumbs = this.eleventyNavigationBreadcrumb(collections.navigation, "top/club#1");
  return [
    this.eleventyNavigationToHtml(nav, { activeKey: "top/club", activeListItemClass: "on" }),
    posts.join(""),
    crumbs.map(({ title, url }) => title + " " + url + ";").join(""),
    this.getPreviousCollectionItem(collections.posts, collections.posts[1].page).url,
    collections.one.length,
    pelican.menus.top[0].title,
    this.url("/x/"),
  ].join("|");
}`,
  ],
] as const) {
  idioms(`${language}: menus, posts, breadcrumbs, neighbours, tags`, async () => {
    const settings = { siteName: "Us", minify: false };
    const { pages, printed } = await inMemory({ ...CONTENT, [`content/${file}`]: text }, { config: ENGINES, settings });
    const crumbs = "Us /;Club & more /club/;";
    const [nav, posts, trail, ...rest] = (pages["/a.html"] ?? printed).split("|").map((part) => part.trim());
    assert.is(nav, NAV);
    // Vento passes on no error by which Eleventy would know that a text is asked for too early.
    assert.is(posts, language === "Vento" ? POSTS.replace(/ \d+;/g, ";") : POSTS);
    assert.is(trail?.replaceAll("&amp;", "&"), crumbs);
    assert.equal(rest, ["/talk.html", "1", "Club & more", "/x/"]);
  });
}

idioms("WebC: menus and posts", async () => {
  const text = `${front("a.html")}<nav @raw="eleventyNavigationToHtml(eleventyNavigation(collections.navigation, 'top'))"></nav>
<b webc:for="post of collections.posts" @text="post.data.title"></b><i @text="pelican.menus.top[0].title"></i>`;
  const { pages, printed } = await inMemory(
    { ...CONTENT, "content/a.webc": text },
    { config: ENGINES, settings: { minify: false } },
  );
  const page = pages["/a.html"] ?? printed;
  assert.match(page, `<nav>${NAV.replace(' class="on"', "")}</nav>`);
  assert.match(page, /<b>Talk<\/b>\s*<b>Walk<\/b>\s*<i>Club &amp; more<\/i>/);
});

idioms("a breadcrumb of a page that is in the footer alone begins with the site", async () => {
  const text = `${front("a.html")}{% for entry in collections.navigation | eleventyNavigationBreadcrumb("footer-left#1") %}{{ entry.title }} {{ entry.url }}{% endfor %}`;
  const { pages } = await inMemory({ ...CONTENT, "content/a.njk": text }, { settings: { siteName: "Us" } });
  assert.is(pages["/a.html"], "Us /");
});

for (const [engine, text, expected] of [
  [
    "njk",
    "{{ title | upper }} {% if true %}yes{% endif %} {{ pelican.menus.top[0].title }}",
    "TEE yes Club &amp; more",
  ],
  ["liquid", "{{ title | upcase }} {% if true %}yes{% endif %} {{ pelican.menus.top[0].url }}", "TEE yes /club/"],
  ["vto", "{{ title.toUpperCase() }} {{ if true }}yes{{ /if }} {{ pelican.menus.top[0].url }}", "TEE yes /club/"],
  ["webc", '<b @text="title"></b>', "<b>Tee</b>"],
] as const) {
  idioms(`a page's text is run by ${engine}, before Markdown`, async () => {
    const files = { ...CONTENT, "content/pages/t.md": `Title: Tee\nSave_as: t.html\n\n${text}\n` };
    const returned = `markdownTemplateEngine: ${JSON.stringify(engine)}`;
    const { pages, printed } = await inMemory(files, { config: ENGINES, returned });
    assert.match(pages["/t.html"] ?? printed, `<p>${expected}</p>`);
  });
}

for (const [ending, text] of [
  ["njk", "<i>{{ title }}</i>{{ content | safe }}{{ pelican.menus.top[0].url }}"],
  ["liquid", "<i>{{ title }}</i>{{ content }}{{ pelican.menus.top[0].url }}"],
  ["vto", "<i>{{ title }}</i>{{ content }}{{ pelican.menus.top[0].url }}"],
  [
    "webc",
    '<i @text="title"></i><template webc:nokeep @raw="content"></template><template webc:nokeep @text="pelican.menus.top[0].url"></template>',
  ],
  [
    "11ty.js",
    "export default ({ title, content, pelican }) => '<i>' + title + '</i>' + content + pelican.menus.top[0].url;",
  ],
] as const) {
  idioms(`a layout in ${ending}`, async () => {
    const files = {
      ...CONTENT,
      [`_includes/layouts/mine.${ending}`]: text,
      "content/pages/t.md": "Title: Tee\nSave_as: t.html\nTemplate: mine\n\nText\n",
    };
    const { pages, printed } = await inMemory(files, { config: ENGINES, settings: { minify: false } });
    assert.is((pages["/t.html"] ?? printed).replace(/>\s+/g, ">").trim(), "<i>Tee</i><p>Text</p>/club/");
  });
}

const official = suite("build: Eleventy's official plugins");

official("rss: its feed holds the posts, and its filters know their dates and texts", async () => {
  const config = `${imported("@11ty/eleventy-plugin-rss", "feedPlugin")}
    config.addPlugin(feedPlugin, { type: "atom", outputPath: "/own.xml", collection: { name: "posts", limit: 10 },
      metadata: { language: "en", title: "T", subtitle: "S", base: "https://a.example/", author: { name: "N" } } });`;
  const text = `${front("x.txt")}{{ collections.posts | getNewestCollectionItemDate | dateToRfc3339 }}`;
  const { pages, printed } = await inMemory({ ...CONTENT, "content/x.njk": text }, { config });
  assert.is(pages["/x.txt"], "2020-01-03T00:00:00Z", printed);
  assert.match(pages["/own.xml"] ?? "", /<title>Walk<\/title>.*<title>Talk<\/title>.*A &lt;em&gt;talk/s);
});

official("syntaxhighlight: its highlighter colours Pelican's code", async () => {
  const config = `${imported("@11ty/eleventy-plugin-syntaxhighlight", "default: highlight")} config.addPlugin(highlight);`;
  const files = { ...CONTENT, "content/pages/t.md": "Title: T\nSave_as: t.html\n\n    :::js\n    const a = 1;\n" };
  const { pages, printed } = await inMemory(files, { config });
  assert.match(pages["/t.html"] ?? printed, '<span class="token keyword">const</span>');
});

official("image: what it makes of images is in the pages, and of ours nothing", async () => {
  const config = `${imported("@11ty/eleventy-img", "eleventyImageTransformPlugin")}
    config.addPlugin(eleventyImageTransformPlugin, { formats: ["webp"], widths: [300], dryRun: true });`;
  const files = {
    ...CONTENT,
    "content/pages/t.md": "Title: T\nSave_as: t.html\n\n![A lamp](/images/lamp.jpg)\n",
    "content/images/lamp.jpg": await image(600, 400),
  };
  const { pages, printed } = await inMemory(files, { config, settings: { images: false } });
  assert.match(pages["/t.html"] ?? printed, /<img[^>]*src="?\/img\/[\w-]+-300\.webp"?[^>]*alt="A lamp"/);
});

official(
  "i18n, render, bundle, html base, id attribute, input path to url: together, the last within another",
  async () => {
    const config = `${imported("@11ty/eleventy", "I18nPlugin, RenderPlugin, HtmlBasePlugin, IdAttributePlugin, InputPathToUrlTransformPlugin")}
    config.addPlugin(I18nPlugin, { defaultLanguage: "en", errorMode: "never" });
    config.addPlugin(RenderPlugin);
    config.addPlugin(HtmlBasePlugin, { baseHref: "/sub/" });
    config.addPlugin(IdAttributePlugin);
    config.addPlugin((inner) => inner.addPlugin(InputPathToUrlTransformPlugin));
    config.addBundle("css");`;
    const files = {
      ...CONTENT,
      "content/pages/t.md":
        "Title: T\nSave_as: t.html\n\n[Join](/pages/join.md) [too](join.md)\n\n## Twice\n\n## Twice\n",
      "content/x.njk": `${front("x.txt")}{% renderTemplate "md" %}**b**{% endrenderTemplate %}|{% css %}a{}{% endcss %}{% getBundle "css" %}|{{ "/talk.html" | locale_url }}`,
    };
    const { pages, printed } = await inMemory(files, { config });
    const page = pages["/t.html"] ?? printed;
    assert.match(page, '<a href="/sub/club/join.html">Join</a> <a href="/sub/club/join.html">too</a>');
    assert.match(page, /id="?twice"?>.*id="?twice_1"?>/s);
    assert.match(page, /<h1 id="?t"?>T<\/h1>/);
    assert.not.match(printed, "link-broken");
    assert.equal(
      (pages["/x.txt"] ?? "").split("|").map((part) => part.trim()),
      ["<p><strong>b</strong></p>", "a{}", "/talk.html"],
    );
  },
);

official("upgrade helper: it has its say, and the site is built", async () => {
  const config = `${imported("@11ty/eleventy-upgrade-help", "default: help")} config.addPlugin(help);`;
  const { pages, printed } = await inMemory(CONTENT, { config });
  assert.match(printed, "eleventy-upgrade-help");
  assert.ok(pages["/talk.html"]);
});

idioms.run();
official.run();
