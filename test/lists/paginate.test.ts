import { suite } from "uvu";
import * as assert from "uvu/assert";
import { list } from "../../src/plugin/lists/list.ts";
import { type PaginationSettings, paginate as paginateList } from "../../src/plugin/lists/paginate.ts";
import { readSettings } from "../../src/plugin/settings.ts";
import { postsOf } from "../site-helpers.ts";

const pagination = suite("paginate");

function paginate(
  saveAs: string,
  posts: ReturnType<typeof postsOf>,
  defaultPagination: number,
  defaultOrphans: number,
  more: Partial<PaginationSettings> = {},
) {
  const blog = list({ kind: "index", heading: "Blog", title: "Blog", saveAs, posts }, "file");
  return paginateList(blog, "index", { ...readSettings({}), defaultPagination, defaultOrphans, ...more });
}

function sizes(count: number, size: number, orphans = 0): number[] {
  return paginate("blog.html", postsOf(count), size, orphans).map(({ posts }) => posts.length);
}

for (const [count, size, orphans, wanted] of [
  [0, 10, 0, [0]],
  [1, 10, 0, [1]],
  [9, 10, 0, [9]],
  [10, 10, 0, [10]],
  [11, 10, 0, [10, 1]],
  [20, 10, 0, [10, 10]],
  [21, 10, 0, [10, 10, 1]],
  [25, 0, 0, [25]],
  [0, 0, 0, [0]],
  [3, 1, 0, [1, 1, 1]],
  [12, 10, 2, [12]],
  [13, 10, 2, [10, 3]],
  [22, 10, 2, [10, 12]],
  [23, 10, 2, [10, 10, 3]],
  [2, 10, 5, [2]],
  [5, 2, 5, [5]],
] as const) {
  pagination(`${count} posts, ${size} on a page, ${orphans} orphans`, () => {
    assert.equal(sizes(count, size, orphans), wanted);
  });
}

for (const [saveAs, second, third] of [
  ["blog.html", "blog2.html", "blog3.html"],
  ["index.html", "index2.html", "index3.html"],
  ["blog/index.html", "blog/index2.html", "blog/index3.html"],
  ["category/a-b.html", "category/a-b2.html", "category/a-b3.html"],
  ["blog", "blog2", "blog3"],
  ["v1.0/blog", "v1.0/blog2", "v1.0/blog3"],
  ["a.b.html", "a.b2.html", "a.b3.html"],
  ["blog.xhtml", "blog2.xhtml", "blog3.xhtml"],
] as const) {
  pagination(`the pages of ${saveAs}`, () => {
    assert.equal(
      paginate(saveAs, postsOf(3), 1, 0).map((page) => page.saveAs),
      [saveAs, second, third],
    );
  });
}

const FOLDERS: PaginationSettings["paginationPatterns"] = [
  [2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"],
  [1, "{base_name}/", "{base_name}/index.html"],
];

for (const [name, patterns, saveAs, wanted] of [
  ["folders", FOLDERS, "category/news.html", ["category/news/index.html", "category/news/page/2/index.html"]],
  ["the folder of an index", FOLDERS, "blog/index.html", ["blog/index.html", "blog/page/2/index.html"]],
  ["an index at the root", FOLDERS, "index.html", ["index.html", "page/2/index.html"]],
  [
    "a slash at the start",
    [
      [1, "", "/{save_as}"],
      [2, "", "/p{number:02}/{url}"],
    ],
    "b.html",
    ["b.html", "p02/b.html"],
  ],
  [
    "a last page",
    [
      [1, "", "{base_name}/{number}{extension}"],
      [-1, "", "{save_as}"],
    ],
    "b.html",
    ["b/1.html", "b.html"],
  ],
] satisfies [string, PaginationSettings["paginationPatterns"], string, string[]][]) {
  pagination(`patterns: ${name}`, () => {
    const pages = paginate(saveAs, postsOf(2), 1, 0, { paginationPatterns: patterns });
    assert.equal(
      pages.map((page) => page.saveAs),
      wanted,
    );
  });
}

pagination("patterns hold for a list that is on one page, too", () => {
  const [only] = paginate("tag/x.html", postsOf(1), 0, 0, { paginationPatterns: FOLDERS });
  assert.is(only?.saveAs, "tag/x/index.html");
  assert.is(only?.href, "/tag/x/");
  assert.is(only?.pagination, undefined);
});

pagination("no page is linked as a file that is not there", () => {
  const paginationPatterns: PaginationSettings["paginationPatterns"] = [
    [1, "{url}", "{base_name}/index.html"],
    [2, "{base_name}/{number}", "{base_name}/{number}/index.html"],
  ];
  const pages = paginate("tag/x.html", postsOf(2), 1, 0, { paginationPatterns, addresses: "url" });
  assert.equal(
    pages.map(({ href }) => href),
    ["/tag/x/", "/tag/x/2"],
  );
});

pagination("a list's own number of posts goes before the site's; one that is not named is on one page", () => {
  const counts = (paginatedTemplates: PaginationSettings["paginatedTemplates"]) =>
    paginate("blog.html", postsOf(6), 2, 0, { paginatedTemplates }).length;
  assert.is(counts({ index: 3 }), 2);
  assert.is(counts({ index: null }), 3);
  assert.is(counts({ tag: 3 }), 1);
});

pagination("the pages of a list without a title of its own have their numbers as titles", () => {
  const pages = paginateList(
    list({ kind: "index", heading: "Site", title: "", saveAs: "index.html", posts: postsOf(2) }, "file"),
    "index",
    { ...readSettings({}), defaultPagination: 1 },
  );
  assert.equal(
    pages.map(({ title }) => title),
    ["", "Page 2"],
  );
});

pagination("every post is there once, in its order", () => {
  const posts = postsOf(23);
  assert.equal(
    paginate("blog.html", posts, 5, 3).flatMap((page) => page.posts),
    posts,
  );
});

pagination("each page knows the one before it and the one behind it", () => {
  assert.equal(
    paginate("blog/index.html", postsOf(3), 1, 0).map((page) => page.pagination),
    [
      { number: 1, count: 3, previous: undefined, next: "/blog/index2.html" },
      { number: 2, count: 3, previous: "/blog/", next: "/blog/index3.html" },
      { number: 3, count: 3, previous: "/blog/index2.html", next: undefined },
    ],
  );
});

pagination("a list on one page has no pagination", () => {
  assert.equal(
    paginate("blog.html", postsOf(10), 10, 0).map((page) => page.pagination),
    [undefined],
  );
});

pagination.run();
