/** Pages are minified by fragments, and some of them by a build before: no byte may differ for that. */
import { join } from "node:path";
import { minify } from "html-minifier-terser";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { OPTIONS } from "../../src/plugin/html/minify/minifier.ts";
import { isBalanced } from "../../src/plugin/html/scan.ts";
import {
  buildFolder,
  buildTree,
  fixtures,
  page,
  project,
  snapshot,
  type Tree,
  temporaryFolder,
  writeTree,
} from "../build-tree.ts";

const minified = suite("build: minified by fragments");

/** A tree with menus in many states, and texts that are hard to minify apart. */
const TREE: Tree = {
  "index.md": page({ Title: "Home", Save_as: "index.html", Url: "/", Footer_show: "left", Menu_name: "Home" }),
  "about.md": page(
    {
      Title: "About <us>",
      Url: "about",
      Save_as: "about/index.html",
      Top_menu_show: "true",
      Top_menu_order: 1,
      Dropdown_menu_show: "true",
      Dropdown_menu_size: 2,
      Dropdown_menu_elem_name_1: "History",
      Dropdown_menu_elem_url_1: "about/history",
      Dropdown_menu_elem_name_2: "Elsewhere",
      Dropdown_menu_elem_url_2: "https://example.org/",
      Sidebar_menu_show: "true",
      Sidebar_menu_size: 1,
      Sidebar_menu_elem_name_1: "History",
      Sidebar_menu_elem_url_1: "about/history",
      Content_layout: "multiple-columns",
    },
    "## One\n\n* a\n* b\n\n<div markdown='1'>\n*x*\n</div>\n\n    code  with   blanks\n",
  ),
  "history.md": page(
    {
      Title: "History",
      Url: "about/history",
      Save_as: "about/history.html",
      Parent_id: "about",
      Inherit_sidebar: "about",
      Sidebar_menu_show: "true",
      Content_layout: "multiple-columns",
    },
    "<p>never <b>closed\n\n<table><tr><td>x<td>y</table>\n",
  ),
  "words.html": "<html><head><title>Words</title></head><body>Only words, <b>some</b> bold </body></html>",
  "broken.md": page({ Title: "Broken" }, "</article></main><p>x <!-- y -->\n\n<pre>\n a\n  b</pre>"),
  "empty.md": page({ Title: "Empty" }, ""),
  "wide.md": page({ Title: "Wide", Content_layout: "wide" }, "<h1>Own</h1>\n<p>x</p>"),
};

/** What is not whole in itself is not minified, for that could take away blanks that a browser shows. */
const BROKEN: Readonly<Record<string, string>> = {
  "about/history.html": "<p>never <b>closed</p>\n<div class=",
  "pages/broken.html": "</article></main><p>x <!-- y -->",
};

/** Whether the text of a page opens what it does not close, or closes what it did not open. */
function isBroken(html: string): boolean {
  const text = html.slice(html.indexOf("<article>") + "<article>".length, html.lastIndexOf("</article>"));
  return !isBalanced(text);
}

/** Builds a folder; the pages are told as the templates print them, and as they are written. */
async function buildBoth(input: string): Promise<Map<string, { readonly printed: string; readonly written: string }>> {
  const raw = new Map<string, string>();
  const built = await buildFolder(input, {
    configure: (config) =>
      config.addTransform("capture", function (content) {
        if (this.page.outputPath) raw.set(join(this.page.outputPath), content);
        return content;
      }),
  });
  const pages = built.written
    .filter((path) => path.endsWith(".html"))
    .map((path) => [path, { printed: raw.get(join(built.output, path)) ?? "", written: built.read(path) }] as const);
  built.dispose();
  assert.ok(pages.length > 0);
  return new Map(pages);
}

async function whole(input: string, broken: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const [path, { printed, written }] of await buildBoth(input)) {
    const body = broken[path];
    if (body === undefined) assert.is(written, await minify(printed, OPTIONS), path);
    else assert.match(written, body);
  }
}

minified("each page of a hard tree is as if it were minified whole", async () => {
  const folder = temporaryFolder();
  writeTree(folder, TREE);
  await whole(folder, BROKEN);
});
minified("each page of the site is as if it were minified whole", () => whole(join(project, "src/content")));
minified("each page of the seed is as if it were minified whole", () => whole(join(fixtures, "seed")));

const corpus = process.env.PELICAN_CORPUS;
if (corpus) {
  minified("each page of the tree that is named is as if it were minified whole, but for broken texts", async () => {
    let compared = 0;
    for (const [path, { printed, written }] of await buildBoth(corpus)) {
      if (isBroken(printed)) continue;
      assert.is(written, await minify(printed, OPTIONS), path);
      compared++;
    }
    assert.ok(compared > 0);
  });
}

for (const by of ["api", "command"] as const) {
  minified(`a second build, of what the first one kept, gives the same bytes (${by})`, async () => {
    const cold = await buildTree(TREE, { by });
    const warm = await buildFolder(cold.input, { by });
    assert.equal(snapshot(warm.output), snapshot(cold.output));
    warm.dispose();
    cold.dispose();
  });
}

minified("after a change only what it changes differs", async () => {
  const cold = await buildTree(TREE);
  const before = snapshot(cold.output);
  writeTree(cold.input, { "empty.md": page({ Title: "Empty" }, "No more.") });
  const warm = await buildFolder(cold.input);
  const after = snapshot(warm.output);
  assert.equal(
    Object.keys(after).filter((path) => after[path] !== before[path]),
    ["pages/empty.html"],
  );
  assert.match(after["pages/empty.html"] ?? "", "<p>No more.</p>");
  warm.dispose();
  cold.dispose();
});

minified("a build tells where its time went, where that is asked for", async () => {
  process.env.PELICAN_TIMES = "1";
  const built = await buildTree(TREE);
  delete process.env.PELICAN_TIMES;
  const parts = [...built.findings.matchAll(/^(.+?) +\d+ ms +-?\d+ %$/gm)].map(([, part]) => part);
  for (const part of ["read", "headers", "Markdown", "menus", "checks", "minify", "write", "together"]) {
    assert.ok(parts.includes(part), `${part} in ${parts}`);
  }
  built.dispose();
});
minified.run();
