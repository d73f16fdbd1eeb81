import { cpSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildFolder, project, snapshot, type Tree, temporaryFolder, writeTree } from "../build-tree.ts";
import { header, projectOf, run } from "./project.ts";

const NUMBERED = /^\W*(?:meta name=")?\w+_menu_elem_(?:name|url)_\d/im;

const SECTION = [
  "Title: About: us",
  "Url: about",
  "Save_as: about/index.html",
  "Top_menu_show: true",
  "Dropdown_menu_show: true",
  "Dropdown_menu_size: 9",
  "Dropdown_menu_elem_name_1: It's “so”",
  "Dropdown_menu_elem_url_1: history",
  "Dropdown_menu_elem_name_3: yes",
  "Dropdown_menu_elem_url_3: ../x.html?a=b#c",
  "Dropdown_menu_elem_name_4: No address",
  "Dropdown_menu_elem_ulr_4: lost",
  "Sidebar_menu_show: true",
  "Sidebar_menu_title: About",
  "Sidebar_menu_elem_name_1: History",
  "Sidebar_menu_elem_url_1: about/history",
  "Content_layout: multiple-columns",
  "Footer_show: left",
];

/** Pages of every sort; one has a list already. */
const TREE: Tree = {
  "index.md": header("Title: Home", "Url:", "Save_as: index.html"),
  "about/index.md": header(...SECTION),
  "about/history.md": `\ufeffTitle: History #1\r\nUrl: about/history\r\nSave_as: about/history.html\r\nInherit_sidebar: about\r\nSidebar_menu_show: true\r\nContent_layout: multiple-columns\r\nDropdown_menu_elem_name_1: Unused\r\nDropdown_menu_elem_url_1: unused\r\n\r\nText.\r\n\r\nMore.`,
  "about/pattern.md": header("Title: No address of its own", "Sidebar_menu_elem_url_1: about"),
  "x.html": `<html><head><title>X</title><meta name="Url" content="x"><meta name="Save_as" content="x.html">
<meta name="Top_menu_show" content="true"><meta name="Dropdown_menu_show" content="true">
<meta name="Dropdown_menu_elem_name_1" content="Q &amp; A">
<meta name="Dropdown_menu_elem_url_1" content="../about/">
</head><body><p>X</p></body></html>`,
  "front.md": header(
    "layout: layouts/wide.njk",
    "title: Front",
    "permalink: front/index.html",
    "Top_menu_show: true",
    "Dropdown_menu_show: true",
    "Dropdown_menu_elem_name_1: A",
    "Dropdown_menu_elem_url_1: ../about",
  ),
  "listed.md": header(
    "Title: Listed",
    "Url: listed",
    "Save_as: listed.html",
    "Top_menu_show: true",
    "Dropdown_menu_show: true",
    "menu:",
    "  dropdown:",
    "    - { name: About, url: ../about }",
  ),
  "posts/2021-01-20-a.md": header("Title: Post", "Category: News", "Sidebar_menu_elem_url_1: about", "Tags: a, b"),
  "posts/draft.md": header("Title: Draft", "Date: 2021-01-01", "Status: draft", "Sidebar_menu_elem_url_1: about"),
  "about/image.png": new Uint8Array([1, 2, 3]),
};

/** A project that builds as this one does, with a content folder of its own. */
function siteOf(content: Tree): string {
  const folder = projectOf(content);
  for (const name of ["eleventy.config.js", "_includes", "_data", "node_modules", "package.json"]) {
    symlinkSync(join(project, name), join(folder, name));
  }
  return folder;
}

const modernize = suite("cli: modernize");

for (const form of ["menu", "eleventyNavigation"]) {
  modernize(`${form}: the site is the same, byte for byte, and no numbered field is left`, async () => {
    const folder = temporaryFolder();
    writeTree(folder, TREE);
    const before = await buildFolder(folder);
    const { code, out, error } = run(project, ["modernize", folder, "--form", form]);
    assert.equal([code, error], [0, ""]);
    const count = before.written.length;
    assert.is(
      out,
      `The site is the same, byte for byte: ${count} files, built before and after.
about/index.md:7: “Dropdown_menu_size: 9” has no effect (the dropdown has 2 entries): it is kept as a comment.
about/index.md:12: “No address” of the dropdown has no address: it is kept in the list, and still not shown.
about/index.md:13: “Dropdown_menu_elem_ulr_4: lost” has no effect (there is no such field): it is kept as a comment.
Wrote the menus of 7 pages as lists, 10 entries in all. No numbered field is left.
`,
    );
    const after = await buildFolder(folder);
    assert.ok(before.written.includes("about/index.html"));
    assert.equal(snapshot(after.output), snapshot(before.output));
    for (const [path, text] of Object.entries(snapshot(folder))) {
      const fields = text.split("\n").filter((line) => !line.startsWith("#"));
      assert.not.match(fields.join("\n"), NUMBERED, path);
    }
    const history = readFileSync(join(folder, "about/history.md"), "utf8");
    assert.ok(history.startsWith('\ufeff---\r\nTitle: "History #1"\r\n'), history);
    assert.ok(history.endsWith("---\r\nText.\r\n\r\nMore."), history);
    before.dispose();
    after.dispose();
    const past = new Date("2001-01-01");
    utimesSync(join(folder, "about/index.md"), past, past);
    assert.equal(run(project, ["modernize", folder]), { code: 0, out: "There are no numbered fields.\n", error: "" });
    assert.is(statSync(join(folder, "about/index.md")).mtime.getTime(), past.getTime());
  });
}

modernize("this project's own site, without naming its folder", () => {
  const folder = siteOf({});
  cpSync(join(project, "src/content"), join(folder, "src/content"), { recursive: true });
  const { code, out, error } = run(folder, ["modernize"]);
  assert.equal([code, error], [0, ""]);
  assert.match(
    out,
    /^The site is the same, byte for byte: \d+ files, built before and after\.\nWrote the menus of \d+ pages/,
  );
  // In the texts of the documentation they are examples.
  const headers = Object.values(snapshot(join(folder, "src/content"))).map((text) => text.split(/^---$/m)[1]);
  assert.not.match(headers.join("\n"), NUMBERED);
  assert.is(run(folder, ["check"]).code, 0);
});

modernize("a folder in the content limits it, and --dry-run shows the changes and writes nothing", () => {
  const folder = siteOf({
    "a.md": header("Title: A", "Url: a", "Save_as: a.html", "Sidebar_menu_elem_url_1: b/c"),
    "b/c.md": header("Title: C", "Url: b/c", "Save_as: b/c.html", "Sidebar_menu_elem_url_1: a"),
  });
  const before = snapshot(join(folder, "src"));
  const dry = run(folder, ["modernize", "src/content/b", "--dry-run"]);
  assert.is(dry.code, 0);
  assert.match(dry.out, "-Sidebar_menu_elem_url_1: a\n+menu:\n+  sidebar:\n+    - { url: a }\n");
  assert.ok(dry.out.endsWith("Would write the menus of 1 page as lists, 1 entry in all.\n"), dry.out);
  assert.equal(snapshot(join(folder, "src")), before);
  assert.is(run(folder, ["modernize", "src/content/b"]).code, 0);
  const after = snapshot(join(folder, "src"));
  assert.is(after["content/a.md"], before["content/a.md"]);
  assert.match(after["content/b/c.md"] ?? "", "menu:");
});

modernize("a page that cannot be changed stays as it is, and says why; the others are changed", () => {
  const folder = temporaryFolder();
  const braces = "---\n{ title: A,\n  Sidebar_menu_elem_url_1: b, hero: [1] }\n---\n";
  writeTree(folder, { "a.md": braces, "b.md": header("Title: B", "Sidebar_menu_elem_url_1: b") });
  const { code, out, error } = run(project, ["modernize", folder]);
  assert.is(code, 1);
  assert.is(
    error,
    "a.md:3: left as it is, because its header cannot be written as YAML line by line. Write its menus as lists by hand.\n",
  );
  assert.match(out, "Wrote the menus of 1 page as lists, 1 entry in all. 1 page could not be changed.\n");
  assert.is(readFileSync(join(folder, "a.md"), "utf8"), braces);
  assert.match(readFileSync(join(folder, "b.md"), "utf8"), "menu:");
});

modernize("where the site would not be the same, nothing is written, and the page that differs is named", () => {
  const folder = projectOf(
    {
      "a.md":
        "---\ntitle: A\nSave_as: a/index.html\nSidebar_menu_elem_name_1: B\nSidebar_menu_elem_url_1: b\n---\n{{ Sidebar_menu_elem_name_1 }}\n",
    },
    { "eleventy.config.js": "module.exports = () => {};\n" },
  );
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
  const before = snapshot(join(folder, "src"));
  const { code, out, error } = run(folder, ["modernize"]);
  assert.equal([code, out], [1, ""]);
  assert.is(
    error,
    "Nothing was changed: the site would not be the same. These files would differ:\n  a/index.html (a.md)\n",
  );
  assert.equal(snapshot(join(folder, "src")), before);
});

modernize("a site that cannot be built is left alone", () => {
  const page = header("Title: A", "Sidebar_menu_elem_url_1: b");
  const unreadable = projectOf({ "a.md": page, "b.md": new Uint8Array([0x61, 0xff]) });
  const { code, error } = run(unreadable, ["modernize"]);
  assert.is(code, 1);
  assert.match(error, "The file is not in UTF-8.");
  assert.ok(error.endsWith("Nothing was changed: the site cannot be built as it is.\n"), error);
  const broken = projectOf({ "a.md": page }, { "eleventy.config.js": "throw new Error('not today');\n" });
  symlinkSync(join(project, "node_modules"), join(broken, "node_modules"));
  const before = snapshot(join(broken, "src"));
  const ran = run(broken, ["modernize"]);
  assert.is(ran.code, 1);
  assert.match(ran.error, "not today");
  assert.equal(snapshot(join(broken, "src")), before);
});

modernize("calls that are wrong", () => {
  const folder = projectOf({ "a.md": header("Title: A", "Sidebar_menu_elem_url_1: b") });
  const without = run(folder, ["modernize"]);
  assert.is(without.code, 2);
  assert.match(without.error, "Nothing can be proved here: there is no eleventy.config.js.");
  const form = run(folder, ["modernize", "--form", "menus"]);
  assert.equal(
    [form.code, form.error],
    [2, "There is no form “menus”. Did you mean menu? Write menu or eleventyNavigation.\n"],
  );
  writeFileSync(join(folder, "eleventy.config.js"), "");
  assert.match(run(folder, ["modernize"]).error, "Eleventy is not installed here: run npm ci first.");
  mkdirSync(join(folder, "empty"));
  assert.equal(run(folder, ["modernize", "empty"]), { code: 0, out: "There are no numbered fields.\n", error: "" });
});

modernize.run();
