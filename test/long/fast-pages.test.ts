/**
 * Whatever a small site is made of, `fastPages` writes and says the same: at first, once more, and after something has
 * changed. `PELICAN_FACTOR=20 npm run test:long -- fast-pages` tries more sites.
 */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../src/plugin/eleventy/config.ts";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import { snapshot, temporaryFolder, writeTree } from "../build-tree.ts";
import { SEED, times } from "../hostile/seed.ts";
import { type BlogBuilt, buildBlog } from "../site-helpers.ts";

/** What a layout is put together of. */
const SNIPPETS = [
  "{{ software }}{{ mood }}",
  "{{ title | upper }}",
  "{{ motto }}",
  "{{ tags }}{{ tags | join(', ') }}{{ authors }}",
  "{{ club.name }}{% for one in club.list %}{{ loop.index }}{{ one }}{% endfor %}",
  "{{ permalink }}{{ layout }}{{ dataLayout }}{{ dynamicPermalink }}",
  "{{ status }}{{ lang }}{{ slug }}{{ category }}{{ summary }}{{ date }}{{ modified }}{{ draft }}",
  "{{ eleventyNavigation.key }}{{ eleventyNavigation.title }}{{ eleventyNavigation.order }}",
  "{{ templateEngineOverride }}{{ eleventyExcludeFromCollections }}",
  "{{ pelican.page.metadata | dump | safe }}{{ pelican.head | dump | safe }}",
  "{% for name, part in pelican %}{{ name }}{% endfor %}",
  "{{ collections.navigation | length }}",
  "{% include 'part.njk' %}",
  "{% set a = title %}{% if a %}{{ a | length }}{% else %}{{ nothing }}{% endif %}",
  "{{ '/assets/style.css' | asset }}",
  "{% macro twice(a) %}{{ a }}{{ a }}{% endmacro %}{{ twice(title) }}",
];
/** The same, of more than a page's own data. */
const IMPURE = [
  "{{ tide() }}",
  "{{ title | shout }}",
  "{% crew %}",
  "{{ collections.pages | length }}",
  "{{ page.url }}",
];
const FRONT_MATTERS = ["", "---\ndataLayout: own\n---\n", "---\nmood: happy\n---\n", "---\nlang: fr\n---\n"];

const DATA_FILES = {
  "club.json": ['{ "name": "Crew", "list": [1, 2] }', '{ "name": "<Harbour>", "list": ["a"] }'],
  "mood.json": ['"calm"', '"cross"'],
  "dataLayout.json": ['"wide"'],
  "software.json": ['["a", "b"]', '{ "a": 1 }'],
};
/** Data whose names mean something to pages. */
const MEANINGFUL = {
  "layout.json": ['"layouts/wide.njk"'],
  "tags.json": ['["all-of-us"]'],
  "draft.json": ["true"],
  "lang.json": ['"de"'],
  "category.json": ['"one"'],
  "date.json": ['"2021-01-01"'],
  "status.json": ['"hidden"'],
};
const FOLDER_DATA = {
  "pages/pages.json": ['{ "lang": "de" }', '{ "software": "x" }'],
  "content.json": ['{ "mood": "sad" }'],
};
const TEMPLATES = {
  "extra.njk": [
    "---\npermalink: extra.txt\n---\n{{ collections.all | length }}",
    "---\npermalink: extra.txt\n---\nExtra.",
  ],
  "pages/own.md": [
    "---\ntitle: Own\ntags: [x]\n---\nOwn.\n",
    "---\ntitle: Own\npermalink: /own/{{ collections.all.length }}/\n---\n",
  ],
};

/** What configurations do; `says` is what an imported module would say. */
function addFunctions(config: EleventyConfig, says: string): void {
  config.addNunjucksGlobal("motto", says);
  config.addNunjucksGlobal("tide", () => says);
  config.addFilter("shout", (text: string) => `${text}${says}`);
  config.addShortcode("crew", function () {
    return `${says}${this.ctx.collections.all.length}`;
  });
}

