import { suite } from "uvu";
import * as assert from "uvu/assert";
import { codesOf, type Fieldset, menus, pageIn, placesOf, site, type Texts } from "../make.ts";

const SHOWN = { Sidebar_menu_show: "true", Content_layout: "multiple-columns" };

/** A page of this Url that shows a sidebar with these entries, each leading to an address of its own. */
function withEntries(url: string, entries: readonly string[], more: Fieldset = {}): Fieldset {
  const fields = entries.flatMap((entry, index) => [
    [`Sidebar_menu_elem_name_${index + 1}`, entry],
    [`Sidebar_menu_elem_url_${index + 1}`, `https://example.org/${entry}`],
  ]);
  return { ...at(url), ...SHOWN, ...Object.fromEntries(fields), ...more };
}

function at(url: string): Fieldset {
  return { Url: url, Save_as: `${url}/index.html` };
}

function shown(texts: Texts, file: string): string[] | undefined {
  return menus(site(texts), file).sidebar?.entries.map(({ title }) => title);
}

const own = suite("sidebar: one's own");

own("title, entries and their addresses, from the site's root", () => {
  const texts = {
    "a.md": {
      ...at("about"),
      ...SHOWN,
      Sidebar_menu_title: "About us",
      Sidebar_menu_elem_name_1: "Then",
      Sidebar_menu_elem_url_1: "about/history",
      Sidebar_menu_elem_name_2: "Self",
      Sidebar_menu_elem_url_2: "about",
      Sidebar_menu_elem_name_3: "Out",
      Sidebar_menu_elem_url_3: "//example.org",
    },
    "h.md": { Url: "about/history", Save_as: "about/then.html" },
  };
  const { title, entries } = menus(site(texts), "a.md").sidebar ?? {};
  assert.is(title, "About us");
  const parent = "sidebar/about";
  // eleventy-navigation adds these two.
  const added = { pluginType: "eleventy-navigation", parentKey: parent };
  const unmarked = { ...added, isCurrent: false, isSection: false, children: [] };
  assert.equal(entries, [
    { key: "sidebar/about#1", parent, order: 1, title: "Then", url: "/about/then.html", ...unmarked },
    { key: "sidebar/about#2", parent, order: 2, title: "Self", url: "/about/", ...unmarked, isCurrent: true },
    { key: "sidebar/about#3", parent, order: 3, title: "Out", url: "//example.org", ...unmarked },
  ]);
});

for (const [name, change] of [
  ["a page that does not ask for it", { Sidebar_menu_show: "false" }],
  ["a page of one column", { Content_layout: "single-column" }],
  ["a wide page", { Content_layout: "wide" }],
] as const) {
  own(`${name} shows none`, () => assert.is(shown({ "a.md": withEntries("a", ["A"], change) }, "a.md"), undefined));
}

own("a sidebar without entries is a finding", () => {
  const texts = { "a.md": withEntries("a", []) };
  assert.is(shown(texts, "a.md"), undefined);
  assert.equal(codesOf(site(texts).findings), ["sidebar-source-empty"]);
});

own.run();

const named = suite("sidebar: Inherit_sidebar names a page");

const SOFTWARE = withEntries("software", ["A", "B"], { Sidebar_menu_title: "Software" });

function inheriting(url: string, from: string, more: Fieldset = {}): Fieldset {
  return { ...at(url), ...SHOWN, Inherit_sidebar: from, ...more };
}

for (const from of ["software", "/software/", " software ", "software/index.html"]) {
  named(JSON.stringify(from), () => {
    const texts = { "s.md": SOFTWARE, "c.md": inheriting("x/c", from) };
    assert.equal(shown(texts, "c.md"), ["A", "B"]);
    assert.is(menus(site(texts), "c.md").sidebar?.title, "Software");
    assert.equal(site(texts).findings, []);
  });
}

named("instead of one's own entries", () => {
  const texts = { "s.md": SOFTWARE, "c.md": withEntries("c", ["Own"], { Inherit_sidebar: "software" }) };
  assert.equal(shown(texts, "c.md"), ["A", "B"]);
});

named("one's own title comes first", () => {
  const texts = { "s.md": SOFTWARE, "c.md": inheriting("c", "software", { Sidebar_menu_title: "Mine" }) };
  assert.is(menus(site(texts), "c.md").sidebar?.title, "Mine");
});

named("a page that need not show its own", () => {
  const texts = {
    "s.md": { ...SOFTWARE, Content_layout: "wide", Sidebar_menu_show: "false" },
    "c.md": inheriting("c", "software"),
  };
  assert.equal(shown(texts, "c.md"), ["A", "B"]);
});

