import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Literal } from "../../../src/migrate/init/literal.ts";
import { convertMarkdown, readsFormulas } from "../../../src/migrate/init/markdown.ts";
import { missingExtensions } from "../../../src/migrate/init/missing-extensions.ts";
import { readSettings } from "../../../src/plugin/settings.ts";

const PELICANS_OWN = {
  "markdown.extensions.codehilite": { css_class: "highlight" },
  "markdown.extensions.extra": {},
  "markdown.extensions.meta": {},
};

const rows: readonly (readonly [name: string, value: Literal, option: unknown, ignored: readonly string[]])[] = [
  ["Pelican's default", { extension_configs: PELICANS_OWN, output_format: "html5" }, {}, ["codehilite.css_class"]],
  ["tab_length", { tab_length: 2 }, { tab_length: 2 }, []],
  ["a tab_length that is more", { tab_length: 8 }, {}, ["tab_length"]],
  [
    "options",
    {
      extension_configs: {
        "markdown.extensions.toc": { permalink: true, title: "Contents", toc_depth: "2-3", baselevel: "2" },
        "markdown.extensions.footnotes": { SEPARATOR: "-" },
        "pymdownx.highlight": { linenums: "True" },
        "pymdownx.caret": { superscript: "False" },
      },
    },
    {
      toc: { permalink: true, title: "Contents", toc_depth: "2-3", baselevel: "2", slugify: "toc" },
      footnotes: { SEPARATOR: "-" },
      codehilite: { linenums: true },
      caret: true,
    },
    ["caret.superscript"],
  ],
  [
    "extensions that are on or off",
    {
      extensions: ["admonition", "markdown.extensions.smarty", "pymdownx.tasklist", "wikilinks", "sane_lists"],
      extension_configs: { nl2br: {} },
    },
    { admonition: true, smarty: true, tasklist: true, wikilinks: {}, sane_lists: true, nl2br: true },
    [],
  ],
  [
    "a list, as in Pelican 3",
    ["codehilite(css_class=highlight, linenums=True)", "headerid"],
    { codehilite: { linenums: true }, toc: { slugify: "toc" } },
    ["codehilite.css_class"],
  ],
  ["something else", "extra", {}, []],
];

for (const [name, value, option, ignored] of rows) {
  test(`MARKDOWN: ${name}`, () => {
    assert.equal(convertMarkdown(value), { option, ignored });
    assert.ok(readSettings({ markdown: option }));
  });
}

test("extensions that read formulas are the option math", () => {
  const extensions = ["pymdownx.arithmatex", "mdx_math", "mathjax"].map(
    (name): Literal => ({ extensions: ["extra", name] }),
  );
  assert.equal(extensions.map(readsFormulas), [true, true, true]);
  assert.not(readsFormulas({ extension_configs: PELICANS_OWN }));
  const settings = extensions.map((value) => ({ name: "MARKDOWN", value, place: "pelicanconf.py:1" }));
  assert.equal(missingExtensions(settings, []), []);
});

test("an extension that is not here is told with the texts that use it", () => {
  const extensions = ["extra", "toc", "pymdownx.emoji", "pymdownx.critic", "attr_list", "my_own", "legacy_em"];
  const settings = [{ name: "MARKDOWN", value: { extensions }, place: "pelicanconf.py:4" }];
  const files = ["a", "b", "c", "d"].map((name) => ({ path: `${name}.md`, text: `Title: :no:\n\nWell :smile:.` }));
  const missing = missingExtensions(settings, [...files, { path: "e.md", text: "Title: E\n\nat 10:30:15" }]);
  assert.equal(
    missing.map(({ reason }) => reason),
    [
      "the Markdown extension emoji is not here: what it would make something of stays as it is written, in a.md, b.md, c.md and 1 more",
      "the Markdown extension critic is not here, and no text uses it",
      "the Markdown extension my_own is not here: what it would make something of stays as it is written",
      "the Markdown extension legacy_em is not here, and no text uses it",
    ],
  );
});

test.run();
