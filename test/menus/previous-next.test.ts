import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import type { Site } from "../../src/plugin/site.ts";
import type { PageView } from "../../src/plugin/views/view.ts";
import { createViews } from "../../src/plugin/views/views.ts";
import { pageIn, site, type Texts } from "../make.ts";

const previousNext = suite("previous and next");

function viewIn(made: Site, file: string): PageView {
  const { page } = createViews(made).page(pageIn(made, file));
  if (!page) throw new Error(`${file} has no view`);
  return page;
}

/** What comes before and after a page, as `title url`. */
function around(texts: Texts, file: string, settings: SettingsInput = {}): (string | undefined)[] {
  const made = site(texts, settings);
  const { previous, next } = viewIn(made, file);
  return [previous, next].map((link) => link && `${link.title} ${link.url}`);
}

const COLUMNS = { Content_layout: "multiple-columns", Sidebar_menu_show: "true" };

/** A section of these pages, all of which show one sidebar with these addresses. */
function section(...addresses: readonly string[]): Texts {
  const entries = addresses.flatMap((address, at) => [
    [`Sidebar_menu_elem_name_${at + 1}`, `Entry ${at + 1}`],
    [`Sidebar_menu_elem_url_${at + 1}`, address],
  ]);
  const page = (name: string) => ({ Url: `s/${name}`, Save_as: `s/${name}.html`, ...COLUMNS, Inherit_sidebar: "s" });
  return {
    "s.md": { Url: "s", Save_as: "s/index.html", ...COLUMNS, ...Object.fromEntries(entries) },
    "a.md": page("a"),
    "b.md": page("b"),
    "c.md": page("c"),
  };
}

for (const [name, addresses, expected] of [
  ["in the middle", ["s/a", "s/b", "s/c"], ["Entry 1 /s/a.html", "Entry 3 /s/c.html"]],
  ["at the beginning", ["s/b", "s/c"], [undefined, "Entry 2 /s/c.html"]],
  ["at the end", ["s/a", "s/b"], ["Entry 1 /s/a.html", undefined]],
  ["alone", ["s/b"], [undefined, undefined]],
  ["in no place", ["s/a", "s/c"], [undefined, undefined]],
  [
    "other sites and what is not there are passed over",
    ["s/a", "https://a.example/", "s/b", "s/none", "mailto:a@b.example", "s/c"],
    ["Entry 1 /s/a.html", "Entry 6 /s/c.html"],
  ],
  ["a page that is there twice", ["s/a", "s/b", "s/b#x", "s/a", "s/c"], ["Entry 1 /s/a.html", "Entry 5 /s/c.html"]],
  ["the page of the section itself", ["s", "s/b"], ["Entry 1 /s/", undefined]],
] as const) {
  previousNext(`${name}, along the sidebar`, () => assert.equal(around(section(...addresses), "b.md"), expected));
}

previousNext("a page without a sidebar has none", () => {
  assert.equal(around({ "a.md": { Url: "a" } }, "a.md"), [undefined, undefined]);
});

const POSTS: Texts = {
  "posts/one.md": { Title: "One", Date: "2020-01-01" },
  "posts/two.md": { Title: "Two", Date: "2020-01-02" },
  "posts/draft.md": { Title: "Draft", Date: "2020-01-03", Status: "draft" },
  "posts/three.md": { Title: "Three", Date: "2020-01-04" },
};

for (const [file, expected] of [
  ["posts/one.md", [undefined, "Two /two.html"]],
  ["posts/two.md", ["One /one.html", "Three /three.html"]],
  ["posts/three.md", ["Two /two.html", undefined]],
  ["posts/draft.md", [undefined, undefined]],
] as const) {
  previousNext(`${file}: the older post, and the newer one`, () => assert.equal(around(POSTS, file), expected));
}

const edit = suite("edit link");

const editUrlOf = (file: string, settings: SettingsInput) => {
  const made = site({ [file]: { Url: "a" } }, settings);
  return viewIn(made, file).editUrl;
};

for (const [name, editUrl, file, expected] of [
  ["the file's path is filled in", "https://a.example/edit/{file}", "b/c.md", "https://a.example/edit/b/c.md"],
  ["as an address", "https://a.example/{file}?x", "é #1/$&.md", "https://a.example/%C3%A9%20%231/%24%26.md?x"],
  ["none where the settings name no place", "", "a.md", undefined],
] as const) {
  edit(name, () => assert.is(editUrlOf(file, { editUrl }), expected));
}

previousNext.run();
edit.run();
