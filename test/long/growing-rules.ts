/** All that reads what an author writes, and what such a text is made of. */
import { completions, hover } from "../../src/editors/header-help.ts";
import { textEdits } from "../../src/editors/text-edits.ts";
import { compareSites } from "../../src/migrate/compare/compare.ts";
import { readSite } from "../../src/migrate/compare/site.ts";
import { convertNotebook } from "../../src/migrate/convert/notebook.ts";
import { readPython } from "../../src/migrate/init/python/read.ts";
import { modernizeTree } from "../../src/migrate/modernize/modernize-file.ts";
import { putAddresses } from "../../src/plugin/assets/stylesheet.ts";
import { writeFeed } from "../../src/plugin/feeds/write-feed.ts";
import type { SourceTree } from "../../src/plugin/files/source-file.ts";
import { printFindings } from "../../src/plugin/findings/print-findings.ts";
import { fixTree } from "../../src/plugin/fix/fix-tree.ts";
import { withAnchors } from "../../src/plugin/html/anchors.ts";
import { belowPath } from "../../src/plugin/html/below-path.ts";
import { firstParagraphs, withoutContents } from "../../src/plugin/html/excerpt.ts";
import { minifyPlain } from "../../src/plugin/html/minify/minify-plain.ts";
import { scan } from "../../src/plugin/html/scan.ts";
import { makeScrollable } from "../../src/plugin/html/scrollable.ts";
import { mapUrls, mapUrlsInComments, withoutIds } from "../../src/plugin/html/tags.ts";
import { textOf, truncateWords } from "../../src/plugin/html/text.ts";
import { createMarkdown } from "../../src/plugin/markdown/index.ts";
import { parseLedger } from "../../src/plugin/redirects/ledger.ts";
import { searchRecords } from "../../src/plugin/search/search-index.ts";
import { markdownSetting } from "../../src/plugin/settings/markdown.ts";
import { readSettings } from "../../src/plugin/settings.ts";
import { drawCard } from "../../src/plugin/social/card.ts";
import { typogrify } from "../../src/plugin/typography/typogrify.ts";
import { createViews } from "../../src/plugin/views/views.ts";
import { site } from "../make.ts";
import type { Rule } from "./growing.ts";
import { SITE_RULES } from "./growing-sites.ts";

const words = (text: string) => text.split("␣");

