import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DomUtils, parseDocument } from "htmlparser2";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createHighlighter } from "../../src/plugin/markdown/highlighting.ts";
import { project } from "../build-tree.ts";

const highlighting = suite("highlighting");
const highlight = createHighlighter();

const textIn = (html: string) => DomUtils.textContent(parseDocument(html));

for (const [language, code, marked] of [
  ["xml", "<message to='a@b'>\n\t<body>it's &amp; \"q\"</body>\r\n</message>", ["name", "attr", "string", "symbol"]],
  ["XML", "<!-- a --><?xml version='1.0'?>", ["comment", "meta"]],
  ["html", "<p class=a>x</p><script>let a = 1;</script>", ["name", "attr", "string", "keyword"]],
  ["bash", 'if true; then echo "$HOME"; fi # x', ["keyword", "built_in", "string", "comment"]],
  ["sh", "cd /", ["built_in"]],
  ["console", "$ cd /", ["meta", "built_in"]],
  ["ini", "[a]\nb = 1 ; c", ["section", "attr", "number"]],
  ["toml", 'a = "b"', ["attr", "string"]],
  ["lua", 'local a = "b" -- c', ["keyword", "string", "comment"]],
  ["json", '{ "a": [1, null] }', ["attr", "number", "keyword"]],
  ["http", "GET / HTTP/1.1\nHost: a.example\n\n<body xmlns='a'><b/></body>", ["keyword", "attribute", "name"]],
  ["ts", "const a: string = 'b';", ["keyword", "built_in", "string"]],
  ["js", "const a = 1;", ["keyword", "number"]],
  ["python", "def a(b):\n    return 'c'  # d", ["keyword", "title", "string", "comment"]],
  ["css", "a.b { color: #fff; }", ["selector-tag", "selector-class", "attribute", "number"]],
  ["diff", "--- a\n+++ b\n-c\n+d", ["comment", "deletion", "addition"]],
  ["yaml", "a: 'b' # c", ["attr", "string", "comment"]],
] as const) {
  highlighting(`${language}: the parts are marked, and the text is what it was`, () => {
    const html = highlight(code, language) ?? "";
    for (const part of marked) assert.ok(html.includes(`hljs-${part}`), `${part} in ${html}`);
    assert.is(textIn(html), code);
  });
}

for (const [name, code, language] of [
  ["no language", "<a/>", ""],
  ["an unknown one", "<a/>", "klingon"],
  ["a name that every object has", "<a/>", "constructor"],
  ["a very long line", `a = 1\nb = ${"1_".repeat(501)}\n`, "ini"],
  ["a very long listing", "<a/>".repeat(20_000), "xml"],
] as const) {
  highlighting(`${name} stays plain`, () => assert.is(highlight(code, language), undefined));
}

for (const [language, code] of [
  ["xml", '</a><a b="<![CDATA[ &#x27; &nbsp;'],
  ["json", "{'a': <b>"],
  ["bash", "<<EOF\n$(`"],
] as const) {
  highlighting(`broken ${language} is text all the same`, () => {
    assert.is(textIn(highlight(code, language) ?? ""), code);
  });
}

const STYLE = readFileSync(join(project, "_includes/assets/style.css"), "utf8");

/** The relative luminance of `#rrggbb` (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((from) => Number.parseInt(color.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function pairOf(token: string): [light: string, dark: string] {
  const [, light = "", dark = ""] = new RegExp(`${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(STYLE) ?? [];
  return [light, dark];
}

for (const token of STYLE.match(/--code-\w+(?=: light)/g) ?? []) {
  highlighting(`${token} can be read on code's background, in light and in dark (WCAG 1.4.3)`, () => {
    const [colors, grounds] = [pairOf(token), pairOf("--surface")];
    assert.ok(contrast(colors[0], grounds[0]) >= 4.5, `light: ${contrast(colors[0], grounds[0])}`);
    assert.ok(contrast(colors[1], grounds[1]) >= 4.5, `dark: ${contrast(colors[1], grounds[1])}`);
  });
}

highlighting.run();
