import { rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../src/plugin/eleventy.ts";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { snapshot, temporaryFolder } from "../build-tree.ts";
import { type BlogBuilt, type BlogOptions, buildBlog, type PostsAndFiles } from "../site-helpers.ts";

const reuse = suite("build: pages that are reused");

const PAGES: PostsAndFiles = {
  "pages/home.md": {
    Title: "Home",
    Url: "",
    Save_as: "index.html",
    Top_menu_show: "True",
    body: "See [crew]({filename}crew.md).",
  },
  "pages/about.md": {
    Title: "About",
    Url: "about",
    Save_as: "about.html",
    Top_menu_show: "True",
    body: "## One\n\nText.",
  },
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
/** Eleventy's own front matter may say anything. */
const ALWAYS = ["pages/own.md"];

const LAYOUT =
  '{% extends "layouts/base.njk" %}{% block main %}<main id="content">{{ content | safe }}</main>{% endblock %}';

interface Site {
  readonly edit: (files: PostsAndFiles) => void;
  readonly remove: (file: string) => void;
  readonly build: (settings?: SettingsInput, options?: BlogOptions) => Promise<BlogBuilt>;
  readonly folder: string;
}

function test(name: string, use: (site: Site) => Promise<void>): void {
  reuse(name, async () => {
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
      return buildBlog(files, { reusePages: true, ...settings }, { ...options, folder });
    };
    try {
      await use({ edit, remove, build, folder });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** Builds warm and then cold: both must be the same, what is written and what is said. */
async function buildTwice(
  { build }: Site,
  settings: SettingsInput = {},
  options: BlogOptions = {},
): Promise<readonly string[]> {
  const warm = await build(settings, options);
  const written = snapshot(warm.output);
  const cold = await build({ ...settings, reusePages: false }, options);
  assert.equal(Object.keys(written).sort(), Object.keys(snapshot(cold.output)).sort());
  assert.equal(written, snapshot(cold.output));
  assert.is(findingsOf(warm), findingsOf(cold));
  assert.is(warm.exitCode, cold.exitCode);
  return pagesOf(warm.made);
}

/** What is printed, but for how much Eleventy made, and how fast. */
function findingsOf({ printed }: BlogBuilt): string {
  return printed.replace(/^\[11ty\] Wrote .*$/gm, "");
}

/** Without what stands for no file of the content: lists, feeds and the like. */
function pagesOf(made: readonly string[]): readonly string[] {
  return made.filter((path) => !/^pelican-[\w-]+\.njk$/.test(path));
}

test("the first build makes all, and the next one what Eleventy's own front matter calls for", async (site) => {
  assert.equal(await buildTwice(site), ALL);
  assert.equal(await buildTwice(site), ALWAYS);
});

const EDITS: readonly (readonly [
  what: string,
  edits: PostsAndFiles,
  made: readonly string[],
  settings?: SettingsInput,
])[] = [
  [
    "a text",
    { "pages/crew.md": { Title: "Crew", Url: "crew", Save_as: "crew.html", Parent_id: "about", body: "Other." } },
    ["pages/crew.md"],
  ],
  [
    "a text of a page with an odd name",
    { "pages/ä (1) [x].md": { Title: "Odd", Url: "odd", Save_as: "odd.html", body: "Ö" } },
    ["pages/ä (1) [x].md"],
  ],
  [
    "a text of a page with dots in its name",
    { "pages/a.b.md": { Title: "Dots", Url: "dots", Save_as: "dots.html", body: "." } },
    ["pages/a.b.md"],
  ],
  [
    "a text of a page whose name begins another's",
    {
      "pages/about.md": { Title: "About", Url: "about", Save_as: "about.html", Top_menu_show: "True", body: "Other." },
    },
    ["pages/about.md"],
  ],
  [
    "a broken text",
    { "pages/broken.md": { Title: "Broken", Url: "broken", Save_as: "broken.html", body: "<div><p>Never closed!" } },
    ["pages/broken.md"],
  ],
  [
    "an address that a page leads to",
    { "pages/crew.md": { Title: "Crew", Url: "team", Save_as: "team.html", Parent_id: "about" } },
    ["pages/crew.md", "pages/home.md"],
  ],
  ["a new page", { "pages/new.md": { Title: "New", Url: "new", Save_as: "new.html" } }, ["pages/new.md"]],
  [
    "a new post",
    { "three.md": { Title: "Three", Date: "2020-01-03", Tags: "red", body: "Third." } },
    ["three.md", "two.md"],
  ],
  [
    "a page above",
    { "pages/about.md": { Title: "All about", Url: "about", Save_as: "about.html", body: "## One\n\nText." } },
    ALL,
  ],
  [
    "a label in the top menu",
    { "pages/home.md": { Title: "Home", Url: "", Save_as: "index.html", Top_menu_show: "True", Menu_name: "Start" } },
    ALL,
  ],
];

for (const [what, edits, made, settings] of EDITS) {
  test(`only what ${what} changes is made again, and all is as in a build that reuses nothing`, async (site) => {
    await site.build(settings);
    site.edit(edits);
    assert.equal(await buildTwice(site, settings), [...new Set([...made, ...ALWAYS])].sort());
  });
}

test("pages with names that mean something in a glob are found", async (site) => {
  const names = [
    "(x|y).md",
    "{a,b}.md",
    "!not.md",
    "a+b.md",
    "日本語.md",
    "😀.md",
    "@(home).markdown",
    "q[1].html",
    "-.md",
  ];
  const named = (text: string) =>
    Object.fromEntries(
      names.map((name, index) => [
        `pages/${name}`,
        { Title: `Odd ${index}`, Url: `odd${index}`, Save_as: `odd${index}.html`, body: text },
      ]),
    );
  site.edit(named("Text."));
  await site.build();
  site.edit(named("Other text."));
  const made = await buildTwice(site);
  for (const name of names) assert.ok(made.includes(`pages/${name}`), name);
  assert.not(made.includes("pages/about.md"));
});

test("a page that is gone leaves nothing behind", async (site) => {
  await site.build();
  site.remove("pages/about-us.md");
  assert.equal(await buildTwice(site), ALWAYS);
});

for (const [what, settings, options] of [
  ["a setting", { siteName: "Other" }, {}],
  ["a layout", {}, { includes: { "layouts/single-column.njk": LAYOUT } }],
  ["an include of an include", {}, { includes: { "partials/breadcrumb.njk": "<p>Here</p>" } }],
  ["a stylesheet", {}, { includes: { "assets/style.css": "p { color: red; }" } }],
] as const) {
  test(`${what} that changes makes all pages again`, async (site) => {
    await site.build();
    assert.equal(await buildTwice(site, settings, options), ALL);
  });
}

for (const [what, layout] of [
  ["a filter of the site's", "{{ title | shout }}"],
  ["the clock", "{{ page.date }}"],
  ["a function", "{{ now() }}"],
  ["a front matter that computes", "---\neleventyComputed:\n  a: b\n---\n"],
] as const) {
  test(`pages with a layout that has ${what} are made always`, async (site) => {
    const options: BlogOptions = {
      includes: { "layouts/single-column.njk": `${layout}${LAYOUT}` },
      configure: (config) => {
        config.addFilter("shout", (text: string) => text.toUpperCase());
        (config as EleventyConfig & { addNunjucksGlobal(name: string, value: unknown): void }).addNunjucksGlobal(
          "now",
          () => "soon",
        );
      },
    };
    await site.build({}, options);
    assert.equal(
      (await site.build({}, options)).made.length,
      (await site.build({ reusePages: false }, options)).made.length,
    );
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
  ["a listener", (config) => config.on("eleventy.after", () => {}), "the configuration waits for “eleventy.after”"],
] as const satisfies readonly (readonly [string, (config: EleventyConfig) => void, string])[]) {
  test(`nothing is reused where the configuration adds ${what}, and it is told`, async (site) => {
    const options: BlogOptions = { configure: add };
    await site.build({}, options);
    const { made, printed } = await site.build({}, options);
    assert.equal(
      pagesOf(made).filter((path) => path !== "own.njk"),
      ALL,
    );
    assert.match(printed, `No page of the last build is reused: ${said}.`);
  });
}

for (const [file, text, said] of [
  [
    "count.njk",
    "---\npermalink: count.txt\n---\n{{ collections.all | length }}",
    "count.njk is a template, or data for some",
  ],
  ["pages/pages.json", "{}", "pages/pages.json is a template, or data for some"],
  ["pages/crew.11tydata.json", "{}", "pages/crew.11tydata.json is a template, or data for some"],
] as const) {
  test(`nothing is reused where the content has ${file}, and it is told`, async (site) => {
    await site.build();
    site.edit({ [file]: new TextEncoder().encode(text) });
    const { made, printed, has, read } = await site.build();
    assert.equal(
      pagesOf(made).filter((path) => path !== file),
      ALL,
    );
    assert.match(printed, `No page of the last build is reused: ${said}.`);
    if (has("count.txt")) assert.is(read("count.txt"), String(ALL.length + 1));
  });
}

test("nothing is reused where a layout asks for the collections, and it is told", async (site) => {
  const options = { includes: { "layouts/wide.njk": `${LAYOUT}{{ collections.all | length }}` } };
  await site.build({}, options);
  const { made, printed } = await site.build({}, options);
  assert.equal(pagesOf(made), ALL);
  assert.match(printed, "No page of the last build is reused: wide.njk asks Eleventy for other pages.");
});

reuse.run();