named("through a chain", () => {
  const texts = {
    "s.md": SOFTWARE,
    "c.md": inheriting("c", "software"),
    "d.md": inheriting("d", "c"),
    "e.md": inheriting("e", "d"),
  };
  assert.equal(shown(texts, "e.md"), ["A", "B"]);
  assert.equal(site(texts).findings, []);
});

named("pages that show the same sidebar share it", () => {
  const made = site({ "s.md": SOFTWARE, "c.md": inheriting("c", "software"), "d.md": inheriting("d", "c") });
  const [first, ...others] = ["s.md", "c.md", "d.md"].map((file) => made.menus.sidebars.get(pageIn(made, file)));
  assert.ok(first);
  for (const other of others) assert.is(other, first);
});

named("no such page: one's own entries, and a finding that names the nearest", () => {
  const texts = { "s.md": SOFTWARE, "c.md": withEntries("c", ["Own"], { Inherit_sidebar: "sofware" }) };
  assert.equal(shown(texts, "c.md"), ["Own"]);
  const { findings } = site(texts);
  assert.equal(codesOf(findings), ["sidebar-source-missing"]);
  assert.is(findings[0]?.fix, "Did you mean “software”?");
});

named("a draft is no such page", () => {
  const texts = { "s.md": { ...SOFTWARE, Status: "draft" }, "c.md": inheriting("c", "software") };
  assert.is(shown(texts, "c.md"), undefined);
  assert.equal(codesOf(site(texts).findings), ["sidebar-source-missing"]);
});

named("a page without entries is a finding", () => {
  const texts = { "s.md": at("software"), "c.md": inheriting("c", "software") };
  assert.is(shown(texts, "c.md"), undefined);
  assert.equal(placesOf(site(texts).findings), ["c.md:7:18 sidebar-source-empty"]);
});

for (const [name, texts] of [
  ["a page that names itself", { "a.md": inheriting("a", "a") }],
  ["two pages that name each other", { "a.md": inheriting("a", "b"), "b.md": inheriting("b", "a") }],
  ["three in a circle", { "a.md": inheriting("a", "b"), "b.md": inheriting("b", "c"), "c.md": inheriting("c", "a") }],
] as const) {
  named(`${name}: a finding for each, and no sidebar`, () => {
    const { findings, menus: made } = site(texts);
    assert.equal(
      codesOf(findings),
      Object.keys(texts).map(() => "sidebar-loop"),
    );
    assert.is(made.sidebars.size, 0);
  });
}

named("in a circle, a page shows its own entries", () => {
  const texts = { "a.md": withEntries("a", ["Own"], { Inherit_sidebar: "b" }), "b.md": inheriting("b", "a") };
  assert.equal(shown(texts, "a.md"), ["Own"]);
});

named.run();

const above = suite("sidebar: Inherit_sidebar: true");

const TREE: Texts = {
  "a.md": withEntries("a", ["top"], { Sidebar_menu_title: "A" }),
  "b.md": withEntries("a/b", ["middle"], { Inherit_sidebar: "true" }),
  "c.md": withEntries("a/b/c", ["own"], { Inherit_sidebar: "True" }),
  "d.md": { ...at("a/b/none/d"), ...SHOWN, Inherit_sidebar: "true" },
  "e.md": { ...at("e"), ...SHOWN, Inherit_sidebar: "true" },
};

for (const [file, labels] of [
  ["a.md", ["top"]],
  ["b.md", ["middle", "top"]],
  ["c.md", ["own", "middle", "top"]],
  ["d.md", ["middle", "top"]],
  ["e.md", undefined],
] as const) {
  above(`${file}: one's own, then those of the pages up the path`, () => {
    assert.equal(shown(TREE, file), labels && [...labels]);
  });
}

above("the title is that of the nearest page that has one", () => {
  assert.is(menus(site(TREE), "d.md").sidebar?.title, "A");
});

above("the home page is above nothing", () => {
  const texts = {
    "index.md": { ...withEntries("", ["home"]), Save_as: "index.html" },
    "a.md": withEntries("a", ["own"], { Inherit_sidebar: "true" }),
  };
  assert.equal(shown(texts, "a.md"), ["own"]);
});

above("a page that names a page that inherits by its path", () => {
  assert.equal(shown({ ...TREE, "n.md": inheriting("n", "a/b") }, "n.md"), ["middle", "top"]);
});

above.run();
