/** A small site: the stock filters of eleventy-navigation and our includes show the same menus. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Built, buildTree, page } from "../build-tree.ts";
import { itemsIn, one, outline, readHtml, readMenu, select, textOf } from "../html.ts";
import { buildSite, type SmallSite } from "../small-site.ts";

const COLUMNS = { Content_layout: "multiple-columns", Sidebar_menu_show: "true" };

const ABOUT = {
  Title: "About us",
  Url: "about",
  Save_as: "about/index.html",
  Menu_name: "About & more",
  Top_menu_show: "true",
  Top_menu_order: 2,
  Dropdown_menu_show: "true",
  Dropdown_menu_elem_name_10: "Tenth",
  Dropdown_menu_elem_url_10: "xmpp:room@example.org?join",
  Dropdown_menu_elem_name_1: "History",
  Dropdown_menu_elem_url_1: "history",
  Dropdown_menu_elem_name_2: "Extensions",
  Dropdown_menu_elem_url_2: "../extensions",
  Sidebar_menu_title: "In About",
  Sidebar_menu_elem_name_1: "History",
  Sidebar_menu_elem_url_1: "about/history",
  Sidebar_menu_elem_name_2: "Elsewhere",
  Sidebar_menu_elem_url_2: "https://example.org/?a=1&b=2",
  Footer_show: "left",
  Footer_order: 1,
  ...COLUMNS,
};

const SOFTWARE = {
  Title: "Software",
  Url: "software",
  Save_as: "software/index.html",
  Top_menu_show: "true",
  Top_menu_order: 10,
  Dropdown_menu_show: "true",
  Dropdown_menu_elem_name_1: "Clients",
  Dropdown_menu_elem_url_1: "clients",
  Footer_show: "right",
};

const TREE = {
  "index.md": page({ Title: "Home", Url: "", Save_as: "index.html", Content_layout: "wide" }),
  "about.md": page(ABOUT),
  "history.md": page({
    Title: "History",
    Url: "about/history",
    Save_as: "about/then.html",
    Inherit_sidebar: "about",
    ...COLUMNS,
  }),
  "old.md": page({
    Title: "Old times",
    Url: "about/history/old",
    Save_as: "about/history/old.html",
    Inherit_sidebar: "about/history",
    ...COLUMNS,
  }),
  "extensions.md": page({
    Title: "Extensions",
    Url: "extensions",
    Save_as: "extensions/index.html",
    Parent_id: "about/",
    Footer_show: "left",
    Footer_order: 2,
  }),
  "software.md": page(SOFTWARE),
  "clients.md": page({ Title: "Clients", Url: "software/clients", Save_as: "software/clients.html" }),
  "events.md": page({
    Title: "Events",
    Url: "events",
    Save_as: "events.html",
    Top_menu_show: "true",
    Top_menu_order: 9,
  }),
  "contact.html":
    '<title>Contact</title><meta name="Url" content="contact"><meta name="Save_as" content="contact.html"><meta name="Top_menu_show" content="true"><body><p>Text</p></body>',
  "draft.md": page({
    Title: "Draft",
    Url: "draft",
    Save_as: "draft.html",
    Status: "draft",
    Top_menu_show: "true",
    Footer_show: "left",
  }),
  "hidden.md": page({
    Title: "Hidden",
    Url: "hidden",
    Save_as: "hidden.html",
    Status: "hidden",
    Top_menu_show: "true",
  }),
  "posts/news.md": page({ Title: "News", Date: "2020-02-03 10:00", Author: "Ann" }),
  "stock.njk": `---
permalink: stock.html
---
<div id="top">{{ collections.navigation | eleventyNavigation("top") | eleventyNavigationToHtml | safe }}</div>
<div id="left">{{ collections.navigation | eleventyNavigation("footer-left") | eleventyNavigationToHtml | safe }}</div>
<div id="right">{{ collections.navigation | eleventyNavigation("footer-right") | eleventyNavigationToHtml | safe }}</div>
<div id="sidebar">{{ collections.navigation | eleventyNavigation("sidebar/about") | eleventyNavigationToHtml | safe }}</div>
<div id="crumbs">{% for entry in collections.navigation | eleventyNavigationBreadcrumb("top/about#1") %}<a href="{{ entry.url }}">{{ entry.title }}</a>{% endfor %}</div>
<div id="all">{% for item in collections.all %}<b>{{ item.url }}</b>{% endfor %}</div>
`,
};

const sites = suite("build: a small site's menus");
let built: Built;

sites.before(async () => {
  built = await buildTree(TREE);
});
sites.after(() => built.dispose());

const html = (path: string) => readHtml(built.read(path));
const stock = (id: string) => outline(itemsIn(one(html("stock.html"), "div", { id })));

sites("the build is well and finds nothing", () => {
  assert.is(built.exitCode, 0);
  assert.not.match(built.findings, / error: /);
});

sites("the top menu", () => {
  assert.equal(outline(readMenu(html("index.html"), "top")), [
    [
      "About & more",
      "/about/",
      [
        ["History", "/about/then.html"],
        ["Extensions", "/extensions/"],
        ["Tenth", "xmpp:room@example.org?join"],
      ],
    ],
    ["Events", "/events.html"],
    ["Software", "/software/", [["Clients", "/software/clients.html"]]],
    ["Contact", "/contact.html"],
  ]);
});

for (const [id, menu, path] of [
  ["top", "top", "index.html"],
  ["left", "footer-left", "index.html"],
  ["right", "footer-right", "index.html"],
  ["sidebar", "sidebar", "about/index.html"],
] as const) {
  sites(`the stock filter's tree of “${id}” is the one that our include prints`, () => {
    assert.ok(stock(id).length > 0);
    assert.equal(stock(id), outline(readMenu(html(path), menu)));
  });
}

sites("the breadcrumb filter", () => {
  const links = select(one(html("stock.html"), "div", { id: "crumbs" }), "a");
  assert.equal(links.map(textOf).slice(1), ["About & more"]);
  assert.is(links.length, 2);
});

sites("the menus are the same on every page, but for what is marked", () => {
  const expected = outline(readMenu(html("index.html"), "top"));
  for (const path of ["about/index.html", "about/then.html", "contact.html", "hidden.html", "stock.html"]) {
    if (path !== "stock.html") assert.equal(outline(readMenu(html(path), "top")), expected, path);
  }
});

for (const [path, section, current] of [
  ["index.html", [], []],
  ["about/index.html", ["About & more"], ["About & more"]],
  ["about/then.html", ["About & more"], ["History"]],
  ["extensions/index.html", ["About & more"], ["Extensions"]],
  ["software/clients.html", ["Software"], ["Clients"]],
  ["contact.html", ["Contact"], ["Contact"]],
  ["2020/02/news/index.html", [], []],
] as const) {
  sites(`${path}: section and current page`, () => {
    const top = readMenu(html(path), "top");
    assert.equal(
      top.filter((item) => item.section).map(({ label }) => label),
      [...section],
    );
    const all = top.flatMap((item) => [item, ...item.children]);
    assert.equal(
      all.filter((item) => item.current).map(({ label }) => label),
      [...current],
    );
  });
}

sites("inherited sidebars, with the current page marked in them", () => {
  const sidebar = [
    ["History", "/about/then.html"],
    ["Elsewhere", "https://example.org/?a=1&b=2"],
  ];
  for (const path of ["about/index.html", "about/then.html", "about/history/old.html"]) {
    assert.equal(outline(readMenu(html(path), "sidebar")), sidebar, path);
  }
  assert.is(readMenu(html("about/then.html"), "sidebar")[0]?.current, true);
  assert.equal(readMenu(html("software/index.html"), "sidebar"), []);
});

sites("drafts are below drafts/ and in no list; hidden pages are written and in no list", () => {
  assert.equal(
    built.written.filter((path) => path.endsWith("draft.html")),
    ["drafts/draft.html"],
  );
  assert.ok(built.has("hidden.html"));
  const listed = select(one(html("stock.html"), "div", { id: "all" }), "b").map(textOf);
  assert.ok(listed.includes("/about/"));
  assert.not.ok(
    listed.some((url) => /draft|hidden/.test(url)),
    listed.join(" "),
  );
  for (const path of built.written.filter((one) => /\.xml$/.test(one)))
    assert.not.match(built.read(path), /draft|hidden/);
});

/** A layout of somebody's own, by the documentation of eleventy-navigation alone. */
const OWN_LAYOUT = `<div id="top">{{ collections.navigation | eleventyNavigation("top") | eleventyNavigationToHtml({ activeKey: eleventyNavigation.key, useAriaCurrentAttr: true }) | safe }}</div>
<div id="all">{{ collections.all | eleventyNavigation | eleventyNavigationToHtml | safe }}</div>
<div id="crumbs">{% for entry in collections.navigation | eleventyNavigationBreadcrumb(eleventyNavigation.key, { allowMissing: true }) %}<a href="{{ entry.url }}">{{ entry.title }}</a>{% endfor %}</div>
<div id="key">{{ eleventyNavigation.key }}</div>
<div id="roots">{{ collections.navigation | eleventyNavigation | eleventyNavigationToHtml | safe }}</div>
<div id="ours">{% include "menus/top.njk" %}</div>
`;

