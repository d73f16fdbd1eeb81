import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fileSlug, slugify } from "../../src/plugin/pages/slug.ts";
import { readSettings } from "../../src/plugin/settings.ts";
import { pageOf, readText } from "../make.ts";

const SETTINGS = readSettings({});

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
  slugs(JSON.stringify(text), () => assert.is(slugify(text, SETTINGS), slug));
}

slugs("Japanese has letters, too", () => assert.match(slugify("日本語", SETTINGS), /^[a-z0-9-]+$/));
slugs("a title of a thousand letters is a name that a disk takes", () =>
  assert.ok(slugify("a".repeat(1000), SETTINGS).length <= 240),
);
slugs.run();

const settled = suite("slugs by a site's own rules");

for (const [name, text, settings, slug] of [
  ["letters that are not ASCII", "Çığ und Öl", { slugifyUseUnicode: true }, "çığ-und-öl"],
  ["combined accents are one letter", "c\u0327a", { slugifyUseUnicode: true }, "ça"],
  ["capitals", "RFC 6120: Core", { slugifyPreserveCase: true }, "RFC-6120-Core"],
  ["Japanese, as Pelican's library has it", "しちつ", {}, "shichitsu"],
  ["tags leave no blank", "<b>a</b>b &amp; c", {}, "ab-c"],
  [
    "substitutions in their order",
    "C++ and C",
    {
      slugRegexSubstitutions: [
        ["\\+", "p"],
        ["\\s", "."],
      ],
    },
    "cpp.and.c",
  ],
  ["a group of what was found", "a b", { slugRegexSubstitutions: [["(\\w) (\\w)", "\\2-\\1"]] }, "b-a"],
  ["no rules at all", "A b?", { slugRegexSubstitutions: [] }, "a b?"],
] as const) {
  settled(name, () => assert.is(slugify(text, readSettings(settings)), slug));
}

settled("categories, tags and authors have rules of their own, else those of all", () => {
  const some = readSettings({
    slugRegexSubstitutions: [["\\W", "_"]],
    tagRegexSubstitutions: [["C#", "csharp"]],
  });
  assert.is(slugify("C#", some, "tag"), "csharp");
  assert.is(slugify("C#", some, "category"), "c_");
  assert.is(slugify("C#", some, "author"), "c_");
});

settled("a rule that cannot be read is an error that names the setting", () => {
  assert.throws(
    () => readSettings({ tagRegexSubstitutions: [["(?>a)", ""]] }),
    /tagRegexSubstitutions: “\(\?>a\)” with “”: “\(\?” has no counterpart here/,
  );
});

settled("settings that were read can be read again", () => {
  const { slugRegexSubstitutions } = readSettings({ slugRegexSubstitutions: [["a", "b"]] });
  assert.is(slugify("Aa", readSettings({ slugRegexSubstitutions })), "bb");
});

settled("of the file's name", () => {
  assert.is(pageOf({ Title: "A Lamp" }, "posts/2020-oil.md", { slugifySource: "basename" }).slug, "2020-oil");
});

settled.run();

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
  files(path, () => assert.is(fileSlug(path, SETTINGS), slug));
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
