import { type FindingGroup, page, pageAt } from "./example.ts";

const TOP = [
  "title: About",
  "Url: about",
  "Save_as: about/index.html",
  "Top_menu_show: true",
  "Dropdown_menu_show: true",
];
const BLOCK = "title: History, url: history, order: 1";

export const menuLists: FindingGroup = {
  slug: "findings-menu-lists",
  title: "Findings of menus as lists",
  summary: "What can be wrong with menus that a header writes as lists, with examples of wrong and right.",
  examples: [
    {
      code: "menu-form",
      about: "What stands under `menu` or `eleventyNavigation` is no list of entries.",
      file: "about.md",
      wrong: { "about.md": page(...TOP, "menu:", "  dropdown:", "    - History") },
      right: { "about.md": page(...TOP, "menu:", "  dropdown:", "    - { name: History, url: history }") },
      beside: { "history.md": pageAt("about/history") },
    },
    {
      code: "menu-key",
      about: "An entry says something that entries do not have, or two blocks have one key.",
      file: "about.md",
      wrong: {
        "about.md": page(...TOP, "menu:", "  dropdown:", "    - { label: The past, name: History, url: history }"),
      },
      right: { "about.md": page(...TOP, "menu:", "  dropdown:", "    - { name: History, url: history }") },
      beside: { "history.md": pageAt("about/history") },
    },
    {
      code: "menu-parent",
      about: "A block of `eleventyNavigation` belongs to no menu of this page.",
      file: "about.md",
      wrong: { "about.md": page(...TOP, "eleventyNavigation:", `  - { parent: top/abuot, ${BLOCK} }`) },
      right: { "about.md": page(...TOP, "eleventyNavigation:", `  - { parent: top/about, ${BLOCK} }`) },
      beside: { "history.md": pageAt("about/history") },
    },
    {
      code: "menu-twice",
      about: "One menu is written in two ways.",
      file: "about.md",
      wrong: {
        "about.md": page(
          ...TOP,
          "Dropdown_menu_elem_name_1: History",
          "Dropdown_menu_elem_url_1: history",
          "menu:",
          "  dropdown:",
          "    - { name: History, url: history }",
        ),
      },
      right: { "about.md": page(...TOP, "menu:", "  dropdown:", "    - { name: History, url: history }") },
      beside: { "history.md": pageAt("about/history") },
    },
  ],
};
