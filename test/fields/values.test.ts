import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { FieldKey, FieldValues } from "../../src/plugin/dialect/fields.ts";
import { codesOf, fieldsOf, placesOf } from "../make.ts";

const values = suite("fields: values");

type Row<Key extends FieldKey> = readonly [key: Key, line: string, value: FieldValues[Key]];

function row<Key extends FieldKey>(key: Key, line: string, value: FieldValues[Key]): Row<Key> {
  return [key, line, value];
}

const GOOD = [
  row("title", "Title: A  b ", "A b"),
  row("title", "Title: Myths & Legends", "Myths & Legends"),
  row("title", "Title: one\n    two", "one two"),
  row("title", "Title:", ""),
  row("summary", "Summary: one\n    two", "one\ntwo"),
  row("topMenuShow", "Top_menu_show: true", true),
  row("topMenuShow", "Top_menu_show: True", true),
  row("topMenuShow", "Top_menu_show:   TRUE  ", true),
  row("topMenuShow", "Top_menu_show: false", false),
  row("topMenuShow", "Top_menu_show: False ", false),
  row("topMenuOrder", "Top_menu_order: 10", 10),
  row("topMenuOrder", "Top_menu_order: 010", 10),
  row("topMenuOrder", "Top_menu_order: 2.5", 2.5),
  row("topMenuOrder", "Top_menu_order: -2", -2),
  row("topMenuOrder", "Top_menu_order: +4", 4),
  row("topMenuOrder", "Top_menu_order: -1", undefined),
  row("footerOrder", "Footer_order: 0", 0),
  row("dropdownMenuSize", "Dropdown_menu_size: 0", 0),
  row("author", "Author: Ann  Bee", "Ann Bee"),
  row("author", "Author: Ann Lee, Jr.", "Ann Lee, Jr."),
  row("authors", "Authors: Ann Bee, Bob", ["Ann Bee", "Bob"]),
  row("authors", "Authors: Bee, Ann; Bob", ["Bee, Ann", "Bob"]),
  row("authors", "Authors: Ann;; Bob ; ", ["Ann", "Bob"]),
  row("authors", "Authors: Bee, Ann; Bob; Bee,  Ann", ["Bee, Ann", "Bob"]),
  row("tags", "Tags: a, b, a", ["a", "b"]),
  row("tags", "Tags: one, two  words,three", ["one", "two words", "three"]),
  row("tags", "Tags:", []),
  row("status", "Status: Draft", "draft"),
  row("status", "Status: hidden ", "hidden"),
  row("contentLayout", "Content_layout: Wide", "wide"),
  row("contentLayout", "Content_layout: multiple-columns", "multiple-columns"),
  row("footerShow", "Footer_show: left", "left"),
  row("footerShow", "Footer_show: RIGHT ", "right"),
  row("inheritSidebar", "Inherit_sidebar: software", "software"),
  row("inheritSidebar", "Inherit_sidebar: True", true),
  row("inheritSidebar", "Inherit_sidebar: false", false),
  row("inheritSidebar", "Inherit_sidebar:", false),
  row("translation", "Translation: true", true),
];

const ODD_CASE = [
  row("url", "URL: about/", "about/"),
  row("saveAs", "save_AS: a/b.html", "a/b.html"),
  row("topMenuOrder", "Top_Menu_order: 3", 3),
];

for (const [key, line, value] of GOOD) {
  values(line.replaceAll("\n", "⏎"), () => {
    const { fields, findings } = fieldsOf(line);
    assert.equal(fields.values[key], value);
    assert.equal(codesOf(findings), []);
  });
}

// Whether the site writes them otherwise is for its checks to say.
for (const [key, line, value] of ODD_CASE) {
  values(`${line} works`, () => {
    const { fields, findings } = fieldsOf(line);
    assert.equal(fields.values[key], value);
    assert.equal(placesOf(findings), []);
  });
}

for (const line of ["top_menu_order: 3", "Top_menu_order: 3", "url: about"]) {
  values(`${line}: all in lower case is no slip`, () => assert.equal(codesOf(fieldsOf(line).findings), []));
}