const ADDITIONS: readonly ((config: EleventyConfig, says: string) => unknown)[] = [
  (config, says) => config.addFilter("upper", (text: string) => `${text}${says}`),
  (config, says) => config.addPlugin((later: EleventyConfig) => later.addFilter("asset", () => says)),
  (config, says) => config.addTransform("own", (text) => `${text}<!-- ${says} -->`),
  (config, says) => config.addGlobalData("mood", () => says),
  (config, says) =>
    config.addPreprocessor("own", "md", (data) => {
      data.software = says;
    }),
  (config) => config.setNunjucksEnvironmentOptions({ trimBlocks: true }),
  (config) => config.setNunjucksEnvironmentOptions({ autoescape: false }),
  (config) => config.setTemplateFormats(["html", "njk"]),
  (config) => config.addUrlTransform(({ url }) => url),
  (config) => config.addPreprocessor("drafts", "md", (data) => (data.software ? false : undefined)),
];

/** A value that may be there. */
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const rarely = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const oneOf = (...texts: readonly string[]) => fc.constantFrom(...texts);

/** Files of which some are there, each with one of its texts. */
const filesOf = (all: Readonly<Record<string, readonly string[]>>, most: number) =>
  fc
    .uniqueArray(fc.constantFrom(...Object.keys(all)), { maxLength: most })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, oneOf(...(all[name] ?? []))]))));

const header = fc.record({
  Url: maybe(oneOf("a", "a/b", "c")),
  Save_as: maybe(oneOf("a.html", "b/index.html", "b/../c.html", "./d.html", "e//f.html", "g.txt", "H.html")),
  Top_menu_show: rarely(oneOf("true")),
  Content_layout: rarely(oneOf("wide", "multiple-columns")),
  Status: rarely(oneOf("draft", "hidden", "published", "odd")),
  Date: rarely(oneOf("2020-02-02", "2999-01-01", "never")),
  Modified: rarely(oneOf("2021-02-02")),
  Tags: maybe(oneOf("red, blue", "red")),
  Category: rarely(oneOf("boats")),
  Lang: rarely(oneOf("de")),
  Authors: rarely(oneOf("Ann; Ben")),
  Summary: rarely(oneOf("Short.")),
  Software: maybe(oneOf("Prosody", "a {{ title }}", "<b>")),
  Own: rarely(oneOf("x")),
  Permalink: rarely(oneOf("/elsewhere/")),
  Layout: rarely(oneOf("layouts/wide.njk")),
  Draft: rarely(oneOf("true", "false")),
  Pagination: rarely(oneOf("x")),
});
const body = oneOf(
  "Text.",
  "## One\n\n- a\n- b",
  "{{ title }}",
  "{% raw %}x{% endraw %}",
  "<div><p>Open",
  "[b]({filename}p1.md)",
  "",
);
const somePage = fc.tuple(header, body).map(([fields, text]) => ({ ...definedIn(fields), body: text }));

const layout = fc
  .tuple(
    oneOf(...FRONT_MATTERS),
    fc.uniqueArray(
      fc.oneof({ weight: 20, arbitrary: oneOf(...SNIPPETS) }, { weight: 1, arbitrary: oneOf(...IMPURE) }),
      { minLength: 1, maxLength: 3 },
    ),
    fc.boolean(),
  )
  .map(([frontMatter, snippets, isExtending]) => {
    const main = `<main id="content">${snippets.join(" ")}{{ content | safe }}</main>`;
    const html = `<!doctype html><html><body>${main}</body></html>`;
    return frontMatter + (isExtending ? `{% extends "layouts/base.njk" %}{% block main %}${main}{% endblock %}` : html);
  });

