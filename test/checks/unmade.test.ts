/** Sources that no page is made of, and a site without a home page: never in silence. */
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { loadedTree, loadTree } from "../../src/cli/load.ts";
import { readSettings, type SettingsInput } from "../../src/plugin/settings.ts";
import { type Tree, temporaryFolder, writeTree } from "../build-tree.ts";

const test = suite("checks: sources without a page");

const CODES = [
  "source-unread",
  "source-published",
  "source-elsewhere",
  "content-empty",
  "home-missing",
  "source-missing",
];
const HOME = { "index.md": "Title: Home\nSave_as: index.html\n\nText.\n" };
const PAGE = "Title: A\nDate: 2020-01-02\n\nText.\n";
const RST = "A\n=\n\n:date: 2020-01-02\n\nText.\n";

function siteOf(files: Tree, settings: SettingsInput = {}) {
  const folder = temporaryFolder();
  writeTree(folder, files);
  const all = readSettings({ content: ["**/*"], articlePaths: [""], ...settings });
  return loadedTree(loadTree(folder, all), all, [], folder, join(folder, "..")).site;
}

const foundIn = (files: Tree, settings: SettingsInput = {}) =>
  siteOf(files, settings).findings.filter(({ code }) => CODES.includes(code));

interface Told {
  readonly code: string;
  readonly files: Tree;
  readonly settings?: SettingsInput;
  readonly message: string;
  readonly fix: string;
}

const TOLD: readonly Told[] = [
  {
    code: "source-unread",
    files: { ...HOME, "b/guide.rst": RST, "a.rst": "Only text.\n" },
    message: "2 files are in reStructuredText, which is not read: a.rst, b/guide.rst.",
    fix: "Make pages of them: npx eleventy-pelican convert. Then the old files may go.",
  },
  {
    code: "source-unread",
    files: { ...HOME, "my peas.ipynb": "{}" },
    message: "1 file is a Jupyter notebook, which is not read: my peas.ipynb.",
    fix: "Make a page of it: npx eleventy-pelican convert. Then the old file may go.",
  },
  {
    code: "source-unread",
    files: { ...HOME, "a.adoc": "= A\n:date: 2020-01-02\n\nText.\n" },
    message: "1 file is in AsciiDoc, which is not read: a.adoc.",
    fix: "Make a page of it: npx eleventy-pelican convert. Then the old file may go.",
  },
  {
    code: "source-unread",
    files: { ...HOME, "a.adoc": "= A\n\nText.\n", "b.adoc": "Text.\n", "c.asc": "-----BEGIN PGP SIGNATURE-----\n" },
    message: "1 file is in AsciiDoc, which is not read: a.adoc.",
    fix: "Make a page of it: npx eleventy-pelican convert. Then the old file may go.",
  },
  {
    code: "source-unread",
    files: { ...HOME, "a.org": "#+TITLE: A\n#+DATE: 2020-01-02\n\nText.\n" },
    message: "1 file is in Org, which is not read: a.org.",
    fix: "Make Markdown of it, in the content folder: pandoc -s -f org -t markdown -o a.md a.org. Then look at its header, and remove the old file.",
  },
  {
    code: "source-unread",
    files: { ...HOME, "a.txt": PAGE },
    message: "1 file is plain text, which is not read: a.txt.",
    fix: "Make Markdown of it, in the content folder: mv a.txt a.md. Then look at its header, and remove the old file.",
  },
  {
    code: "source-unread",
    files: { ...HOME, "a.md.txt": PAGE },
    message: "1 file is plain text, which is not read: a.md.txt.",
    fix: "Make Markdown of it, in the content folder: mv a.md.txt a.md. Then look at its header, and remove the old file.",
  },
  {
    code: "source-published",
    files: { ...HOME, "notes/a.md": PAGE },
    settings: { articlePaths: ["posts"], pagePaths: ["index.md"], staticPaths: ["notes"] },
    message: "1 file has a page's header and is published as written: notes/a.md.",
    fix: "Move them into a folder of articlePaths or pagePaths, so that pages are made of them, or out of staticPaths.",
  },
  {
    code: "source-published",
    files: { "pages/index.md": `${HOME["index.md"]}See [a]({static}/notes/a.md).\n`, "notes/a.md": PAGE },
    settings: { articlePaths: ["posts"] },
    message: "1 file has a page's header and is published as written: notes/a.md.",
    fix: "Move them into a folder of articlePaths or pagePaths, so that pages are made of them, or out of staticPaths.",
  },
  {
    code: "source-elsewhere",
    files: {
      ...HOME,
      "notes/a.md": PAGE,
      "notes/b.md": PAGE,
      "notes/c.md": "No header.\n",
      "posts/wip/d.md": PAGE,
      "README.md": PAGE,
    },
    settings: {
      articlePaths: ["posts"],
      articleExcludes: ["posts/wip"],
      pagePaths: ["index.md"],
      ignoreFiles: ["README*"],
    },
    message: "2 files have a page's header and are in no folder of pages or posts: notes/a.md, notes/b.md.",
    fix: "If that is not meant, add their folder to articlePaths or pagePaths; if it is, name them in ignoreFiles.",
  },
  {
    code: "content-empty",
    files: { "blog/a.md": PAGE, "readme.md": "No header.\n" },
    settings: { articlePaths: ["posts"] },
    message: "There is no page, and none is made of 1 source: blog/a.md.",
    fix: "Look at the settings content, articlePaths, pagePaths, ignoreFiles and readers, and at the formats of the files.",
  },
  {
    code: "home-missing",
    files: { "pages/a.md": "Title: A\n\nText.\n" },
    message: "Nothing is written to index.html.",
    fix: "Write “Save_as: index.html” in the header of the page that is to be there, or “index.html” as the setting indexSaveAs for the list of posts.",
  },
  {
    code: "source-missing",
    files: { "pages/index.md": `${HOME["index.md"]}See [a]({filename}/notes/a.md).\n`, "notes/a.md": PAGE },
    settings: { articlePaths: ["posts"] },
    message: "{filename}/notes/a.md leads to a source that is not read: no page is made of it.",
    fix: "Move it into a folder of articlePaths or pagePaths, or write {static} where visitors are to have the source.",
  },
  {
    code: "source-missing",
    files: { "pages/index.md": `${HOME["index.md"]}See [a]({filename}/a.rst).\n`, "a.rst": RST },
    message: "{filename}/a.rst leads to a source that is not read: no page is made of it.",
    fix: "Make a page of the file: npx eleventy-pelican convert.",
  },
];

