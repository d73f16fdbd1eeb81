import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { header, pageAt, projectOf, run } from "./project.ts";

const SHOWN = ["Content_layout: multiple-columns", "Sidebar_menu_show: true"];

const TREE = {
  "index.md": pageAt("", "Footer_show: left"),
  "about.md": pageAt(
    "about",
    "Menu_name: About us",
    "Top_menu_show: true",
    "Top_menu_order: 2",
    "Dropdown_menu_show: true",
    "Dropdown_menu_elem_name_1: Then",
    "Dropdown_menu_elem_url_1: history",
    ...SHOWN,
    "Sidebar_menu_title: The sidebar",
    "Sidebar_menu_elem_name_1: Then & now",
    "Sidebar_menu_elem_url_1: about/history",
    "Sidebar_menu_elem_name_2: Out",
    "Sidebar_menu_elem_url_2: https://example.org/",
  ),
  "software.md": pageAt("software", "Top_menu_show: true", "Top_menu_order: 10", "Footer_show: right"),
  "history.md": header(
    "Title: History",
    "Url: about/history",
    "Save_as: about/then.html",
    ...SHOWN,
    "Inherit_sidebar: about",
  ),
  "lost.md": pageAt("lost"),
  "draft.md": pageAt("draft", "Status: draft", "Top_menu_show: true"),
  "hidden.md": pageAt("hidden", "Status: hidden"),
  "posts/one.md": header("Title: One", "Date: 2020-01-01"),
};

const menus = suite("cli: menus");

menus("the whole menu tree as text, and the pages that are in none", () => {
  assert.equal(run(projectOf(TREE), ["menus"]), {
    code: 0,
    error: "",
    out: [
      "top",
      "  About us  /about.html",
      "    Then  /about/then.html",
      "  software  /software.html",
      "",
      "sidebar of about, “The sidebar”",
      "  Then & now  /about/then.html",
      "  Out  https://example.org/",
      "",
      "footer-left",
      "  Home  /",
      "",
      "footer-right",
      "  software  /software.html",
      "",
      "pages in no menu",
      "  lost  /lost.html  (lost.md)",
      "",
    ].join("\n"),
  });
});

menus("--json: the same for programs", () => {
  const { code, out } = run(projectOf(TREE), ["menus", "--json"]);
  assert.is(code, 0);
  const history = { title: "Then", url: "/about/then.html", file: "history.md", children: [] };
  assert.equal(JSON.parse(out), {
    menus: [
      {
        name: "top",
        entries: [
          { title: "About us", url: "/about.html", file: "about.md", children: [history] },
          { title: "software", url: "/software.html", file: "software.md", children: [] },
        ],
      },
      {
        name: "sidebar of about, “The sidebar”",
        entries: [
          { ...history, title: "Then & now" },
          { title: "Out", url: "https://example.org/", file: null, children: [] },
        ],
      },
      { name: "footer-left", entries: [{ title: "Home", url: "/", file: "index.md", children: [] }] },
      {
        name: "footer-right",
        entries: [{ title: "software", url: "/software.html", file: "software.md", children: [] }],
      },
    ],
    pagesInNoMenu: [{ title: "lost", url: "/lost.html", file: "lost.md" }],
  });
});

menus("every page is in a menu", () => {
  const { out } = run(projectOf({ "a.md": pageAt("a", "Top_menu_show: true") }), ["menus"]);
  assert.match(out, "pages in no menu\n  (none)\n");
});

menus("a folder without pages", () => {
  const { code, out } = run(projectOf({ "x.txt": "" }), ["menus"]);
  assert.is(code, 0);
  assert.match(out, "top\n  (empty)\n");
});

menus("another folder", () => {
  const folder = projectOf(TREE, { "other/a.md": pageAt("a", "Top_menu_show: true") });
  assert.match(run(folder, ["menus", "other"]).out, "top\n  a  /a.html\n");
});

menus("a file that could not be read is not passed over in silence", () => {
  const folder = projectOf({ ...TREE, "latin.md": Buffer.from([0x61, 0xff]) });
  symlinkSync(join(folder, "src/content/nothing.md"), join(folder, "src/content/link.md"));
  const { out, error } = run(folder, ["menus"]);
  assert.match(out, "About us");
  assert.match(error, "latin.md");
  assert.match(error, "link.md");
});

menus("escape sequences in a label do nothing", () => {
  const folder = projectOf({ "a.md": pageAt("a", "Top_menu_show: true", "Menu_name: \u001b[2J\u009b31m") });
  assert.not.match(run(folder, ["menus"]).out, /[\0-\x08\x0b-\x1f\x7f-\x9f]/);
});

for (const args of [["--jsno"], ["nowhere"]]) {
  menus(`${args}: exits with 2`, () => {
    const { code, error, out } = run(projectOf(TREE), ["menus", ...args]);
    assert.is(code, 2);
    assert.is(out, "");
    assert.match(error, args[0] ?? "");
  });
}

