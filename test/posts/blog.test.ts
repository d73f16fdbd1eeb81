import { suite } from "uvu";
import * as assert from "uvu/assert";
import { placesOf } from "../make.ts";
import { type Posts, siteOf } from "../site-helpers.ts";

const blog = suite("the posts of a blog");

function filesOf(posts: Posts, options: Parameters<typeof siteOf>[1] = {}): string[] {
  return siteOf(posts, options).blog.posts.map(({ file }) => file);
}

blog("the newest first; ties by the slug", () => {
  const files = filesOf({
    "posts/b.md": { Date: "2020-01-01" },
    "posts/a.md": { Date: "2020-01-01" },
    "posts/c.md": { Date: "2020-01-01 00:01" },
    "posts/d.md": { Date: "2021-01-01" },
    "posts/e.md": { Date: "1999-12-31" },
  });
  assert.equal(files, ["posts/d.md", "posts/c.md", "posts/a.md", "posts/b.md", "posts/e.md"]);
});

blog("of one moment, all originals come before all translations, each in the order of its original", () => {
  const date = "2020-01-01";
  const { allPosts } = siteOf({
    "posts/b.md": { Date: date, Slug: "b" },
    "posts/a.md": { Date: date, Slug: "a" },
    "posts/b-de.md": { Date: date, Slug: "b", Lang: "de" },
    "posts/0-de.md": { Date: date, Slug: "a", Lang: "de" },
    "posts/c.md": { Date: "2021-01-01", Slug: "c" },
  }).blog;
  const order = ["posts/c.md", "posts/a.md", "posts/b.md", "posts/0-de.md", "posts/b-de.md"];
  assert.equal(
    allPosts.map(({ file }) => file),
    order,
  );
});

blog("order is by moment, not by the text of the date", () => {
  const files = filesOf({
    "posts/a.md": { Date: "2020-06-01T12:00:00+09:00" },
    "posts/b.md": { Date: "2020-06-01T04:00:00Z" },
    "posts/c.md": { Date: "2020-06-01T01:00:00-03:00" },
  });
  assert.equal(files, ["posts/b.md", "posts/c.md", "posts/a.md"]);
});

blog("a post without a date stands at the end, with a finding", () => {
  const site = siteOf({ "posts/a.md": {}, "posts/b.md": { Date: "1980-01-01" } });
  assert.equal(
    site.blog.posts.map(({ file }) => file),
    ["posts/b.md", "posts/a.md"],
  );
  assert.equal(placesOf(site.findings), ["posts/a.md:1:1 date-missing"]);
});

blog("a post is dated by its file's name; the header goes before it", () => {
  const { posts } = siteOf({ "posts/2020-02-29.md": {}, "posts/2020-01-01-x.md": { Date: "2021-01-01" } }).blog;
  assert.equal(
    posts.map(({ date }) => date?.toISODate()),
    ["2021-01-01", "2020-02-29"],
  );
});

blog("drafts, hidden posts and pages are not in it", () => {
  const files = filesOf({
    "posts/a.md": { Date: "2020-01-01", Status: "draft" },
    "posts/b.md": { Date: "2020-01-01", Status: "hidden" },
    "posts/c.md": { Date: "2020-01-01", Status: "published" },
    "pages/d.md": { Date: "2020-01-01" },
  });
  assert.equal(files, ["posts/c.md"]);
});

const future = suite("posts with a date to come");

const waiting: Posts = {
  "posts/a.md": { Date: "2020-06-01 12:00" },
  "posts/b.md": { Date: "2020-06-01 12:01" },
  "pages/c.md": { Date: "2099-01-01" },
};

future("are no part of the site until their time has come; a page is not held back", () => {
  const { pages } = siteOf(waiting, { now: "2020-06-01T12:00" });
  assert.equal(
    pages.map(({ file }) => file),
    ["pages/c.md", "posts/a.md"],
  );
});

future("their time is in the site's time zone", () => {
  const settings = { timezone: "Europe/Paris" };
  assert.equal(filesOf(waiting, { settings, now: "2020-06-01T09:59Z" }), []);
  assert.equal(filesOf(waiting, { settings, now: "2020-06-01T10:00Z" }), ["posts/a.md"]);
  assert.equal(filesOf(waiting, { settings, now: "2020-06-01T10:01Z" }), ["posts/b.md", "posts/a.md"]);
});

future("are published where the setting says so", () => {
  const settings = { withFutureDates: true };
  assert.equal(filesOf(waiting, { settings, now: "2020-01-01" }), ["posts/b.md", "posts/a.md"]);
});

future("do not take another post's place", () => {
  const { pages, findings } = siteOf(
    {
      "posts/a.md": { Date: "2099-01-01", Slug: "x" },
      "posts/b.md": { Date: "2020-01-01", Slug: "x" },
    },
    { now: "2021-01-01" },
  );
  assert.equal(
    pages.map(({ file }) => file),
    ["posts/b.md"],
  );
  assert.equal(placesOf(findings), []);
});

blog.run();
future.run();
