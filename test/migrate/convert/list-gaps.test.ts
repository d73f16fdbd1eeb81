import { suite } from "uvu";
import * as assert from "uvu/assert";
import { withListGaps } from "../../../src/migrate/convert/list-gaps.ts";

const test = suite("convert: lists after paragraphs");

const TEXTS: readonly (readonly [text: string, expected: string])[] = [
  ["Peas:\n- green\n- yellow", "Peas:\n\n- green\n- yellow"],
  ["Peas:\n1. green\n2. yellow", "Peas:\n\n1. green\n2. yellow"],
  ["Peas:\n\n- green\nand round\n- yellow", "Peas:\n\n- green\nand round\n- yellow"],
  ["In\n1985. A year", "In\n1985. A year"],
  ["Text\n*emphasis* and\n-1", "Text\n*emphasis* and\n-1"],
  ["- a\n\nText\n- b", "- a\n\nText\n\n- b"],
  ["```\na\n- b\n```\nText\n- c", "```\na\n- b\n```\nText\n\n- c"],
  ["$$\na\n- b\n$$\nText\n- c", "$$\na\n- b\n$$\nText\n\n- c"],
  ["$$\\begin{align}\na\n- b\n\\end{align}$$\nText\n- c", "$$\\begin{align}\na\n- b\n\\end{align}$$\nText\n\n- c"],
  ["\\begin{align}\na\n- b\n\\end{align}", "\\begin{align}\na\n- b\n\\end{align}"],
];

for (const [text, expected] of TEXTS) {
  test(JSON.stringify(text), () => assert.is(withListGaps(text), expected));
}

test.run();
