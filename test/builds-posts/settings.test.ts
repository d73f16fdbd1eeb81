import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { attribute, one, readHtml, select, textOf } from "../html.ts";
import { type BlogBuilt, buildBlog } from "../site-helpers.ts";

const settings = suite("a site with settings of its own");

let built: BlogBuilt;

settings.before(async () => {
  built = await buildBlog(
    {
      "posts/past.md": { Title: "Past", Date: "2020-01-01", Category: "News", Tags: "x" },
      "posts/future.md": { Title: "To come", Date: "2999-01-01", Category: "News" },
      "tags.md": { Title: "My own tags", Save_as: "tags.html" },
      "moved.md": { Title: "Moved", Save_as: "moved/index.html", Aliases: "old; older/place.html" },
      "archive.njk": Buffer.from(
        "---\npermalink: archives.html\n---\n<h1>{{ pelican.site.siteName }}: {{ 1 + 1 }}</h1>\n",
      ),
      "404.md": { Title: "Lost", Save_as: "404.html" },
      "robots.txt": Buffer.from("User-agent: *\nDisallow: /\n"),
      "extra/site.txt": Buffer.from("{{ SITENAME }} at {{ SITEURL }}\n"),
      "draft.md": { Title: "Draft", Status: "draft" },
      "extra/CNAME": Buffer.from("xmpp.example\n"),
      "extra/note.txt": Buffer.from("note"),
      "files/demo.html": Buffer.from("<html><head><title>Demo</title></head><body>{{ demo }}</body></html>"),
      "files/notes.md": Buffer.from("# {{ notes }}\n"),
      "files/deep/data.bin": Buffer.from([0, 1, 2, 255]),
    },
    {
      siteName: "XMPP",
      siteUrl: "https://example.org",
      withFutureDates: true,
      staticPaths: ["files", "extra", "robots.txt"],
      extraPathMetadata: { "extra/CNAME": { path: "CNAME" }, "extra/note.txt": { path: "../../note.txt" } },
      redirectPages: true,
      templatePages: { "extra/site.txt": "about/site.txt" },
      outputSources: true,
      outputSourcesExtension: ".src",
      authorsSaveAs: "",
      categoriesSaveAs: "",
      archivesSaveAs: "",
      directTemplates: ["index", "categories", "finder", "plain"],
      directTemplatesSaveAs: { finder: "find/index.html" },
      feedAllAtom: "atom.xml",
      categoryFeedAtom: "",
    },
    {
      includes: {
        "layouts/blog.njk":
          "---\nlayout: layouts/base.njk\n---\n<main>{% for post in pelican.list.posts %}<p class=own>{{ post.title }}</p>{% endfor %}</main>",
        "layouts/finder.liquid": "<p>Find among {{ pelican.list.posts | size }} posts</p>",
      },
    },
  );
});
settings.after(() => built?.dispose());

settings("is built", () => assert.is(built.exitCode, 0, built.printed));

settings("posts to come are published where the setting says so", () => {
  assert.ok(built.has("to-come.html"));
});

settings("a template that prints settings is filled in", () => {
  assert.is(built.read("about/site.txt"), "XMPP at https://example.org\n");
});

settings("the source of what is published is beside it, and no draft's", () => {
  assert.match(built.read("moved/index.src"), /^---\nTitle: Moved\n/);
  assert.ok(built.has("past.src"));
  assert.equal(
    built.written.filter((path) => path.endsWith(".src") && path.includes("draft")),
    [],
  );
});

settings("a list of the site's own is printed by its layout, in any engine, or as a plain list", () => {
  assert.match(built.read("find/index.html"), "Find among 2 posts");
  const links = select(readHtml(built.read("plain.html")), "a").map(textOf);
  assert.ok(links.includes("Past") && links.includes("To come"));
  assert.match(built.printed, /directTemplates names “plain”, and there is no such layout/);
});

settings("a layout of the site's own prints the lists", () => {
  const lines = select(readHtml(built.read("index.html")), "p", { class: "own" }).map(textOf);
  assert.equal(lines, ["To come", "Past"]);
  assert.is(select(readHtml(built.read("category/news.html")), "p", { class: "own" }).length, 2);
});

settings("a page of the site stands in a list's place", () => {
  assert.is(textOf(one(readHtml(built.read("tags.html")), "h1")), "My own tags");
});

settings("a page of the site stands in the place of the one for what is not found", () => {
  assert.is(textOf(one(readHtml(built.read("404.html")), "h1")), "Lost");
});

settings("lists that are turned off are not there", () => {
  for (const path of ["authors.html", "categories.html", "feeds/all.atom.xml", "feeds/news.atom.xml"]) {
    assert.not.ok(built.has(path), path);
  }
  assert.ok(built.has("atom.xml"));
});

settings("a template of the site's own stands in the place of a list that is turned off", () => {
  assert.is(textOf(one(readHtml(built.read("archives.html")), "h1")), "XMPP: 2");
});

settings("the site's own robots.txt goes before the made one", () => {
  assert.is(built.read("robots.txt"), "User-agent: *\nDisallow: /\n");
});

settings("a moved file is at its new place only", () => {
  assert.is(built.read("CNAME"), "xmpp.example\n");
  assert.not.ok(built.has("extra/CNAME"));
});

settings("a file is not moved out of the site; it is a finding, and stays at its own place", () => {
  assert.not.ok(built.has("../../note.txt"));
  assert.not.ok(built.has("../note.txt"));
  assert.is(built.read("extra/note.txt"), "note");
  assert.match(built.printed, "../../note.txt");
});

settings("pages' files in a static folder are copied, not built", () => {
  assert.ok(built.has("files/demo.html"));
  assert.is(built.read("files/demo.html"), "<html><head><title>Demo</title></head><body>{{ demo }}</body></html>");
  assert.ok(built.has("files/notes.md"));
  assert.is(built.read("files/notes.md"), "# {{ notes }}\n");
  assert.not.ok(built.has("files/notes/index.html"));
  assert.not.match(built.printed, "files/");
});

settings("such a file may hold what no page may", async () => {
  const latin = Buffer.from([...Buffer.from("<p>caf"), 0xe9]);
  const other = await buildBlog(
    { "files/demo.html": latin, "files/none.md": Buffer.from(""), "a.md": {} },
    { staticPaths: ["files"] },
  );
  const copied = other.has("files/demo.html") ? readFileSync(join(other.output, "files/demo.html")) : Buffer.of();
  other.dispose();
  assert.is(other.exitCode, 0, other.printed);
  assert.is(copied.compare(latin), 0);
});

settings("other files are copied to the byte", () => {
  assert.is(built.read("files/deep/data.bin"), Buffer.from([0, 1, 2, 255]).toString("utf8"));
});

settings("a small page redirects from each old address", () => {
  for (const path of ["old.html", "older/place.html"]) {
    const page = readHtml(built.read(path));
    assert.is(attribute(one(page, "meta", { "http-equiv": "refresh" }), "content"), "0; url=/moved/");
    assert.is(attribute(one(page, "a"), "href"), "/moved/");
  }
  assert.not.match(built.read("sitemap.xml"), "old");
});

settings.run();