const MARKDOWN = words(
  "[␣]␣(␣)␣](a)␣![␣*␣**␣_␣__␣`␣``␣~~␣<␣>␣&␣&amp;␣\\␣\n␣\n\n␣ ␣  ␣    ␣\t␣a␣a b␣é␣1␣:␣: ␣://␣https://a.b/␣www.a␣a@b.c␣\"␣'␣--␣...",
);
const BLOCKS = words(
  "\n␣\n\n␣> ␣- ␣* ␣1. ␣10. ␣    ␣  ␣# ␣## ␣===\n␣---\n␣***\n␣```\n␣~~~\n␣```a\n␣:   ␣a␣a\n␣|␣|-␣|a|b|\n␣|-|-|\n␣[a]: b\n␣[§]: b\n␣[^§]: b\n␣[^a]␣[^§]␣[§]␣*[A§]: b\n␣A§ ␣*[A]: b\n␣<div>\n␣</div>\n␣<!--␣-->␣<b>␣</b>␣<p>␣<script>␣<pre>\n␣<?␣<![CDATA[␣\t",
);
const EXTENSIONS = words(
  '{␣}␣{:␣{: .a }␣{: #a }␣{: a=b ␣a="␣.a ␣#a ␣!!! note\n␣!!! note "a"\n␣    a\n␣$␣$$␣\\(␣\\)␣\\[␣\\]␣\\begin{a}␣\\end{a}␣{% ␣%}␣{% img a %}␣{% endcodeblock %}␣{% codeblock %}␣[[␣]]␣[[a|␣[TOC]\n␣[x] ␣- [ ] ␣~␣~~␣# a␣# a {#b}\n␣:::a\n␣#!a\n␣\n␣\n\n␣a␣ ␣`␣\\␣§',
);
const HTML = words(
  '<␣>␣</␣/>␣<a ␣<a>␣</a>␣<b>␣</b>␣<div>␣</div>␣<p>␣<p >␣</p>␣<pre>␣</pre>␣<table>␣<tr>␣<td>␣<li>␣<h2 id=a>␣<h2 id="§">a</h2>␣</h2>␣<!--␣-->␣<!␣<![CDATA[␣<?␣<%␣%>␣<script>␣</script>␣<style>␣<svg>␣</svg>␣<picture>␣</picture>␣<img src=a>␣<img src="a" srcset="␣<textarea>␣<title>␣<template>␣ class="␣ style="␣ srcset="␣ href="␣ value="␣ a="b"␣ a␣=␣"␣\'␣ ␣  ␣\n␣\t␣a␣a, ␣a.␣&␣&amp;␣&#␣;␣,␣1x,␣é␣{␣}␣{{ ␣}}␣{% a␣%}␣{: .a␣{.a␣\u00a0␣<iframe src="//a">␣<br>␣<input>␣<meta name="a" content="',
);
const HEADER = words(
  "\n␣\n    ␣a␣A: ␣Title: ␣Title: a\n␣Url: ␣Save_as: ␣Slug: ␣Date: ␣Modified: ␣Tags: ␣Authors: ␣Author: ␣Category: ␣Lang: ␣Status: ␣Summary: ␣Template: ␣Parent_id: ␣Aliases: ␣Menu_name: ␣Top_menu_show: true\n␣Top_menu_order: ␣Dropdown_menu_show: true\n␣Dropdown_menu_elem_name_§: a\n␣Dropdown_menu_elem_url_§: b\n␣Dropdown_menu_elem_name_1: ␣Sidebar_menu_elem_url_§: a\n␣Sidebar_menu_elem_name_§: a\n␣Sidebar_menu_size: ␣Inherit_sidebar: ␣Footer_show: left\n␣a/␣../␣/␣,␣, ␣;␣; ␣:␣-␣_␣.␣%␣%41␣&␣&amp;␣<␣>␣<a ␣\"␣'␣#␣?␣[␣]␣{␣}␣|␣ ␣  ␣\t␣é␣\u0301␣1␣2020-01-01␣ 10:00␣T10:00␣+␣mailto:␣http://␣//␣{filename}␣<<<<<<< a\n␣=======\n␣>>>>>>> a\n␣Titl§: a\n␣Own_§: a\n␣own: a\n␣*␣`␣true␣§",
);
const YAML = words(
  "\n␣\n  ␣\n    ␣a: ␣a§: ␣- ␣[␣]␣{␣}␣, ␣: ␣\"␣'␣|\n␣>\n␣&a ␣*a␣&a§ ␣*a§, ␣!␣!!str ␣# ␣#␣?␣%␣@␣`␣~␣null␣1␣2020-01-01␣a␣ ␣\t␣menu:\n␣eleventyNavigation:\n␣  key: a\n␣  parent: a\n␣  dropdown:\n␣    - a: b\n␣tags:\n␣- a§\n␣<<: *a\n␣permalink: ␣§",
);
const PYTHON = words(
  "\n␣\n    ␣A = ␣A§ = ␣B␣A§␣a␣'␣\"␣'''␣\"\"\"␣# ␣#␣(␣)␣[␣]␣{␣}␣, ␣: ␣+ ␣% ␣* ␣. ␣=␣'a'␣'a' ␣'{}'.format(␣f'{a}'␣f'{␣1␣1e9␣**␣if a:\n␣else:\n␣for a in B:\n␣def a():\n␣lambda: ␣import a\n␣from a import *\n␣\\␣\\\n␣ ␣\t␣;␣@␣True␣None␣not ␣and ␣or ␣'a§': 1, ␣('a', 1), ␣é␣§",
);
const LEDGER = words('{␣}␣"␣"a": "b"␣"a§": "b"␣,␣,\n␣\n␣\\␣ ␣:␣[␣]␣<<<<<<< a\n␣=======\n␣>>>>>>> a\n␣a␣1␣\t␣\\"␣\\\\');
const CODE = words(
  "(␣[␣{␣<␣\"␣'␣`␣/␣\\␣a␣a ␣a.␣a,␣1␣1_␣0x␣#␣@␣$␣${␣$(␣=␣=>␣->␣- ␣--␣/*␣//␣<!--␣<a ␣<a b='␣&␣*␣:␣::␣;␣|␣%␣\n␣\n  ␣\t␣ ␣def ␣class ␣function ␣a(␣a<␣a b ␣\"\"\"␣'''␣f\"{␣<<a\n␣@a(␣import ␣[a]\n␣a = ␣GET / HTTP/1.1\n␣a: b\n␣@@ -1 +1 @@\n",
);
const LANGUAGES = ["bash", "css", "http", "ini", "javascript", "json", "python", "shell", "typescript", "xml", "yaml"];
const PAGE = [
  ...HTML,
  ...words('a b c d. ␣a§ ␣. ␣? ␣(␣)␣[␣]␣<ul>␣</ul>␣<nav>␣</nav>␣<h1>␣<title>a</title>␣<a href="a§">a</a>'),
];