menus.run();

const explain = suite("cli: explain");

explain("a page of a part of the site: which part, and by which settings", () => {
  const settings = { defaultLang: "en", i18nSubsites: { fr: { siteName: "Club" }, de: {} } };
  const pages = Object.fromEntries(
    ["en", "fr", "de"].map((lang) => [`${lang}.md`, header(`Title: ${lang}`, `Lang: ${lang}`)]),
  );
  const folder = projectOf(pages, { "_data/site.json": JSON.stringify(settings) });
  const told = (page: string) => run(folder, ["explain", page]).out;
  assert.match(
    told("fr.md"),
    /\n {2}part {5}\/fr\/, by i18nSubsites, with settings of its own: siteName\n {2}written {2}fr\//,
  );
  assert.match(told("de.md"), "  part     /de/, by i18nSubsites, with the site's settings\n");
  assert.not.match(told("en.md"), "part");
});

explain("a page: what it is, each entry of its menus with file, line and field, and where it appears", () => {
  const { code, out, error } = run(projectOf(TREE), ["explain", "about.md"]);
  assert.equal([code, error], [0, ""]);
  assert.is(
    out,
    [
      "about",
      "  file     about.md",
      "  written  about.html (by Save_as, line 4)",
      "  address  /about.html (that of its file)",
      "  layout   multiple-columns",
      "  section  about (by its Url)",
      "  above    nothing",
      "",
      "Its menus",
      "  top",
      "    About us  /about.html  (about.md:6 Top_menu_show, Top_menu_order 2)",
      "      Then  /about/then.html  (about.md:10 Dropdown_menu_elem_url_1)",
      "    software  /software.html  (software.md:5 Top_menu_show, Top_menu_order 10)",
      "  sidebar “The sidebar” (its own entries)",
      "    Then & now  /about/then.html  (about.md:15 Sidebar_menu_elem_url_1)",
      "    Out  https://example.org/  (about.md:17 Sidebar_menu_elem_url_2)",
      "  footer-left",
      "    Home  /  (index.md:5 Footer_show, no Footer_order: last, by its file's path)",
      "  footer-right",
      "    software  /software.html  (software.md:7 Footer_show, no Footer_order: last, by its file's path)",
      "",
      "Where it appears",
      "  top: “About us” (about.md:6 Top_menu_show)",
      "",
    ].join("\n"),
  );
});

explain("an inherited sidebar: by which rule, and where the entries are written", () => {
  const { out } = run(projectOf(TREE), ["explain", "about/history"]);
  assert.match(out, "sidebar “The sidebar” (Inherit_sidebar: about)");
  assert.match(out, "    Then & now  /about/then.html  (about.md:15 Sidebar_menu_elem_url_1)");
  assert.match(out, "  above    About us  /about.html");
  assert.match(out, "  top > About us: “Then” (about.md:10 Dropdown_menu_elem_url_1)");
  assert.match(out, "  sidebar of about, “The sidebar”: “Then & now” (about.md:15 Sidebar_menu_elem_url_1)");
});

for (const name of [
  "about.md",
  "src/content/about.md",
  "./src/content/about.md",
  "about",
  "/about/",
  "/about.html",
  "about/index.html",
]) {
  explain(`${name} is the page`, () => {
    const { code, out } = run(projectOf(TREE), ["explain", name]);
    assert.is(code, 0);
    assert.match(out, "  file     about.md\n");
  });
}

for (const [name, file] of [
  ["/", "index.md"],
  ["/about/then.html", "history.md"],
  ["history.md", "history.md"],
  ["draft.md", "draft.md"],
  ["hidden", "hidden.md"],
  ["posts/one.md", "posts/one.md"],
] as const) {
  explain(`${name} is ${file}`, () =>
    assert.match(run(projectOf(TREE), ["explain", name]).out, `  file     ${file}\n`),
  );
}

for (const [name, text, settings, expected] of [
  [
    "a setting",
    "Title: A b\n\nText.\n",
    {},
    ["pages/a-b.html (by the setting pageSaveAs: “pages/{slug}.html”)", "/pages/a-b.html (that of its file)"],
  ],
  [
    "a setting for links",
    "Title: A\n\nText.\n",
    { addresses: "url", pageUrl: "p/{slug}" },
    ["(by the setting pageSaveAs", "/p/a (by the setting pageUrl: “p/{slug}”)"],
  ],
  ["a field for links", "Title: A\nUrl: b/\n\nText.\n", { addresses: "url" }, ["/b/ (by Url, line 2)"]],
  [
    "a draft",
    "Title: A\nSave_as: a.html\nStatus: draft\n\nText.\n",
    {},
    ["drafts/a.html (by Save_as, line 2; a draft is below drafts/)", "It is a draft, and no entry leads to one."],
  ],
  [
    "front matter",
    "---\ntitle: A\nlayout: layouts/wide.njk\npermalink: b/c.html\n---\n",
    {},
    ["b/c.html (by permalink, in its header)"],
  ],
  [
    "settings by the file's path",
    "Title: A\n\nText.\n",
    { extraPathMetadata: { "x.md": { save_as: "y.html" } } },
    ["y.html (by Save_as of the settings)"],
  ],
  [
    "an order alone",
    "Title: A\nTop_menu_order: 2\n\nText.\n",
    {},
    ["It has Top_menu_order, line 2, and no Top_menu_show that takes effect."],
  ],
  ["nothing", "Title: A\n\nText.\n", {}, ["Its header has neither Top_menu_show nor Footer_show, and no entry"]],
] as const) {
  explain(`why it is there, and in no menu: ${name}`, () => {
    const folder = projectOf({ "x.md": text }, { "_data/site.json": JSON.stringify(settings) });
    const { out, error } = run(folder, ["explain", "x.md"]);
    assert.is(error, "");
    for (const one of expected) assert.match(out, one);
  });
}

