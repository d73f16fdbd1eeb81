import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Term } from "../../src/plugin/posts/terms.ts";
import { type Posts, siteOf } from "../site-helpers.ts";

const terms = suite("categories, authors and tags");

function blogOf(posts: Posts) {
  return siteOf(posts).blog;
}

function inWords(found: readonly Term[]): unknown[] {
  return found.map(({ name, slug, posts }) => [name, slug, posts.map(({ file }) => file)]);
}

terms("each term has its posts, in the order of the posts; terms are sorted by name", () => {
  const { categories } = blogOf({
    "posts/a.md": { Date: "2020-01-01", Category: "Technology" },
    "posts/b.md": { Date: "2020-01-02", Category: "Events" },
    "posts/c.md": { Date: "2020-01-03", Category: "Technology" },
  });
  assert.equal(inWords(categories), [
    ["Events", "events", ["posts/b.md"]],
    ["Technology", "technology", ["posts/c.md", "posts/a.md"]],
  ]);
});

terms("names of one slug are one term, under the name of the newest post", () => {
  const { tags } = blogOf({
    "posts/a.md": { Date: "2020-01-01", Tags: "Pub Sub" },
    "posts/b.md": { Date: "2020-01-02", Tags: "pub-sub, XEP" },
  });
  assert.equal(inWords(tags), [
    ["pub-sub", "pub-sub", ["posts/b.md", "posts/a.md"]],
    ["XEP", "xep", ["posts/b.md"]],
  ]);
});

terms("a post that names a term twice is in it once", () => {
  const { tags } = blogOf({ "posts/a.md": { Date: "2020-01-01", Tags: "one, One, one" } });
  assert.equal(inWords(tags), [["one", "one", ["posts/a.md"]]]);
});

terms("several authors, split at semicolons, or at commas where there is none", () => {
  const { authors } = blogOf({
    "posts/a.md": { Date: "2020-01-01", Authors: "Team, Site; Team, Events" },
    "posts/b.md": { Date: "2020-01-02", Authors: "Editors, Site team" },
    "posts/c.md": { Date: "2020-01-03", Author: "Editors" },
  });
  assert.equal(
    authors.map(({ name, posts }) => [name, posts.length]),
    [
      ["Editors", 2],
      ["Site team", 1],
      ["Team, Events", 1],
      ["Team, Site", 1],
    ],
  );
});

terms("a name without a letter or digit makes no term", () => {
  assert.equal(
    blogOf({ "posts/a.md": { Date: "2020-01-01", Tags: "!!!, real" } }).tags.map(({ slug }) => slug),
    ["real"],
  );
});

terms("drafts, hidden posts and pages are in no term", () => {
  const { categories, tags, authors } = blogOf({
    "posts/a.md": { Date: "2020-01-01", Status: "draft", Category: "A", Tags: "a", Author: "A" },
    "posts/b.md": { Date: "2020-01-01", Status: "hidden", Category: "B", Tags: "b", Author: "B" },
    "pages/c.md": { Category: "C", Tags: "c", Author: "C" },
  });
  assert.equal([categories, tags, authors], [[], [], []]);
});

terms.run();
