/** What is and what is not found of a site as a whole: unreached pages, doubles, copies, titles, texts. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { FindingCode } from "../../src/plugin/findings/report-values.ts";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { page } from "../build-tree.ts";
import { type Fieldset, placesOf, site, type Texts } from "../make.ts";

const SHOWN = { Sidebar_menu_show: "true", Content_layout: "multiple-columns" };

function at(url: string, more: Fieldset = {}): Fieldset {
  return { Title: url, Url: url, Save_as: `${url === "" ? "index" : url}.html`, ...more };
}

function sidebar(...addresses: readonly string[]): Fieldset {
  const fields = addresses.flatMap((address, index) => [
    [`Sidebar_menu_elem_name_${index + 1}`, `To ${address}`],
    [`Sidebar_menu_elem_url_${index + 1}`, address],
  ]);
  return { ...SHOWN, ...Object.fromEntries(fields) };
}

function filesWith(code: FindingCode, texts: Texts, settings: SettingsInput = {}): string[] {
  const { findings } = site(texts, { allowFindings: {}, ...settings });
  return findings.filter((one) => one.code === code).map(({ file }) => file);
}

const unreached = suite("page-unreached");

for (const [name, files, expected, settings] of [
  ["nothing leads to it", { "b.md": at("b") }, ["b.md"]],
  ["a top item", { "b.md": at("b", { Top_menu_show: "true" }) }, []],
  ["an item of the footer", { "b.md": at("b", { Footer_show: "left" }) }, []],
  ["a text", { "a.md": page(at("a", { Footer_show: "left" }), "[b](/b.html)"), "b.md": at("b") }, []],
  [
    "a text that names the site in full",
    { "a.md": page(at("a", { Footer_show: "left" }), "<https://example.org/b>"), "b.md": at("b") },
    [],
    { siteUrl: "https://example.org" },
  ],
  ["its own text only", { "b.md": page(at("b"), "[b](/b.html)") }, ["b.md"]],
  ["its own sidebar only", { "b.md": at("b", sidebar("b")) }, ["b.md"]],
  ["another's sidebar", { "a.md": at("a", { ...sidebar("b"), Footer_show: "left" }), "b.md": at("b") }, []],
  [
    "a sidebar that nobody shows",
    { "a.md": at("a", { ...sidebar("b"), Sidebar_menu_show: "false", Footer_show: "left" }), "b.md": at("b") },
    ["b.md"],
  ],
  ["a draft's text", { "a.md": page(at("a", { Status: "draft" }), "[b](/b.html)"), "b.md": at("b") }, ["b.md"]],
  ["a draft's sidebar", { "a.md": at("a", { ...sidebar("b"), Status: "draft" }), "b.md": at("b") }, ["b.md"]],
  ["a link of the site's settings", { "b.md": at("b") }, [], { links: { top: [{ title: "B", url: "/b.html" }] } }],
  ["a hidden page", { "b.md": at("b", { Status: "hidden" }) }, []],
  ["the home page", { "index.md": at("") }, []],
  ["the pages that servers show for errors", { "404.md": at("404"), "500.md": at("500"), "50x.md": at("50x") }, []],
  [
    "the language link of a page that is reached",
    { "a.md": at("b", { Footer_show: "left", Slug: "b" }), "fr.md": at("fr/b", { Lang: "fr", Slug: "b" }) },
    [],
  ],
  [
    "the language link of a page that is not",
    { "a.md": at("b", { Slug: "b" }), "fr.md": at("fr/b", { Lang: "fr", Slug: "b" }) },
    ["a.md", "fr.md"],
  ],
  ["a post", { "posts/b.md": { Title: "B", Date: "2020-01-01" } }, []],
] as readonly (readonly [string, Texts, readonly string[], SettingsInput?])[]) {
  unreached(name, () => assert.equal(filesWith("page-unreached", files, settings), [...expected]));
}

unreached.run();

const doubles = suite("menu-double");

doubles("two forms of one address", () => {
  assert.equal(filesWith("menu-double", { "a.md": at("a", sidebar("b", "/b.html")), "b.md": at("b") }), ["a.md"]);
});

doubles("three are two findings", () => {
  assert.equal(filesWith("menu-double", { "a.md": at("a", sidebar("b", "b", "b")), "b.md": at("b") }), [
    "a.md",
    "a.md",
  ]);
});

doubles("two places on one page are two places", () => {
  assert.equal(filesWith("menu-double", { "a.md": at("a", sidebar("b#x", "b#y", "b")), "b.md": at("b") }), []);
});

doubles("one sidebar on many pages says so once", () => {
  const texts = {
    "a.md": at("a", sidebar("b", "b")),
    "b.md": at("b", { ...SHOWN, Inherit_sidebar: "a" }),
    "c.md": at("c", { ...SHOWN, Inherit_sidebar: "a", Sidebar_menu_title: "Own" }),
  };
  assert.equal(filesWith("menu-double", texts), ["a.md"]);
});

doubles("in two menus is not twice in one", () => {
  const dropdown = {
    Top_menu_show: "true",
    Dropdown_menu_show: "true",
    Dropdown_menu_elem_name_1: "B",
    Dropdown_menu_elem_url_1: "/b",
  };
  assert.equal(filesWith("menu-double", { "a.md": at("a", { ...sidebar("b"), ...dropdown }), "b.md": at("b") }), []);
});

doubles.run();

const copies = suite("sidebar-copied");

copies("the page with the shortest Url keeps it", () => {
  const entries = sidebar("a", "a/b", "a/c");
  const texts = { "a.md": at("a/b", entries), "b.md": at("a/c", entries), "c.md": at("a", entries) };
  assert.equal(filesWith("sidebar-copied", texts), ["a.md", "b.md"]);
});

copies("another form of the same addresses is the same sidebar", () => {
  assert.equal(
    filesWith("sidebar-copied", {
      "a.md": at("a", { ...sidebar("b"), Sidebar_menu_elem_name_1: "B" }),
      "b.md": at("b", { ...sidebar("/b.html"), Sidebar_menu_elem_name_1: "B" }),
    }),
    ["b.md"],
  );
});

for (const [name, change] of [
  ["another title", { Sidebar_menu_title: "Other" }],
  ["another label", { Sidebar_menu_elem_name_1: "Other" }],
  ["one entry more", { Sidebar_menu_elem_name_2: "C", Sidebar_menu_elem_url_2: "c" }],
  ["it is not shown", { Sidebar_menu_show: "false" }],
  ["it is inherited", { Inherit_sidebar: "a" }],
] as const) {
  copies(`${name}: none`, () => {
    const texts = { "a.md": at("a", sidebar("a")), "b.md": at("b", { ...sidebar("a"), ...change }) };
    assert.equal(filesWith("sidebar-copied", texts), []);
  });
}

copies("what visitors never see is nobody's copy", () => {
  const texts = { "a.md": at("a", { ...sidebar("a"), Status: "draft" }), "b.md": at("a/b", sidebar("a")) };
  assert.equal(filesWith("sidebar-copied", texts), []);
});

copies.run();

const titles = suite("title-repeated");

for (const [name, change, expected] of [
  ["the same", {}, ["b.md"]],
  ["in other case", { Title: "NEWS" }, ["b.md"]],
  ["in another language", { Lang: "de" }, []],
  ["a draft", { Status: "draft" }, []],
  ["a hidden page", { Status: "hidden" }, []],
  ["another", { Title: "Olds" }, []],
] as const) {
  titles(name, () => {
    const texts = { "a.md": at("a", { Title: "News" }), "b.md": at("b", { Title: "News", ...change }) };
    assert.equal(filesWith("title-repeated", texts), [...expected]);
  });
}

titles.run();

const cases = suite("field-case");

function casesIn(...keys: readonly string[]): string[] {
  const texts = Object.fromEntries(
    keys.map((key, index) => [`${index}.md`, `Title: Page ${index}\n${key}: 1\n\nText.\n`]),
  );
  const { findings } = site(texts, { allowFindings: {} });
  return findings.filter(({ code }) => code === "field-case").map(({ file, message }) => `${file} ${message}`);
}

const SLIP = "Top_Menu_order";
const PROPER = "Top_menu_order";

for (const [name, keys, expected] of [
  ["one", [SLIP], ["0.md The usual spelling of Top_Menu_order is Top_menu_order."]],
  [
    "told once, however often it is so",
    [SLIP, PROPER, SLIP, PROPER, SLIP, PROPER],
    ["0.md The usual spelling of Top_Menu_order is Top_menu_order, here and on 2 other lines."],
  ],
  ["what a site always writes is its way", [SLIP, SLIP, SLIP], []],
  [
    "what it mostly writes is its way",
    [SLIP, SLIP, SLIP, PROPER],
    ["3.md The usual spelling of Top_menu_order is Top_Menu_order."],
  ],
  ["in lower case it is free", ["top_menu_order", PROPER, PROPER, PROPER], []],
  ["URL is Pelican's own spelling", ["URL", "Url", "Url", "Url"], []],
  [
    "numbered fields are one field",
    ["Sidebar_Menu_elem_name_1", "Sidebar_Menu_elem_name_2"],
    ["0.md The usual spelling of Sidebar_Menu_elem_name_1 is Sidebar_menu_elem_name_1, here and on another line."],
  ],
] as const) {
  cases(name, () => assert.equal(casesIn(...keys), [...expected]));
}

cases.run();

const texts = suite("image-alt-missing and link-unsafe");

function inText(body: string): string[] {
  const { findings } = site(
    { "a.md": `---\nTitle: A\n---\n${body}\n`, "x.md": at("javascript") },
    { allowFindings: {} },
  );
  return placesOf(findings)
    .filter((place) => /image-alt|link-unsafe/.test(place))
    .map((place) => place.replace("a.md:", ""));
}

for (const [body, expected] of [
  ["![](a.png)", ["4:5 image-alt-missing"]],
  ['<img src="a.png">', ["4:11 image-alt-missing"]],
  ['<img src="a.png" alt=" ">', ["4:11 image-alt-missing"]],
  ["<img>", ["4:1 image-alt-missing"]],
  ["![](a.png) ![](a.png)", ["4:5 image-alt-missing"]],
  ["![A lighthouse](a.png)", []],
  ['<img src="a.png" alt="" role="presentation">', []],
  ['<img src="a.png" aria-hidden="true">', []],
  ['<img src="a.png" aria-label="A lighthouse">', []],
  ["`![](a.png)`", []],
  ['<!-- <img src="a.png"> -->', []],
  ['<a href="javascript:alert(1)">x</a>', ["4:10 link-unsafe"]],
  ['<a href=" JavaScript:alert(1)">x</a>', ["4:10 link-unsafe"]],
  ['<a href="java&#9;script:alert(1)">x</a>', ["4:1 link-unsafe"]],
  ['<a href="vbscript:a">x</a>', ["4:10 link-unsafe"]],
  ['<iframe title="x" src="data:text/html,a"></iframe>', ["4:24 link-unsafe"]],
  ['<a href="vbscript:x">x</a>', ["4:10 link-unsafe"]],
  ['<a href="data:text/html,x">x</a>', ["4:10 link-unsafe"]],
  ['<iframe src="javascript:x"></iframe>', ["4:14 link-unsafe"]],
  // A browser drops tabs and newlines within a scheme, and reads character references.
  ['<a href="java&#9;script:x">x</a>', ["link-unsafe"]],
  ['<a href="&#106;avascript:x">x</a>', ["link-unsafe"]],
  ["[x](javascript.html)", []],
  ["[x](/javascript.html)", []],
  ["[x](javascript)", []],
  ['<a href="vbscripts/old.html">x</a>', []],
  ['<img alt="x" src="data:image/png;base64,AAAA">', []],
  ["`<a href=javascript:x>`", []],
] as const) {
  texts(body, () => {
    const places = inText(body);
    // Where a text is written otherwise in the source, only that it is found counts.
    assert.equal(expected[0] === "link-unsafe" ? places.map((place) => place.replace(/.* /, "")) : places, [
      ...expected,
    ]);
  });
}

texts.run();