const plain = createMarkdown();
const extended = createMarkdown({
  ...markdownSetting.parse({
    admonition: true,
    caret: true,
    details: true,
    liquid_tags: true,
    magiclink: true,
    mark: true,
    smartsymbols: true,
    smarty: true,
    tasklist: true,
    tilde: true,
    wikilinks: {},
  }),
  math: true,
});
const TYPOGRAPHY = { dashes: "default", ignored: ["title"], omitted: [] } as const;

/** Everything that a build and `check` do with a page, but for writing it. */
function make(path: string, text: string): unknown {
  const made = site({ [path]: text, "other.md": { Title: "Other" } });
  const views = createViews(made);
  return [made.pages.map((page) => views.page(page)), printFindings(made.findings, { sourceOf: () => text })];
}

/** A site that has a page for each line, with the fields between its bars, and all that a build makes of it. */
function makePages(text: string): unknown {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const pages = lines.map((line, index) => {
    const address = `Title: A${index}\nUrl: p${index}\nSave_as: p${index}.html`;
    return [`${index}.md`, `---\n${address}\n${line.replaceAll("|", "\n")}\n---\nText.\n`];
  });
  const options = { feedAllAtom: "all.xml", tagFeedAtom: "{slug}.xml", searchSaveAs: "search.html" };
  const made = site(Object.fromEntries(pages), { siteUrl: "https://example.org", ...options });
  const views = createViews(made);
  const shown = [made.pages.map((page) => views.page(page)), made.lists.map((list) => views.list(list))];
  return [shown, searchRecords(made), made.feeds.map((feed) => writeFeed(feed, made)), printFindings(made.findings)];
}

function compare(old: string, now: string): unknown {
  const siteOf = (text: string) => {
    const other = "<title>b</title><nav><ul><li><a href=a.html>a</a></ul></nav><p>Words of another page.</p>";
    const files: Readonly<Record<string, string>> = { "a.html": text, "b.html": other };
    return readSite({ files: Object.keys(files), unread: [], read: (path) => ({ text: files[path] ?? "" }) });
  };
  return compareSites(siteOf(old), siteOf(now));
}

/** What editors are answered, and told to change. */
function edit(text: string): unknown {
  const lines = text.split("\n");
  const place = { line: lines.length >> 1, column: (lines[lines.length >> 1] ?? "").length };
  const changed = lines.map((line) => `${line}.`).join("\n");
  return [completions(lines, place, { addresses: ["a"] }), hover(lines, place), textEdits(text, changed)];
}

/** The repairs of a site, and its menus in a new form. */
function mend(text: string): unknown {
  const files = [{ path: "a.md", text: `Title: A\n${text}\n\nText.\n` }];
  const tree = { files, assets: [], reports: [] };
  const make = (of: SourceTree) => site(Object.fromEntries(of.files.map((file) => [file.path, file.text])));
  return [
    fixTree(tree, make(tree), (of) => make({ ...tree, ...of })),
    modernizeTree(tree, "menu", "", readSettings({})),
  ];
}

function convert(text: string): unknown {
  const cell = { cell_type: "markdown", metadata: {}, source: text, attachments: { "a.png": {}, b: {} } };
  const code = { cell_type: "code", metadata: {}, source: text, outputs: [{ output_type: "stream", name: "a", text }] };
  return convertNotebook(
    "a.ipynb",
    JSON.stringify({ nbformat: 4, metadata: {}, cells: [cell, cell, code] }),
    undefined,
    "Output",
  );
}

function settingsIn(text: string): unknown {
  const read = (path: string) => (path === "/a/pelicanconf.py" ? text : undefined);
  return readPython("/a/pelicanconf.py", { read, list: () => undefined, isInside: () => true, folder: "/a" });
}

function noError(run: (text: string) => unknown): (text: string) => unknown {
  return (text) => {
    try {
      return run(text);
    } catch {
      return undefined;
    }
  };
}

/** Each word may be an address. */
function placed(css: string): string {
  const urls = (css.match(/[\w-]+/g) ?? []).map((placeholder) => ({ placeholder, url: "/b" }));
  return putAddresses({ css, urls }, (url) => url);
}

