import { DateTime } from "luxon";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { attribute, type Element, one, outline, readHtml, readMenu, select, textOf } from "../html.ts";
import {
  type BlogBuilt,
  buildBlog,
  elements,
  faultsIn,
  type Posts,
  type PostsAndFiles,
  readXml,
} from "../site-helpers.ts";

const blog = suite("a blog with 13 posts");

const dated: Posts = Object.fromEntries(
  Array.from({ length: 8 }, (_, index) => [
    `posts/blog/n${index + 1}.md`,
    { Title: `News ${index + 1}`, Slug: `news-${index + 1}`, Date: `2018-0${index + 1}-10 09:00`, Category: "News" },
  ]),
);

/** The smallest PNG. */
const ONE_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const tree: PostsAndFiles = {
  ...dated,
  "posts/blog/summer.md": {
    Title: 'Summer & "sun"',
    Slug: "summer",
    Date: "2019-07-01 12:00",
    Modified: "2020-01-15",
    Category: "Events",
    Tags: "sun, Meeting",
    Authors: "Events team; Site team",
    Summary: "All about *summer*.",
    body: `${"word ".repeat(80)}\n\n![logo]({static}/images/logo.png) [about]({filename}/about.md) [plan]({attach}plan.txt)`,
  },
  "posts/blog/2019-08-02.md": { Title: "By its name", Slug: "by-name", Category: "Events", Author: "Editors" },
  "posts/blog/own.md": {
    Title: "At its own place",
    Date: "2019-09-01",
    Url: "special/own",
    Save_as: "special/own.html",
    Category: "Big News",
    Aliases: "2012/09/own; special/old own",
  },
  "posts/blog/long.md": {
    Title: "Long",
    Slug: "long",
    Date: "2019-10-01",
    Category: "News",
    body: `**${"more ".repeat(80)}end**`,
  },
  "posts/blog/anniversary.md": { Title: "Ten years", Slug: "ten", Date: "2019-11-01", Lang: "en", Category: "News" },
  "posts/blog/anniversary-de.md": {
    Title: "Zehn Jahre",
    Slug: "ten",
    Date: "2019-11-01",
    Lang: "de",
    Translation: "true",
    Category: "News",
  },
  "posts/blog/draft.md": {
    Title: "A draft",
    Slug: "a-draft",
    Date: "2019-12-01",
    Category: "Secrets",
    Tags: "secret",
    Author: "Nobody",
    Status: "draft",
  },
  "posts/blog/hidden.md": {
    Title: "Quiet post",
    Slug: "quiet-post",
    Date: "2019-12-02",
    Category: "Quiet",
    Status: "hidden",
  },
  "posts/blog/future.md": { Title: "To come", Slug: "to-come", Date: "2999-01-01", Category: "Future", Tags: "future" },
  "posts/blog/plan.txt": Buffer.from("The plan."),
  "index.md": { Title: "Home", Url: "", Save_as: "index.html", Content_layout: "wide", body: "[Blog](/blog.html)" },
  "about.md": {
    Title: "About",
    Url: "about",
    Save_as: "about/index.html",
    Top_menu_show: "true",
    Modified: "2018-01-01 08:00",
  },
  "hidden.md": {
    Title: "Quiet",
    Url: "quiet",
    Save_as: "quiet.html",
    Status: "hidden",
    Top_menu_show: "true",
    Footer_show: "left",
  },
  "draftpage.md": {
    Title: "Draft page",
    Url: "wip",
    Save_as: "wip/index.html",
    Status: "draft",
    Top_menu_show: "true",
  },
  "images/logo.png": Buffer.from(ONE_PIXEL, "base64"),
  "docs/unasked.pdf": Buffer.from("nobody asks for it"),
};

let built: BlogBuilt;
const pages = new Map<string, Element>();

function at(path: string): Element {
  const known = pages.get(path) ?? readHtml(built.read(path));
  pages.set(path, known);
  return known;
}

function head(path: string, rel: string): string[] {
  return select(one(at(path), "head"), "link", { rel }).map((link) =>
    [attribute(link, "type") ?? attribute(link, "hreflang") ?? "", attribute(link, "href") ?? ""].join(" "),
  );
}

/** What the files hold from txt to html. */
function everything(): string {
  return built.written
    .filter((path) => !path.startsWith("drafts/"))
    .map((path) => built.read(path))
    .join("\n");
}

