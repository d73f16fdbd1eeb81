import { test } from "uvu";
import * as assert from "uvu/assert";
import { createMarkdown } from "../../src/plugin/markdown/index.ts";
import { markdownSetting } from "../../src/plugin/settings/markdown.ts";
import { type Row, testRows } from "./render.ts";

const NESTED = "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>";

testRows([
  ["straight after a paragraph", "a\n- b\n- c", "<p>a</p><ul><li>b</li><li>c</li></ul>"],
  ["numbered, straight after a paragraph", "a\n1. b\n2. c", "<p>a</p><ol><li>b</li><li>c</li></ol>"],
  ["a year in running text", "It was in\n2004. Then", "<p>It was in\n2004. Then</p>"],
  ["a bracket makes no list", "1) a\n2) b", "<p>1) a\n2) b</p>"],
  ["nested by two", "- a\n  - b\n- c", NESTED],
  ["nested by three", "- a\n   - b\n- c", NESTED],
  ["nested by four", "- a\n    - b\n- c", NESTED],
  ["nested by a tab", "- a\n\t- b\n- c", NESTED],
  ["nested in a numbered item by two", "1. a\n  - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"],
  ["one blank nests nothing", "- a\n - b", "<ul><li>a</li><li>b</li></ul>"],
  ["bullets of different kinds", "- a\n* b\n+ c", "<ul><li>a</li><li>b</li><li>c</li></ul>"],
  ["bullets and numbers are two lists", "- a\n\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"],
  ["a list that goes on counting", "3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'],
  ["a second paragraph", "-   a\n\n    b\n\n-   c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"],
  ["a second paragraph of a short mark", "- a\n\n    b", "<ul><li><p>a</p><p>b</p></li></ul>"],
  ["a second paragraph after a number", "1.  a\n\n\tb", "<ol><li><p>a</p><p>b</p></li></ol>"],
  ["code in an item", "- a\n\n        b", '<ul><li><p>a</p><pre tabindex="0"><code>b\n</code></pre></li></ul>'],
  ["wrapped lines", "-   a\nb\n    c", "<ul><li>a\nb\nc</li></ul>"],
  ["wide marks", "-      a", "<ul><li>a</li></ul>"],
  ["a mark alone is text", "*", "<p>*</p>"],
]);

const EXACT: readonly Row[] = [
  ["exact: straight after a paragraph", "a\n- b\n1. c", "<p>a\n- b\n1. c</p>"],
  ["exact: straight after a heading", "# a\n- b", '<h1 id="a">a</h1><ul><li>b</li></ul>'],
  ["exact: no nesting by three", "- a\n   - b", "<ul><li>a</li><li>b</li></ul>"],
  [
    "exact: nested by four",
    "- a\n    - b\n        - c\n- d",
    "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>",
  ],
  ["exact: nested by a tab", "- a\n\t1. b\n\t- c", "<ul><li>a<ol><li>b</li><li>c</li></ol></li></ul>"],
  ["exact: in a marker's own item", "- - a\n- b", "<ul><li><ul><li>a</li></ul></li><li>b</li></ul>"],
  ["exact: an empty item", "- \n- a", "<ul><li></li><li>a</li></ul>"],
  [
    "exact: the blank line is between two",
    "- a\n- b\n\n- c\n- d",
    "<ul><li>a</li><li><p>b</p></li><li><p>c</p></li><li>d</li></ul>",
  ],
  ["exact: more in an item", "- a\n\n    b\n    - c\n- d", "<ul><li><p>a</p><p>b\n- c\n- d</p></li></ul>"],
  [
    "exact: more in a nested item",
    "- a\n    - b\n\n        c\n\n- d",
    "<ul><li><p>a</p><ul><li><p>b</p><p>c</p></li></ul></li><li><p>d</p></li></ul>",
  ],
  ["exact: three blanks end it", "- a\n\n   b", "<ul><li>a</li></ul><p>b</p>"],
  ["exact: code in an item", "- a\n\n        b", '<ul><li>a<pre tabindex="0"><code>b\n</code></pre></li></ul>'],
  ["exact: a heading ends it", "- a\n# b\n- c", '<ul><li>a</li></ul><h1 id="b">b</h1><ul><li>c</li></ul>'],
  ["exact: a heading by its underline", "- a\n---", '<h2 id="-a">- a</h2>'],
  ["exact: a rule ends it", "- a\n- b\n\n* * *\n- c", "<ul><li>a</li><li>b</li></ul><hr><ul><li>c</li></ul>"],
  ["exact: HTML ends it", "- a\n<div>b</div>\n- c", "<ul><li>a</li></ul><div>b</div><ul><li>c</li></ul>"],
  ["exact: a quotation is in it", "- a\n> b", "<ul><li>a\n<blockquote><p>b</p></blockquote></li></ul>"],
  [
    "exact: in a quotation",
    "> - a\n>     - b\nc",
    "<blockquote><ul><li>a<ul><li>b\nc</li></ul></li></ul></blockquote>",
  ],
  [
    "exact: fenced code holds no items",
    "- a\n\n    ```\n    b\n\n    - c\n    ```\n- d",
    '<ul><li><p>a</p><pre tabindex="0"><code>b\n\n- c\n</code></pre></li><li><p>d</p></li></ul>',
  ],
  [
    "exact: fenced code in the text of an item",
    "- a\n    ```\n    b\n    ```\n    c\n- d",
    '<ul><li>a<pre tabindex="0"><code>b\n</code></pre>\nc</li><li>d</li></ul>',
  ],
  ["exact: a fence that nothing closes", "- a\n    ```\n- b", "<ul><li>a\n```</li><li>b</li></ul>"],
  ["exact: where it counts from", "3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'],
];

testRows(
  [
    ...EXACT,
    [
      "exact: bullets and numbers are one list",
      "- a\n1. b\n\n2. c",
      "<ul><li>a</li><li><p>b</p></li><li><p>c</p></li></ul>",
    ],
  ],
  { exact: true },
);

testRows(
  [
    ["sane: bullets and numbers are two lists", "- a\n\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"],
    ["sane: a number is text of a bullet", "- a\n1. b", "<ul><li>a\n1. b</li></ul>"],
  ],
  { exact: true, sane_lists: true },
);

test("hard: lists by Python-Markdown's rules", () => {
  const render = createMarkdown(markdownSetting.parse({ exact: true }));
  const fences = Array.from({ length: 500 }, (_, i) => `    ${"`".repeat(3 + ((500 - i) % 7))}x\n    y\n`);
  for (const text of [`${"- ".repeat(9000)}a`, `- a\n${"    ```\n    x\n".repeat(3000)}`, `- a\n${fences.join("")}`])
    assert.ok(render(text).includes("<li>"));
});

testRows([
  ["a definition", "a\n:   b", "<dl><dt>a</dt><dd>b</dd></dl>"],
  [
    "two terms, two definitions, two entries",
    "a\nb\n:   c\n:   d\n\ne\n:   f",
    "<dl><dt>a</dt><dt>b</dt><dd>c</dd><dd>d</dd><dt>e</dt><dd>f</dd></dl>",
  ],
  ["two paragraphs", "a\n:   b\n\n    c", "<dl><dt>a</dt><dd><p>b</p><p>c</p></dd></dl>"],
  ["a colon in running text", "a\nb :c", "<p>a\nb :c</p>"],
]);

testRows(
  [
    [
      "tab_length: lists nest by it",
      "- a\n  - b\n    - c\n\n  d",
      "<ul><li><p>a</p><ul><li>b<ul><li>c</li></ul></li></ul><p>d</p></li></ul>",
    ],
    [
      "tab_length: code is indented by it, and keeps its own indent",
      "a\n\n  if b:\n     c\n\td\n\n- e\n\n    f\n      g",
      '<p>a</p><pre tabindex="0"><code>if b:\n   c\nd\n</code></pre><ul><li>e<pre tabindex="0"><code>f\n  g\n</code></pre></li></ul>',
    ],
    [
      "tab_length: fences and HTML keep theirs",
      "~~~\n a\n    b\n~~~\n\n<pre>\n   c\n</pre>",
      '<pre tabindex="0"><code> a\n    b\n</code></pre><pre>\n   c\n</pre>',
    ],
  ],
  { exact: true, tab_length: 2 },
);

test.run();
