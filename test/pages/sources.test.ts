/** What a file is by its place and name, by Pelican's rules for its folders. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { sourceKind } from "../../src/plugin/pages/sources.ts";
import { type SettingsInput, settingsSchema } from "../../src/plugin/settings.ts";
import { readText } from "../make.ts";
import { buildSite } from "../small-site.ts";

const kinds = suite("sources by their folders");

const ALL = { articlePaths: [""] };
const BLOG = { articlePaths: ["blog"], pagePaths: ["pages", "blog/about"] };

for (const [settings, path, kind] of [
  [ALL, "a.md", "post"],
  [ALL, "deep/er/a.html", "post"],
  [ALL, "pages/a.md", "page"],
  [ALL, "pages2/a.md", "post"],
  [ALL, "a.pdf", "none"],
  [BLOG, "blog/a.md", "post"],
  [BLOG, "blog/about/us.md", "page"],
  [BLOG, "a.md", "none"],
  [{ articlePaths: ["./blog/"] }, "blog/a.md", "post"],
  [{ articlePaths: ["notes/a.md"] }, "notes/a.md", "post"],
  [{ articlePaths: ["notes/a.md"] }, "notes/b.md", "none"],
  [{ articlePaths: [] }, "a.md", "none"],
  [{ articlePaths: ["notes/a.md"], pagePaths: [""] }, "notes/a.md", "post"],
  [{ articlePaths: ["notes/a.md"], pagePaths: [""] }, "notes/b.md", "page"],
  [{ ...ALL, pagePaths: ["about.md"] }, "about.md", "page"],
  [{ ...ALL, articleExcludes: ["wip"] }, "wip/deep/a.md", "none"],
  [{ ...ALL, articleExcludes: ["wip"] }, "wipe/a.md", "post"],
  // In Pelican these exclude nothing.
  [{ ...ALL, articleExcludes: ["", ".", "a.md", "a/"] }, "a/a.md", "post"],
  // What is looked through is not left out.
  [{ articlePaths: ["", "blog/wip"], articleExcludes: ["blog"] }, "blog/wip/a.md", "post"],
  [{ ...ALL, pageExcludes: ["pages/old"] }, "pages/old/a.md", "none"],
  [{ ...ALL, articleExcludes: ["pages"] }, "pages/a.md", "page"],
  [{ ...ALL, ignoreFiles: ["README*", "private"] }, "blog/README.md", "none"],
  [{ ...ALL, ignoreFiles: ["README*", "private"] }, "private/a.md", "none"],
  [{ ...ALL, readers: { html: null } }, "a.html", "none"],
  [{ ...ALL, readers: { html: null } }, "a.htm", "post"],
  // A site that has not said.
  [{}, "posts/a.md", undefined],
  [{ ignoreFiles: ["README*"] }, "README.md", "none"],
] satisfies [SettingsInput, string, string | undefined][]) {
  kinds(`${path} is ${kind ?? "not known"} by ${JSON.stringify(settings)}`, () => {
    assert.is(sourceKind(path, settingsSchema.parse(settings)), kind);
  });
}

kinds.run();

const whole = suite("what Pelican makes no page without");

for (const [path, text, missing] of [
  ["a.md", "Title: A\nDate: 2020-01-01\n\nText.\n", ""],
  ["a.md", "Title: A\n\nText.\n", "The file has no date."],
  ["2020-01-01.md", "Title: A\n\nText.\n", ""],
  ["a.md", "Title: A\nStatus: draft\n\nText.\n", ""],
  ["a.md", "Title: A\nStatus: hidden\n\nText.\n", "The file has no date."],
  ["a.md", "# Notes\n", "The file has no title and no date."],
  ["pages/a.md", "# Notes\n", "The file has no title."],
  ["pages/a.md", "Title: A\n\nText.\n", ""],
  ["a.md", "Status: skip\n\nText.\n", ""],
] as const) {
  whole(`${path}: ${JSON.stringify(text)}`, () => {
    const { page, findings } = readText(path, text, ALL);
    assert.equal(
      findings.map(({ message }) => message),
      missing === "" ? [] : [missing],
    );
    assert.is(page.status === "skip", missing !== "" || text.includes("skip"));
  });
}

function toldOf(text: string): string[] {
  return readText("a.md", text, ALL).findings.map(({ line, message, fix }) => `${line}: ${message} → ${fix}`);
}

whole("a date that is none is said, too", () => {
  assert.equal(toldOf("Title: A\nDate: soon\n\nText.\n"), [
    "2: The file has no date: Date cannot be “soon”. → Write “Date: 2010-10-04 07:44” in its header; if it is not meant to be a page, name it in ignoreFiles.",
  ]);
});

whole("a name that is misspelt is told with what is lacking for it, once", () => {
  assert.equal(toldOf("Titel: A\nDate: 2020-01-01\n\nText.\n"), [
    "1: The file has no title: there is no field Titel. → Write “Title: A”.",
  ]);
  assert.equal(toldOf("Titre: A\nDatum: 2020-01-01\nLang: en\n\nText.\n"), [
    "1: The file has no title and no date: there is no field Titre or Datum. → Write “Title: A” and “Date: 2020-01-01”.",
  ]);
  assert.equal(
    toldOf("Titel: A\nLang: en\n\nText.\n").map((told) => told.slice(0, 40)),
    ["1: There is no field Titel: did you mean", "1: The file has no title and no date. → "],
  );
});

for (const text of ["Title : A\n\nText.\n", "\nTitle: A\nDate: 2020-01-01\n\nText.\n"]) {
  whole(`a header that is missed altogether is told once: ${JSON.stringify(text)}`, () => {
    const { page, findings } = readText("a.md", text, ALL);
    assert.is(findings.length, 1);
    assert.match(findings[0]?.consequence ?? "", "no page is made of the file");
    assert.is(page.status, "skip");
  });
}

whole.run();

const builds = suite("builds: sources by their folders");

const DATED = "Title: A walk\nDate: 2020-01-01\n\nText.\n";

builds("what is in no folder of pages or posts is not there at all; other files are copied", async () => {
  const site = await buildSite(
    {
      "content/blog/walk.md": DATED,
      "content/blog/wip/half.md": DATED.replace("walk", "half"),
      "content/blog/kite.png": "png",
      "content/blog/undated.md": "Title: Someday\n\nText.\n",
      "content/blog/later.md": "Title: Later\nStatus: skip\n\nText.\n",
      "content/blog/demo.html": "<html><head><title>Demo</title></head><body>Demo</body></html>",
      "content/notes/minutes.md": "Title: Minutes\n\nSecret.\n",
      "content/pages/about.md": "Title: About us\n\nText.\n",
      "content/pages/raw/big.psd": "psd",
    },
    {
      settings: {
        articlePaths: ["blog"],
        articleExcludes: ["blog/wip"],
        staticPaths: ["blog", "pages"],
        staticExcludes: ["pages/raw", "blog/wip"],
        readers: { html: null },
      },
    },
  );
  assert.is(site.exitCode, 0, site.printed);
  const shown = site.written.filter((path) => /^(?:blog|notes|pages)\/|walk|half/.test(path));
  assert.equal(shown, ["a-walk.html", "blog/demo.html", "blog/kite.png", "pages/about-us.html"]);
  assert.equal(site.holding("Secret."), []);
  assert.match(site.printed, "in no folder of pages or posts: notes/minutes.md.");
  assert.match(site.printed, "blog/undated.md");
  assert.match(site.printed, "No page is made of it, as in Pelican, nor is it copied.");
  site.dispose();
});

builds("the menus of a file that lacks what would make a page of it are looked at all the same", async () => {
  const menu = "Dropdown_menu_show: true\nDropdown_menu_elem_name_1: Reeds\nDropdown_menu_elem_url_1: reeds\n";
  const side = "Sidebar_menu_elem_name_1: Dock\nSidebar_menu_elem_url_1: dick\n";
  const site = await buildSite(
    {
      "content/pages/dock.md": "Title: Dock\nUrl: dock\nSave_as: dock.html\n\nText.\n",
      "content/lake.md": `Title: Lake\nUrl: lake\nTop_menu_show: true\n${menu}${side}\nText.\n`,
      "content/shore/reeds.md": "Title: Reeds\nUrl: shore/reeds\n\nText.\n",
    },
    { settings: { articlePaths: [""] } },
  );
  assert.is(site.exitCode, 0, site.printed);
  assert.not(site.has("lake.html"));
  assert.match(site.printed, 'Move it to pages/lake.md, or add "lake.md" to pagePaths');
  assert.match(site.printed, "Did you mean “../shore/reeds”?");
  assert.match(site.printed, "Did you mean “dock”?");
  site.dispose();
});

builds("sources are copied where the site asks for it, and copied files go where it says", async () => {
  const site = await buildSite(
    { "content/walk.md": DATED, "content/a.txt": "text" },
    { settings: { articlePaths: [""], staticPaths: [""], staticExcludeSources: false, staticSaveAs: "raw/{path}" } },
  );
  assert.is(site.exitCode, 0, site.printed);
  assert.ok(site.has("a-walk.html"));
  assert.is(site.read("raw/walk.md"), DATED);
  assert.is(site.read("raw/a.txt"), "text");
  site.dispose();
});

builds.run();
