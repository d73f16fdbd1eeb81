import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { type Posts, siteOf } from "../site-helpers.ts";

const lists = suite("makeLists");

const posts: Posts = {
  "posts/a.md": { Title: "A", Date: "2019-12-31 23:30", Category: "News", Tags: "x, y", Author: "Site team" },
  "posts/b.md": { Title: "B", Date: "2020-01-01", Category: "Events", Tags: "y", Authors: "Site team; Editors" },
  "posts/c.md": { Title: "C", Date: "2020-02-01", Category: "News", Author: "Editors" },
};

function listsOf(settings: SettingsInput = {}, more: Posts = {}) {
  return siteOf({ ...posts, ...more }, { settings }).lists;
}

function files(settings: SettingsInput = {}, more: Posts = {}): string[] {
  return listsOf(settings, more)
    .map(({ saveAs }) => saveAs)
    .sort();
}

const DEFAULTS = [
  "archives.html",
  "author/editors.html",
  "author/site-team.html",
  "authors.html",
  "categories.html",
  "category/events.html",
  "category/news.html",
  "index.html",
  "tag/x.html",
  "tag/y.html",
  "tags.html",
];

lists("are at Pelican's addresses", () => assert.equal(files(), DEFAULTS));

lists("there are none where there are no posts", () => {
  assert.equal(siteOf({ "pages/a.md": {}, "posts/b.md": { Date: "2020-01-01", Status: "draft" } }).lists, []);
});

lists("those that the settings name are there without posts, too", () => {
  const filesOf = (directTemplates: string[], tree: Posts) =>
    siteOf(tree, { settings: { directTemplates } }).lists.map(({ saveAs }) => saveAs);
  assert.equal(filesOf(["index", "tags", "categories"], { "pages/a.md": {} }), [
    "index.html",
    "categories.html",
    "tags.html",
  ]);
  assert.not.ok(filesOf(["index"], posts).includes("archives.html"));
  assert.ok(filesOf(["index"], posts).includes("tag/x.html"));
});

lists("those of the site's own are printed by their layouts, or are plain lists of all posts, which is said", () => {
  const settings = { directTemplates: ["finder", "all-posts"], directTemplatesSaveAs: { finder: "find/index.html" } };
  const site = siteOf(posts, { settings, layouts: ["finder"] });
  const own = site.lists.filter(({ kind }) => kind === "own");
  assert.equal(
    own.map(({ saveAs, layout, heading, posts }) => [saveAs, layout, heading, posts.length]),
    [
      ["find/index.html", "finder", "Finder", 3],
      ["all-posts.html", undefined, "All posts", 3],
    ],
  );
  assert.equal(
    site.findings.map(({ code, message }) => [code, message]),
    [["list-layout-missing", "directTemplates names “all-posts”, and there is no such layout."]],
  );
});

for (const [setting, gone] of [
  ["indexSaveAs", ["index.html"]],
  ["archivesSaveAs", ["archives.html"]],
  ["categoriesSaveAs", ["categories.html"]],
  ["authorsSaveAs", ["authors.html"]],
  ["tagsSaveAs", ["tags.html"]],
  ["categorySaveAs", ["category/events.html", "category/news.html"]],
  ["authorSaveAs", ["author/editors.html", "author/site-team.html"]],
  ["tagSaveAs", ["tag/x.html", "tag/y.html"]],
] as const) {
  lists(`${setting} turns its list off where it is empty, and no other`, () => {
    assert.equal(
      files({ [setting]: "" }),
      DEFAULTS.filter((file) => !(gone as readonly string[]).includes(file)),
    );
  });
}

for (const [setting, pattern, made] of [
  ["yearArchiveSaveAs", "{date:%Y}/index.html", ["2019/index.html", "2020/index.html"]],
  [
    "monthArchiveSaveAs",
    "{date:%Y}/{date:%b}/index.html",
    ["2019/Dec/index.html", "2020/Feb/index.html", "2020/Jan/index.html"],
  ],
  ["dayArchiveSaveAs", "{date:%Y-%m-%d}.html", ["2019-12-31.html", "2020-01-01.html", "2020-02-01.html"]],
] as const) {
  lists(`${setting} makes period archives`, () => {
    assert.equal(
      files({ [setting]: pattern }).filter((file) => !DEFAULTS.includes(file)),
      made,
    );
  });
}

lists("a date with an offset of its own is in its own period, as in Pelican", () => {
  const [at] = siteOf(
    { "posts/a.md": { Date: "2019-12-31T23:30:00Z" } },
    { settings: { timezone: "Europe/Paris", yearArchiveSaveAs: "{date:%Y}/index.html" } },
  ).lists.filter(({ saveAs }) => saveAs.startsWith("20"));
  assert.is(at?.saveAs, "2019/index.html");
});

