import { DateTime } from "luxon";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { expandPattern, fillPattern } from "../../src/plugin/pages/pattern.ts";
import { strftime } from "../../src/plugin/pages/strftime.ts";
import { page as text } from "../build-tree.ts";
import { pageOf, readText } from "../make.ts";

const DATE = DateTime.fromISO("2016-03-05T07:08:09", { zone: "UTC", locale: "en" });
const formats = suite("strftime");

for (const [pattern, text] of [
  ["%Y/%m/%d", "2016/03/05"],
  ["%y", "16"],
  ["%-m-%-d", "3-5"],
  ["%H:%M:%S", "07:08:09"],
  ["%-H", "7"],
  ["%j", "065"],
  ["%b %B", "Mar March"],
  ["%a %A", "Sat Saturday"],
  ["100%%", "100%"],
  ["%I %p %f", "07 AM 000000"],
  ["%u %w %G-%V %U %W", "6 6 2016-09 09 09"],
  ["%c", "Sat Mar  5 07:08:09 2016"],
  ["%x %X %z", "03/05/16 07:08:09 +0000"],
  ["%-M %-y", "8 16"],
  ["%Q", "%Q"],
] as const) {
  formats(pattern, () => assert.is(strftime(DATE, pattern), text));
}

formats("names are English, whatever the page's language", () => {
  assert.is(strftime(DATE.setLocale("de"), "%B"), "March");
});

formats.run();

const patterns = suite("address patterns");

for (const [pattern, values, date, text] of [
  ["pages/{slug}.html", { slug: "a" }, undefined, "pages/a.html"],
  ["{date:%Y}/{date:%m}/{slug}/index.html", { slug: "a" }, DATE, "2016/03/a/index.html"],
  ["{date}/{slug}", { slug: "a" }, DATE, "2016-03-05/a"],
  ["{date:%Y}/{slug}", { slug: "a" }, undefined, "/a"],
  ["{category}/{slug}", { slug: "a", category: "c" }, undefined, "c/a"],
  ["{nothing}{slug}", { slug: "a" }, undefined, "a"],
  ["{slug}", { slug: "{date}" }, undefined, "{date}"],
  ["no place", {}, undefined, "no place"],
] as const) {
  patterns(pattern, () => assert.is(expandPattern(pattern, values, date), text));
}

for (const [pattern, text, missing] of [
  ["{place}/{slug}", "/a", ["{place}"]],
  ["{slug:.1}-{date.year}/{date.month:02d}/{date.day}", "a-2016/03/5", []],
  ["{{x}}{slug!s}", "{x}a", []],
  ["{date:%Q}{slug}", "%Qa", ["{date:%Q}"]],
  ["{empty}{slug.name}{date.zone}{slug:>5}", "", ["{empty}", "{slug.name}", "{date.zone}", "{slug:>5}"]],
] as const) {
  patterns(`${pattern}: what is missing is told`, () => {
    assert.equal(fillPattern(pattern, { slug: "a", empty: "", date: DATE }), { text, missing });
  });
}

for (const name of ["constructor", "toString", "__proto__"]) {
  patterns(`{${name}} is empty`, () => assert.is(expandPattern(`a{${name}}b`, {}, undefined), "ab"));
}

patterns.run();

const posts = suite("addresses of posts");
const SETTINGS = {
  articleUrl: "{date:%Y}/{date:%m}/{slug}",
  articleSaveAs: "{date:%Y}/{date:%m}/{slug}/index.html",
  timezone: "Europe/Paris",
};

posts("as the settings say", () => {
  const post = pageOf({ Title: "A Post", Date: "2016-03-05" }, "posts/a.md", SETTINGS);
  assert.equal([post.url, post.saveAs, post.href], ["2016/03/a-post", "2016/03/a-post/index.html", "/2016/03/a-post/"]);
});

for (const [locale, saveAs] of [
  ["fr_FR.utf8", "février/a.html"],
  [["usa", "de_DE"], "Februar/a.html"],
  ["C", "February/a.html"],
] as const) {
  posts(`the month has its name in the language of ${locale}`, () => {
    const settings = { articleSaveAs: "{date:%B}/{slug}.html", locale: [locale].flat() };
    assert.is(pageOf({ Title: "A", Date: "2016-02-05" }, "posts/a.md", settings).saveAs, saveAs);
  });
}