blog.before(async () => {
  built = await buildBlog(tree, {
    siteName: "XMPP",
    siteUrl: "https://example.org",
    timezone: "Europe/Paris",
    articleUrl: "{date:%Y}/{date:%m}/{slug}",
    articleSaveAs: "{date:%Y}/{date:%m}/{slug}/index.html",
    articleLangUrl: "{date:%Y}/{date:%m}/{slug}-{lang}",
    articleLangSaveAs: "{date:%Y}/{date:%m}/{slug}-{lang}/index.html",
    indexSaveAs: "blog.html",
    yearArchiveSaveAs: "{date:%Y}/index.html",
    defaultPagination: 10,
    feedAllRss: "feeds/all.rss.xml",
    links: { top: [{ title: "Blog", url: "/blog.html" }] },
  });
});
blog.after(() => built?.dispose());

blog("is built without a finding, with just these files", () => {
  assert.is(built.exitCode, 0, built.printed);
  assert.not.match(built.printed, "warning:");
  assert.not.match(built.printed, "error:");
  assert.equal(
    built.written.filter((path) => !path.startsWith("assets/")),
    [
      "2018/01/news-1/index.html",
      "2018/02/news-2/index.html",
      "2018/03/news-3/index.html",
      "2018/04/news-4/index.html",
      "2018/05/news-5/index.html",
      "2018/06/news-6/index.html",
      "2018/07/news-7/index.html",
      "2018/08/news-8/index.html",
      "2018/index.html",
      "2019/07/summer/index.html",
      "2019/07/summer/plan.txt",
      "2019/08/by-name/index.html",
      "2019/10/long/index.html",
      "2019/11/ten-de/index.html",
      "2019/11/ten/index.html",
      "2019/12/quiet-post/index.html",
      "2019/index.html",
      "404.html",
      "_redirects",
      "about/index.html",
      "archives.html",
      "author/editors.html",
      "author/events-team.html",
      "author/site-team.html",
      "authors.html",
      "blog.html",
      "blog2.html",
      "categories.html",
      "category/big-news.html",
      "category/events.html",
      "category/news.html",
      "drafts/a-draft.html",
      "drafts/wip/index.html",
      "feeds/all.atom.xml",
      "feeds/all.rss.xml",
      "feeds/big-news.atom.xml",
      "feeds/events.atom.xml",
      "feeds/news.atom.xml",
      "images/logo.png",
      "index.html",
      "quiet.html",
      "robots.txt",
      "sitemap.xml",
      "special/own.html",
      "tag/meeting.html",
      "tag/sun.html",
      "tags.html",
    ],
  );
});

function titles(path: string): string[] {
  return select(one(at(path), "main"), "article").map((article) => textOf(one(article, "h2")));
}

blog("ten posts on the first page and three on the second, the newest first", () => {
  assert.equal(titles("blog.html"), [
    "Ten years",
    "Long",
    "At its own place",
    "By its name",
    'Summer & "sun"',
    "News 8",
    "News 7",
    "News 6",
    "News 5",
    "News 4",
  ]);
  assert.equal(titles("blog2.html"), ["News 3", "News 2", "News 1"]);
});

blog("the two pages are linked both ways", () => {
  const next = one(one(at("blog.html"), "main"), "a", { rel: "next" });
  const previous = one(one(at("blog2.html"), "main"), "a", { rel: "prev" });
  assert.equal([attribute(next, "href"), attribute(previous, "href")], ["/blog2.html", "/blog.html"]);
  assert.equal(select(at("blog.html"), "a", { rel: "prev" }), []);
  assert.equal(select(at("blog2.html"), "a", { rel: "next" }), []);
});

blog("a list's posts lead to where they are", () => {
  const own = select(at("blog.html"), "article")[2];
  const links = own ? select(one(own, "h2"), "a").map((link) => attribute(link, "href")) : [];
  assert.equal(links, ["/special/own.html"]);
});

blog("a list shows the Summary, or 50 words with all that is open closed", () => {
  const [, long, , , summer] = select(at("blog.html"), "article");
  assert.ok(long && summer);
  assert.match(textOf(summer), "All about summer.");
  assert.not.match(textOf(summer), "word word");
  assert.is(textOf(one(long, "strong")), `${"more ".repeat(50)}…`);
});

blog("categories, authors and tags have lists of their posts, and lists of themselves", () => {
  assert.equal(titles("category/events.html"), ["By its name", 'Summer & "sun"']);
  assert.equal(titles("author/site-team.html"), ['Summer & "sun"']);
  assert.equal(titles("tag/meeting.html"), ['Summer & "sun"']);
  const terms = (path: string) =>
    select(one(at(path), "main"), "li").map((item) => [textOf(item), attribute(one(item, "a"), "href")]);
  assert.equal(terms("categories.html"), [
    ["Big News (1)", "/category/big-news.html"],
    ["Events (2)", "/category/events.html"],
    ["News (10)", "/category/news.html"],
  ]);
  assert.equal(terms("authors.html").length, 3);
  assert.equal(terms("tags.html").length, 2);
});

