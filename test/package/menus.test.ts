/** The menus alone, in a site that is Eleventy's: three lines of configuration, and nothing else is another than before. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { snapshot, type Tree, writeTree } from "../build-tree.ts";
import { ROOMS_OF_MENUS } from "../menus/rooms.ts";
import { build, CMD, installed, NAME, type Packed, pack, type Ran, runIn } from "./packed.ts";

const test = suite("package: menus alone");
let packed: Packed;

test.before(() => {
  packed = pack();
});

const MENUS = `{%- for entry in collections.navigation | eleventyNavigation("top") %}
{{ entry.title }} {{ entry.url }}{% for below in entry.children %} > {{ below.title }} {{ below.url }}{% endfor %}
{%- endfor %}
side:{% for entry in collections.navigation | eleventyNavigation(page.url | pelicanSidebar) %} {{ entry.title }} {{ entry.url }}{% endfor %}
left: {{ collections.navigation | eleventyNavigation("footer-left") | eleventyNavigationToHtml | safe }}`;

const TREE: Tree = {
  "_includes/mine.njk": "<!-- kept --> {{ content | safe }}",
  "content/content.json": '{ "layout": "mine.njk" }',
  "content/index.md": "---\ntitle: Home\n---\n# Hello {{ title | upcase }}\n",
  "content/about.md": `---
title: About us
date: 2024-01-10
tags: [a, b]
Menu_name: About
Top_menu_show: true
Top_menu_order: 1
Dropdown_menu_show: true
Dropdown_menu_size: 3
Dropdown_menu_elem_name_1: History
Dropdown_menu_elem_url_1: history
Dropdown_menu_elem_name_2: Elsewhere & more
Dropdown_menu_elem_url_2: https://example.org/
Sidebar_menu_show: true
Sidebar_menu_elem_name_1: 2020
Sidebar_menu_elem_url_1: about/history
---
Text`,
  "content/about/history.md":
    "---\ntitle: The past\nInherit_sidebar: about\nSidebar_menu_show: true\nFooter_show: left\n---\nOld",
  "content/list.njk": `---json
{ "title": "A list", "Top_menu_show": true, "menu": { "dropdown": [{ "name": "Gone", "url": "gone" }] }, "Dropdown_menu_show": true }
---
List`,
  "content/feed.njk": "---\npermalink: /feed.xml\nlayout: null\n---\n<feed/>",
};

const CONFIG = { plain: "", menus: "eleventy.addPlugin(menus);" };

function site(line: string, more: Tree = {}): string {
  const folder = installed(packed);
  rmSync(join(folder, "content"), { recursive: true });
  const config = `import menus from "${NAME}/menus";
export default function (eleventy) { ${line} }
export const config = { dir: { input: "content", includes: "../_includes" } };
`;
  writeTree(folder, { ...TREE, "package.json": '{ "type": "module" }\n', "eleventy.config.js": config, ...more });
  return folder;
}

function built(folder: string): { readonly ran: Ran; readonly files: Record<string, string> } {
  const ran = build(folder, "--quiet");
  return { ran, files: snapshot(join(folder, "_site")) };
}

test("a site has its old files with the old bytes, and nothing more; what is wrong is told", () => {
  const before = built(site(CONFIG.plain));
  const after = built(site(CONFIG.menus));
  assert.is(after.ran.code, 0);
  assert.ok("about/index.html" in before.files && "feed.xml" in before.files);
  assert.equal(after.files, before.files);
});

test("numbered fields are entries, in every front matter, and inherit", () => {
  const folder = site(CONFIG.menus, { "content/menus.njk": `---\npermalink: menus.txt\nlayout: null\n---${MENUS}` });
  assert.is(built(folder).ran.code, 0);
  assert.is(
    readFileSync(join(folder, "_site/menus.txt"), "utf8"),
    `
About /about/ > History /about/history/ > Elsewhere &amp; more https://example.org/
A list /list/ > Gone /list/gone.html
side:
left: <ul><li><a href="/about/history/">The past</a></li></ul>`,
  );
  const layout = `${MENUS}{{ content | safe }}`;
  const inherited = site(CONFIG.menus, { "_includes/mine.njk": layout });
  assert.is(built(inherited).ran.code, 0);
  for (const path of ["about/index.html", "about/history/index.html"]) {
    const page = readFileSync(join(inherited, "_site", path), "utf8");
    assert.match(page, /^side: 2020 \/about\/history\/$/m);
  }
});

test("findings name the file and the line of the front matter", () => {
  const folder = site(CONFIG.menus);
  const { printed } = runIn(folder, CMD, ["--quiet"], ["--import", stderrToStdout(folder)]);
  assert.match(
    printed,
    /^about\.md\n {2}9:21 {2}warning: Dropdown_menu_size is 3, and the dropdown has 2 entries\. \[menu-size\]$/m,
  );
  assert.match(
    printed,
    /^list\.njk\n {2}2:46 {2}warning: “Gone” leads to “list\/gone”, and no page has that address\./m,
  );
});

test("an option that is misspelt, and a collection of the site's own, are said", () => {
  const wrong = built(site('eleventy.addPlugin(menus, { colection: "m" });'));
  assert.is(wrong.ran.code, 1);
  assert.match(wrong.ran.printed, "colection: there is no such setting; did you mean collection?");
  const folder = site(`${CONFIG.menus} eleventy.addCollection("navigation", () => ["own"]);`);
  const { code, printed } = runIn(folder, CMD, ["--quiet"], ["--import", stderrToStdout(folder)]);
  assert.is(code, 0);
  assert.match(
    printed,
    'The collection “navigation” is the site\'s own, so the menus are in none. Give them another name: { collection: "menus" }.',
  );
});

test("the same from CommonJS", () => {
  const folder = site(CONFIG.menus);
  const before = built(folder).files;
  rmSync(join(folder, "eleventy.config.js"));
  writeFileSync(
    join(folder, "eleventy.config.cjs"),
    `const menus = require("${NAME}/menus");
module.exports = (eleventy) => { ${CONFIG.menus} return { dir: { input: "content", includes: "../_includes" } }; };
`,
  );
  assert.equal(built(folder).files, before);
});

/** What it may load, besides Eleventy and what that loads. */
const LIGHT = new Set([
  "@11ty/eleventy-navigation",
  "dependency-graph",
  "fastest-levenshtein",
  "picocolors",
  "zod",
  NAME,
]);

