/** What a form saves is read as it was meant, and what nobody changed stays as it was. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { table } from "../../src/plugin/dialect/fields.ts";
import { cmsConfig, type FormSite, formNames } from "../../src/plugin/form/config.ts";
import { formSite } from "../../src/plugin/form/form-site.ts";
import { readSettings } from "../../src/plugin/settings.ts";
import { project } from "../build-tree.ts";
import { RUN } from "../hostile/seed.ts";
import { codesOf, menus, pageIn, pairsOf, readText, site } from "../make.ts";

interface Entry {
  readonly name: string;
  readonly url: string;
}
interface CmsPage {
  readonly [name: string]: unknown;
  readonly dropdown: readonly Entry[];
  readonly sidebar: readonly Entry[];
  readonly body: string;
}
interface Format {
  readonly fromFile: (text: string) => CmsPage;
  readonly toFile: (page: object) => string;
}

const admin = (file: string) => import(pathToFileURL(join(project, "admin", file)).href);
const FIELDS = formNames({ others: [] });
const { pelicanFormat } = (await admin("pelican-format.js")) as { pelicanFormat: (names: readonly string[]) => Format };
const { fromFile, toFile } = pelicanFormat(FIELDS);
/** As a CMS does: what it holds is data, and comes back in any order. */
const save = (text: string, changes: object = {}) => toFile({ ...structuredClone(fromFile(text)), ...changes });

const config = suite("form: its configuration");

const SITE: FormSite = {
  project: "garden",
  content: "src/content",
  folders: ["", "about"],
  media: "images",
  languages: ["en"],
  others: [],
};

interface Collection {
  readonly name: string;
  readonly format: string;
  readonly folder: string;
  readonly fields: readonly { readonly name: string; readonly widget: string; readonly options?: readonly string[] }[];
}
const collectionsOf = (site: FormSite) => cmsConfig(site).collections as readonly Collection[];

config("it has every field of the table, each menu as one list, the text and the header as it was", () => {
  const collections = collectionsOf(SITE);
  assert.equal(
    collections.map(({ name, folder }) => [name, folder]),
    [
      ["pages", "src/content"],
      ["about", "src/content/about"],
    ],
  );
  for (const { format, fields } of collections) {
    assert.is(format, "pelican");
    const names = fields.map(({ name }) => name);
    const counts = [table.dropdownMenuSize.name, table.sidebarMenuSize.name];
    for (const { name } of Object.values(table)) assert.is(names.includes(name), !counts.some((one) => one === name));
    for (const name of ["dropdown", "sidebar", "body", "header"]) assert.ok(names.includes(name));
    assert.equal(fields.find(({ name }) => name === "Content_layout")?.options, [
      "wide",
      "single-column",
      "multiple-columns",
    ]);
  }
});

config("it is made of the site's own folders, languages, fields and settings", () => {
  const { pages } = site({
    "one.md": { Title: "One", Software: "client", Once: "x" },
    "blog/2020/two.md": { Title: "Two", software: "server", Lang: "de", Date: "2020-01-02" },
    "blog-2020/three.md": { Title: "Three" },
    "static/four.html": "<html><head><title>Four</title></head><body>Text</body></html>",
  });
  const settings = readSettings({
    staticPaths: ["CNAME", "pictures"],
    editUrl: "https://github.com/ann/garden/edit/trunk/content/{file}",
  });
  const about = formSite("/home/garden", "content", { pages, assets: ["pictures/a.png"] }, settings);
  assert.equal(about, {
    project: "garden",
    content: "content",
    folders: ["", "blog-2020", "blog/2020"],
    media: "pictures",
    languages: ["de", "en"],
    others: ["Software"],
    repository: { name: "ann/garden", branch: "trunk" },
  });
  const { backend, media_folder: media } = cmsConfig(about);
  assert.equal(
    [backend, media],
    [{ name: "github", repo: "ann/garden", branch: "trunk", auth_methods: ["token"] }, "content/pictures"],
  );
  const collections = collectionsOf(about);
  assert.equal(
    collections.map(({ name, folder }) => [name, folder]),
    [
      ["pages", "content"],
      ["blog-2020", "content/blog-2020"],
      ["blog-2020-2", "content/blog/2020"],
    ],
  );
  const fields = collections[0]?.fields ?? [];
  assert.equal(fields.find(({ name }) => name === "Lang")?.options, ["de", "en"]);
  assert.is(fields.find(({ name }) => name === "Software")?.widget, "string");
  assert.ok(formNames(about).includes("Software"));
  assert.equal(formSite("/home/garden", ".", { pages: [], assets: [] }, settings).folders, [""]);
});

