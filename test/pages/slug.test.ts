import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fileSlug, slugify } from "../../src/plugin/pages/slug.ts";
import { pageOf, readText } from "../make.ts";

const slugs = suite("slugify, by Pelican's rule");

for (const [text, slug] of [
  ["About XMPP", "about-xmpp"],
  ["Myths & Legends", "myths-legends"],
  ["XMPP: what's next?", "xmpp-whats-next"],
  ["  blanks  around  ", "blanks-around"],
  ["dash - and -- dashes", "dash-and-dashes"],
  ["under_score", "under_score"],
  ["Café Zürich", "cafe-zurich"],
  ["ﬁne ligature", "fine-ligature"],
  ["Привет мир", "privet-mir"],
  ["<em>Tags</em> out", "tags-out"],
  ["Version 1.2.3", "version-123"],
  ["“Quotes” — and dashes…", "quotes-and-dashes"],
  ["Myths &amp; Legends", "myths-legends"],
  ["a/b\\c", "abc"],
  ["../../etc", "etc"],
  ["???", ""],
  ["", ""],
] as const) {
  slugs(JSON.stringify(text), () => assert.is(slugify(text), slug));
}

slugs("Japanese has letters, too", () => assert.match(slugify("日本語"), /^[a-z0-9-]+$/));
slugs("a title of a thousand letters is a name that a disk takes", () =>
  assert.ok(slugify("a".repeat(1000)).length <= 240),
);
slugs.run();

const files = suite("slugs of files");

for (const [path, slug] of [
  ["about.md", "about"],
  ["docs/My File.md", "my-file"],
  ["docs/index.md", "docs"],
  ["index.md", "index"],
  ["2021-01-20.md", "2021-01-20"],
  ["a.b.md", "ab"],
  ["???.md", "page"],
] as const) {
  files(path, () => assert.is(fileSlug(path), slug));
}

files.run();

const pages = suite("slugs of pages");

pages("from the title", () => assert.is(pageOf({ Title: "A Title" }).slug, "a-title"));
pages("as it is written, in Pelican", () => assert.is(pageOf({ Slug: "RFC-6120" }).slug, "RFC-6120"));
pages("one that is written cannot lead out of its folder", () => {
  for (const Slug of ["../../x", "/x", "a\\b", "c:x"]) {
    assert.not.match(pageOf({ Slug }).saveAs, /(^|\/)\.\.(\/|$)|\\|^\/|:/);
  }
});
pages("from the file where the title has no letters", () =>
  assert.is(pageOf({ Title: "???" }, "chat.md").slug, "chat"),
);
pages("from the file where there is no title", () => {
  const { page, findings } = readText("chat.md", "---\nUrl: x\n---\n");
  assert.equal(
    [page.title, page.slug, findings.map(({ code }) => code)],
    ["chat", "chat", ["title-missing", "url-differs"]],
  );
});

pages.run();
