import { findBreadcrumbEntries, findNavigationEntries, toHtml } from "@11ty/eleventy-navigation/eleventy-navigation.js";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { MenuItem } from "../../src/plugin/menus/menu.ts";
import { navigationNodes } from "../../src/plugin/navigation/entries.ts";
import { navigationToHtml } from "../../src/plugin/navigation/filters.ts";
import { itemsIn, outline, readHtml } from "../html.ts";
import { site } from "../make.ts";

const made = site({
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
  "comma.md": { Title: "One, two", Url: "one,two", Save_as: "one,two.html", Top_menu_show: "true", Top_menu_order: 9 },
  "history.md": { Url: "about/history", Save_as: "about/history.html" },
  "number.md": {
    Title: "7",
    Url: "7",
    Save_as: "7.html",
    Top_menu_show: "true",
    Top_menu_order: 2,
    Footer_show: "right",
  },
});
const nodes = navigationNodes(made.menus, "The site");
const entries = nodes.map(({ data }) => data.eleventyNavigation);
const CONFIG = { pathPrefix: "/" };

const shape = suite("navigation: entries");

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

shape.run();

const filters = suite("navigation: the stock filters");

interface Found {
  readonly title: string;
  readonly url?: string;
  readonly children?: readonly Found[];
}

/** What the stock filter finds, as label, address and children. */
function tree(found: readonly Found[]): unknown[] {
  return found.map(({ title, url, children = [] }) =>
    children.length > 0 ? [title, url, tree(children)] : [title, url],
  );
}

function ours(items: readonly MenuItem[]): unknown[] {
  return items.map(({ label, href, children }) =>
    children.length > 0 ? [label, href, ours(children)] : [label, href],
  );
}

function found(key: string): readonly Found[] {
  return findNavigationEntries(nodes, key) as readonly Found[];
}

for (const [key, items] of [
  ["top", made.menus.top],
  ["footer-left", made.menus.footerLeft],
  ["footer-right", made.menus.footerRight],
  ["sidebar/about", [...made.menus.sidebars.values()][0]?.items ?? []],
] as const) {
  filters(`“${key}” is the same tree`, () => {
    assert.ok(items.length > 0);
    assert.equal(tree(found(key)), ours(items));
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

filters("as HTML it is the same tree, escaped", () => {
  const html = navigationToHtml(CONFIG, found("top") as never);
  assert.match(html, "About, &amp; more");
  assert.equal(outline(itemsIn(readHtml(html))), ours(made.menus.top));
});

filters("our filter prints what the stock one prints where nothing is to escape", () => {
  assert.is(navigationToHtml(CONFIG, found("footer-right") as never), toHtml.call(CONFIG, found("footer-right")));
});

filters("labels and addresses are text", () => {
  const entry = { key: "k", title: "<script>'\"&", url: '/"><img>', order: 1, pluginType: "eleventy-navigation" };
  const html = navigationToHtml(CONFIG, [{ ...entry, children: [{ ...entry, key: "c" }] }]);
  const [item] = itemsIn(readHtml(html));
  assert.equal([item?.label, item?.href, item?.children[0]?.label], ["<script>'\"&", '/"><img>', "<script>'\"&"]);
});

filters.run();

const hostile = suite("navigation: sites that would trip the filters");

hostile("no pages at all", () => {
  const empty = navigationNodes(site({}).menus, "S");
  assert.equal(tree(findNavigationEntries(empty, "top") as readonly Found[]), []);
});

for (const url of ["top", "__proto__", "constructor", "a#1", "sidebar/a", "footer-left"]) {
  hostile(`a page whose Url is “${url}”`, () => {
    const texts = {
      "x.md": { Url: url, Save_as: "x.html", Top_menu_show: "true", Footer_show: "left" },
      "a.md": { Url: "a", Save_as: "a.html", Top_menu_show: "true" },
    };
    const { menus } = site(texts);
    const own = navigationNodes(menus, "S");
    assert.equal(tree(findNavigationEntries(own, "top") as readonly Found[]), ours(menus.top));
    assert.is(new Set(own.map(({ data }) => data.eleventyNavigation.key)).size, own.length);
  });
}

hostile("two pages with one Url", () => {
  const texts = {
    "x.md": { Url: "a", Save_as: "a.html", Top_menu_show: "true" },
    "y.md": { Url: "a", Save_as: "b.html", Top_menu_show: "true" },
  };
  const { menus } = site(texts);
  assert.equal(tree(findNavigationEntries(navigationNodes(menus, "S"), "top") as readonly Found[]), ours(menus.top));
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
  assert.equal(tree(findNavigationEntries(navigationNodes(menus, "S"), "top") as readonly Found[]), ours(menus.top));
});

hostile.run();
