import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageOf } from "../make.ts";

const kinds = suite("page or post");

for (const [name, path, fields, kind] of [
  ["a file of the tree's top", "a.md", {}, "page"],
  ["below pages/", "pages/a.md", { Date: "2020-01-01" }, "page"],
  ["below posts/", "posts/a.md", {}, "post"],
  ["deep below posts/", "posts/blog/2020/a.md", {}, "post"],
  ["below news/", "news/a.md", {}, "post"],
  ["a folder that begins like posts", "postscript/a.md", {}, "page"],
  ["dated elsewhere", "x/a.md", { Date: "2020-01-01" }, "post"],
  ["dated by its name elsewhere", "x/2020-01-01.md", {}, "post"],
  ["dated elsewhere, with a field of pages", "x/a.md", { Date: "2020-01-01", Content_layout: "wide" }, "page"],
  ["dated elsewhere, in a menu", "x/a.md", { Date: "2020-01-01", Top_menu_show: "true" }, "page"],
] as const) {
  kinds(name, () => assert.is(pageOf(fields, path).kind, kind));
}

kinds("folders are settings", () => {
  assert.is(pageOf({}, "log/a.md", { articlePaths: ["log/"] }).kind, "post");
  assert.is(pageOf({}, "posts/a.md", { articlePaths: [""] }).kind, "post");
  assert.is(pageOf({}, "pages/a.md", { articlePaths: [""] }).kind, "page");
  assert.is(pageOf({ Date: "2020-01-01" }, "a.md", { pagePaths: [""] }).kind, "page");
});

kinds.run();
