import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { WrittenEntry } from "../../src/plugin/fields/entries.ts";
import { codesOf, headerOf, menus, placesOf, readText, site } from "../make.ts";

/** The entries of a page's menus as `title → url`, and its findings. */
function read(text: string, path = "a.md") {
  const { page, findings } = readText(path, text);
  const shown = ({ title, url }: WrittenEntry) => `${title} → ${url}`;
  return {
    dropdown: page.dropdown?.map(shown),
    sidebar: page.sidebar.entries.map(shown),
    findings: findings.filter(({ code }) => code !== "url-differs"),
  };
}

function yaml(...lines: readonly string[]): string {
  return ["---", "Title: A", "Url: a", "Dropdown_menu_show: true", ...lines, "---", "Text.", ""].join("\n");
}

const same = suite("fields: a menu in each of its forms is the same");

const NUMBERED = yaml(
  "Dropdown_menu_elem_name_1: 010",
  "Dropdown_menu_elem_url_1: b",
  "Dropdown_menu_elem_name_2: Q & A: yes",
  "Dropdown_menu_elem_url_2: ../c",
  "Dropdown_menu_elem_url_3: 2016-01-01",
  "Sidebar_menu_elem_name_1: true",
  "Sidebar_menu_elem_url_1: a/b",
);

for (const [name, text, path] of [
  [
    "menu, on one line each",
    yaml(
      "menu:",
      "  dropdown:",
      "    - { name: 010, url: b }",
      '    - { name: "Q & A: yes", url: ../c }',
      "    - { url: 2016-01-01 }",
      "  sidebar:",
      "    - { name: true, url: a/b }",
    ),
  ],
  [
    "menu, on lines of their own, keys in any case",
    yaml(
      "Menu:",
      "  Dropdown:",
      "    - Name: '010'",
      "      URL: b",
      "    # a comment",
      "    - name: >-",
      "        Q & A: yes",
      "      url: ../c",
      "    - url: 2016-01-01",
      "  sidebar: [{ name: 'true', url: a/b }]",
    ),
  ],
  [
    "eleventyNavigation, by order",
    yaml(
      "eleventyNavigation:",
      "  - { key: s1, parent: sidebar/a, title: true, url: a/b }",
      '  - { key: d2, parent: top/a, title: "Q & A: yes", url: ../c, order: 2 }',
      "  - { key: d1, parent: top/a, title: 010, url: b, order: 1 }",
      "  - { parent: top/a, url: 2016-01-01 }",
    ),
  ],
  [
    "menu for one, eleventyNavigation for the other",
    yaml(
      "menu: { dropdown: [{ name: 010, url: b }, { name: 'Q & A: yes', url: ../c }, { url: 2016-01-01 }] }",
      "eleventyNavigation: { key: x, parent: sidebar/a, title: true, url: a/b, order: 1 }",
    ),
  ],
  [
    "HTML",
    `<html><head><title>A</title><meta name="Url" content="a"><meta name="Dropdown_menu_show" content="true">
<meta name="menu.dropdown" content="{ name: 010, url: b }">
<meta name="menu.dropdown" content="{ name: &quot;Q &amp; A: yes&quot;, url: ../c }">
<meta name="Menu.Dropdown" content="url: 2016-01-01">
<meta name="eleventyNavigation" content="{ parent: sidebar/a, title: true, url: a/b }">
</head><body>Text.</body></html>`,
    "a.html",
  ],
] as const) {
  same(name, () => assert.equal({ ...read(text, path), findings: [] }, { ...read(NUMBERED), findings: [] }));
}

same("pages of either form stand in one site, and show the same menus", () => {
  const others = { "a/b.md": "---\nTitle: B\nUrl: a/b\nSave_as: a/b.html\nInherit_sidebar: a\n---\n" };
  const more = [
    "Save_as: a.html",
    "Top_menu_show: true",
    "Sidebar_menu_show: true",
    "Content_layout: multiple-columns",
  ];
  const numbered = yaml(...more, "Dropdown_menu_elem_name_1: B", "Dropdown_menu_elem_url_1: b").replace(
    "---\nT",
    "---\nT",
  );
  const listed = yaml(...more, "menu:", "  dropdown: [{ name: B, url: b }]");
  assert.equal(
    menus(site({ "a.md": listed, ...others }), "a.md"),
    menus(site({ "a.md": numbered, ...others }), "a.md"),
  );
});

same.run();

const rule = suite("header: what a menu makes of a header");