config.run();

const format = suite("form: what it saves");

format("a page of the site that nobody changed is saved to the letter", () => {
  const content = join(project, "src/content");
  const paths = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
  assert.ok(paths.length > 40);
  for (const path of paths) {
    const text = readFileSync(join(content, path), "utf8");
    assert.is(save(text), text, path);
  }
});

for (const [what, text] of [
  ["a header without a fence", "Title: A: b #5\nUrl: a\n\nText\n"],
  ["a longer fence and an odd order", "------\nUrl: a\nTitle: A\n------\nText\n"],
  ["a value that goes on", "---\nSummary: One\n    two\n    three\nTitle: A\n---\n\nText\n"],
  ["fields that the form does not know", '---\nTitle: A\nSoftware: client\nX_y: "quoted" # z\n---\n\nText\n'],
  ["another case, a field written twice", "---\ntitle: A\nTITLE: B\nTop_Menu_order: 1\n---\n\nText\n"],
  [
    "menus with gaps, counts that are wrong, and fields between",
    "---\nTitle: A\nDropdown_menu_size: 9\nDropdown_menu_elem_url_5: b\nUrl: a\nDropdown_menu_elem_name_5: B\nDropdown_menu_elem_name_2: C\n---\n\nText\n",
  ],
  ["no header", "Text alone\n\n- list\n"],
  ["neither fence nor text", "Title: A\n"],
  ["no text", "---\nTitle: A\n---\n"],
  ["blank lines and rules in the text", "---\nTitle: A\n---\n\n\nText\n\n---\n\n    code\n"],
] as const) {
  format(`${what}: saved to the letter`, () => assert.is(save(text), text));
}

format("text that is put below a header without a fence stays below it", () => {
  assert.is(save("Title: A\n", { body: "Note: a text" }), "Title: A\n\nNote: a text\n");
});

format("a changed field is changed in its place, a new one follows, an emptied one goes", () => {
  const text = "---\nTitle: A\nUrl: a\nLang: en\nSoftware: client\n---\n\nText\n";
  assert.is(
    save(text, { Title: "XMPP: a “talk” #5", Lang: "", Status: "draft", Summary: "One\n\ntwo" }),
    "---\nTitle: XMPP: a “talk” #5\nUrl: a\nSoftware: client\nStatus: draft\nSummary: One\n    two\n---\n\nText\n",
  );
});

format("a menu is numbered and counted anew, in the order of the form", () => {
  const text =
    "---\nTitle: A\nSidebar_menu_size: 2\nSidebar_menu_elem_name_1: B\nSidebar_menu_elem_url_1: b\nSidebar_menu_elem_name_2: C\nSidebar_menu_elem_url_2: c\nUrl: a\n---\n\nText\n";
  const { sidebar } = fromFile(text);
  assert.equal(sidebar, [
    { name: "B", url: "b" },
    { name: "C", url: "c" },
  ]);
  const changed = save(text, { sidebar: [...sidebar.toReversed(), { name: "D", url: "d" }, { name: "", url: null }] });
  assert.is(
    changed,
    "---\nTitle: A\nSidebar_menu_size: 3\nSidebar_menu_elem_name_1: C\nSidebar_menu_elem_url_1: c\nSidebar_menu_elem_name_2: B\nSidebar_menu_elem_url_2: b\nSidebar_menu_elem_name_3: D\nSidebar_menu_elem_url_3: d\nUrl: a\n---\n\nText\n",
  );
  assert.is(save(changed, { sidebar: [] }), "---\nTitle: A\nUrl: a\n---\n\nText\n");
});

