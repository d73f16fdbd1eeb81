/** Layouts: in any engine, in the folder that the site has for them, by an alias; and nothing else is taken for one. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildSite } from "../small-site.ts";

const layouts = suite("build: layouts");

const HERO = "Title: A\nSave_as: a.html\nTemplate: hero\n\nText\n";
const JS = "export function render({ title, content }) { return `JS ${title} ${content}`; }";

for (const [file, text, expected] of [
  ["hero.njk", "N {{ title }} {{ content | safe }}", "N A<p>Text</p>"],
  ["hero.liquid", "L {{ title }} {{ content }}", "L A<p>Text</p>"],
  ["hero.11ty.js", JS, "JS A<p>Text</p>"],
  ["hero.html", "H {{ title }} {{ content }}", "H A<p>Text</p>"],
  ["hero.shout", "S", "S!"],
] as const) {
  layouts(`Template finds ${file}`, async () => {
    const built = await buildSite(
      { [`_includes/layouts/${file}`]: text, "content/a.md": HERO },
      {
        config: `config.addTemplateFormats("shout");
        config.addExtension("shout", { compile: (text) => () => text + "!" });`,
      },
    );
    assert.is(built.exitCode, 0, built.printed);
    assert.is(built.read("a.html"), expected);
    assert.not.match(built.printed, "template-missing");
    built.dispose();
  });
}

layouts("layouts of the theme's names in another engine take their places", async () => {
  const built = await buildSite({
    "_includes/layouts/wide.liquid": "---\nframe: wood\n---\nWide {{ frame }} {{ content }}",
    "_includes/layouts/single-column.11ty.js": JS,
    "_includes/layouts/blog.liquid": "Blog {{ pelican.list.kind }}",
    "content/a.md": "Title: A\nSave_as: a.html\nContent_layout: wide\n\nText\n",
    "content/b.md": "Title: B\nSave_as: b.html\n\nText\n",
    "content/posts/c.md": "Title: C\nDate: 2020-01-01\n\nText\n",
  });
  assert.is(built.exitCode, 0, built.printed);
  assert.is(built.read("a.html"), "Wide wood<p>Text</p>");
  assert.is(built.read("b.html"), "JS B<p>Text</p>");
  assert.is(built.read("index.html"), "Blog index");
  built.dispose();
});

layouts("a default layout in another engine: its front matter, and that of the one around it, is data", async () => {
  const built = await buildSite({
    "_includes/outer.njk": "---\nouter: out\n---\n{{ content | safe }}",
    "_includes/layouts/single-column.liquid": "---\nlayout: outer\ninner: in\n---\n{{ inner }}, {{ outer }}",
    "content/a.md": "Title: A\nSave_as: a.html\n\nText\n",
  });
  assert.is(built.read("a.html"), "in, out", built.printed);
  built.dispose();
});

for (const [how, folder, config] of [
  ["setLayoutsDirectory, beside the input folder", "_layouts", 'config.setLayoutsDirectory("../_layouts");'],
  ["setLayoutsDirectory, inside it", "content/_layouts", 'config.setLayoutsDirectory("_layouts");'],
] as const) {
  layouts(how, async () => {
    const built = await buildSite(
      {
        [`${folder}/hero.njk`]: "Own {{ content | safe }}",
        [`${folder}/layouts/wide.njk`]: "Wide {{ content | safe }}",
        [`${folder}/single-column.liquid`]: "Single {{ content }}",
        [`${folder}/notes.md`]: "Title: No page\n\nText\n",
        [`${folder}/image.png`]: "no image",
        "content/a.md": HERO,
        "content/b.md": "Title: B\nSave_as: b.html\nContent_layout: wide\n\nText\n",
        "content/c.md": "Title: C\nSave_as: c.html\n\nText\n",
        "content/d.md": "---\ntitle: D\nlayout: hero.njk\npermalink: d.html\n---\nText\n",
        "content/e.md": "Title: E\nSave_as: e.html\nTemplate: nowhere\n\nText\n",
      },
      { config, settings: { staticPaths: ["_layouts", "images"] } },
    );
    assert.is(built.exitCode, 0, built.printed);
    assert.is(built.read("a.html"), "Own<p>Text</p>");
    assert.is(built.read("b.html"), "Wide<p>Text</p>");
    assert.is(built.read("c.html"), "Single<p>Text</p>");
    assert.is(built.read("d.html").trim(), "Own<p>Text</p>");
    assert.match(built.printed, "There is no layout “nowhere”");
    assert.is(built.printed.match(/template-missing/g)?.length, 1);
    assert.equal(built.holding("No page"), []);
    assert.not.ok(
      built.written.some((path) => /_layouts|image\.png|hero|notes/.test(path)),
      built.written.join(),
    );
    built.dispose();
  });
}

layouts("an alias is the name of a layout", async () => {
  const built = await buildSite(
    { "_includes/mine.liquid": "Mine {{ content }}", "content/a.md": HERO },
    { config: 'config.addLayoutAlias("hero", "mine.liquid");' },
  );
  assert.is(built.read("a.html"), "Mine<p>Text</p>", built.printed);
  assert.not.match(built.printed, "template-missing");
  built.dispose();
});

layouts("includes inside the input folder are neither pages nor static files", async () => {
  const built = await buildSite(
    {
      "content/_parts/note.md": "Title: No page\n\nText\n",
      "content/_parts/x.html": "<title>No page</title>",
      "content/_parts/a.png": "no image",
      "content/_parts/layouts/hero.njk": "Own {{ content | safe }}",
      "content/a.md": HERO,
    },
    { includes: "_parts", settings: { staticPaths: ["_parts"] } },
  );
  assert.is(built.exitCode, 0, built.printed);
  assert.is(built.read("a.html"), "Own<p>Text</p>");
  assert.not.ok(
    built.written.some((path) => path.includes("_parts") || path.includes("note")),
    built.written.join(),
  );
  assert.not.match(built.printed, "_parts/");
  built.dispose();
});

layouts("where the input folder holds the includes itself, its pages are pages", async () => {
  const built = await buildSite(
    {
      "content/a.md": "Title: A\nSave_as: a.html\n\nText\n",
      "content/layouts/single-column.njk": "Own {{ content | safe }}",
    },
    { includes: "" },
  );
  assert.is(built.exitCode, 0, built.printed);
  assert.is(built.read("a.html"), "Own<p>Text</p>");
  built.dispose();
});

layouts.run();
