import { findNavigationEntries, toHtml } from "@11ty/eleventy-navigation/eleventy-navigation.js";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { MenuEntry } from "../../src/plugin/menus/entry.ts";
import { navigationToHtml } from "../../src/plugin/menus/navigation-to-html.ts";
import { itemsIn, outline, readHtml } from "../html.ts";
import { site } from "../make.ts";

const filter = suite("eleventyNavigationToHtml");
const CONFIG = { pathPrefix: "/" };

const { menus } = site({
  "about.md": {
    Title: "About, & more",
    Url: "about",
    Top_menu_show: "true",
    Dropdown_menu_show: "true",
    Dropdown_menu_elem_name_1: "History",
    Dropdown_menu_elem_url_1: "history",
  },
  "history.md": { Url: "about/history", Save_as: "about/history.html" },
  "number.md": { Title: "7", Url: "7", Save_as: "7.html", Footer_show: "right" },
});

const found = (key: string) => findNavigationEntries(menus.nodes, key) as readonly MenuEntry[];

function tree(entries: readonly MenuEntry[]): unknown[] {
  return entries.map(({ title, url, children }) => (children.length > 0 ? [title, url, tree(children)] : [title, url]));
}

filter("it prints the tree of the menu, escaped", () => {
  const html = navigationToHtml(CONFIG, found("top"));
  assert.match(html, "About, &amp; more");
  assert.equal(outline(itemsIn(readHtml(html))), tree(menus.top));
});

filter("it prints what the stock one prints where nothing is to escape", () => {
  assert.is(navigationToHtml(CONFIG, found("footer-right")), toHtml.call(CONFIG, found("footer-right")));
});

filter("titles and addresses are text", () => {
  const entry = { key: "k", title: "<script>'\"&", url: '/"><img>', order: 1, pluginType: "eleventy-navigation" };
  const html = navigationToHtml(CONFIG, [{ ...entry, children: [{ ...entry, key: "c" }] }]);
  const [item] = itemsIn(readHtml(html));
  assert.equal([item?.label, item?.href, item?.children[0]?.label], ["<script>'\"&", '/"><img>', "<script>'\"&"]);
});

filter("a site without a page of ours prints what it did", () => {
  const entry = { key: "k", title: "A <b>bold</b> one", url: "/a", order: 1, pluginType: "eleventy-navigation" };
  assert.is(navigationToHtml(CONFIG, [entry], {}, true), toHtml.call(CONFIG, [entry], {}));
  assert.match(navigationToHtml(CONFIG, [entry], {}, true), "<b>bold</b>");
});

filter.run();
