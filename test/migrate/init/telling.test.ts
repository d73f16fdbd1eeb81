/** `init` finds the settings, stops where it must, and tells what follows from what it does not take over. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { renewed } from "../../../src/migrate/init/deprecated.ts";
import type { Literal } from "../../../src/migrate/init/literal.ts";
import { pluginsTold } from "../../../src/migrate/init/plugins.ts";
import { snapshot, type Tree, temporaryFolder, writeTree } from "../../build-tree.ts";
import { run } from "../../cli/project.ts";

const test = suite("cli: init, what it tells");

const PAGE = "Title: A\nDate: 2020-01-01\n\nText.\n";
const CONTENT = { "content/a.md": PAGE, "content/b.md": PAGE.replace("A", "B"), "content/pages/c.md": PAGE };

function initIn(files: Tree, ...args: readonly string[]) {
  const folder = temporaryFolder();
  writeTree(folder, files);
  const before = snapshot(folder);
  const ran = run(folder, ["init", ...args]);
  const config = () => readFileSync(join(folder, "eleventy.config.js"), "utf8");
  return { ...ran, config, isUntouched: JSON.stringify(snapshot(folder)) === JSON.stringify(before) };
}

const NAMED: readonly (readonly [where: string, files: Tree, args?: readonly string[]])[] = [
  ["--settings", { "site/mine.py": "SITENAME = 'Found'\nPATH = '../content'\n" }, ["--settings", "site/mine.py"]],
  ["settings.py", { "settings.py": "SITENAME = 'Found'\n" }],
  ["a folder conf", { "conf/pelicanconf.py": "SITENAME = 'Found'\nPATH = '../content'\n" }],
  [
    "a Makefile",
    {
      "a/b.py": "SITENAME = 'Found'\n",
      Makefile: "BASEDIR=$(CURDIR)\nINPUTDIR=$(BASEDIR)/content\nCONFFILE=$(BASEDIR)/a/b.py\n",
    },
  ],
  ["a Makefile's command", { "b.py": "SITENAME = 'Found'\n", Makefile: "html:\n\tpelican content -s b.py -o out\n" }],
  ["what they say", { "site_conf.py": "SITENAME = 'Found'\n", "tool.py": "print(1)\n" }],
  ["tasks.py", { "b.py": "SITENAME = 'Found'\n", "tasks.py": "CONFIG = {\n  'settings_base': 'b.py',\n}\n" }],
];

for (const [where, files, args = []] of NAMED) {
  test(`the settings are found by ${where}`, () => {
    const { code, out, error, config } = initIn({ ...CONTENT, ...files }, ...args);
    assert.is(code, 0, error);
    assert.match(config(), 'siteName: "Found"');
    assert.match(out, "The content is in content.");
  });
}

test("of several files that may be the settings one is asked for", () => {
  const files = { "dev.py": "SITENAME = 'A'\n", "production.py": "from dev import *\nSITEURL = 'https://a.example'\n" };
  const { code, error, isUntouched } = initIn({ ...CONTENT, ...files });
  assert.is(code, 2);
  const told = "There is no pelicanconf.py here, and several files look like it: dev.py, production.py.";
  assert.is(error, `${told} Name the one that the site is published with: --settings production.py\n`);
  assert.ok(isUntouched);
});

test("what is most likely not meant is told first, and taken as it stands", () => {
  const conf = `SITENAME: 'A club'
PLUGINS = ('sitemap')
STATIC_PATHS = ['images' 'extra']
DEFAULT_PAGINATON = 5
LINKS = (('Far', 'https://a.example/'
          'b'),)
`;
  const { code, out, config } = initIn(
    { ...CONTENT, "content/imagesextra/a.txt": "A", "pelicanconf.py": conf },
    "--no-prove",
  );
  assert.is(code, 0);
  assert.match(config(), 'staticPaths: ["imagesextra"]');
  const paragraph = out.split("\n\n").find((one) => one.startsWith("Most likely not meant so:"));
  assert.equal(paragraph?.split("\n").slice(1), [
    "  pelicanconf.py:1  SITENAME           “:” stands where “=” is to be, so it is not set: write SITENAME = 'A club'",
    "  pelicanconf.py:3  STATIC_PATHS       there is no comma between 'images' and 'extra', so they are one text",
    "  pelicanconf.py:4  DEFAULT_PAGINATON  Pelican has no such setting: did you mean DEFAULT_PAGINATION?",
  ]);
  assert.match(
    out,
    'PLUGINS  it is a text where a list should be: as in Pelican, the default holds; write ["sitemap"]',
  );
});

test("a file of settings that is not there is told", () => {
  const { code, error, isUntouched } = initIn(CONTENT, "--settings", "none.py");
  assert.is(code, 2);
  assert.is(error, "There is no file none.py. Name the file of Pelican's settings, such as pelicanconf.py.\n");
  assert.ok(isUntouched);
});

test("settings that decide addresses, or what is published, must be known; --force goes on", () => {
  const conf = "from urls import SAVE\nARTICLE_SAVE_AS = SAVE\nSTATIC_PATHS = ['images', find()]\nAUTHOR = who()\n";
  const stopped = initIn({ ...CONTENT, "pelicanconf.py": conf });
  assert.is(stopped.code, 1);
  assert.ok(stopped.isUntouched);
  assert.is(
    stopped.error,
    `Nothing was written: these settings decide addresses, or what is published, and their values cannot be worked out without running Python.

pelicanconf.py:2  ARTICLE_SAVE_AS: it comes from the module urls, which is not run
→ Write its value there as it is, or go on with --force and write articleSaveAs: … in eleventy.config.js.

pelicanconf.py:3  STATIC_PATHS: “find” is not set before; what is known of it is used
→ Write its value there as it is, or go on with --force and write staticPaths: … in eleventy.config.js.

Then run eleventy-pelican init again; with --force it goes on, with what is said to be used or Pelican's defaults.
`,
  );
  const forced = initIn({ ...CONTENT, "pelicanconf.py": conf }, "--force");
  assert.is(forced.code, 0, forced.error);
  assert.match(forced.config(), 'staticPaths: ["images"]');
  assert.match(
    forced.out,
    "May move addresses (of up to 2 posts):\n  pelicanconf.py:2  ARTICLE_SAVE_AS  it comes from",
  );
  assert.match(forced.out, "May publish what was kept back:\n  pelicanconf.py:3  STATIC_PATHS");
});

test("what follows is told, the worst first, then plugins, the theme, and the whole in short", () => {
  const { out } = initIn({
    ...CONTENT,
    "pelicanconf.py": [
      "SITENAME = 'Club'",
      "STATIC_URL = '{path}x'",
      "PELICAN_CLASS = 'garden.Pelican'",
      "SITESUBTITLE = 'For all'",
      "CACHE_CONTENT = True",
      "GITHUB = 'https://a.example'",
      "PLUGINS = ['sitemap', 'pelican.plugins.neighbors', 'related_posts', 'garden_gate']",
      "THEME = 'themes/moss'",
    ].join("\n"),
  });
  const at = (text: string) => {
    const index = out.indexOf(text);
    assert.is.not(index, -1, `${text}\n\n${out}`);
    return index;
  };
  const order = [
    "Taken over:\n",
    "May move addresses (of up to 2 posts and 1 page):\n",
    "Looks only:\n",
    "Nothing to do:\n",
    "Of a theme, a plugin or your own, and without effect here: GITHUB.",
    "Plugins, which do not run here:\n",
    "Theme “moss” (pelicanconf.py:8): Pelican's themes are in Jinja, and do not run here.",
    "In short: ",
  ].map(at);
  assert.equal(
    order,
    order.toSorted((a, b) => a - b),
  );
  for (const line of [
    "  sitemap                    built in",
    "  pelican.plugins.neighbors  built in: previous and next",
    "  related_posts              not here: lists of related posts",
    "  garden_gate                not here",
  ]) {
    at(line);
  }
  assert.match(out, "; 2 of 4 plugins are missed.");
});

const RENEWED: readonly (readonly [old: Readonly<Record<string, Literal>>, now: Readonly<Record<string, Literal>>])[] =
  [
    [
      { ARTICLE_DIR: "a", PAGE_DIR: "b" },
      { ARTICLE_PATHS: ["a"], PAGE_PATHS: ["b"] },
    ],
    [
      { FEED: "f.xml", TAG_FEED: "%s.xml" },
      { FEED_ATOM: "f.xml", TAG_FEED_ATOM: "%s.xml" },
    ],
    [
      { PAGINATED_DIRECT_TEMPLATES: ["index"] },
      { PAGINATED_TEMPLATES: { tag: null, category: null, author: null, index: null } },
    ],
    [
      { SLUG_SUBSTITUTIONS: [["C++", "cpp"]] },
      {
        SLUG_REGEX_SUBSTITUTIONS: [
          ["C\\+\\+", "cpp"],
          ["[^\\w\\s-]", ""],
          ["(?u)\\A\\s*", ""],
          ["(?u)\\s*\\Z", ""],
          ["[-\\s]+", "-"],
        ],
        AUTHOR_REGEX_SUBSTITUTIONS: [
          ["[^\\w\\s-]", ""],
          ["(?u)\\A\\s*", ""],
          ["(?u)\\s*\\Z", ""],
          ["[-\\s]+", "-"],
        ],
      },
    ],
    [
      { TAG_SUBSTITUTIONS: [["C#", "c\\s", true]] },
      {
        TAG_REGEX_SUBSTITUTIONS: [
          ["C\\#", "c\\\\s"],
          ["(?u)\\A\\s*", ""],
          ["(?u)\\s*\\Z", ""],
        ],
      },
    ],
    [
      { CLEAN_URLS: true, ARTICLE_URL: "x" },
      {
        ARTICLE_URL: "{slug}/",
        ARTICLE_LANG_URL: "{slug}-{lang}/",
        PAGE_URL: "pages/{slug}/",
        PAGE_LANG_URL: "pages/{slug}-{lang}/",
      },
    ],
    [{ SITENAME: "A" }, { SITENAME: "A" }],
  ];

for (const [old, now] of RENEWED) {
  test(`names of earlier Pelicans: ${Object.keys(old)}`, () => {
    const settings = Object.entries(old).map(([name, value]) => ({ name, value, place: "pelicanconf.py:1" }));
    assert.equal(Object.fromEntries(renewed(settings).map(({ name, value }) => [name, value])), now);
  });
}

test("an address of posts in folders is put before all addresses", () => {
  const settings = [{ name: "ARTICLE_PERMALINK_STRUCTURE", value: "/%Y/%(category)s/", place: "pelicanconf.py:1" }];
  const now = Object.fromEntries(renewed(settings).map(({ name, value }) => [name, value]));
  assert.is(now.ARTICLE_SAVE_AS, "{date:%Y}/{category}/{slug}.html");
  assert.is(now.PAGE_LANG_URL, "{date:%Y}/{category}/pages/{slug}-{lang}.html");
});

test("plugins are known by all the names that they are installed under", () => {
  const names = [
    "neighbors",
    "pelican.plugins.sitemap",
    "pelican-search",
    "plugins.assets",
    "minchin.pelican.plugins.minify",
  ];
  assert.equal(new Set(pluginsTold(names).map(({ kind }) => kind)), new Set(["here"]));
});

test("of plugins that gave addresses it is said that these move", () => {
  const { out } = initIn({ ...CONTENT, "pelicanconf.py": "PLUGINS = ['permalinks', 'gallery']\n" });
  assert.match(out, "permalinks  not here: addresses of its own: write them as Url and Save_as");
  assert.match(out, "Addresses move with 1 of the plugins that are missed: read it above.");
  assert.match(out, "; 2 of 2 plugins are missed.");
});

test("plugins that read what convert makes pages of say so", () => {
  const told = pluginsTold(["asciidoc_reader", "pelican_jupyter"]).map(({ text }) => text);
  assert.equal(told, [
    "not here: AsciiDoc is not read; this makes pages of it: npx eleventy-pelican convert",
    "not here: notebooks are not read; this makes pages of them: npx eleventy-pelican convert",
  ]);
});

test("paths from the disk's root are paths in the content folder", () => {
  const { config } = initIn({
    ...CONTENT,
    "pelicanconf.py":
      "import os\nHERE = os.path.dirname(os.path.abspath(__file__))\nPATH = os.path.join(HERE, 'content')\nARTICLE_PATHS = [PATH, os.path.join(PATH, 'blog')]\n",
  });
  assert.match(config(), 'articlePaths: ["", "blog"]');
  assert.match(config(), 'input: "content"');
});

test.run();
