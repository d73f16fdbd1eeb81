import { suite } from "uvu";
import * as assert from "uvu/assert";
import { orderByDate, orderPages, pagesLacking } from "../../src/plugin/pages/order.ts";
import { pageOf } from "../make.ts";
import { siteOf } from "../site-helpers.ts";

const order = suite("orderPages");

const pages = [
  pageOf({ Title: "Larch", Date: "2020-03-01", Category: "Zoo", Weight: "10", Slug: "c" }, "posts/in/a.md"),
  pageOf({ Title: "Ash", Date: "2020-01-01", Category: "Art", Weight: "9", Slug: "b" }, "posts/c.md"),
  pageOf(
    { Title: "Elm", Date: "2020-02-01", Category: "Art", Weight: "2", Slug: "a", Modified: "2021-01-01" },
    "posts/b.md",
  ),
];

for (const [by, titles] of [
  ["title", ["Ash", "Elm", "Larch"]],
  ["reversed-title", ["Larch", "Elm", "Ash"]],
  ["date", ["Ash", "Elm", "Larch"]],
  ["reversed-date", ["Larch", "Elm", "Ash"]],
  ["slug", ["Elm", "Ash", "Larch"]],
  ["basename", ["Larch", "Elm", "Ash"]],
  // Ties by the slug, either way.
  ["category", ["Elm", "Ash", "Larch"]],
  ["reversed-category", ["Larch", "Elm", "Ash"]],
  // Python compares texts.
  ["weight", ["Larch", "Elm", "Ash"]],
  ["Weight", ["Larch", "Elm", "Ash"]],
  // One lacks it.
  ["reversed-modified", ["Elm", "Ash", "Larch"]],
  ["nothing", ["Elm", "Ash", "Larch"]],
] as const) {
  order(by, () => {
    assert.equal(
      orderPages(pages, by).map(({ title }) => title),
      [...titles],
    );
  });
}

order("tells who lacks the field", () => {
  const titles = (by: string) => pagesLacking(pages, by).map(({ title }) => title);
  assert.equal(titles("reversed-weight"), []);
  assert.equal(titles("reversed-modified"), ["Larch", "Ash"]);
});

order("by date, those of one moment stay", () => {
  const days = ["2020-01-02", "2020-01-01", "2020-01-02"].map((day, at) =>
    pageOf({ Title: String(at), Date: day }, "a.md"),
  );
  const titles = (isNewestFirst: boolean) => orderByDate(days, isNewestFirst).map(({ title }) => title);
  assert.equal(titles(true), ["0", "2", "1"]);
  assert.equal(titles(false), ["1", "0", "2"]);
});

order.run();

const settings = suite("settings of order");

const posts = {
  "posts/a.md": { Title: "Elm", Date: "2020-01-02", Category: "Art" },
  "posts/b.md": { Title: "Ash", Date: "2020-01-01", Category: "Zoo" },
};
const listOf = (saveAs: string, options: object) =>
  siteOf(posts, { settings: options }).lists.find((one) => one.saveAs === saveAs);

settings(
  "articleOrderBy orders lists, newestFirstArchives archives, and what comes before and after goes by date",
  () => {
    const { lists, previousNext, pages } = siteOf(posts, {
      settings: { articleOrderBy: "title", newestFirstArchives: false },
    });
    for (const [saveAs, titles] of [
      ["index.html", ["Ash", "Elm"]],
      ["archives.html", ["Ash", "Elm"]],
    ] as const) {
      assert.equal(
        lists.find((one) => one.saveAs === saveAs)?.posts.map(({ title }) => title),
        [...titles],
      );
    }
    assert.equal(
      pages.map((page) => previousNext.get(page)?.next?.title),
      [undefined, "Elm"],
    );
  },
);

settings("reverseCategoryOrder", () => {
  const names = (options: object) => listOf("categories.html", options)?.terms.map(({ name }) => name);
  assert.equal(names({}), ["Art", "Zoo"]);
  assert.equal(names({ reverseCategoryOrder: true }), ["Zoo", "Art"]);
});

settings("a field that posts lack is said once", () => {
  const { findings } = siteOf(posts, { settings: { articleOrderBy: "reversed-weight" } });
  assert.equal(
    findings.map(({ file, code, message }) => [file, code, message]),
    [
      [
        "posts/a.md",
        "order-field-missing",
        "The setting articleOrderBy orders by “weight”, which this page and another one do not have.",
      ],
    ],
  );
});

settings("pages without a menu are not asked for the field of pageOrderBy", () => {
  assert.equal(siteOf({ "pages/a.md": {} }, { settings: { pageOrderBy: "weight" } }).findings, []);
});

settings.run();
