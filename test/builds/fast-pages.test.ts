import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../src/plugin/eleventy/config.ts";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { snapshot, temporaryFolder } from "../build-tree.ts";
import { type BlogBuilt, type BlogOptions, buildBlog, type PostsAndFiles } from "../site-helpers.ts";

const fast = suite("build: pages made without Eleventy");

const ABOUT = { Title: "About", Url: "about", Save_as: "about.html", Top_menu_show: "True", body: "## One\n\nText." };
const PAGES: PostsAndFiles = {
  "pages/home.md": {
    Title: "Home",
    Url: "",
    Save_as: "index.html",
    Top_menu_show: "True",
    body: "See [crew]({filename}crew.md).",
  },
  "pages/about.md": ABOUT,
  "pages/about-us.md": { Title: "About us", Url: "about-us", Save_as: "about-us.html", Parent_id: "about" },
  "pages/crew.md": { Title: "Crew", Url: "crew", Save_as: "crew.html", Parent_id: "about", body: "- a\n- b — c" },
  "pages/ä (1) [x].md": { Title: "Odd", Url: "odd", Save_as: "odd.html" },
  "pages/a.b.md": { Title: "Dots", Url: "dots", Save_as: "dots.html" },
  "pages/old.html": "<html><head><title>Old</title></head><body><p>By hand.</p></body></html>",
  "pages/broken.md": { Title: "Broken", Url: "broken", Save_as: "broken.html", body: "<div><p>Never closed." },
  "pages/own.md": "---\ntitle: Own\nlayout: layouts/wide.njk\ntags: [x]\n---\nIn Eleventy's form.\n",
  "one.md": { Title: "One", Date: "2020-01-01", Tags: "red", body: "First post." },
  "two.md": { Title: "Two", Date: "2020-01-02", Tags: "red, blue", body: "Second post." },
};
const ALL = Object.keys(PAGES).sort();
/** Its front matter is Eleventy's own, and may say anything. */
const OWN = ["pages/own.md"];
const FAST = ALL.length - OWN.length;

const LAYOUT =
  '{% extends "layouts/base.njk" %}{% block main %}<main id="content">{{ content | safe }}</main>{% endblock %}';

interface Site {
  readonly edit: (files: PostsAndFiles) => void;
  readonly remove: (file: string) => void;
  readonly build: (settings?: SettingsInput, options?: BlogOptions) => Promise<BlogBuilt>;
  readonly folder: string;
}

