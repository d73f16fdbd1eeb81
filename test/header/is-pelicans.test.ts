import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isPelicans } from "../../src/plugin/header/is-pelicans.ts";

const own = suite("header: whose a file is, where a site does not say");

const PELICANS: readonly (readonly [name: string, text: string, path?: string])[] = [
  ["unfenced, beginning with a known field", "Title: A\n\nText"],
  ["unfenced, the field in another case", "save_as: a.html\nTitle: A\n\nText"],
  ["a numbered field in a fence", "---\ntitle: A\nDropdown_menu_elem_name_3: History\n---\nText"],
  ["a place in the top menu", "---\nTitle: A\nTop_menu_show: true\n---\nText"],
  ["a place in the footer", "---\nTitle: A\nFooter_order: 3\n---\nText"],
  ["an inherited sidebar", "---\nTitle: A\nInherit_sidebar: about\n---\nText"],
  ["a menu as a list", "---\ntitle: A\nmenu:\n  dropdown:\n    - { name: B, url: b }\n---\nText"],
  ["a menu as a list that YAML cannot read", "---\ntitle: A\nmenu:\n  dropdown:\n    - { name: B\n---\nText"],
  ["a menu beside a layout", "---\nlayout: x.njk\nmenu:\n  sidebar:\n    - { name: B, url: b }\n---\nText"],
  ["a menu's entry in HTML", '<meta name="menu.dropdown" content="{ name: B, url: b }"><p>Text', "a.html"],
  ["a file to write in HTML", '<title>A</title><meta name="save_as" content="a.html"><p>Text', "a.html"],
];

const ELEVENTYS: typeof PELICANS = [
  ["a fence with title, date and tags", "---\ntitle: A\ndate: 2020-01-01\ntags: x\n---\nText"],
  ["a fence with a list of tags", "---\ntitle: A\ntags: [x, y]\n---\nText"],
  ["a layout", "---\nlayout: x.njk\n---\nText"],
  ["no header", "# A\n\nText"],
  ["no text", ""],
  ["prose that begins with a word and a colon", "Note: this is prose.\n\nText"],
  ["a known field below an unknown one", "Note: this\nTitle: that\n\nText"],
  ["JavaScript", "---js\nconst title = 'A';\n---\nText"],
  ["JavaScript with a numbered name", "---js\n{ Dropdown_menu_elem_name_1: 'A' }\n---\nText"],
  ["a menu that is a word", "---\ntitle: A\nmenu: main\n---\nText"],
  ["a menu of another form", "---\ntitle: A\nmenu:\n  main: { weight: 3 }\n---\nText"],
  ["an entry of eleventy-navigation", "---\neleventyNavigation:\n  key: A\n  parent: B\n---\nText"],
  ["what any HTML file says", '<title>A</title><meta name="author" content="B"><p>Text', "a.html"],
  ["a category of an HTML file", '<meta name="category" content="B"><p>Text', "a.html"],
];

for (const [table, isOurs] of [
  [PELICANS, true],
  [ELEVENTYS, false],
] as const)
  for (const [name, text, path = "a.md"] of table)
    own(`${isOurs ? "Pelican's" : "Eleventy's"}: ${name}`, () => assert.is(isPelicans({ path, text }), isOurs));

own.run();