test("no Markdown, no theme, none of the heavy libraries is loaded", () => {
  const modules = (line: string) => {
    const folder = site(line, line === "" ? { "eleventy.config.js": plainConfig() } : {});
    const list = join(folder, "loaded.txt");
    const { code, printed } = runIn(folder, CMD, ["--quiet"], ["--import", pathToFileURL(LIST).href], { LOADED: list });
    assert.is(code, 0, printed);
    return readFileSync(list, "utf8").split("\n");
  };
  const names = (urls: readonly string[]) =>
    new Set(urls.flatMap((url) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? []));
  const plain = names(modules(""));
  const loaded = modules(CONFIG.menus);
  assert.ok(plain.has("@11ty/eleventy") && plain.has("markdown-it"));
  assert.equal(
    [...names(loaded)].filter((name) => !plain.has(name) && !LIGHT.has(name)),
    [],
  );
  const own = loaded.flatMap((url) => new RegExp(`${NAME}/dist/(.*)`).exec(url)?.[1] ?? []);
  assert.ok(own.includes("menus/index.js"));
  const ofPlugin = own.filter((path) => path.startsWith("plugin/") && path.split("/").length > 2);
  assert.equal([...new Set(ofPlugin.map((path) => path.split("/")[1]))].sort(), ROOMS_OF_MENUS);
});

const LIST = new URL("list-loaded.js", import.meta.url).pathname;

function plainConfig(): string {
  return 'export const config = { dir: { input: "content", includes: "../_includes" } };\n';
}

/** A module that, preloaded, lets a program print its errors where the tests read. */
function stderrToStdout(folder: string): string {
  const file = join(folder, "to-stdout.mjs");
  writeFileSync(file, "console.error = console.log;\n");
  return pathToFileURL(file).href;
}

test.run();
