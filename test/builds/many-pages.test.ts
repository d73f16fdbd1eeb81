/** A site that is large enough for a second thread, by the command, as its configuration has it. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { buildFolder, buildTree, page, snapshot, type Tree } from "../build-tree.ts";

const HOME = page({ Title: "Home", Url: "", Save_as: "index.html", Top_menu_show: "True" });

const MANY: Tree = Object.fromEntries(
  Array.from({ length: 600 }, (_, number) => {
    const body = `## Ä ${number}\n\nText  *${number}*.\n\n${number % 50 === 0 ? "<div onclick=x><p>Odd" : "- a\n- b"}`;
    const header = { Title: `Page ${number}`, Url: `many/${number}`, Save_as: `many/${number}.html`, Parent_id: "" };
    return [`many/${number}.md`, page(header, body)];
  }),
);

/** Eleventy makes all pages of a tree that has data for folders. */
const BY_ELEVENTY: Tree = { "many/many.json": "{}" };

test("two threads write what one writes, the first time and once more", async () => {
  const slow = await buildTree({ "home.md": HOME, ...MANY, ...BY_ELEVENTY }, { by: "command" });
  assert.match(slow.findings, "Eleventy makes all pages");
  const first = await buildTree({ "home.md": HOME, ...MANY }, { by: "command" });
  assert.match(first.findings, "Pages without Eleventy: 601 made, 0 as before.");
  const again = await buildFolder(first.input, { by: "command" });
  assert.match(again.findings, "Pages without Eleventy: 0 made, 601 as before.");
  const expected = snapshot(slow.output);
  for (const { output } of [first, again]) {
    assert.equal(Object.keys(snapshot(output)).sort(), Object.keys(expected).sort());
    assert.equal(snapshot(output), expected);
  }
  for (const built of [slow, first, again]) built.dispose();
});

test.run();
