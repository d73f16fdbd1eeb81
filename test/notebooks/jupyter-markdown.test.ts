import { suite } from "uvu";
import * as assert from "uvu/assert";
import { asPythonMarkdown } from "../../src/plugin/notebooks/jupyter-markdown.ts";

const test = suite("notebooks: Jupyter's Markdown");

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
  ["# Peas & oil: 2", "# Peas & oil: 2 {#Peas-&-oil:-2}"],
  ["## Öl ##\n# Known\n# *Oil*", "## Öl ## {#Öl}\n# Known\n# *Oil*"],
  ["```\n# a\n```", "```\n# a\n```"],
  ["```\na\n- b", "```\na\n- b\n```"],
  ["\\begin{align}\na\n- b\n\\end{align}", "\\begin{align}\na\n- b\n\\end{align}"],
];

for (const [text, expected] of TEXTS) {
  test(JSON.stringify(text), () =>
    assert.is(
      asPythonMarkdown(text, (id) => id !== "Known"),
      expected,
    ),
  );
}

test.run();