for (const { code, files, settings = {}, message, fix } of TOLD) {
  test(`${code}: ${message}`, () => {
    const found = foundIn(files, settings).filter((one) => one.code === code);
    assert.equal(
      found.map((one) => [one.message, one.fix]),
      [[message, fix]],
    );
  });
}

const SILENT: readonly (readonly [why: string, files: Tree, settings?: SettingsInput])[] = [
  ["a list of posts is a home page", { "a.md": PAGE }],
  ["a reader is switched off", { ...HOME, "a.rst": RST }, { readers: { rst: null } }],
  ["a name is ignored", { ...HOME, "a.rst": RST }, { ignoreFiles: ["*.rst"] }],
  [
    "a file is written where a setting says",
    { ...HOME, "a.rst": RST },
    { extraPathMetadata: { "a.rst": { path: "a.rst" } } },
  ],
  ["a notebook is one of the files to fetch", { ...HOME, "files/a.ipynb": "{}" }, { staticPaths: ["files"] }],
  [
    "text without a header",
    { ...HOME, "a.txt": "Dear diary,\n", "b.asc": "-----BEGIN PGP SIGNATURE-----\n", "c.org": "* A\n" },
  ],
  [
    "a readme beside the folders of pages",
    { ...HOME, "README.md": "Read me.\n" },
    { articlePaths: ["posts"], pagePaths: ["index.md"] },
  ],
  [
    "a page of HTML that is copied",
    { ...HOME, "demo/a.html": "<title>A</title>" },
    { articlePaths: ["posts"], pagePaths: ["index.md"], staticPaths: ["demo"] },
  ],
  ["a site of Eleventy's own", { "docs/a.rst": "A\n=\n", "docs/b.txt": "B\n" }, { content: [], articlePaths: null }],
];

for (const [why, files, settings] of SILENT) {
  test(`nothing is said: ${why}`, () => assert.equal(foundIn(files, settings), []));
}

test("ten names are told, and how many more there are; none of the files is published", () => {
  const files = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`images/${index + 10}.rst`, RST]));
  const site = siteOf({ ...HOME, ...files });
  assert.match(
    site.findings.find(({ code }) => code === "source-unread")?.message ?? "",
    "13 files are in reStructuredText, which is not read: images/10.rst, images/11.rst,",
  );
  assert.match(site.findings.find(({ code }) => code === "source-unread")?.message ?? "", "images/19.rst and 3 more.");
  assert.equal(site.files, []);
});

test.run();
