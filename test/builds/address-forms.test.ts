/** What links say: the setting `addresses`. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { attribute, one, readHtml, select } from "../html.ts";
import { buildSite, type SmallSite } from "../small-site.ts";

const FILES = {
  "content/pages/lamp.md":
    "Title: Lamp\n\n[post]({filename}../posts/oil.md) [tag]({tag}Old Oil) [map]({static}/images/map.pdf)\n",
  "content/pages/home.md": "Title: Home\nUrl:\nSave_as: index.html\nTop_menu_show: true\n\nHome.\n",
  "content/pages/kept.md": "Title: Kept\nUrl: shelf/kept/\nSave_as: shelf/kept/index.html\n\nKept.\n",
  "content/posts/oil.md": "Title: Oil\nDate: 2020-01-02\nCategory: News\nTags: Old Oil, oh\n\nOil.\n",
  "content/posts/far.md": "Title: Far\nDate: 2020-01-01\nUrl: https://far.example/x\n\nElsewhere.\n",
  "content/pages/oh.md": "Title: Oh\nUrl: tag/oh.html\nSave_as: tag/oh.html\n\nA page of its own.\n",
  "content/images/map.pdf": "%PDF",
};

const SETTINGS = {
  siteUrl: "https://lamps.example",
  pageUrl: "{slug}",
  pageSaveAs: "{slug}.html",
  articleUrl: "blog/{date:%Y}/{slug}/",
  articleSaveAs: "blog/{date:%Y}/{slug}/index.html",
  categoryUrl: "about/{slug}/",
  categorySaveAs: "about/{slug}/index.html",
  tagUrl: "tag/{slug}",
  yearArchiveUrl: "in/{date:%Y}/",
  yearArchiveSaveAs: "in/{date:%Y}/index.html",
  indexSaveAs: "blog.html",
  defaultPagination: 1,
  paginationPatterns: [
    [1, "{url}", "{save_as}"],
    [2, "{name}/{number}/", "{name}/{number}/index.html"],
  ],
  staticUrl: "https://files.example/{path}",
};

function linksOf(built: SmallSite, path: string, within = "main"): (string | undefined)[] {
  return select(one(readHtml(built.read(path)), within), "a").map((link) => attribute(link, "href"));
}

const url = suite("addresses: url");
let built: SmallSite;

url.before(async () => {
  built = await buildSite(FILES, { settings: { ...SETTINGS, addresses: "url" } });
});
url.after(() => built.dispose());

url("links of texts say what the settings say, with the host that they have", () => {
  const links = linksOf(built, "lamp.html", "article");
  assert.equal(links, ["/blog/2020/oil/", "/tag/old-oil", "https://files.example/images/map.pdf"]);
});

url("so do lists, those who lead on to another page of a list, and terms; a page in a list's place is linked", () => {
  const links = linksOf(built, "blog.html");
  for (const link of ["/blog/2020/oil/", "/about/news/", "/blog/2/"]) assert.ok(links.includes(link), link);
  assert.ok(linksOf(built, "tags.html").includes("/tag/oh"));
  assert.ok(linksOf(built, "blog/2020/oil/index.html").includes("/tag/oh"));
  assert.ok(built.has("blog/2/index.html"));
});

url("a Url with a host leads there", () => {
  assert.ok(linksOf(built, "blog/2/index.html").includes("https://far.example/x"));
  assert.match(
    built.read("feeds/all.atom.xml"),
    /<link rel="alternate" type="text\/html" href="https:\/\/far.example\/x"/,
  );
});

url("heads, sitemap and feeds say the same", () => {
  assert.match(built.read("lamp.html"), /rel="?canonical"? href="?https:\/\/lamps.example\/lamp"?[ >]/);
  assert.match(built.read("sitemap.xml"), /<loc>https:\/\/lamps.example\/shelf\/kept\/<\/loc>/);
  assert.match(built.read("sitemap.xml"), /<loc>https:\/\/lamps.example\/in\/2020\/<\/loc>/);
  assert.match(built.read("feeds/all.atom.xml"), /<id>tag:lamps.example,2020-01-02:\/blog\/2020\/oil\/<\/id>/);
});

url.run();

const others = suite("addresses: file and pretty");

for (const [addresses, page, tag] of [
  ["file", "/lamp.html", "/tag/old-oil.html"],
  ["pretty", "/lamp", "/tag/old-oil"],
] as const) {
  others(`${addresses}: the file that is written${addresses === "pretty" ? ", without its ending" : ""}`, async () => {
    const made = await buildSite(FILES, { settings: { ...SETTINGS, addresses } });
    try {
      assert.ok(made.read("sitemap.xml").includes(`<loc>https://lamps.example${page}</loc>`));
      assert.ok(linksOf(made, "tags.html").includes(tag));
      assert.ok(linksOf(made, "lamp.html").includes("/blog/2020/oil/"));
      assert.ok(linksOf(made, "lamp.html").includes("/images/map.pdf"));
    } finally {
      made.dispose();
    }
  });
}

others.run();