const OWN_TREE = {
  "_includes/layouts/multiple-columns.njk": OWN_LAYOUT,
  "_includes/layouts/single-column.njk": OWN_LAYOUT,
  "content/about.md": page(ABOUT),
  "content/software.md": page(SOFTWARE),
  "content/history.md": page({ Title: "History", Url: "about/history", Save_as: "about/then.html" }),
  "content/clients.md": page({ Title: "Clients", Url: "software/clients", Save_as: "software/clients.html" }),
  "content/extensions.md": page({ Title: "Extensions", Url: "extensions", Save_as: "extensions/index.html" }),
  "content/comma.md": page({
    Title: "A, b",
    Url: "a,b",
    Save_as: "a,b.html",
    Top_menu_show: "true",
    Dropdown_menu_show: "true",
    Dropdown_menu_elem_name_1: "Below",
    Dropdown_menu_elem_url_1: "c,d",
    Sidebar_menu_elem_name_1: "Beside",
    Sidebar_menu_elem_url_1: "alone",
    ...COLUMNS,
  }),
  "content/below.md": page({ Title: "Below", Url: "a,b/c,d", Save_as: "a,b/c,d.html" }),
  "content/alone.md": page({ Title: "Alone", Url: "alone", Save_as: "alone.html" }),
  "content/nowhere.md": page({ Title: "Nowhere", Url: "nowhere", Save_as: "nowhere.html" }),
};

