import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageOf } from "../make.ts";

const defaults = suite("a page's defaults");

defaults("of a header that has a title only", () => {
  const page = pageOf({ Title: "A <b> & c" });
  assert.is(page.title, "A <b> & c");
  assert.is(page.menuName, "A <b> & c");
  assert.is(page.status, "published");
  assert.is(page.layout, "single-column");
  assert.is(page.lang, "en");
  assert.is(page.topMenu, undefined);
  assert.is(page.footer, undefined);
  assert.is(page.dropdown, undefined);
  assert.is(page.parentId, undefined);
  assert.equal(page.authors, []);
  assert.equal(page.tags, []);
  assert.equal(page.sidebar, { isShown: false, title: undefined, entries: [], inherit: false });
});

for (const [name, fields, key, value] of [
  ["Menu_name", { Menu_name: "M" }, "menuName", "M"],
  ["an empty Menu_name", { Menu_name: "" }, "menuName", "A"],
  ["Author", { Author: "Ann" }, "authors", ["Ann"]],
  ["Authors come before Author", { Author: "Ann", Authors: "Bob; Cy" }, "authors", ["Bob", "Cy"]],
  ["Lang", { Lang: "de" }, "lang", "de"],
  ["Category", { Category: "News" }, "category", "News"],
  ["Footer_show: false", { Footer_show: "false" }, "footer", undefined],
  ["Footer_show", { Footer_show: "right", Footer_order: 2 }, "footer", { side: "right", order: 2 }],
  ["Top_menu_show: false", { Top_menu_show: "false", Top_menu_order: 2 }, "topMenu", undefined],
  ["Top_menu_order: -1", { Top_menu_show: "true", Top_menu_order: -1 }, "topMenu", { order: undefined }],
  ["Content_layout", { Content_layout: "wide" }, "layout", "wide"],
  ["an unknown Content_layout", { Content_layout: "huge" }, "layout", "single-column"],
  [
    "Dropdown entries without the flag",
    { Dropdown_menu_elem_name_1: "a", Dropdown_menu_elem_url_1: "a" },
    "dropdown",
    undefined,
  ],
] as const) {
  defaults(name, () => assert.equal(pageOf(fields)[key], value));
}

defaults.run();