lists("an archive has the posts of its period, the newest first", () => {
  const archive = listsOf({ yearArchiveSaveAs: "{date:%Y}/index.html" }).find(({ href }) => href === "/2020/");
  assert.equal(
    archive?.posts.map(({ title }) => title),
    ["C", "B"],
  );
});

lists("a list of terms says how many posts there are, and where", () => {
  const tags = listsOf().find(({ kind }) => kind === "tags");
  assert.equal(tags?.terms, [
    { name: "x", slug: "x", count: 1, url: "/tag/x.html" },
    { name: "y", slug: "y", count: 2, url: "/tag/y.html" },
  ]);
});

lists("where the lists of the terms are off, it links to nothing", () => {
  const tags = listsOf({ tagSaveAs: "" }).find(({ kind }) => kind === "tags");
  assert.equal(
    tags?.terms.map(({ url }) => url),
    [undefined, undefined],
  );
});

lists("further pages of every list of posts", () => {
  const found = files({ defaultPagination: 1, indexSaveAs: "blog.html" });
  for (const file of [
    "blog.html",
    "blog2.html",
    "blog3.html",
    "category/news2.html",
    "author/site-team2.html",
    "tag/y2.html",
  ]) {
    assert.ok(found.includes(file), file);
  }
  assert.not.ok(found.includes("category/events2.html"));
});

lists("a page in a list's place goes before it", () => {
  const more = { "pages/home.md": { Save_as: "index.html" }, "pages/tags.md": { Save_as: "tags.html" } };
  assert.equal(
    files({}, more),
    DEFAULTS.filter((file) => file !== "index.html" && file !== "tags.html"),
  );
});

lists("a draft takes no list's place", () => {
  assert.equal(files({}, { "pages/home.md": { Save_as: "index.html", Status: "draft" } }), DEFAULTS);
});

lists("two settings that name one file make one list", () => {
  const found = listsOf({ archivesSaveAs: "index.html" }).filter(({ saveAs }) => saveAs === "index.html");
  assert.equal(
    found.map(({ kind }) => kind),
    ["index"],
  );
});

lists("titles: the blog's for the list of all posts, the term's for its own", () => {
  const titles = (settings: SettingsInput) => listsOf(settings).map(({ saveAs, title }) => `${saveAs}: ${title}`);
  assert.ok(titles({ siteName: "XMPP" }).includes("index.html: "));
  assert.ok(titles({ siteName: "XMPP" }).includes("category/news.html: News"));
  const found = titles({ siteName: "XMPP", blogTitle: "The Blog", monthArchiveSaveAs: "{date:%Y-%m}.html" });
  assert.ok(found.includes("index.html: The Blog"));
  for (const [file, word] of [
    ["category/news.html", "News"],
    ["author/site-team.html", "Site team"],
    ["tag/x.html", "x"],
    ["2020-02.html", "February 2020"],
  ]) {
    assert.ok(
      found.some((title) => title.startsWith(`${file}: `) && title.includes(`${word}`)),
      file,
    );
  }
});

lists("archives are split where they are named among the lists that are", () => {
  const paginatedTemplates = { archives: 2, period_archives: 1 };
  const found = files({ paginatedTemplates, yearArchiveSaveAs: "{date:%Y}/index.html", defaultPagination: 1 });
  for (const file of ["archives2.html", "2020/index2.html"]) assert.ok(found.includes(file), file);
  assert.not.ok(found.includes("tag/y2.html"));
});

lists(
  "lists of terms are on as many pages as the posts fill, where they are named among the lists that are split",
  () => {
    const found = files({ paginatedTemplates: { categories: 1 }, defaultPagination: 2 });
    for (const file of ["categories.html", "categories2.html"]) assert.ok(found.includes(file), file);
    assert.not.ok(found.includes("tags2.html"));
  },
);

lists("links lead to where the pages of a term begin", () => {
  const paginationPatterns: [number, string, string][] = [
    [1, "", "{base_name}/1.html"],
    [2, "", "{base_name}/{number}.html"],
  ];
  const site = siteOf(posts, { settings: { paginationPatterns } });
  assert.is(site.termHrefs.get("tag x"), "/tag/x/1.html");
  assert.is(site.lists.find(({ kind }) => kind === "tags")?.terms[0]?.url, "/tag/x/1.html");
});

lists("the addresses of terms in other scripts", () => {
  const found = files({}, { "posts/d.md": { Date: "2020-03-01", Category: "Neuigkeiten für Öffentlichkeit" } });
  assert.ok(found.includes("category/neuigkeiten-fur-offentlichkeit.html"));
});

lists.run();
