import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { type Site, withoutCards } from "../../src/plugin/site.ts";
import { createViews } from "../../src/plugin/views/views.ts";
import { type Posts, siteOf } from "../site-helpers.ts";

const heads = suite("heads");

const SETTINGS = {
  siteName: "XMPP",
  siteUrl: "https://a.example",
  indexSaveAs: "blog.html",
  pageSaveAs: "{slug}.html",
};

const POSTS: Posts = {
  "pages/home.md": { Title: "Home", Url: "", Save_as: "index.html", body: "Welcome." },
  "pages/about.md": { Title: "About", Url: "about", Save_as: "about/index.html" },
  "pages/history.md": { Title: "History", Url: "about/history", Save_as: "about/history.html", Summary: "Of *old*." },
  "pages/draft.md": { Title: "Draft", Status: "draft" },
  "pages/lost.md": { Title: "Lost", Save_as: "404.html", Url: "404" },
  "posts/a.md": { Title: "A", Date: "2020-01-02", Category: "News", Author: "Ada", Tags: "x, y", Slug: "a" },
  "posts/a-de.md": { Title: "A auf Deutsch", Date: "2020-01-02", Category: "News", Slug: "a", Lang: "de" },
  "posts/b.md": { Title: "B", Date: "2020-01-01", Category: "News" },
};

const make = (settings: SettingsInput = {}) => siteOf(POSTS, { settings: { ...SETTINGS, ...settings } });

function headOf(file: string, site: Site) {
  const page = site.pages.find((one) => one.file === file);
  assert.ok(page, file);
  return createViews(site).page(page).head;
}

function listHead(saveAs: string, site: Site) {
  const list = site.lists.find((one) => one.saveAs === saveAs);
  assert.ok(list, saveAs);
  return createViews(site).list(list).head;
}

function thingsIn(text: string | undefined): Record<string, unknown>[] {
  const data = JSON.parse(text ?? "{}");
  return data["@graph"] ?? [data];
}

const site = make();

for (const [file, canonical, robots] of [
  ["pages/home.md", "https://a.example/", undefined],
  ["pages/about.md", "https://a.example/about/", undefined],
  ["pages/history.md", "https://a.example/about/history.html", undefined],
  ["pages/draft.md", undefined, "noindex"],
  ["pages/lost.md", undefined, "noindex"],
] as const) {
  heads(`${file}: its one address, and whether it is searched`, () => {
    assert.is(headOf(file, site).canonical, canonical);
    assert.is(headOf(file, site).robots, robots);
  });
}

heads("in a preview nothing is searched", () => {
  const preview = make({ showDrafts: true });
  assert.is(headOf("pages/home.md", preview).robots, "noindex");
  assert.is(listHead("blog.html", preview).robots, "noindex");
  assert.is(createViews(preview).page(undefined).head.robots, "noindex");
});

heads("a site that does not know its address says nothing that needs it", () => {
  const head = headOf("posts/a.md", make({ siteUrl: "" }));
  assert.is(head.canonical, undefined);
  assert.is(head.jsonLd, undefined);
  assert.equal(
    head.openGraph.filter(({ property }) => property === "og:url"),
    [],
  );
});

heads("the description is the Summary as text, else the first words", () => {
  assert.is(headOf("pages/history.md", site).description, "Of old.");
  assert.is(headOf("pages/home.md", site).description, "Welcome.");
  assert.is(listHead("category/news.html", site).description, "News: A, B");
  assert.is(listHead("tags.html", site).description, "Tags: x, y");
});

heads("translations name each other and themselves, by whole addresses", () => {
  const both = [
    { lang: "en", url: "https://a.example/a.html" },
    { lang: "de", url: "https://a.example/a-de.html" },
  ];
  const others = { lang: "x-default", url: "https://a.example/a.html" };
  assert.equal(headOf("posts/a.md", site).languages, [...both, others]);
  assert.equal(headOf("posts/a-de.md", site).languages, [...both.toReversed(), others]);
  assert.equal(headOf("posts/b.md", site).languages, []);
});

heads("a list on several pages leads on and back", () => {
  const paged = make({ defaultPagination: 1 });
  const [first, second] = [listHead("blog.html", paged), listHead("blog2.html", paged)];
  assert.equal(
    [first.previous, first.next, first.canonical],
    [undefined, "/blog2.html", "https://a.example/blog.html"],
  );
  assert.equal([second.previous, second.canonical], ["/blog.html", "https://a.example/blog2.html"]);
});

heads("the home page says that it is a website", () => {
  assert.equal(thingsIn(headOf("pages/home.md", site).jsonLd), [
    {
      "@context": "https://schema.org",
      "@type": "WebSite",
      name: "XMPP",
      url: "https://a.example/",
      inLanguage: "en",
    },
  ]);
});

heads("a page says where it is", () => {
  const [{ itemListElement: items } = {}] = thingsIn(headOf("pages/history.md", site).jsonLd);
  assert.equal(items, [
    { "@type": "ListItem", position: 1, name: "About", item: "https://a.example/about/" },
    { "@type": "ListItem", position: 2, name: "History", item: "https://a.example/about/history.html" },
  ]);
});

heads("a post says when it was written, and by whom", () => {
  const [posting = {}] = thingsIn(headOf("posts/a.md", site).jsonLd);
  assert.is(posting["@type"], "BlogPosting");
  assert.is(posting.headline, "A");
  assert.match(String(posting.datePublished), /^2020-01-02T00:00:00/);
  assert.equal(posting.author, [{ "@type": "Person", name: "Ada", url: "https://a.example/author/ada.html" }]);
});

heads("a picture is named where pictures are drawn", () => {
  assert.not.ok(headOf("posts/a.md", site).hasImage);
  const drawn = make({ socialImages: true });
  for (const head of [headOf("posts/a.md", drawn), listHead("blog.html", drawn)]) {
    const image = head.openGraph.find(({ property }) => property === "og:image")?.content ?? "";
    assert.match(image, /^https:\/\/a\.example\/assets\/social\/[0-9a-f]{16}\.png$/);
  }
  assert.not.ok(headOf("pages/draft.md", drawn).hasImage);
  assert.not.ok(headOf("posts/a.md", withoutCards(drawn)).hasImage);
});

heads("what is neither page nor list has a head, too", () => {
  assert.equal(createViews(site).page(undefined).head.openGraph, []);
});

heads.run();