for (const [name, lines, syntax] of [
  ["menu alone", ["menu:", "  dropdown: []"], "pelican-yaml"],
  ["a list of eleventyNavigation alone", ["eleventyNavigation:", "  - { parent: top/a }"], "pelican-yaml"],
  ["a block below a page's menu", ["eleventyNavigation: { parent: top/a }"], "pelican-yaml"],
  ["the stock plugin's own block", ["eleventyNavigation: { key: A, parent: B }"], "yaml"],
  ["a key of Eleventy's, too", ["menu: { dropdown: [] }", "layout: x"], "yaml"],
  ["nested data, too", ["menu: { dropdown: [] }", "hero: { image: a }"], "yaml"],
  ["data of one's own by the name of menu", ["menu: { main: [] }"], "yaml"],
  ["a text by the name of menu", ["menu: Main"], "pelican"],
] as const) {
  rule(`${name} → ${syntax}`, () => assert.is(headerOf(`---\nTitle: A\n${lines.join("\n")}\n---\n`).syntax, syntax));
}

rule("a page with a menu is written where it was, and its unknown fields are metadata", () => {
  const { page } = readText("about/a.md", "---\nTitle: The title\nX_note: 007\nmenu:\n  dropdown: []\n---\n");
  assert.is(page.saveAs, "pages/the-title.html");
  assert.equal(page.metadata, { x_note: "007" });
});

rule("misspelt fields are found, as in Pelican's header", () => {
  assert.equal(placesOf(read(yaml("menu: { dropdown: [] }", "Sumary: x")).findings), ["a.md:6:1 field-misspelt"]);
});

rule("Eleventy is handed neither a menu nor blocks: the stock filter sees what it saw", () => {
  const data = headerOf(
    "---\nlayout: x\nmenu: { dropdown: [] }\neleventyNavigation: [{ parent: top/a }]\nown: 1\n---\n",
  ).data;
  assert.equal(data, { layout: "x", own: 1 });
});

rule("a slip in a menu that keeps it from being YAML is told at its place", () => {
  const text = "---\nTitle: A\nmenu:\n  dropdown:\n    - { name: A, url: a\n    - { name: B, url: b }\n---\n";
  assert.match(placesOf(readText("a.md", text).findings)[0] ?? "", /^a\.md:[56]:\d+ header-yaml$/);
  const colon = "---\nTitle: A: B\nmenu:\n  dropdown:\n    - { name: A, url: a }\n---\n";
  assert.equal(placesOf(readText("a.md", colon).findings), ["a.md:2:8 header-yaml"]);
});

rule("aliases and depth are no way in", () => {
  const text = yaml("menu: &m", "  dropdown: [*m, { name: &n A, url: *n }, [[[[[[[[1]]]]]]]]]");
  assert.ok(codesOf(read(text).findings).every((code) => code === "menu-form" || code === "header-yaml"));
});

rule.run();

const faults = suite("fields: faults in lists");

faults("all come at once, each at its place", () => {
  const { dropdown, findings } = read(
    yaml(
      "menu:",
      "  dropdown:",
      "    - { nam: B, url: b }",
      "    - { name: C }",
      "    - D",
      "    - { name: [E], url: e }",
      "  sidebr:",
      "    - { name: F, url: f }",
      "Dropdown_menu_elem_name_1: G",
      "Dropdown_menu_size: 7",
    ),
  );
  assert.equal(dropdown, [" → b", " → e"]);
  assert.equal(
    placesOf(findings).toSorted(),
    [
      "a.md:10:15 menu-form",
      "a.md:11:3 menu-form",
      "a.md:13:1 menu-twice",
      "a.md:14:21 menu-size",
      "a.md:7:17 menu-name-missing",
      "a.md:7:9 menu-key",
      "a.md:8:9 menu-url-missing",
      "a.md:9:7 menu-form",
      "a.md:10:20 menu-name-missing",
    ].toSorted(),
  );
});

faults("menu holds where eleventyNavigation writes the same menu", () => {
  const { dropdown, findings } = read(
    yaml("menu: { dropdown: [{ name: B, url: b }] }", "eleventyNavigation: [{ parent: top/a, title: C, url: c }]"),
  );
  assert.equal(dropdown, ["B → b"]);
  assert.equal(placesOf(findings), ["a.md:6:22 menu-twice"]);
});

faults("an empty list is a menu without entries, and no fault", () => {
  for (const list of ["menu:\n  dropdown:", "menu: { dropdown: [] }"]) {
    const { dropdown, findings } = read(yaml(list, "Sidebar_menu_elem_name_1: B", "Sidebar_menu_elem_url_1: b"));
    assert.equal([dropdown, codesOf(findings)], [[], []]);
  }
});

faults("the home page's parent is top/", () => {
  const text =
    "---\nTitle: A\nUrl:\nSave_as: index.html\nDropdown_menu_show: true\neleventyNavigation:\n  - { parent: top/, title: B, url: b }\n---\n";
  assert.equal(read(text).dropdown, ["B → b"]);
});

faults.run();
