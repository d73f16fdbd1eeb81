/**
 * Eleventy's own front matter beside Pelican's. It also pins what is undocumented: that gray-matter's `excerpt` sees the
 * whole text and the file's path before Eleventy merges data.
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Built, buildFolder, buildTree, page, temporaryFolder, writeTree } from "../build-tree.ts";
import { attribute, one, readHtml, readMenu, select, textOf } from "../html.ts";

const LIST = `---
permalink: list.html
---
{% for item in collections.all %}<p title="{{ item.url }}" lang="{{ item.data.fromFolder }}">{{ item.data.title }}</p>{% endfor %}
{% for item in collections.one %}<i>{{ item.data.title }}</i>{% endfor %}
`;

const TREE = {
  "pelican.md": page({
    Title: "Sponsor: A #5",
    Url: "pelican",
    Save_as: "pelican.html",
    Date: "2010-10-04 07:44",
    Content_layout: "wide",
  }),
  "unfenced.md": "Title: Without a fence\nUrl: unfenced\nSave_as: unfenced.html\n\nText {{ 1 + 1 }}\n",
  "yaml.md": `---
title: "YAML: a title"
layout: layouts/wide.njk
permalink: own/place/
tags:
  - one
  - two
deep:
  value: 1
---

Text of YAML
`,
  "menu.md": `---
title: In the menu
permalink: /in/the/menu/
Top_menu_show: true
tags: [one]
---

Text
`,
  "folder/folder.11tydata.json": '{ "fromFolder": "yes", "title": "not this" }',
  "folder/page.md": page({ Title: "In the folder", Url: "folder/page", Save_as: "folder/page.html" }),
  "list.njk": LIST,
};

const fronts = suite("build: Eleventy's front matter beside Pelican's");
let built: Built;

fronts.before(async () => {
  built = await buildTree(TREE);
});
fronts.after(() => built.dispose());

const html = (path: string) => readHtml(built.read(path));
const titles = (name: string) => select(html("list.html"), name).map(textOf);

fronts("the build is well", () => {
  assert.is(built.exitCode, 0);
  assert.not.match(built.findings, / error: /);
});

fronts("a Pelican header that YAML would cut or refuse", () => {
  assert.is(textOf(one(html("pelican.html"), "title")), "Sponsor: A #5 | XMPP");
  assert.is(attribute(one(html("pelican.html"), "body"), "data-layout"), "wide");
});

fronts("a header without a fence", () => {
  assert.is(textOf(one(html("unfenced.html"), "title")), "Without a fence | XMPP");
  assert.not.match(built.read("unfenced.html"), "Save_as");
});

fronts("layout, permalink and title of YAML hold", () => {
  const page = html("own/place/index.html");
  assert.is(textOf(one(page, "title")), "YAML: a title | XMPP");
  assert.is(attribute(one(page, "body"), "data-layout"), "wide");
  assert.match(textOf(one(page, "article")), "Text of YAML");
});

fronts("a list of tags makes Eleventy's collections", () =>
  assert.equal(titles("i").sort(), ["In the menu", "YAML: a title"]),
);

fronts("a page with a permalink is linked where it really is", () => {
  assert.ok(built.has("in/the/menu/index.html"));
  assert.equal(
    readMenu(html("pelican.html"), "top").map(({ label, href }) => [label, href]),
    [["In the menu", "/in/the/menu/"]],
  );
});

fronts("directory data reaches the pages of its folder, and a header comes before it", () => {
  const [item] = select(html("list.html"), "p", { lang: "yes" });
  assert.ok(item);
  assert.is(textOf(item), "In the folder");
  assert.is(attribute(item, "title"), "/folder/page.html");
});

fronts("pages without a date stand in the order of their paths, whenever their files were made", async () => {
  const folder = temporaryFolder();
  for (const name of ["c", "b", "a"]) {
    writeTree(folder, { [`${name}.md`]: page({ Title: name, Url: name }), "list.njk": LIST });
    while (Date.now() <= statSync(join(folder, `${name}.md`)).birthtimeMs) await setImmediate();
  }
  const undated = await buildFolder(folder);
  const list = select(readHtml(undated.read("list.html")), "p").map(textOf);
  assert.equal(
    list.filter((title) => title !== ""),
    ["a", "b", "c"],
  );
  undated.dispose();
});

fronts("all are in Eleventy's own collection, with their titles", () => {
  for (const title of ["Sponsor: A #5", "Without a fence", "YAML: a title", "In the folder"]) {
    assert.ok(titles("p").includes(title), `${title} is not in ${titles("p").join(", ")}`);
  }
});

for (const [layout, isThere] of [
  ["layouts/wide.njk", true],
  ["layouts/wide", true],
  ["site-alias", true],
  ["layouts/wied.njk", false],
  ["nowhere", false],
  ["../../package", false],
  ["[a, b]", false],
] as const) {
  fronts(`layout: ${layout} ${isThere ? "is taken" : "is a finding, and the page is built"}`, async () => {
    const files = { "a.md": `---\ntitle: A\npermalink: a.html\nlayout: ${layout}\n---\n\nText\n` };
    const one = await buildTree(files, {
      configure: (config) => config.addLayoutAlias("site-alias", "layouts/wide.njk"),
    });
    assert.is(one.exitCode, 0, one.findings);
    assert.match(one.read("a.html"), isThere ? 'data-layout="wide"' : 'data-layout="single-column"');
    if (isThere) assert.not.match(one.findings, "template-missing");
    else assert.match(one.findings, /4:9 {2}warning: There is no layout “.+”\. \[template-missing\]/);
    one.dispose();
  });
}

fronts.run();
