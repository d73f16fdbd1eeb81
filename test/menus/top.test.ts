import { suite } from "uvu";
import * as assert from "uvu/assert";
import { codesOf, type Fieldset, menus, placesOf, site, type Texts } from "../make.ts";

function titles(texts: Texts): string[] {
  return site(texts).menus.top.map(({ title }) => title);
}

function item(order: number | string | undefined, more: Fieldset = {}): Fieldset {
  return { Top_menu_show: "true", ...(order !== undefined && { Top_menu_order: order }), ...more };
}

const order = suite("top menu: order");

for (const [name, orders, sorted] of [
  ["by number, not by text", { a: 10, b: 9, c: 2, d: 1 }, ["d", "c", "b", "a"]],
  ["ties by path", { b: 1, a: 1, c: 0 }, ["c", "a", "b"]],
  ["-1 is no place given", { a: -1, b: 2, c: 1 }, ["c", "b", "a"]],
  ["nor is nothing", { a: undefined, b: 2, c: undefined }, ["b", "a", "c"]],
  ["nor is a word", { a: "first", b: 2 }, ["b", "a"]],
  ["below zero, and between", { a: 1, b: -2, c: 0.5 }, ["b", "c", "a"]],
] as const) {
  order(name, () => {
    const texts = Object.entries(orders).map(([key, value]) => [`${key}.md`, item(value, { Title: key })] as const);
    assert.equal(titles(Object.fromEntries(texts)), [...sorted]);
  });
}

order("ties by the file's path, not by the title", () => {
  assert.equal(titles({ "z/a.md": item(1, { Title: "A" }), "b.md": item(1, { Title: "B" }) }), ["B", "A"]);
});

order.run();

const pelicans = suite("top menu: of all pages");
const PAGES: Texts = { "b.md": { Title: "B" }, "a.md": { Title: "A" }, "de.md": { Title: "D", Lang: "de" } };
const WITH_PAGES = { displayPagesOnMenu: true };
const topOf = (texts: Texts, options: object) => site(texts, options).menus.top.map(({ title }) => title);

pelicans("where no page asks for a place, and the settings want it: of translations the original", () => {
  assert.equal(topOf({ ...PAGES, "a-de.md": { Title: "Ä", Slug: "a", Lang: "de" } }, WITH_PAGES), ["A", "B", "D"]);
  assert.equal(topOf(PAGES, {}), []);
});

pelicans("one page that asks is enough to have only those that do", () => {
  assert.equal(topOf({ ...PAGES, "c.md": item(1, { Title: "C" }) }, WITH_PAGES), ["C"]);
});

pelicans("by their files' names, or as pageOrderBy says", () => {
  const texts = { "z/a.md": { Title: "Z" }, "b.md": { Title: "B" }, "c.md": { Title: "A" } };
  assert.equal(topOf(texts, WITH_PAGES), ["Z", "B", "A"]);
  assert.equal(topOf(texts, { ...WITH_PAGES, pageOrderBy: "title" }), ["A", "B", "Z"]);
});

pelicans.run();

const items = suite("top menu: items");

items("only pages that ask for it, and that visitors may see", () => {
  const texts = {
    "a.md": item(1),
    "b.md": { Top_menu_show: "false" },
    "c.md": {},
    "d.md": item(2, { Status: "draft" }),
    "e.md": item(3, { Status: "hidden" }),
    "f.md": { Top_menu_show: " TRUE " },
  };
  assert.equal(titles(texts), ["a.md", "f.md"]);
});

items("Menu_name, else the title", () => {
  assert.equal(titles({ "a.md": item(1, { Menu_name: "Short" }), "b.md": item(2, { Title: "Long" }) }), [
    "Short",
    "Long",
  ]);
});

items("the link is where the page really is", () => {
  const { menus: made } = site({ "a.md": item(1, { Url: "a", Save_as: "b/c.html" }) });
  assert.is(made.top[0]?.url, "/b/c.html");
});

items.run();

const dropdowns = suite("top menu: dropdowns");

const ABOUT = item(1, {
  Url: "about",
  Save_as: "about/index.html",
  Dropdown_menu_show: "true",
  Dropdown_menu_elem_name_1: "History",
  Dropdown_menu_elem_url_1: "history",
  Dropdown_menu_elem_name_2: "Extensions",
  Dropdown_menu_elem_url_2: "../extensions",
  Dropdown_menu_elem_name_3: "Chat",
  Dropdown_menu_elem_url_3: "xmpp:room@example.org?join",
  Dropdown_menu_elem_name_4: "Web",
  Dropdown_menu_elem_url_4: "https://example.org/",
});
const HISTORY = { Url: "about/history", Save_as: "about/then.html" };
const EXTENSIONS = { Url: "extensions", Save_as: "extensions/index.html" };

function children(texts: Texts): string[] {
  return site(texts).menus.top.flatMap((top) => top.children.map(({ title, url }) => `${title} ${url}`));
}

