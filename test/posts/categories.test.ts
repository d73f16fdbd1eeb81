import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { pageOf } from "../make.ts";

const categories = suite("the category of a post");

function categoryOf(path: string, category: string | undefined, settings: SettingsInput): string | undefined {
  return pageOf({ Date: "2020-01-01", ...(category !== undefined && { Category: category }) }, path, settings).category;
}

for (const [name, path, category, settings, wanted] of [
  ["its header's", "posts/news/a.md", "Events", {}, "Events"],
  ["its folder's", "posts/news/a.md", undefined, {}, "news"],
  ["the innermost folder's", "posts/2020/events/a.md", undefined, {}, "events"],
  ["the folder of posts itself", "posts/a.md", undefined, {}, "posts"],
  ["a file of the tree's top", "2020-01-01-a.md", undefined, {}, "misc"],
  ["folders do not count", "posts/news/a.md", undefined, { useFolderAsCategory: false }, "misc"],
  ["another default", "posts/a.md", undefined, { useFolderAsCategory: false, defaultCategory: "Blog" }, "Blog"],
  [
    "the header goes before a folder that does not count",
    "posts/a.md",
    "Events",
    { useFolderAsCategory: false },
    "Events",
  ],
  ["an empty one is none", "posts/news/a.md", "", {}, "news"],
  ["a page has none", "pages/about/a.md", undefined, {}, undefined],
] as const) {
  categories(name, () => assert.is(categoryOf(path, category, settings), wanted));
}

categories("a post without an author has the site's, a page has none", () => {
  assert.equal(pageOf({}, "posts/a.md", { author: "Site team" }).authors, ["Site team"]);
  assert.equal(pageOf({ Author: "Editors" }, "posts/a.md", { author: "Site team" }).authors, ["Editors"]);
  assert.equal(pageOf({}, "posts/a.md").authors, []);
  assert.equal(pageOf({}, "pages/a.md", { author: "Site team" }).authors, []);
});

categories.run();
