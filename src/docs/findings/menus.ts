import { type FindingGroup, page, pageAt } from "./example.ts";

const HISTORY = pageAt("about/history");
const TOP = [
  "Title: About",
  "Url: about",
  "Save_as: about/index.html",
  "Top_menu_show: true",
  "Dropdown_menu_show: true",
];
const SIDE = ["Sidebar_menu_show: true", "Content_layout: multiple-columns"];
const ENTRY = ["Sidebar_menu_elem_name_1: History", "Sidebar_menu_elem_url_1: about/history"];
const ABOUT = ["Title: About", "Url: about", "Save_as: about/index.html"];

export const menus: FindingGroup = {
  slug: "findings-menus",
  title: "Findings of menus",
  summary: "What can be wrong with menus, sidebars and parents, with examples of wrong and right.",
  examples: [
    {
      code: "menu-size",
      about: "The count of a menu's entries is wrong.",
      file: "about.md",
      wrong: {
        "about.md": page(
          ...TOP,
          "Dropdown_menu_size: 3",
          "Dropdown_menu_elem_name_1: History",
          "Dropdown_menu_elem_url_1: history",
        ),
      },
      right: {
        "about.md": page(
          ...TOP,
          "Dropdown_menu_size: 1",
          "Dropdown_menu_elem_name_1: History",
          "Dropdown_menu_elem_url_1: history",
        ),
      },
      beside: { "history.md": HISTORY },
    },
    {
      code: "menu-number",
      about: "A number is missing, or there twice.",
      file: "about.md",
      wrong: {
        "about.md": page(...TOP, "Dropdown_menu_elem_name_2: History", "Dropdown_menu_elem_url_2: history"),
      },
      right: {
        "about.md": page(...TOP, "Dropdown_menu_elem_name_1: History", "Dropdown_menu_elem_url_1: history"),
      },
      beside: { "history.md": HISTORY },
    },
    {
      code: "menu-name-missing",
      about: "An entry has an address and no label.",
      file: "about.md",
      wrong: { "about.md": page(...TOP, "Dropdown_menu_elem_url_1: history") },
      right: {
        "about.md": page(...TOP, "Dropdown_menu_elem_name_1: History", "Dropdown_menu_elem_url_1: history"),
      },
      beside: { "history.md": HISTORY },
    },
    {
      code: "menu-url-missing",
      about: "An entry has a label and no address.",
      file: "about.md",
      wrong: { "about.md": page(...TOP, "Dropdown_menu_elem_name_1: History") },
      right: {
        "about.md": page(...TOP, "Dropdown_menu_elem_name_1: History", "Dropdown_menu_elem_url_1: history"),
      },
      beside: { "history.md": HISTORY },
    },
    {
      code: "menu-link-unsafe",
      about: "An entry's address is of a kind that no menu leads to.",
      file: "about.md",
      wrong: {
        "about.md": page(...TOP, "Dropdown_menu_elem_name_1: Files", "Dropdown_menu_elem_url_1: file:///home/ann"),
      },
      right: {
        "about.md": page(...TOP, "Dropdown_menu_elem_name_1: Files", "Dropdown_menu_elem_url_1: https://example.org/"),
      },
    },
    {
      code: "menu-link-broken",
      about: "An entry leads to a page that is not there. A dropdown's addresses count from the page's own `Url`.",
      file: "about.md",
      wrong: {
        "about.md": page(...TOP, "Dropdown_menu_elem_name_1: History", "Dropdown_menu_elem_url_1: about/history"),
      },
      right: {
        "about.md": page(...TOP, "Dropdown_menu_elem_name_1: History", "Dropdown_menu_elem_url_1: history"),
      },
      beside: { "history.md": HISTORY },
    },
    {
      code: "menu-double",
      about: "A menu offers one page twice.",
      file: "about.md",
      wrong: {
        "about.md": page(
          ...TOP,
          "Dropdown_menu_elem_name_1: History",
          "Dropdown_menu_elem_url_1: history",
          "Dropdown_menu_elem_name_2: The past",
          "Dropdown_menu_elem_url_2: history",
        ),
      },
      right: {
        "about.md": page(...TOP, "Dropdown_menu_elem_name_1: History", "Dropdown_menu_elem_url_1: history"),
      },
      beside: { "history.md": HISTORY },
    },
  ],
};

export const sections: FindingGroup = {
  slug: "findings-sections",
  title: "Findings of sidebars and sections",
  summary:
    "What can be wrong with where a sidebar comes from and what a page belongs to, with examples of wrong and right.",
  examples: [
    {
      code: "sidebar-source-missing",
      about: "`Inherit_sidebar` names a page that is not there.",
      file: "history.md",
      wrong: { "history.md": pageAt("about/history", ...SIDE, "Inherit_sidebar: abuot") },
      right: { "history.md": pageAt("about/history", ...SIDE, "Inherit_sidebar: about") },
      beside: { "about.md": page(...ABOUT, ...SIDE, ...ENTRY) },
    },
    {
      code: "sidebar-source-empty",
      about: "A page is to show a sidebar, and there are no entries for it.",
      file: "about.md",
      wrong: { "about.md": page(...ABOUT, ...SIDE) },
      right: { "about.md": page(...ABOUT, ...SIDE, ...ENTRY) },
      beside: { "history.md": HISTORY },
    },
    {
      code: "sidebar-loop",
      about: "A sidebar comes from a page that takes it from this one.",
      file: "about.md",
      wrong: { "about.md": page(...ABOUT, ...SIDE, "Inherit_sidebar: about") },
      right: { "about.md": page(...ABOUT, ...SIDE, ...ENTRY) },
      beside: { "history.md": HISTORY },
    },
    {
      code: "sidebar-copied",
      about: "A sidebar is written out on several pages.",
      file: "history.md",
      wrong: { "history.md": pageAt("about/history", ...SIDE, ...ENTRY) },
      right: { "history.md": pageAt("about/history", ...SIDE, "Inherit_sidebar: about") },
      beside: { "about.md": page(...ABOUT, ...SIDE, ...ENTRY) },
    },
    {
      code: "parent-missing",
      about: "`Parent_id` names a page that is not there.",
      file: "history.md",
      wrong: { "history.md": pageAt("about/history", "Parent_id: abuot") },
      right: { "history.md": pageAt("about/history", "Parent_id: about") },
      beside: { "about.md": page(...ABOUT) },
    },
    {
      code: "parent-loop",
      about: "A page is above itself.",
      file: "history.md",
      wrong: { "history.md": pageAt("about/history", "Parent_id: about/history") },
      right: { "history.md": pageAt("about/history", "Parent_id: about") },
      beside: { "about.md": page(...ABOUT) },
    },
    {
      code: "page-unreached",
      about: "Nothing on the site leads to a page.",
      file: "history.md",
      wrong: { "history.md": page("Title: History", "Url: history", "Save_as: history.html") },
      right: {
        "history.md": page("Title: History", "Url: history", "Save_as: history.html", "Footer_show: left"),
      },
      beside: { "index.md": page("Title: Home", "Url:", "Save_as: index.html") },
    },
  ],
};