format("a new page: what the form leaves empty is not written, and the build finds nothing wrong", () => {
  const empty = Object.fromEntries(FIELDS.map((name) => [name, undefined]));
  const text = toFile({
    ...empty,
    Title: "Learn: the basics",
    Url: "learn",
    Save_as: "learn/index.html",
    Top_menu_show: "true",
    Top_menu_order: "5",
    Dropdown_menu_show: "true",
    Content_layout: null,
    dropdown: [{ name: "First steps", url: "first-steps" }],
    sidebar: [],
    body: "Text.",
  });
  const built = site({ "learn.md": text, "first.md": { Url: "learn/first-steps", Save_as: "learn/first-steps.html" } });
  assert.equal(codesOf(built.findings), []);
  assert.is(pageIn(built, "learn.md").title, "Learn: the basics");
  const [learn] = menus(built, "first.md").top;
  assert.equal(
    [learn?.title, learn?.children.map(({ url }) => url)],
    ["Learn: the basics", ["/learn/first-steps.html"]],
  );
});

for (const [name, value, meaning] of [
  ["Title", "2024", "2024"],
  ["Title", "yes", "yes"],
  ["Title", "[Draft] a: b", "[Draft] a: b"],
  ["Date", "2010-10-04 07:44", "2010-10-04 07:44"],
  ["Modified", "2021-03-14", "2021-03-14"],
  ["Top_menu_order", "010", "010"],
  ["Translation", "true", "true"],
  ["Tags", "a, b: c", "a, b: c"],
] as const) {
  format(`${name}: ${value} is read as it was typed`, () => {
    const text = save("---\nTitle: A\n---\n\nText\n", { [name]: value });
    assert.equal(new Map(pairsOf(text)).get(name), meaning);
    assert.equal(codesOf(readText("posts/2020-01-01-a.md", text).findings), []);
  });
}

format("quotation marks are read as they were typed, and are told", () => {
  const text = save("---\nTitle: A\n---\n\nText\n", { Title: '"Quoted"' });
  assert.equal(new Map(pairsOf(text)).get("Title"), '"Quoted"');
  assert.equal(codesOf(readText("posts/2020-01-01-a.md", text).findings), ["value-quoted"]);
});

format("whatever is typed, the plugin reads it back, and the rest stays", () => {
  const line = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
    .map((text) => text.replace(/\s+/g, " ").trim());
  const typed = fc.record({
    title: line.filter((text) => text !== ""),
    entries: fc.array(
      fc.record({ name: line, url: line }).filter(({ name, url }) => name + url !== ""),
      { maxLength: 12 },
    ),
  });
  fc.assert(
    fc.property(typed, ({ title, entries }) => {
      const text = save("---\nTitle: A\nSoftware: client\n---\n\nBody: text\n", { Title: title, dropdown: entries });
      const pairs = new Map(pairsOf(text));
      assert.is(pairs.get("Title"), title);
      assert.is(pairs.get("Software"), "client");
      entries.forEach(({ name, url }, index) => {
        assert.is(pairs.get(`Dropdown_menu_elem_name_${index + 1}`) ?? "", name);
        assert.is(pairs.get(`Dropdown_menu_elem_url_${index + 1}`) ?? "", url);
      });
      assert.equal(
        fromFile(text).dropdown,
        entries.map((entry) => ({ ...entry })),
      );
      assert.match(text, /\n---\n\nBody: text\n$/);
    }),
    RUN,
  );
});

for (const text of [
  "---\ntitle: A\ntags:\n  - one\n---\nText\n",
  "---\ntitle: A\nlayout: layouts/wide.njk\n---\nText\n",
  "---\ntitle: A\ndeep:\n  value: 1\n---\nText\n",
]) {
  format(`Eleventy's YAML is not for the form: ${text.split("\n")[2]}`, () => {
    assert.throws(() => fromFile(text), "edit the file as text");
  });
}

format.run();