explain("an entry leads to it, in a menu that is shown nowhere", () => {
  const owner = pageAt(
    "road",
    "Dropdown_menu_show: true",
    "Dropdown_menu_elem_name_1: X",
    "Dropdown_menu_elem_url_1: ../x",
    "Sidebar_menu_elem_name_1: X",
    "Sidebar_menu_elem_url_1: x",
  );
  const { out } = run(projectOf({ "x.md": pageAt("x"), "road.md": owner }), ["explain", "x"]);
  assert.match(out, "    road.md:7 Dropdown_menu_elem_url_1 leads to it, and road is not in the top menu itself.");
  assert.match(out, "    road.md:9 Sidebar_menu_elem_url_1 leads to it, and no page shows that sidebar.");
});

explain("a file that no page is made of", () => {
  const folder = projectOf({ "x.md": "Title: X\n\nText.\n" }, { "_data/site.json": '{ "articlePaths": [""] }' });
  const { code, error } = run(folder, ["explain", "x.md"]);
  assert.is(code, 2);
  assert.match(error, "No page is made of x.md. The file has no date. Write");
});

explain("what is left out: a post that waits for its date, and what is to be skipped", () => {
  const later = "Title: Later\nDate: 2999-01-02\n\nText.\n";
  const folder = projectOf({ "posts/later.md": later, "x.md": pageAt("x", "Status: skip") });
  const [waiting, skipped] = ["posts/later.md", "x.md"].map((file) => run(folder, ["explain", file]).error);
  const why = "posts/later.md yet: it waits for its date, 2999-01-02. withFutureDates would publish it.";
  assert.match(waiting ?? "", `No page is made of ${why}`);
  assert.match(skipped ?? "", "No page is made of x.md: its Status is “skip”, on line 5.");
});

explain("a page in no menu, and why it has no sidebar", () => {
  const { out } = run(projectOf(TREE), ["explain", "lost"]);
  assert.match(out, "  in no menu");
  assert.match(out, "  no sidebar\n    Content_layout is single-column; only multiple-columns has one.");
});

explain("the section, where Parent_id gives it", () => {
  const folder = projectOf({ ...TREE, "p.md": pageAt("p", "Parent_id: about/history", "Top_menu_show: true") });
  assert.match(run(folder, ["explain", "p"]).out, "  section  about (by Parent_id, line 5)");
});

for (const [wanted, near] of [
  ["abuot", "about"],
  ["softwrae.md", "software.md"],
  ["about/histroy", "about/history"],
] as const) {
  explain(`${wanted} is no page; ${near} is the nearest`, () => {
    const { code, out, error } = run(projectOf(TREE), ["explain", wanted]);
    assert.is(code, 2);
    assert.is(out, "");
    assert.match(error, `There is no page ${wanted}. Did you mean ${near}?`);
  });
}

explain("nothing is like it", () => {
  assert.is(run(projectOf(TREE), ["explain", "zzzzzzzzzzzzzz"]).error, "There is no page zzzzzzzzzzzzzz.\n");
});

explain("which page?", () => {
  const { code, error } = run(projectOf(TREE), ["explain"]);
  assert.is(code, 2);
  assert.match(error, "Usage: eleventy-pelican explain");
});

explain("--dir names the content folder", () => {
  const folder = projectOf(TREE, { "other/x.md": pageAt("x") });
  assert.match(run(folder, ["explain", "x", "--dir", "other"]).out, "  file     x.md");
  assert.is(run(folder, ["explain", "x", "--dir", "nowhere"]).code, 2);
});

explain("hostile names", () => {
  for (const name of [
    "",
    "..",
    "../../etc/passwd",
    "%",
    "\0",
    "constructor",
    "__proto__",
    "javascript:x",
    "\u001b[2J",
  ]) {
    const { out, error } = run(projectOf(TREE), ["explain", name]);
    assert.not.match(out + error, /[\0-\x08\x0b-\x1f\x7f-\x9f]/);
  }
});

explain.run();
