import { DateTime } from "luxon";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { expandPattern, strftime } from "../../src/plugin/pages/pattern.ts";
import { pageOf } from "../make.ts";

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
  ["%Q", "%Q"],
] as const) {
  formats(pattern, () => assert.is(strftime(DATE, pattern), text));
}

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

posts.run();