const state = fc.record({
  pages: fc.array(somePage, { minLength: 2, maxLength: 5 }),
  layout,
  wide: maybe(layout),
  part: oneOf("{{ title }}", "part", "{{ software }}"),
  data: filesOf(DATA_FILES, 2),
  meaningful: rarely(filesOf(MEANINGFUL, 1)),
  others: rarely(fc.oneof(filesOf(FOLDER_DATA, 1), filesOf(TEMPLATES, 2))),
  ignored: maybe(oneOf("pages/p1.md", "pages/p*.md\n", "**/p0.md", "pages", "*.njk")),
  ignores: rarely(oneOf("**/p2.md", "content/pages/p1.md")),
  says: oneOf("one", "two"),
  adds: rarely(fc.uniqueArray(fc.nat(ADDITIONS.length - 1), { maxLength: 2 })),
  engine: rarely(oneOf("liquid", "njk")),
});
type State = typeof state extends fc.Arbitrary<infer Value> ? Value : never;

function definedIn(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return Object.fromEntries(entries);
}

/** Builds a state of a site in a folder, of which nothing but the cache is left from before. */
async function build(folder: string, at: State, settings: SettingsInput): Promise<BlogBuilt> {
  for (const name of ["content", "site", "data", "includes"])
    rmSync(join(folder, name), { recursive: true, force: true });
  const pages = at.pages.map((fields, index) => [`pages/p${index}.md`, { Title: `P${index}`, ...fields }] as const);
  const bytes = Object.entries({ ...at.others, ...(at.ignored && { ".eleventyignore": at.ignored }) });
  const encoder = new TextEncoder();
  const files = Object.fromEntries(bytes.map(([name, text]) => [name, encoder.encode(text as string)]));
  writeTree(join(folder, "data"), { ...at.data, ...at.meaningful } as Record<string, string>);
  writeFileSync(join(folder, ".keep"), "");
  return buildBlog({ ...Object.fromEntries(pages), ...files }, settings, {
    folder,
    includes: {
      "layouts/single-column.njk": at.layout,
      ...(at.wide && { "layouts/wide.njk": at.wide }),
      "part.njk": at.part,
    },
    returned: at.engine ? { markdownTemplateEngine: at.engine, htmlTemplateEngine: at.engine } : {},
    configure: (config) => {
      // Else Eleventy would take the texts that it read in an earlier build of this process.
      config.setUseTemplateCache(false);
      if (at.ignores) config.ignores.add(at.ignores);
      addFunctions(config, at.says);
      for (const index of at.adds ?? []) ADDITIONS[index]?.(config, at.says);
    },
  });
}

/** What is printed, but for how much Eleventy made, and how fast; and that the build before broke off, which one tells. */
function findingsOf({ printed }: BlogBuilt): string {
  return printed
    .replace(
      /^(?:\[11ty\] (?:Wrote|Benchmark)|Pages without Eleventy:|fastPages is off for this build:|The last build was ended) .*$\n?/gm,
      "",
    )
    .trim();
}

let fast = 0;
let builds = 0;

async function compare(folder: string, at: State): Promise<void> {
  const expected = await build(folder, at, {});
  const written = snapshot(expected.output);
  for (const _ of ["at first, or after a change", "once more"]) {
    const made = await build(folder, at, { fastPages: true });
    builds++;
    if (made.printed.includes("Pages without Eleventy")) fast++;
    assert.is(made.exitCode, expected.exitCode, made.printed);
    if (made.exitCode !== 0) continue;
    assert.equal(snapshot(made.output), written);
    assert.is(findingsOf(made), findingsOf(expected));
  }
}

test("with and without fastPages a site is the same, after every change", async () => {
  const property = fc.asyncProperty(state, state, fc.constantFrom(...KEYS), async (first, second, changed) => {
    const folder = temporaryFolder();
    try {
      await compare(folder, first);
      await compare(folder, { ...first, [changed]: second[changed] });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  await fc.assert(property, { seed: SEED, numRuns: times(20) });
  if (process.env.FAST_PAGES_RUNS) console.log(`${fast} of ${builds} builds made pages without Eleventy`);
});

const KEYS = [
  "pages",
  "layout",
  "wide",
  "part",
  "data",
  "meaningful",
  "others",
  "ignored",
  "ignores",
  "says",
  "says",
  "adds",
  "engine",
] as const;

test.run();
