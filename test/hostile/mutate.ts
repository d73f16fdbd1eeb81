/** Files that are spoilt at random, always the same way for one seed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fixtures, project } from "../build-tree.ts";

export interface RawFile {
  readonly path: string;
  readonly bytes: Buffer;
}

export type Random = () => number;

/** Headers of each kind, with all that mutations can make something of. */
const OWN: Readonly<Record<string, string>> = {
  "menus.md": `---
Title: Menus & more
Url: menus
Save_as: menus/index.html
Parent_id: menus
Top_menu_show: true
Top_menu_order: 2
Menu_name: The menus
Dropdown_menu_show: true
Dropdown_menu_size: 2
Dropdown_menu_elem_name_1: One
Dropdown_menu_elem_url_1: one
Dropdown_menu_elem_name_2: Two
Dropdown_menu_elem_url_2: ../two#x
Content_layout: multiple-columns
Sidebar_menu_show: true
Sidebar_menu_title: Side
Sidebar_menu_size: 1
Sidebar_menu_elem_name_1: Out
Sidebar_menu_elem_url_1: https://example.org/?a=b
Footer_show: left
Footer_order: -1
Aliases: old; older/place.html
---

A [link](/about/), an ![image](images/a.png), {filename}/index.md, [a]({filename}/index.md) and <b>HTML</b>.

* one
    * two
        * three

> quote

[^1]: note

| a | b |
|---|---|
| 1 | 2 |
`,
  "inherits.md": `Title: Inherits
Url: menus/inherits
Save_as: menus/inherits.html
Content_layout: multiple-columns
Sidebar_menu_show: true
Inherit_sidebar: menus
Summary: It goes on
    on a second line
    and a third

Text below a header without a fence.
`,
  "yaml.md": `---
layout: layouts/wide.njk
title: &title "A title"
again: *title
permalink: /yaml/
tags:
  - one
  - two
nested:
  deep: { deeper: [1, 2, { deepest: x }] }
date: 2020-01-02
---
Text of *YAML*.
`,
  "page.html": `<!doctype html>
<html>
<head>
<title>HTML &amp; more</title>
<meta name="Url" content="html">
<meta name="Save_as" content="html.html">
<meta name="Top_menu_show" content="true">
<meta name="Sidebar_menu_elem_name_1" content="X">
<meta name="Sidebar_menu_elem_url_1" content="menus">
<!-- <meta name="Status" content="draft"> -->
</head>
<body class="x"><p>One <a href="/menus/">two</a></p><script>x</script></body>
</html>
`,
  "posts/2021-01-20-post.md": `Title: A post
Date: 2021-01-20 10:00
Modified: 2022-02-02T10:00:00+02:00
Author: Ann; Bob
Category: News
Tags: one, two
Lang: de
Slug: post
Translation: true

First words of the post.
`,
};

const PAGES = /\.(?:md|markdown|mkd|mdown|html?)$/i;

function filesIn(folder: string): RawFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => PAGES.test(path))
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
}

/** What is spoilt: the fixtures, this site's own content, and the tree that `PELICAN_CORPUS` names, if it does. */
export function seeds(): RawFile[] {
  const own = Object.entries(OWN).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  const named = process.env.PELICAN_CORPUS;
  const folders = [join(fixtures, "seed"), join(project, "src/content"), ...(named ? [named] : [])];
  // The own ones as often as all of a small site: they hold the most.
  return [...own, ...own, ...own, ...own, ...folders.flatMap(filesIn)];
}

/** Pieces that are put in. Bytes above 0x7f are spelt as Latin-1, as the mutated texts are. */
const PIECES: readonly string[] = [
  ..."\0\r\n\t\v\f\b\u001b\u007f\u0085\u00a0 :-#&*!|>{}[]()<>\"'`%@\\/=;,.~^_+?0",
  "\u00ef\u00bb\u00bf",
  "\u00e2\u0080\u00a8",
  "\u00ed\u00a0\u0080",
  "\u00ff\u00fe",
  "\u00c3",
  "\u00f0\u009f\u0098\u0080",
  "\u00e2\u0080\u00ae",
  "---\n",
  "---",
  "...\n",
  "\n\n",
  "\r\n",
  "__proto__: polluted\n",
  "constructor: polluted\n",
  "__proto__",
  "toString",
  "layout: x\n",
  "permalink: ../../escape.html\n",
  "permalink: {{ x }}\n",
  "a: &a [*a, *a]\n",
  "<<: *title\n",
  "!!js/function x\n",
  "? complex\n: key\n",
  "Url: ../../escape\n",
  "Url: //example.org\n",
  "Url: javascript:alert(1)\n",
  "Save_as: ../../escape.html\n",
  "Save_as: /etc/passwd\n",
  "Save_as: C:\\x.html\n",
  "Save_as: a/../../b.html\n",
  "Save_as: %2e%2e/escape.html\n",
  "Save_as: menus/index.html\n",
  "Slug: ../../escape\n",
  "Lang: ../../escape\n",
  "Category: ../../escape\n",
  "Date: 0000-00-00\n",
  "Date: 99999-12-31\n",
  "Date: 2020-01-01\n",
  "Status: draft\n",
  "Status: hidden\n",
  "Template: ../../escape\n",
  "Inherit_sidebar: menus\n",
  "Inherit_sidebar: menus/inherits\n",
  "Inherit_sidebar: true\n",
  "Parent_id: menus/inherits\n",
  "Top_menu_order: 1e999\n",
  "Dropdown_menu_size: 99999999999999999999999\n",
  "Sidebar_menu_elem_url_99999999999999999999: x\n",
  "Sidebar_menu_elem_name_0: x\n",
  "Sidebar_menu_elem_url_2: javascript:alert(1)\n",
  "Sidebar_menu_elem_url_3: java\tscript:alert(1)\n",
  "Aliases: ../../escape; //x; menus\n",
  '<meta name="Url" content="../x">',
  "<title>",
  "</title>",
  "<!--",
  "-->",
  "<body>",
  "</body>",
  "<![CDATA[",
  "<script>",
  "{{ 7*7 }}",
  "{% include 'x' %}",
  "{filename}../../escape.md",
  "|filename|x",
  "{static}/../../x",
  "[x](javascript:alert(1))",
  "![](x)",
  "![[[[",
  "```",
  "~~~",
  "[^1]",
  "    ",
  "%",
  "%00",
  "%FF",
  "http://[",
  "https://\u00c3",
];