export const RULES: readonly Rule[] = [
  { name: "Markdown: within lines", atoms: MARKDOWN, run: plain },
  { name: "Markdown: blocks", atoms: BLOCKS, run: plain },
  { name: "Markdown: lines in blocks", atoms: [...MARKDOWN, ...BLOCKS], run: plain },
  { name: "Markdown: extensions", atoms: EXTENSIONS, run: extended },
  { name: "Markdown: extensions in blocks", atoms: [...EXTENSIONS, ...BLOCKS], run: extended },
  { name: "Markdown: HTML", atoms: [...HTML, ...words("\n␣\n\n␣a\n")], run: plain },
  {
    name: "Markdown: code",
    atoms: CODE,
    run: (text) => plain(LANGUAGES.map((language) => `\`\`\`${language}\n${text}\n\`\`\`\n\n`).join("")),
  },
  {
    name: "cards",
    atoms: words("a␣ ␣W␣\u0301␣字␣.␣\n␣é"),
    run: (text) => drawCard({ title: text, section: text, siteName: text }),
  },
  { name: "header: fields", atoms: HEADER, run: (text) => make("a.md", `Title: A\n${text}`) },
  { name: "header: fenced", atoms: HEADER, run: (text) => make("a.md", `---\nTitle: A\n${text}\n---\nText.\n`) },
  { name: "header: YAML", atoms: YAML, run: (text) => make("a.md", `---\nlayout: a\n${text}\n---\nText.\n`) },
  { name: "header: menus in YAML", atoms: YAML, run: (text) => make("a.md", `---\ntitle: A\nmenu:\n${text}\n---\n`) },
  {
    name: "header: HTML",
    atoms: [...HTML, ...words('<meta name="Tags" content="§">␣<head>␣</head>')],
    run: (text) => make("a.html", text),
  },
  {
    name: "pages",
    atoms: words(
      "\n␣\n␣|␣Parent_id: p§␣Parent_id: p1␣Parent_id: q§␣Aliases: a§␣Aliases: a␣Slug: a␣Title: A␣Tags: a␣Tags: a§, b␣Date: 2020-01-01␣Category: a§␣Author: a§␣Lang: de␣Status: draft␣Status: hidden␣Url: a␣Save_as: a.html␣Top_menu_show: true␣Top_menu_order: §␣Menu_name: a§␣Footer_show: left␣Sidebar_menu_show: true␣Content_layout: multiple-columns␣Inherit_sidebar: p§␣Inherit_sidebar: p1␣Inherit_sidebar: true␣Sidebar_menu_elem_name_1: a␣Sidebar_menu_elem_url_1: p§␣Dropdown_menu_elem_name_1: a␣Dropdown_menu_elem_url_1: b§␣Titel: a␣Own_§: a␣own: a␣Template: t§",
    ),
    run: makePages,
  },
  { name: "text: Markdown", atoms: [...MARKDOWN, ...BLOCKS], run: (text) => make("a.md", `Title: A\n\n${text}`) },
  { name: "text: HTML", atoms: HTML, run: (text) => make("a.html", `<title>A</title><body>${text}`) },
  { name: "stylesheets", atoms: words("url(a§)␣ url(/b)␣a{}␣-_1 "), run: placed },
  { name: "HTML: scan", atoms: HTML, run: scan },
  { name: "HTML: minify", atoms: HTML, run: (text) => minifyPlain(`<div>${text}</div>`) },
  {
    name: "HTML: addresses",
    atoms: HTML,
    run: (text) => [mapUrls(text, () => "b"), mapUrlsInComments(text, () => "b"), belowPath(text, "/b/")],
  },
  { name: "HTML: ids", atoms: HTML, run: withoutIds },
  {
    name: "HTML: summary",
    atoms: HTML,
    run: (text) => truncateWords(firstParagraphs(withoutContents(text), 3), 50, "…"),
  },
  { name: "HTML: text", atoms: HTML, run: textOf },
  { name: "HTML: scrollable", atoms: HTML, run: makeScrollable },
  { name: "HTML: anchors", atoms: HTML, run: (text) => withAnchors(text, scan(text).headings) },
  { name: "HTML: typography", atoms: HTML, run: (text) => typogrify(text, TYPOGRAPHY) },
  { name: "editors", atoms: HEADER, run: (text) => edit(`---\nTitle: A\n${text}\n---\n`) },
  { name: "fix and modernize", atoms: HEADER, run: mend },
  {
    name: "convert: notebooks",
    atoms: [...MARKDOWN, ...BLOCKS, ...words("attachment:␣subcells: ␣title: ")],
    run: convert,
  },
  { name: "settings: pelicanconf.py", atoms: PYTHON, run: settingsIn },
  { name: "settings: ledger", atoms: LEDGER, run: noError(parseLedger) },
  { name: "compare: the same", atoms: PAGE, run: (text) => compare(text, text) },
  { name: "compare: all is gone", atoms: PAGE, run: (text) => compare(text, "<title>a</title>") },
  { name: "compare: half is gone", atoms: PAGE, run: (text) => compare(text, text.slice(text.length / 2)) },
  ...SITE_RULES,
];
