/** A site that is large enough for a worker, by the command. */
import { rmSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { snapshot, temporaryFolder } from "../build-tree.ts";
import { buildBlog, type Posts } from "../site-helpers.ts";

const MANY: Posts = Object.fromEntries(
  Array.from({ length: 600 }, (_, number) => {
    const body = `## Ä ${number}\n\nText  *${number}*.\n\n${number % 50 === 0 ? "<div onclick=x><p>Odd" : "- a\n- b"}`;
    const header = { Title: `Page ${number}`, Url: `many/${number}`, Save_as: `many/${number}.html`, Parent_id: "" };
    return [`many/${number}.md`, { ...header, body }];
  }),
);
const HOME = { Title: "Home", Url: "", Save_as: "index.html", Top_menu_show: "True" };

test("two threads write what one writes, the first time and once more", async () => {
  const folder = temporaryFolder();
  const build = (fastPages: boolean) =>
    buildBlog({ "home.md": HOME, ...MANY }, { fastPages }, { by: "command", folder });
  try {
    const slow = await build(false);
    assert.is(slow.exitCode, 0, slow.printed);
    const expected = snapshot(slow.output);
    for (const said of ["601 made, 0 as before", "0 made, 601 as before"]) {
      rmSync(slow.output, { recursive: true });
      const { output, printed } = await build(true);
      assert.match(printed, `Pages without Eleventy: ${said}.`);
      assert.equal(Object.keys(snapshot(output)).sort(), Object.keys(expected).sort());
      assert.equal(snapshot(output), expected);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.run();
