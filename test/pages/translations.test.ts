import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageIn } from "../make.ts";
import { type Posts, siteOf } from "../site-helpers.ts";

const translations = suite("translations");

function originals(posts: Posts, defaultLang = "en"): string[] {
  return siteOf(posts, { settings: { defaultLang } }).blog.posts.map(({ file }) => file);
}

/** Of each file, the files of its translations. */
function linked(posts: Posts, defaultLang = "en"): Record<string, string[]> {
  const site = siteOf(posts, { settings: { defaultLang } });
  return Object.fromEntries(site.pages.map((page) => [page.file, site.translations.of(page).map(({ file }) => file)]));
}

const pair: Posts = {
  "posts/a-de.md": { Date: "2020-01-01", Slug: "a", Lang: "de", Translation: "true" },
  "posts/a.md": { Date: "2020-01-01", Slug: "a", Lang: "en" },
};

translations("lists show the original, whichever file comes first", () => {
  assert.equal(originals(pair), ["posts/a.md"]);
});

translations("each is linked to the others", () => {
  assert.equal(linked(pair), { "posts/a-de.md": ["posts/a.md"], "posts/a.md": ["posts/a-de.md"] });
});

translations("both are written, each at its own address", () => {
  const { pages } = siteOf(pair);
  assert.equal(
    pages.map(({ saveAs }) => saveAs),
    ["a-de.html", "a.html"],
  );
});

translations("three languages, and a post that has nothing to do with them", () => {
  const posts: Posts = {
    ...pair,
    "posts/a-fr.md": { Date: "2020-01-01", Slug: "a", Lang: "fr", Translation: "true" },
    "posts/b.md": { Date: "2020-01-01", Slug: "b" },
  };
  assert.equal(linked(posts), {
    "posts/a-de.md": ["posts/a-fr.md", "posts/a.md"],
    "posts/a-fr.md": ["posts/a-de.md", "posts/a.md"],
    "posts/a.md": ["posts/a-de.md", "posts/a-fr.md"],
    "posts/b.md": [],
  });
  assert.equal(originals(posts), ["posts/a.md", "posts/b.md"]);
});

translations("the slug may come from the title", () => {
  const posts: Posts = {
    "posts/1.md": { Title: "Hello", Date: "2020-01-01" },
    "posts/2.md": { Title: "Hello", Date: "2020-01-01", Lang: "de" },
  };
  assert.equal(linked(posts), { "posts/1.md": ["posts/2.md"], "posts/2.md": ["posts/1.md"] });
});

translations("without the field, the post in the site's language is the original", () => {
  const posts: Posts = {
    "posts/1.md": { Date: "2020-01-01", Slug: "a", Lang: "de" },
    "posts/2.md": { Date: "2020-01-01", Slug: "a", Lang: "en" },
  };
  assert.equal(originals(posts, "en"), ["posts/2.md"]);
  assert.equal(originals(posts, "de"), ["posts/1.md"]);
});

translations("where none is in the site's language, the first is the original", () => {
  const posts: Posts = {
    "posts/1.md": { Date: "2020-01-01", Slug: "a", Lang: "de", Translation: "true" },
    "posts/2.md": { Date: "2020-01-01", Slug: "a", Lang: "fr" },
  };
  assert.equal(originals(posts), ["posts/2.md"]);
});

translations("a translation that stands alone is in the lists", () => {
  assert.equal(originals({ "posts/1.md": { Date: "2020-01-01", Lang: "de", Translation: "true" } }), ["posts/1.md"]);
});

translations("without a setting that names a field there are none", () => {
  const { blog, translations } = siteOf(pair, { settings: { articleTranslationId: null } });
  assert.equal([blog.posts.length, blog.posts.flatMap(translations.of)], [2, []]);
});

translations("translations have all fields in common that the setting names, one's own too", () => {
  const posts: Posts = {
    "posts/1.md": { Date: "2020-01-01", Slug: "a", Topic: "x" },
    "posts/2.md": { Date: "2020-01-01", Slug: "b", Lang: "de", Topic: "x" },
    "posts/3.md": { Date: "2020-01-01", Slug: "c", Lang: "fr", Topic: "y" },
    "posts/4.md": { Date: "2020-01-01", Slug: "d", Lang: "it" },
  };
  const by = (articleTranslationId: string | string[]) => {
    const { blog } = siteOf(posts, { settings: { articleTranslationId } });
    return blog.posts.map(({ file }) => file);
  };
  assert.equal(by("topic"), ["posts/1.md", "posts/3.md", "posts/4.md"]);
  assert.equal(by(["topic", "lang"]), ["posts/1.md", "posts/2.md", "posts/3.md", "posts/4.md"]);
});

translations("where none is in the site's language, all that are not marked are originals", () => {
  const posts: Posts = {
    "posts/1.md": { Date: "2020-01-01", Slug: "a", Lang: "de" },
    "posts/2.md": { Date: "2020-01-01", Slug: "a", Lang: "fr" },
    "posts/3.md": { Date: "2020-01-01", Slug: "a", Lang: "it", Translation: "yes" },
  };
  assert.equal(originals(posts), ["posts/1.md", "posts/2.md"]);
});

translations("two posts of one slug in one language are two posts", () => {
  const posts: Posts = {
    "posts/1.md": { Date: "2020-01-01", Slug: "a", Save_as: "1.html" },
    "posts/2.md": { Date: "2020-01-02", Slug: "a", Save_as: "2.html" },
  };
  assert.equal(originals(posts), ["posts/2.md", "posts/1.md"]);
  assert.equal(linked(posts), { "posts/1.md": [], "posts/2.md": [] });
});

translations("a page and a post of one slug are no translations of each other", () => {
  const posts: Posts = {
    "posts/1.md": { Date: "2020-01-01", Slug: "a" },
    "pages/1.md": { Slug: "a", Lang: "de" },
  };
  assert.equal(linked(posts), { "posts/1.md": [], "pages/1.md": [] });
});

translations("pages are translated, too", () => {
  const site = siteOf({ "pages/1.md": { Slug: "a" }, "pages/2.md": { Slug: "a", Lang: "de", Translation: "true" } });
  assert.equal(
    site.translations.of(pageIn(site, "pages/1.md")).map(({ href }) => href),
    ["/pages/a-de.html"],
  );
});

translations("a draft is nobody's translation: what is public does not lead to it", () => {
  const posts: Posts = {
    "posts/1.md": { Date: "2020-01-01", Slug: "a" },
    "posts/2.md": { Date: "2020-01-01", Slug: "a", Lang: "de", Translation: "true", Status: "draft" },
  };
  assert.equal(linked(posts)["posts/1.md"], []);
});

translations("where the original is a draft still, lists show the translation", () => {
  const posts: Posts = {
    "posts/1.md": { Date: "2020-01-01", Slug: "a", Status: "draft" },
    "posts/2.md": { Date: "2020-01-01", Slug: "a", Lang: "de", Translation: "true" },
  };
  assert.equal(originals(posts), ["posts/2.md"]);
});

translations.run();