const layouts = suite("build: menus in somebody's own layout");
let own: SmallSite;

layouts.before(async () => {
  own = await buildSite(OWN_TREE, { settings: { siteName: "The site" } });
});
layouts.after(() => own.dispose());

const part = (path: string, id: string) => one(readHtml(own.read(path)), "div", { id });
const shown = (path: string, id: string) => outline(itemsIn(part(path, id)));
const titles = (path: string, id: string) => itemsIn(part(path, id)).map(({ label }) => label);

layouts("the build is well", () => assert.is(own.exitCode, 0, own.printed));

for (const path of ["about/index.html", "about/then.html", "a,b.html", "nowhere.html"]) {
  layouts(`${path}: the stock filters print what the include prints`, () => {
    assert.equal(shown(path, "top"), outline(readMenu(part(path, "ours"), "top")));
    assert.equal(titles(path, "top"), ["About & more", "Software", "A, b"]);
  });
}

layouts("the top menu is what all pages say of themselves", () => {
  assert.equal(
    itemsIn(part("nowhere.html", "all")).map(({ label, href }) => [label, href]),
    [
      ["About & more", "/about/"],
      ["Software", "/software/"],
      ["A, b", "/a,b.html"],
    ],
  );
});

for (const [path, crumbs] of [
  ["about/index.html", ["The site"]],
  ["about/then.html", ["The site", "About & more"]],
  ["software/clients.html", ["The site", "Software"]],
  ["a,b/c,d.html", ["The site", "A, b"]],
  ["nowhere.html", []],
] as const) {
  layouts(`${path}: its breadcrumb by its own key`, () => {
    assert.equal(select(part(path, "crumbs"), "a").map(textOf), [...crumbs]);
    assert.is(textOf(part(path, "key")) === "", crumbs.length === 0);
  });
}

layouts("the current page is marked by its own key", () => {
  assert.match(own.read("about/index.html"), /<a href="\/about\/" aria-current="page">/);
  assert.not.match(own.read("nowhere.html"), "aria-current");
});

layouts("the roots are the site, its sidebars and the halves of the footer, in this order", () => {
  assert.equal(titles("nowhere.html", "roots"), ["The site", "In About", "sidebar/a%2Cb", "The site", "The site"]);
});

layouts("a page in a sidebar alone has its entry there, and no root above pages", () => {
  assert.is(textOf(part("alone.html", "key")), "sidebar/a%2Cb#1");
});

layouts("what a page or its folder says of its own entry holds", async () => {
  const built = await buildSite({
    "_includes/own.njk": "{{ eleventyNavigation.key }}",
    "content/content.json": '{ "layout": "own.njk" }',
    "content/x/x.json": '{ "eleventyNavigation": { "key": "Of the folder" } }',
    "content/x/a.md": page({ Title: "A", Save_as: "a.html", Top_menu_show: "true" }),
    "content/b.md":
      "---\ntitle: B\npermalink: b.html\nTop_menu_show: true\neleventyNavigation:\n  - { key: k, parent: top/b.html, title: Z, url: z }\n---\n\nText\n",
  });
  assert.is(built.exitCode, 0, built.printed);
  assert.is(built.read("a.html"), "Of the folder");
  assert.match(built.read("b.html"), /^top\//);
  built.dispose();
});

sites.run();
layouts.run();