posts("the month is the one in the site's time zone", () => {
  const post = pageOf({ Title: "A", Date: "2016-01-01 00:30" }, "posts/a.md", SETTINGS);
  assert.is(post.saveAs, "2016/01/a/index.html");
});

posts("without a date, no slash is left over", () => {
  const post = pageOf({ Title: "A" }, "posts/a.md", SETTINGS);
  assert.equal([post.url, post.saveAs], ["a", "a/index.html"]);
});

const WITH_CATEGORY = { articleUrl: "{category}/{slug}.html", articleSaveAs: "{category}/{slug}.html" };

posts("a category is its slug there, as in Pelican", () => {
  assert.is(pageOf({ Category: "Cats & Dogs" }, "posts/a.md", WITH_CATEGORY).saveAs, "cats-dogs/a.html");
});

for (const [name, fields, setting] of [
  ["category", { Category: "../../x" }, "{category}/{slug}.html"],
  ["author", { Author: "../../x" }, "{author}/{slug}.html"],
  ["lang", { Lang: "../../x" }, "{lang}/{slug}.html"],
] as const) {
  posts(`a hostile ${name} cannot lead out of the output folder`, () => {
    const { saveAs } = pageOf(fields, "posts/a.md", { articleSaveAs: setting, articleUrl: setting });
    assert.not.match(saveAs, /(^|\/)\.\.(\/|$)/);
  });
}

for (const [name, fields, path, settings, saveAs] of [
  [
    "the folder's category",
    {},
    "posts/Garden Birds/a.md",
    { articleSaveAs: "{category}/{slug}.html" },
    "garden-birds/a.html",
  ],
  [
    "the site's author",
    {},
    "posts/a.md",
    { articleSaveAs: "{author}/{slug}.html", author: "Ann Lee" },
    "ann-lee/a.html",
  ],
  [
    "the header's author",
    { Author: "Bo" },
    "posts/a.md",
    { articleSaveAs: "{author}/{slug}.html", author: "A" },
    "bo/a.html",
  ],
  [
    "a field of one's own, as it is",
    { Place: "Far Away" },
    "a.md",
    { pageSaveAs: "{place}/{slug}.html" },
    "Far Away/a.html",
  ],
  ["a language as it is written", { Lang: "pt_BR" }, "a.md", { pageLangSaveAs: "{lang}/{slug}.html" }, "pt_BR/a.html"],
  ["a page's folder as its category", {}, "pages/a.md", { pageSaveAs: "{category}/{slug}.html" }, "pages/a.html"],
  [
    "a slug with a slash at its end",
    { Slug: "garden/faq/" },
    "a.md",
    { pageSaveAs: "{slug}/index.html" },
    "garden/faq/index.html",
  ],
  ["a draft in another language", { Status: "draft", Lang: "fr" }, "a.md", {}, "drafts/pages/a-fr.html"],
  ["a draft of a post in another language", { Status: "draft", Lang: "fr" }, "posts/a.md", {}, "drafts/a-fr.html"],
  [
    "a draft without a date",
    { Status: "draft" },
    "posts/a.md",
    { draftSaveAs: "d/{date:%Y}/{slug}.html" },
    "d/9999/a.html",
  ],
] as const) {
  posts(`filled in: ${name}`, () => assert.is(pageOf({ Title: "A", ...fields }, path, settings).saveAs, saveAs));
}

posts("what a page does not say is told, and its address has no double slash", () => {
  const settings = { pageSaveAs: "x/{place}/{slug}.html" };
  const { page, findings } = readText("a.md", text({ Title: "A" }), settings);
  assert.equal(
    [page.saveAs, findings.map(({ message }) => message)],
    ["x/a.html", ["pageSaveAs is “x/{place}/{slug}.html”, and the page says nothing for {place}."]],
  );
});

posts("a slug that leads out of the site leaves the page out, in words", () => {
  const { page, findings } = readText("a.md", text({ Title: "A", Slug: "../../a" }));
  assert.equal(
    [page.status, findings.map(({ message }) => message)],
    ["skip", ["The page would be written to “pages/../../a.html”, by pageSaveAs: it leads out of the site."]],
  );
});

posts.run();
