import { findBreadcrumbEntries, findNavigationEntries } from "@11ty/eleventy-navigation/eleventy-navigation.js";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { MenuEntry } from "../../src/plugin/menus/entry.ts";
import { site } from "../make.ts";

const made = site(
  {
    "about.md": {
      Title: "About, & more",
      Url: "about",
      Save_as: "about/index.html",
      Top_menu_show: "true",
      Top_menu_order: 10,
      Dropdown_menu_show: "true",
      Dropdown_menu_elem_name_1: "History",
      Dropdown_menu_elem_url_1: "history",
      Dropdown_menu_elem_name_2: "Same label",
      Dropdown_menu_elem_url_2: "https://example.org/",
      Dropdown_menu_elem_name_3: "Same label",
      Dropdown_menu_elem_url_3: "https://example.org/",
      Sidebar_menu_show: "true",
      Sidebar_menu_title: "About",
      Sidebar_menu_elem_name_1: "History",
      Sidebar_menu_elem_url_1: "about/history",
      Content_layout: "multiple-columns",
      Footer_show: "left",
    },
    "comma.md": {
      Title: "One, two",
      Url: "one,two",
      Save_as: "one,two.html",
      Top_menu_show: "true",
      Top_menu_order: 9,
    },
    "history.md": { Url: "about/history", Save_as: "about/history.html" },
    "number.md": {
      Title: "7",
      Url: "7",
      Save_as: "7.html",
      Top_menu_show: "true",
      Top_menu_order: 2,
      Footer_show: "right",
    },
  },
  { siteName: "The site" },
);
/** What templates know as `collections.navigation`. */
const { nodes } = made.menus;
const entries = nodes.map(({ data }) => data.eleventyNavigation);

const shape = suite("collections.navigation: entries");

shape("keys are unique, are made of places, and hold no comma", () => {
  const keys = entries.map(({ key }) => key);
  assert.equal([...new Set(keys)], keys);
  assert.ok(
    keys.every((key) => !key.includes(",") && /^(top|sidebar|footer-left|footer-right)(\/|#|$)/.test(key)),
    keys.join(" "),
  );
  assert.ok(keys.includes("top/about"));
  assert.ok(keys.includes("top/about#3"));
});

shape("every parent is there", () => {
  const keys = new Set(entries.map(({ key }) => key));
  for (const { parent } of entries) assert.ok(parent === undefined || keys.has(parent), parent);
});

shape("an entry has eleventy-navigation's own fields", () => {
  assert.equal(
    entries.find(({ key }) => key === "top/about#1"),
    { key: "top/about#1", parent: "top/about", title: "History", url: "/about/history.html", order: 1 },
  );
});

shape("the trees that are printed have every entry's key, those with nothing below them included", () => {
  const keysOf = (all: readonly MenuEntry[]): string[] =>
    all.flatMap(({ key, children }) => [key, ...keysOf(children)]);
  assert.equal(keysOf(made.menus.top), [
    "top/7",
    "top/one%2Ctwo",
    "top/about",
    "top/about#1",
    "top/about#2",
    "top/about#3",
  ]);
});

shape.run();

const filters = suite("collections.navigation: the stock filters");

interface Found {
  readonly title: string;
  readonly url?: string;
  readonly children?: readonly Found[];
}

/** Title, address and children: of what the stock filter finds, and of the menus that the includes print. */
function tree(found: readonly (Found | MenuEntry)[]): unknown[] {
  return found.map(({ title, url, children = [] }) =>
    children.length > 0 ? [title, url, tree(children)] : [title, url],
  );
}

function found(key: string): readonly Found[] {
  return findNavigationEntries(nodes, key) as readonly Found[];
}

for (const [key, printed] of [
  ["top", made.menus.top],
  ["footer-left", made.menus.footerLeft],
  ["footer-right", made.menus.footerRight],
  ["sidebar/about", [...made.menus.sidebars.values()][0]?.entries ?? []],
] as const) {
  filters(`“${key}” is the same tree`, () => {
    assert.ok(printed.length > 0);
    assert.equal(tree(found(key)), tree(printed));
  });
}

filters("the order of the top menu is by number", () => {
  assert.equal(
    found("top").map(({ title }) => title),
    ["7", "One, two", "About, & more"],
  );
});

filters("a breadcrumb leads down from the root", () => {
  const crumbs = findBreadcrumbEntries(nodes, "top/about#1", { includeSelf: true }) as readonly Found[];
  assert.equal(
    crumbs.map(({ title }) => title),
    ["The site", "About, & more", "History"],
  );
});

filters.run();

const hostile = suite("collections.navigation: sites that would trip the filters");

hostile("no pages at all", () => {
  const { nodes: empty } = site({}).menus;
  assert.equal(tree(findNavigationEntries(empty, "top") as readonly Found[]), []);
});

for (const url of ["top", "__proto__", "constructor", "a#1", "sidebar/a", "footer-left"]) {
  hostile(`a page whose Url is “${url}”`, () => {
    const texts = {
      "x.md": { Url: url, Save_as: "x.html", Top_menu_show: "true", Footer_show: "left" },
      "a.md": { Url: "a", Save_as: "a.html", Top_menu_show: "true" },
    };
    const { menus } = site(texts);
    const own = menus.nodes;
    assert.equal(tree(findNavigationEntries(own, "top") as readonly Found[]), tree(menus.top));
    assert.is(new Set(own.map(({ data }) => data.eleventyNavigation.key)).size, own.length);
  });
}

hostile("two pages with one Url", () => {
  const texts = {
    "x.md": { Url: "a", Save_as: "a.html", Top_menu_show: "true" },
    "y.md": { Url: "a", Save_as: "b.html", Top_menu_show: "true" },
  };
  const { menus } = site(texts);
  assert.equal(tree(findNavigationEntries(menus.nodes, "top") as readonly Found[]), tree(menus.top));
});

hostile("a page whose Url is that of another's third entry", () => {
  const entries = Object.fromEntries(
    [1, 2].flatMap((number) => [
      [`Dropdown_menu_elem_name_${number}`, `Entry ${number}`],
      [`Dropdown_menu_elem_url_${number}`, "https://example.org/"],
    ]),
  );
  const texts = {
    "a.md": { Url: "a", Save_as: "a.html", Top_menu_show: "true", Dropdown_menu_show: "true", ...entries },
    "b.md": { Url: "a#2", Save_as: "b.html", Top_menu_show: "true" },
  };
  const { menus } = site(texts);
  assert.equal(tree(findNavigationEntries(menus.nodes, "top") as readonly Found[]), tree(menus.top));
});

hostile.run();