function test(name: string, use: (site: Site) => Promise<void>): void {
  fast(name, async () => {
    const folder = temporaryFolder();
    let files = PAGES;
    const edit = (edits: PostsAndFiles) => {
      files = { ...files, ...edits };
    };
    const remove = (file: string) => {
      files = Object.fromEntries(Object.entries(files).filter(([path]) => path !== file));
      rmSync(join(folder, "content", file));
    };
    const build = (settings: SettingsInput = {}, options: BlogOptions = {}) => {
      rmSync(join(folder, "site"), { recursive: true, force: true });
      const configure = (config: EleventyConfig) => {
        // Else Eleventy would take the texts that it read in an earlier build of this process.
        config.setUseTemplateCache(false);
        options.configure?.(config);
      };
      return buildBlog(files, { fastPages: true, ...settings }, { ...options, configure, folder });
    };
    try {
      await use({ edit, remove, build, folder });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/**
 * Builds, and once more with all pages made by Eleventy: both must be the same, what is written and what is said.
 *
 * @returns how many pages were made without Eleventy, and not taken from the build before
 */
async function buildTwice({ build }: Site, settings: SettingsInput = {}, options: BlogOptions = {}): Promise<number> {
  const fast = await build(settings, options);
  const written = snapshot(fast.output);
  const slow = await build({ ...settings, fastPages: false }, options);
  assert.equal(Object.keys(written).sort(), Object.keys(snapshot(slow.output)).sort());
  assert.equal(written, snapshot(slow.output));
  assert.is(findingsOf(fast), findingsOf(slow));
  assert.is(fast.exitCode, slow.exitCode);
  return Number(/^Pages without Eleventy: (\d+) made, \d+ as before\.$/m.exec(fast.printed)?.[1]);
}

/** What is printed, but for how much Eleventy made, and how fast, which it also tells of what is slow. */
function findingsOf({ printed }: BlogBuilt): string {
  return printed
    .replace(/^(?:\[11ty\] (?:Wrote|Benchmark)|Pages without Eleventy:|fastPages is off for this build:) .*$\n?/gm, "")
    .trim();
}

/** Without what stands for no file of the content: lists, feeds and the like. */
function pagesOf(made: readonly string[]): readonly string[] {
  return made.filter((path) => !/^pelican-[\w-]+\.njk$/.test(path));
}

test("the first build makes all, and the next one none; Eleventy makes what has a front matter of its own", async (site) => {
  assert.is(await buildTwice(site), FAST);
  assert.is(await buildTwice(site), 0);
  assert.equal(pagesOf((await site.build()).made), OWN);
});

test("with so many pages that a worker helps, all are the same", async (site) => {
  const many = Array.from({ length: 600 }, (_, number) => {
    const body = `## Ä ${number}\n\nText  *${number}*.\n\n${number % 50 === 0 ? "<div onclick=x><p>Odd" : "- a\n- b"}`;
    return [
      `pages/many/${number}.md`,
      { Title: `Page ${number}`, Url: `many/${number}`, Save_as: `many/${number}.html`, Parent_id: "about", body },
    ] as const;
  });
  site.edit(Object.fromEntries(many));
  assert.is(await buildTwice(site), FAST + many.length);
  site.edit({ "pages/about.md": { ...ABOUT, body: "Other." } });
  assert.is(await buildTwice(site), 1);
});

test("with parts in other languages, and a list in a layout of the site's own, all are the same", async (site) => {
  const languages: SettingsInput = { i18nSubsites: { de: {} }, lists: { directTemplates: ["index", "shelf"] } };
  const ofShelf = { includes: { "layouts/shelf.njk": LAYOUT } };
  site.edit({ "one-de.md": { Title: "Eins", Slug: "one", Lang: "de", Date: "2020-01-01" } });
  assert.is(await buildTwice(site, languages, ofShelf), FAST + 1);
  assert.is(await buildTwice(site, languages, ofShelf), 0);
});

const EDITS: readonly (readonly [what: string, edits: PostsAndFiles, made: number, settings?: SettingsInput])[] = [
  [
    "a text",
    { "pages/crew.md": { Title: "Crew", Url: "crew", Save_as: "crew.html", Parent_id: "about", body: "Other." } },
    1,
  ],
  [
    "a text of a page with an odd name",
    { "pages/ä (1) [x].md": { Title: "Odd", Url: "odd", Save_as: "odd.html", body: "Ö" } },
    1,
  ],
  [
    "a text of a page with dots in its name",
    { "pages/a.b.md": { Title: "Dots", Url: "dots", Save_as: "dots.html", body: "." } },
    1,
  ],
  [
    "a text of a page whose name begins another's",
    {
      "pages/about.md": { Title: "About", Url: "about", Save_as: "about.html", Top_menu_show: "True", body: "Other." },
    },
    1,
  ],
  [
    "a broken text",
    { "pages/broken.md": { Title: "Broken", Url: "broken", Save_as: "broken.html", body: "<div><p>Never closed!" } },
    1,
  ],
  [
    "an address that a page leads to",
    { "pages/crew.md": { Title: "Crew", Url: "team", Save_as: "team.html", Parent_id: "about" } },
    2,
  ],
  ["a new page", { "pages/new.md": { Title: "New", Url: "new", Save_as: "new.html" } }, 1],
  ["a new post", { "three.md": { Title: "Three", Date: "2020-01-03", Tags: "red", body: "Third." } }, 2],
  [
    "a page above",
    { "pages/about.md": { Title: "All about", Url: "about", Save_as: "about.html", body: "## One\n\nText." } },
    FAST,
  ],
  [
    "a label in the top menu",
    { "pages/home.md": { Title: "Home", Url: "", Save_as: "index.html", Top_menu_show: "True", Menu_name: "Start" } },
    FAST,
  ],
];

for (const [what, edits, made, settings] of EDITS) {
  test(`only what ${what} changes is made again, and all is as where Eleventy makes all`, async (site) => {
    await site.build(settings);
    site.edit(edits);
    assert.is(await buildTwice(site, settings), made);
  });
}

test("Eleventy finds its pages, whatever they are called", async (site) => {
  const names = [
    "(x|y).md",
    "{a,b}.md",
    "!not.md",
    "a+b.md",
    "日本語.md",
    "😀.md",
    "@(home).markdown",
    "-.md",
    "q ?*.md",
  ];
  const own = (name: string, index: number) => `---\ntitle: Odd ${name}\npermalink: odd${index}.html\n---\nText.\n`;
  site.edit(Object.fromEntries(names.map((name, index) => [`pages/${name}`, own(name.length.toString(), index)])));
  assert.is(await buildTwice(site), FAST);
  const { has, made } = await site.build();
  for (const [index, name] of names.entries()) assert.ok(has(`odd${index}.html`), name);
  assert.ok(names.every((name) => made.includes(`pages/${name}`)));
  assert.not(made.includes("pages/about.md"));
});

test("a page that is gone leaves nothing behind", async (site) => {
  await site.build();
  site.remove("pages/about-us.md");
  assert.is(await buildTwice(site), 0);
});

for (const [what, settings, options] of [
  ["a setting", { siteName: "Other" }, {}],
  ["a layout", {}, { includes: { "layouts/single-column.njk": LAYOUT } }],
  ["an include of an include", {}, { includes: { "partials/breadcrumb.njk": "<p>Here</p>" } }],
  ["a stylesheet", {}, { includes: { "assets/style.css": "p { color: red; }" } }],
] as const) {
  test(`${what} that changes makes all pages again`, async (site) => {
    await site.build();
    assert.is(await buildTwice(site, settings, options), FAST);
  });
}

for (const [what, layout] of [
  ["a constant of the site's", "{{ motto }}"],
  ["the clock", "{{ page.date }}"],
  ["a function", "{{ range(3) }}"],
  ["a front matter that computes", "---\neleventyComputed:\n  a: b\n---\n"],
] as const) {
  test(`Eleventy makes the pages with a layout that has ${what}`, async (site) => {
    const options: BlogOptions = {
      includes: { "layouts/single-column.njk": `${layout}${LAYOUT}` },
      configure: (config) => config.addNunjucksGlobal("motto", "Ahoy"),
    };
    await buildTwice(site, {}, options);
    assert.equal((await site.build({}, options)).made, (await site.build({ fastPages: false }, options)).made);
  });
}

for (const [what, layout] of [
  ["filter", "{{ title | shout }}"],
  ["shortcode", "{% crew %}"],
  ["function", "{{ tide() }}"],
] as const) {
  test(`Eleventy makes all pages where a layout calls a ${what} of the site's, which may look at other pages`, async (site) => {
    const options: BlogOptions = {
      includes: { "layouts/wide.njk": `${layout}${LAYOUT}` },
      configure: (config) => {
        config.addFilter("shout", (text: string) => text.toUpperCase());
        config.addShortcode("crew", function () {
          return String(this.ctx.collections.all.length);
        });
        config.addNunjucksGlobal("tide", () => "low");
      },
    };
    site.edit({ "pages/wide.md": { Title: "Wide", Content_layout: "wide" } });
    await buildTwice(site, {}, options);
    assert.match((await site.build({}, options)).printed, "fastPages is off for this build: wide.njk uses “");
  });
}

for (const [what, add, said] of [
  [
    "a collection",
    (config) => config.addCollection("own", () => []),
    "the collection “own” is added by the configuration",
  ],
  [
    "a transform",
    (config) => config.addTransform("own", (text) => text),
    "the transform “own” is added by the configuration",
  ],
  [
    "a virtual template",
    (config) => config.addTemplate("own.njk", "x", { permalink: "own.txt" }),
    "the virtual template “own.njk” is added by the configuration",
  ],
  [
    "a preprocessor",
    (config) => config.addPreprocessor("own", "md", () => {}),
    "the preprocessor “own” is added by the configuration",
  ],
  [
    "template formats without njk",
    (config) => config.setTemplateFormats(["md", "html"]),
    "“njk” is not among the template formats",
  ],
  [
    "an alias of a layout",
    (config) => config.addLayoutAlias("layouts/single-column.njk", "layouts/wide.njk"),
    "the layout “layouts/single-column.njk” is another by an alias",
  ],
  [
    "a listener",
    (config) => config.on("eleventy.after", () => {}),
    "the listener to “eleventy.after” is added by the configuration",
  ],
  [
    "a listener before",
    (config) => config.on("eleventy.before", () => {}),
    "the listener to “eleventy.before” is added by the configuration",
  ],
  [
    "a preprocessor with a name such as the plugin's",
    (config) => config.addPreprocessor("pelican-own", "md", () => {}),
    "the preprocessor “pelican-own” is added by the configuration",
  ],
  [
    "a transform in the plugin's place",
    (config) => config.addPlugin((later: EleventyConfig) => later.addTransform("pelican-minify", (text) => text)),
    "the transform “pelican-minify” is added by the configuration",
  ],
  [
    "a Markdown library of its own",
    (config) => config.addPlugin((later: EleventyConfig) => later.setLibrary("md", { render: (text: string) => text })),
    "the library for “md” is added by the configuration",
  ],
  [
    "an Eleventy option for addresses",
    (config) => config.addUrlTransform(() => undefined),
    "a URL transform is added by the configuration",
  ],
] as const satisfies readonly (readonly [string, (config: EleventyConfig) => void, string])[]) {
  test(`Eleventy makes all pages where the configuration adds ${what}, and it is told`, async (site) => {
    const { made, printed } = await site.build({}, { configure: add });
    assert.equal(
      pagesOf(made).filter((path) => path !== "own.njk"),
      ALL,
    );
    assert.match(printed, `fastPages is off for this build: ${said}.`);
  });
}

for (const [file, text, said] of [
  ["count.njk", "---\npermalink: count.txt\n---\n{{ collections.all | length }}", "count.njk is a template"],
  ["pages/pages.json", "{}", "pages/pages.json is directory or template data"],
  ["pages/crew.json", "{}", "pages/crew.json is directory or template data"],
  ["content.json", "{}", "content.json is directory or template data"],
  ["pages/crew.11tydata.json", "{}", "pages/crew.11tydata.json is directory or template data"],
  [
    "pages/list.md",
    "---\ntitle: List\npagination: { data: collections.all, size: 100 }\npermalink: list.html\n---\nAll.\n",
    "pages/list.md uses “collections”, which may ask Eleventy for other pages",
  ],
] as const) {
  test(`Eleventy makes all pages where the content has ${file}, and it is told`, async (site) => {
    await site.build();
    site.edit({ [file]: new TextEncoder().encode(text) });
    const { made, printed, has, read } = await site.build();
    assert.equal(
      pagesOf(made).filter((path) => path !== file),
      ALL,
    );
    assert.match(printed, `fastPages is off for this build: ${said}.`);
    if (has("count.txt")) assert.is(read("count.txt"), String(ALL.length + 1));
  });
}

for (const engine of ["liquid", "njk"]) {
  test(`Eleventy makes the pages whose text is a template to it: ${engine}`, async (site) => {
    const options = { returned: { markdownTemplateEngine: engine, htmlTemplateEngine: engine } };
    site.edit({
      "pages/crew.md": {
        Title: "Crew",
        Url: "crew",
        Save_as: "crew.html",
        Parent_id: "about",
        body: "{{ 1 | plus: 1 }}",
      },
      "pages/old.html": "<html><head><title>Old</title></head><body><p>{% raw %}By hand.{% endraw %}</p></body></html>",
    });
    if (engine === "njk")
      site.edit({ "pages/crew.md": { Title: "Crew", Save_as: "crew.html", body: "{# gone #}Here." } });
    assert.is(await buildTwice(site, {}, options), FAST - 2);
    assert.is(await buildTwice(site, {}, options), 0);
    assert.equal(pagesOf((await site.build({}, options)).made), [...OWN, "pages/crew.md", "pages/old.html"].sort());
  });
}

test("an include of the project's folder is read as Nunjucks reads it: before the theme's", async (site) => {
  // The project's folder is this one, and it has no such folder as this.
  const layout =
    '{% extends "layouts/base.njk" %}{% block main %}{% include "test/fixtures/include.njk" %}{% endblock %}';
  const options = { includes: { "layouts/single-column.njk": layout } };
  assert.is(await buildTwice(site, {}, options), FAST);
});

test("data of the data folder and of the layout are printed as Eleventy prints them", async (site) => {
  const layout =
    '---\ndataLayout: my-own\n---\n{% extends "layouts/base.njk" %}{% block main %}{{ club.name }}, {{ dataLayout }}, {{ title }}, {{ none }}{% endblock %}';
  const options = { includes: { "layouts/single-column.njk": layout } };
  mkdirSync(join(site.folder, "data"));
  writeFileSync(join(site.folder, "data/club.json"), '{ "name": "The <harbour>" }');
  writeFileSync(join(site.folder, "data/empty.json"), "");
  assert.is(await buildTwice(site, {}, options), FAST);
  assert.match((await site.build({}, options)).read("about.html"), "The &lt;harbour&gt;, my-own, About,");
  writeFileSync(join(site.folder, "data/club.json"), '{ "name": "Other" }');
  assert.is(await buildTwice(site, {}, options), FAST);
});

test("data of several places become one as Eleventy merges them", async (site) => {
  const layout =
    '---\nport: none\n---\n{% extends "layouts/base.njk" %}{% block main %}{{ club.name }}, {{ club.town }}, {{ list | join }}, {{ boat | dump | safe }}, {{ port }}{% endblock %}';
  const options = { includes: { "layouts/single-column.njk": layout } };
  mkdirSync(join(site.folder, "data"));
  for (const [name, text] of [
    ["club", '{ "name": "Crew", "town": "Delft" }'],
    ["list", '["a"]'],
    ["boat", '{ "name": "Otter" }'],
    ["port", '"left"'],
  ] as const)
    writeFileSync(join(site.folder, `data/${name}.json`), text);
  site.edit({ "pages/about.md": { ...ABOUT, Boat: "Swan", Port: "right" } });
  assert.is(await buildTwice(site, {}, options), FAST);
  assert.match((await site.build({}, options)).read("about.html"), '{"name":"Otter"}, right');
});

test("a layout that cannot be printed ends the build, and it is named with a page", async (site) => {
  const { exitCode, printed } = await site.build({}, { includes: { "layouts/single-column.njk": "{% if %}" } });
  assert.is(exitCode, 1);
  assert.match(
    printed,
    /^\[11ty\] one\.md cannot be printed: \(.*layouts[/\\]single-column\.njk\) \[Line 1, Column 7\]$/m,
  );
  assert.match(printed, "unexpected token: %}");
  assert.not.match(printed, "stack trace");
});

const DATA: Readonly<Record<string, string>> = {
  "layout.json": '"layouts/wide.njk"',
  "draft.json": "false",
  "lang.json": '"en"',
};

for (const [file, said] of [
  ["club.js", "club.js"],
  ["eleventyComputed.json", "eleventyComputed.json"],
  ["clubs/one.json", "clubs/one.json"],
  ["layout.json", "layout.json"],
  ["draft.json", "draft.json"],
  ["lang.json", "lang.json"],
] as const) {
  test(`Eleventy makes all pages where the data folder has ${file}, and it is told`, async (site) => {
    mkdirSync(join(site.folder, "data/clubs"), { recursive: true });
    writeFileSync(
      join(site.folder, "data", file),
      file.endsWith(".js") ? "module.exports = {};" : (DATA[file] ?? "{}"),
    );
    const { made, printed } = await site.build();
    assert.equal(pagesOf(made), ALL);
    assert.match(
      printed,
      `fastPages is off for this build: ${said} in the data folder is computed, or has a name that means something to Eleventy.`,
    );
  });
}

test("Eleventy makes all pages where a layout asks for the collections, and it is told", async (site) => {
  const options = { includes: { "layouts/wide.njk": `${LAYOUT}{{ collections.all | length }}` } };
  const { made, printed } = await site.build({}, options);
  assert.equal(pagesOf(made), ALL);
  assert.match(
    printed,
    "fastPages is off for this build: wide.njk uses “collections”, which may ask Eleventy for other pages.",
  );
});

fast.run();