blog("archives list all posts, and those of a year", () => {
  assert.is(select(one(at("archives.html"), "main"), "li").length, 13);
  assert.is(select(one(at("2019/index.html"), "main"), "li").length, 5);
  const [first] = select(one(at("2019/index.html"), "main"), "time");
  assert.is(first && attribute(first, "datetime"), "2019-11-01T00:00:00+01:00");
});

blog("a post has its byline: date in the site's time zone, authors, category, tags, all linked", () => {
  const article = one(one(at("2019/07/summer/index.html"), "main"), "article");
  assert.is(attribute(one(article, "time"), "datetime"), "2019-07-01T12:00:00+02:00");
  const hrefs = select(article, "a").map((link) => attribute(link, "href"));
  for (const href of ["/author/events-team.html", "/author/site-team.html", "/category/events.html", "/tag/sun.html"]) {
    assert.ok(hrefs.includes(href), href);
  }
  assert.is(textOf(one(article, "h1")), 'Summer & "sun"');
});

blog("Modified is shown or said to machines", () => {
  assert.match(built.read("2019/07/summer/index.html"), "2020-01-15");
});

blog("links to source files lead to what they name", () => {
  const article = one(at("2019/07/summer/index.html"), "article");
  assert.is(attribute(one(article, "img"), "src"), "/images/logo.png");
  const hrefs = select(article, "a").map((link) => attribute(link, "href"));
  assert.ok(hrefs.includes("/about/"));
  assert.ok(hrefs.includes("/2019/07/summer/plan.txt"));
  assert.is(built.read("2019/07/summer/plan.txt"), "The plan.");
});

blog("a draft is below drafts/, and nothing that is public names it", () => {
  const text = everything();
  for (const word of ["A draft", "a-draft", "Secrets", "category/secrets", "Nobody", "Draft page", "wip"]) {
    assert.not.ok(text.includes(word), word);
  }
});

blog("a draft says that search engines should not list it", () => {
  assert.match(built.read("robots.txt"), "Disallow: /drafts/");
});

blog("hidden pages and posts are written, and in no list, feed or sitemap", () => {
  for (const path of [
    "blog.html",
    "archives.html",
    "categories.html",
    "2019/index.html",
    "sitemap.xml",
    "feeds/all.atom.xml",
  ]) {
    assert.not.match(built.read(path), /quiet/i);
  }
});

blog("a hidden page is in no menu", () => {
  assert.equal(outline(readMenu(at("blog.html"), "top")), [["About", "/about/"]]);
  assert.equal(outline(readMenu(at("blog.html"), "footer-left")), []);
});

blog("a post to come is nowhere", () => {
  assert.not.ok(/To come|to-come|category\/future|tag\/future/.test(everything()));
  assert.match(built.printed, "1 post waits for its date (first: posts/blog/future.md on 2999-01-01)");
});

blog("translations are linked both ways, for readers and for search engines", () => {
  const visible = (path: string) =>
    select(one(at(path), "main"), "a", { hreflang: true }).map((link) => [
      attribute(link, "hreflang"),
      attribute(link, "href"),
      textOf(link),
    ]);
  assert.equal(visible("2019/11/ten/index.html"), [["de", "/2019/11/ten-de/", "Zehn Jahre"]]);
  assert.equal(visible("2019/11/ten-de/index.html"), [["en", "/2019/11/ten/", "Ten years"]]);
  assert.ok(head("2019/11/ten/index.html", "alternate").includes("de https://example.org/2019/11/ten-de/"));
  assert.ok(head("2019/11/ten-de/index.html", "alternate").includes("en https://example.org/2019/11/ten/"));
  assert.is(attribute(at("2019/11/ten-de/index.html"), "lang"), "de");
  assert.is(attribute(at("2019/11/ten/index.html"), "lang"), "en");
});

blog("every page that is written leads to the feed", () => {
  for (const path of built.written.filter((file) => file.endsWith(".html"))) {
    assert.ok(head(path, "alternate").includes("application/atom+xml /feeds/all.atom.xml"), path);
    assert.ok(head(path, "alternate").includes("application/rss+xml /feeds/all.rss.xml"), path);
  }
});

blog("the feed of a category is named where the category is", () => {
  assert.ok(head("category/events.html", "alternate").includes("application/atom+xml /feeds/events.atom.xml"));
  assert.not.ok(head("category/events.html", "alternate").includes("application/atom+xml /feeds/news.atom.xml"));
});

