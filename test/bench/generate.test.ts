import { suite } from "uvu";
import * as assert from "uvu/assert";
import { generatePages } from "../../bench/generate.ts";
import { projectOf, run } from "../cli/project.ts";

const generate = suite("bench: generated pages");

generate("the same pages again, down to the byte", () => assert.equal(generatePages(60), generatePages(60)));

for (const count of [20, 21, 600]) {
  generate(`${count} are as many, each with a path and a text of its own, and nothing is wrong with them`, () => {
    const pages = generatePages(count);
    assert.is(new Set(pages.map(({ path }) => path)).size, count);
    assert.is(new Set(pages.map(({ text }) => text.slice(text.indexOf("\n---\n")))).size, count);
    const folder = projectOf(Object.fromEntries(pages.map(({ path, text }) => [path, text])));
    assert.equal(run(folder, ["check", "--strict"]), { code: 0, out: "No findings.\n", error: "" });
  });
}

generate("they have the menus: six sections in the top menu, their dropdowns, and sidebars", () => {
  const pages = generatePages(100);
  const folder = projectOf(Object.fromEntries(pages.map(({ path, text }) => [path, text])));
  const { out } = run(folder, ["explain", "harbour"]);
  assert.match(out, /dropdown/i);
  const sections = pages.filter(({ text }) => text.includes("\nDropdown_menu_size: 9\n"));
  assert.is(sections.length, 6);
  assert.is(pages.filter(({ text }) => text.includes("\nInherit_sidebar: ")).length, 93);
});
generate.run();
