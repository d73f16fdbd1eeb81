import { findNavigationEntries } from "@11ty/eleventy-navigation/eleventy-navigation.js";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { MenuEntry, NavigationEntry } from "../../src/plugin/menus/entry.ts";
import { ownEntries } from "../../src/plugin/menus/own-entries.ts";
import { type Fieldset, site, type Texts } from "../make.ts";

const own = suite("a page's own eleventyNavigation");

const ABOUT: Fieldset = {
  Title: "About",
  Url: "about",
  Top_menu_show: "true",
  Top_menu_order: 2,
  Dropdown_menu_show: "true",
  Dropdown_menu_elem_name_1: "Past",
  Dropdown_menu_elem_url_1: "history",
  Dropdown_menu_elem_name_2: "Elsewhere",
  Dropdown_menu_elem_url_2: "https://example.org/",
  Sidebar_menu_show: "true",
  Sidebar_menu_elem_name_1: "Back then",
  Sidebar_menu_elem_url_1: "about/history",
  Sidebar_menu_elem_name_2: "News",
  Sidebar_menu_elem_url_2: "news",
  Content_layout: "multiple-columns",
  Footer_show: "left",
};

const TEXTS: Texts = {
  "about.md": ABOUT,
  "history.md": { Url: "about/history", Save_as: "about/history.html" },
  "news.md": { Title: "News", Url: "news", Footer_show: "right" },
  "home.md": { Title: "Start", Url: "", Save_as: "index.html", Top_menu_show: "true", Top_menu_order: 1 },
  "legal.md": { Title: "Legal", Url: "legal", Footer_show: "right" },
  "lost.md": { Title: "Lost", Url: "lost" },
};

const entriesOf = (texts: Texts): ReadonlyMap<string, NavigationEntry> => ownEntries(site(texts).menus);

for (const [name, file, expected] of [
  [
    "the top menu's, before any other",
    "about.md",
    { key: "top/about", title: "About", url: "/pages/about.html", order: 2 },
  ],
  [
    "its first one in a dropdown",
    "history.md",
    { key: "top/about#1", parent: "top/about", title: "Past", url: "/about/history.html", order: 1 },
  ],
  [
    "in a sidebar, before the footer",
    "news.md",
    { key: "sidebar/about#2", parent: "sidebar/about", title: "News", url: "/pages/news.html", order: 2 },
  ],
  [
    "in the footer",
    "legal.md",
    { key: "footer-right#1", parent: "footer-right", title: "Legal", url: "/pages/legal.html", order: 1 },
  ],
  ["none, where it is in no menu", "lost.md", undefined],
] as const) {
  own(`${file}: ${name}`, () => assert.equal(entriesOf(TEXTS).get(file), expected));
}

own("among all pages, the entries without a parent are the top menu", () => {
  const nodes = [...entriesOf(TEXTS).values()].map((eleventyNavigation) => ({ data: { eleventyNavigation } }));
  const { menus } = site(TEXTS);
  const shown = (entries: readonly MenuEntry[]) => entries.map(({ title, url }) => [title, url]);
  assert.equal(shown(findNavigationEntries(nodes) as readonly MenuEntry[]), shown(menus.top));
});

own("keys are unique, so that eleventy-navigation takes each page for itself", () => {
  const keys = [...entriesOf(TEXTS).values()].map(({ key }) => key);
  assert.equal([...new Set(keys)], keys);
});

own.run();