blog("layouts: a list of posts is a blog, a post has a single column, the titles end with the site's name", () => {
  const layout = (path: string) => attribute(one(at(path), "body"), "data-layout");
  assert.equal(["blog.html", "blog2.html", "category/news.html", "author/editors.html", "tag/sun.html"].map(layout), [
    "blog",
    "blog",
    "blog",
    "blog",
    "blog",
  ]);
  assert.equal(["2019/11/ten/index.html", "index.html"].map(layout), ["single-column", "wide"]);
  for (const path of built.written.filter((file) => file.endsWith(".html"))) {
    // The list of all posts has the site's own title.
    assert.match(textOf(one(at(path), "title")), path === "blog.html" ? /^XMPP$/ : /^(?!XMPP \|).+ \| XMPP$/, path);
  }
});

blog("the section of posts and lists is the blog", () => {
  for (const path of ["blog.html", "blog2.html", "2019/11/ten/index.html", "category/news.html"]) {
    const [item] = select(one(at(path), "*", { "data-menu": "top" }), "li", { "data-source": "site" });
    assert.ok(item && attribute(item, "data-active") !== undefined, path);
  }
});

blog("the feeds that are written are valid", async () => {
  const written = (ending: string) => built.written.filter((path) => path.endsWith(ending)).map(built.read);
  assert.equal(await faultsIn("atom.rng", ...written(".atom.xml")), []);
  // The feed of all posts holds the translation, too, as Pelican's does; the category's does not.
  assert.is(elements(readXml(built.read("feeds/all.atom.xml")), "entry").length, 14);
});

blog("the sitemap is valid; it holds all public pages and nothing else", async () => {
  const text = built.read("sitemap.xml");
  assert.equal(await faultsIn("sitemap.xsd", text), []);
  const listed = elements(readXml(text), "loc").map((loc) =>
    loc.children.map((child) => ("data" in child ? child.data : "")).join(""),
  );
  const expected = built.written
    .filter((path) => path.endsWith(".html") && !/^(drafts\/|quiet|404|2019\/12\/)/.test(path))
    .map((path) => `https://example.org/${path.replace(/(^|\/)index\.html$/, "$1")}`);
  assert.equal(listed.sort(), expected.sort());
});

blog("the sitemap names each page's last change", () => {
  const urls = elements(readXml(built.read("sitemap.xml")), "url").map((url) =>
    url.children.flatMap((child) =>
      "children" in child ? [child.children.map((text) => ("data" in text ? text.data : "")).join("")] : [],
    ),
  );
  const lastmod = (path: string) => {
    const date = urls.find(([loc]) => loc === `https://example.org${path}`)?.[1];
    return date === undefined ? undefined : DateTime.fromISO(date).toUTC().toISO({ suppressMilliseconds: true });
  };
  assert.is(lastmod("/2019/07/summer/"), "2020-01-14T23:00:00Z");
  assert.is(lastmod("/2019/08/by-name/"), "2019-08-01T22:00:00Z");
  assert.is(lastmod("/about/"), "2018-01-01T07:00:00Z");
  assert.is(lastmod("/"), undefined);
});

blog("a list is as new as the last change in it", () => {
  const text = built.read("sitemap.xml");
  const lastmod = /category\/events\.html<\/loc><lastmod>([^<]*)/.exec(text)?.[1] ?? "";
  assert.is(DateTime.fromISO(lastmod).toUTC().toISO({ suppressMilliseconds: true }), "2020-01-14T23:00:00Z");
});

blog("robots.txt names the sitemap", () => {
  assert.match(built.read("robots.txt"), /^User-agent: \*$/m);
  assert.match(built.read("robots.txt"), /^Sitemap: https:\/\/example\.org\/sitemap\.xml$/m);
});

blog("there is a page for what is not found, with the menus, in no sitemap", () => {
  assert.is(textOf(one(at("404.html"), "title")), "Page not found | XMPP");
  assert.equal(outline(readMenu(at("404.html"), "top")), [["About", "/about/"]]);
});

blog("aliases redirect to where the post is", () => {
  assert.equal(built.read("_redirects").trimEnd().split("\n"), [
    "/2012/09/own /special/own.html 301",
    "/2012/09/own.html /special/own.html 301",
    "/special/old%20own /special/own.html 301",
    "/special/old%20own.html /special/own.html 301",
  ]);
});

blog("what nobody asks for is not copied", () => assert.not.ok(built.has("docs/unasked.pdf")));

blog.run();