const BAD: readonly (readonly [FieldKey, string])[] = [
  ["topMenuShow", "Top_menu_show: yes"],
  ["topMenuShow", "Top_menu_show: 1"],
  ["topMenuShow", "Top_menu_show:"],
  ["dropdownMenuShow", "Dropdown_menu_show: truee"],
  ["topMenuOrder", "Top_menu_order: first"],
  ["topMenuOrder", "Top_menu_order: 1e9"],
  ["topMenuOrder", "Top_menu_order: 99999999999999999999"],
  ["topMenuOrder", "Top_menu_order: NaN"],
  ["sidebarMenuSize", "Sidebar_menu_size: -1"],
  ["sidebarMenuSize", "Sidebar_menu_size: many"],
  ["status", "Status: publsihed"],
  ["contentLayout", "Content_layout: two-columns"],
  ["footerShow", "Footer_show: middle"],
];

for (const [key, line] of BAD) {
  values(`${line} is a finding, and is ignored`, () => {
    const { fields, findings } = fieldsOf(line);
    assert.is(fields.values[key], undefined);
    assert.equal(placesOf(findings), [`a.md:2:${line.indexOf(":") + (line.endsWith(":") ? 2 : 3)} field-value`]);
  });
}

values("a field that is not there is undefined", () => {
  assert.equal(fieldsOf("Title: A").fields.values, { title: "A" });
});

values.run();

const names = suite("fields: names");

names("a field that takes one value and is written twice is a finding; the first counts", () => {
  const { fields, findings } = fieldsOf("Title: A", "title: B");
  assert.is(fields.values.title, "A");
  assert.equal(placesOf(findings), ["a.md:3:1 field-repeated"]);
});

// “A repeated key in Pelican makes a list. For a field that takes one value that is a finding.”
for (const [key, lines] of [
  ["tags", ["Tags: one", "Tags: two"]],
  ["authors", ["Authors: one", "Authors: two"]],
] as const) {
  names(`${key} written twice make a list`, () => {
    const { fields, findings } = fieldsOf(...lines);
    assert.equal(fields.values[key], ["one", "two"]);
    assert.equal(codesOf(findings), []);
  });
}

for (const [line, meant] of [
  ["Titlle: A", "Title"],
  ["Top_menu_shwo: true", "Top_menu_show"],
  ["Save-as: a.html", "Save_as"],
  ["Dropdown_menu_elem_nam_3: A", "Dropdown_menu_elem_name_3"],
  ["Sidebar_menu_elem_urls_12: a", "Sidebar_menu_elem_url_12"],
] as const) {
  names(`${line} → ${meant}`, () => {
    const { findings } = fieldsOf(line);
    assert.equal(codesOf(findings), ["field-misspelt"]);
    assert.ok(findings[0]?.message.endsWith(`did you mean ${meant}?`), findings[0]?.message);
  });
}

names("a field of one's own is none of our business", () => {
  assert.equal(fieldsOf("Gallery: holiday", "X: 1", "Hero_image: a.png").findings, []);
});

for (const key of ["__proto__", "constructor", "prototype"]) {
  names(`${key} is reserved`, () => {
    const { fields, findings } = fieldsOf(`${key}: polluted`, "Title: A");
    assert.equal(codesOf(findings), ["field-reserved"]);
    assert.equal({ ...fields.values }, { title: "A" });
    assert.is(Object.getPrototypeOf(fields.values), Object.prototype);
  });
}

for (const key of ["toString", "hasOwnProperty", "valueOf"]) {
  names(`${key} as a key, and as a value of a field with known words`, () => {
    const { fields, findings } = fieldsOf(`${key}: x`, `Inherit_sidebar: ${key}`);
    assert.equal(findings, []);
    assert.is(fields.values.inheritSidebar, key);
  });
}

names("__proto__ as a value is a text", () => {
  assert.is(fieldsOf("Inherit_sidebar: __proto__").fields.values.inheritSidebar, "__proto__");
  assert.is(fieldsOf("Inherit_sidebar: constructor").fields.values.inheritSidebar, "constructor");
});

names.run();