function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("there is nothing to pick");
  return value;
}

/** A place in a text, in its upper part as a rule: there the header is. */
function placeIn(text: string, random: Random): number {
  return Math.floor(random() ** 2 * (text.length + 1));
}

type Mutation = (text: string, random: Random, others: readonly RawFile[]) => string;

function onLines(change: (lines: string[], at: number, random: Random) => void): Mutation {
  return (text, random) => {
    const lines = text.split("\n");
    change(lines, Math.floor(random() ** 2 * lines.length), random);
    return lines.join("\n");
  };
}

const MUTATIONS: readonly Mutation[] = [
  onLines((lines, at) => lines.splice(at, 1)),
  onLines((lines, at) => lines.splice(at, 0, lines[at] ?? "")),
  onLines((lines, at, random) => {
    const other = Math.floor(random() * lines.length);
    [lines[at], lines[other]] = [lines[other] ?? "", lines[at] ?? ""];
  }),
  onLines((lines, at) => lines.splice(at, 0, "")),
  onLines((lines, at, random) => {
    lines[at] = `${" ".repeat(Math.floor(random() * 6))}${lines[at] ?? ""}`;
  }),
  // The value of a line goes to another key.
  onLines((lines, at, random) => {
    const [key = ""] = (lines[at] ?? "").split(":");
    const [, ...value] = pick(random, lines).split(":");
    lines[at] = `${key}:${value.join(":")}`;
  }),
  onLines((lines, at, random) => {
    lines[at] = (lines[at] ?? "").replace(/\d+/, () => String(Math.floor(10 ** (random() * 25))));
  }),
  onLines((lines, at, random) => {
    lines[at] = random() < 0.5 ? (lines[at] ?? "").toUpperCase() : (lines[at] ?? "").toLowerCase();
  }),
  // One letter.
  (text, random) => {
    const at = placeIn(text, random);
    return text.slice(0, at) + text.slice(at + 1);
  },
  (text, random) => {
    const at = placeIn(text, random);
    return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 256)) + text.slice(at + 1);
  },
  (text, random) => {
    const at = placeIn(text, random);
    return text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
  },
  // A piece, once or many times. This one comes more often than the others.
  ...Array.from(
    { length: 8 },
    (): Mutation => (text, random) => {
      const at = placeIn(text, random);
      return text.slice(0, at) + pick(random, PIECES) + text.slice(at);
    },
  ),
  ...Array.from(
    { length: 4 },
    (): Mutation => (text, random) => {
      const lines = text.split("\n");
      lines.splice(1 + Math.floor(random() * 6), 0, pick(random, PIECES).trimEnd());
      return lines.join("\n");
    },
  ),
  (text, random) => {
    const at = placeIn(text, random);
    return text.slice(0, at) + pick(random, PIECES).repeat(2 + Math.floor(random() ** 3 * 400)) + text.slice(at);
  },
  (text, random) => {
    const at = placeIn(text, random);
    return text.slice(0, at) + "x".repeat(Math.floor(random() ** 4 * 20_000)) + text.slice(at);
  },
  // Two files in one.
  (text, random, others) => {
    const other = pick(random, others).bytes.toString("latin1");
    return text.slice(0, placeIn(text, random)) + other.slice(placeIn(other, random));
  },
  (text, random) => text.slice(placeIn(text, random)),
  (text, random) => text.slice(0, placeIn(text, random)),
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replaceAll("\n", "\r"),
  (text) => `\u00ef\u00bb\u00bf${text}`,
];

/** One of the files, spoilt in one to five ways. Its name may have become another one, too. */
export function mutated(files: readonly RawFile[], random: Random): RawFile {
  const { path, bytes } = pick(random, files);
  let text = bytes.toString("latin1");
  const count = 1 + Math.floor(random() * 5);
  for (let round = 0; round < count; round++) text = pick(random, MUTATIONS)(text, random, files);
  const ending = random() < 0.03 ? pick(random, [".md", ".html", ".markdown", ".HTM"]) : undefined;
  return {
    path: ending === undefined ? path : path.replace(/\.[^.]+$/, ending),
    bytes: Buffer.from(text, "latin1"),
  };
}
