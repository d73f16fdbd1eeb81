import { suite } from "uvu";
import * as assert from "uvu/assert";
import { list } from "../../src/plugin/lists/list.ts";
import { paginate as paginateList } from "../../src/plugin/lists/paginate.ts";
import { postsOf } from "../site-helpers.ts";

const pagination = suite("paginate");

function paginate(
  saveAs: string,
  posts: ReturnType<typeof postsOf>,
  defaultPagination: number,
  defaultOrphans: number,
) {
  const blog = list({ kind: "index", heading: "Blog", title: "Blog", saveAs, posts });
  return paginateList(blog, { defaultPagination, defaultOrphans });
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