dropdowns("addresses are relative to the page's Url; entries lead to where pages are", () => {
  assert.equal(children({ "a.md": ABOUT, "h.md": HISTORY, "x.md": EXTENSIONS }), [
    "History /about/then.html",
    "Extensions /extensions/",
    "Chat xmpp:room@example.org?join",
    "Web https://example.org/",
  ]);
});

dropdowns("an address that no page has is still a link, and a finding that names the nearest", () => {
  const texts = { "a.md": ABOUT, "x.md": { Url: "extension", Save_as: "extension.html" }, "h.md": HISTORY };
  assert.is(children(texts)[1], "Extensions /extensions.html");
  const { findings } = site(texts);
  const broken = findings.filter(({ code }) => code === "menu-link-broken");
  assert.equal(placesOf(broken), ["a.md:11:27 menu-link-broken"]);
  assert.is(broken[0]?.fix, "Did you mean “../extension”? If the page is gone, remove lines 10 and 11.");
});

dropdowns("a part is one of the page whose entry it is, on whatever page the menu is shown", () => {
  const parts = { Dropdown_menu_elem_name_1: "Ten years", Dropdown_menu_elem_url_1: "#years" };
  assert.equal(children({ "a.md": { ...ABOUT, ...parts }, "h.md": HISTORY })[0], "Ten years /about/#years");
});

dropdowns("without Dropdown_menu_show there is none", () => {
  assert.equal(
    children({ "a.md": { ...ABOUT, Dropdown_menu_show: "false" }, "h.md": HISTORY, "x.md": EXTENSIONS }),
    [],
  );
});

dropdowns("the size is not obeyed", () => {
  for (const size of ["0", "1", "9", "1000000000"]) {
    const texts = { "a.md": { ...ABOUT, Dropdown_menu_size: size }, "h.md": HISTORY, "x.md": EXTENSIONS };
    assert.is(children(texts).length, 4);
    assert.equal(codesOf(site(texts).findings), ["menu-size", "url-differs"]);
  }
});

dropdowns("an entry without a name bears the name of its page; without a page it is left out", () => {
  const entries = { Dropdown_menu_show: "true", Dropdown_menu_elem_url_1: "/h", Dropdown_menu_elem_url_2: "/nowhere" };
  const texts = { "a.md": item(1, entries), "h.md": { Url: "h", Save_as: "h.html", Menu_name: "The page" } };
  assert.equal(children(texts), ["The page /h.html"]);
});

dropdowns("an unsafe address is left out, and the others stay", () => {
  const texts = { "a.md": { ...ABOUT, Dropdown_menu_elem_url_1: "javascript:alert(1)" }, "x.md": EXTENSIONS };
  assert.equal(children(texts).length, 3);
  assert.equal(codesOf(site(texts).findings), ["menu-link-unsafe"]);
});

dropdowns.run();

const current = suite("top menu: current page and section");

const TREE: Texts = {
  "index.md": { Url: "", Save_as: "index.html" },
  "about.md": ABOUT,
  "history.md": HISTORY,
  "xsf.md": { Url: "about/xsf/board", Save_as: "about/xsf/board.html" },
  "extensions.md": { ...EXTENSIONS, Parent_id: " about/ " },
  "software.md": item(2, { Url: "software", Save_as: "software/index.html" }),
  "client.md": { Url: "clients/one", Save_as: "clients/one.html", Parent_id: "software/clients" },
  "other.md": { Url: "other", Save_as: "other.html" },
  "posts/about.md": { Url: "about/post", Save_as: "about/post.html", Date: "2020-01-01" },
};

for (const [file, sections, currents] of [
  ["index.md", [], []],
  ["about.md", ["about.md"], ["about.md"]],
  ["history.md", ["about.md"], ["History"]],
  ["xsf.md", ["about.md"], []],
  ["extensions.md", ["about.md"], ["Extensions"]],
  ["software.md", ["software.md"], ["software.md"]],
  ["client.md", ["software.md"], []],
  ["other.md", [], []],
  ["posts/about.md", [], []],
] as const) {
  current(file, () => {
    const { top } = menus(site(TREE), file);
    const all = top.flatMap((one) => [one, ...one.children]);
    assert.equal(
      all.filter(({ isSection }) => isSection).map(({ title }) => title),
      [...sections],
    );
    assert.equal(
      all.filter(({ isCurrent }) => isCurrent).map(({ title }) => title),
      [...currents],
    );
  });
}

current("the home page as an item is the section of itself alone", () => {
  const texts = { "index.md": item(1, { Url: "", Save_as: "index.html" }), "a.md": { Url: "a", Save_as: "a.html" } };
  assert.is(menus(site(texts), "index.md").top[0]?.isSection, true);
  assert.is(menus(site(texts), "a.md").top[0]?.isSection, false);
});

current.run();
