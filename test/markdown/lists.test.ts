import { test } from "uvu";
import { testRows } from "./render.ts";

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

test.run();
