/** While somebody writes: menus follow what is edited, added and deleted. With `--incremental` nothing goes wrong. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { page } from "../build-tree.ts";
import { readHtml, readMenu } from "../html.ts";
import { buildSite } from "../small-site.ts";
import { type WatchedSite, watchSite } from "../watched-site.ts";

function item(title: string, more: Readonly<Record<string, string>> = {}): string {
  const file = `${title.toLowerCase()}.html`;
  return page({ Title: title, Save_as: file, Top_menu_show: "true", ...more }, `Text of ${title}.`);
}

const FILES = {
  "content/a.md": item("A"),
  "content/b.md": item("B"),
  "content/x/x.json": '{ "eleventyComputed": { "summary": "Of {{ title }}" } }',
  "content/x/c.md": item("C"),
  "content/posts/p.md": page({ Title: "P", Date: "2020-01-01", Save_as: "p.html" }, "Text of P."),
  "content/site.njk": `---\npermalink: site.html\n---\n{% include "menus/top.njk" %}{{ pelican.site.siteName }}`,
  "content/nav.njk":
    "---\npermalink: nav.html\n---\n{{ collections.all | eleventyNavigation | eleventyNavigationToHtml | safe }}",
};

function labels(site: WatchedSite, path: string): string {
  const html = site.read(path);
  return html === ""
    ? ""
    : readMenu(readHtml(html), "top")
        .map(({ label }) => label)
        .join(" ");
}

const rebuilds = suite("build: --watch");

rebuilds("pages that are edited, added, deleted, and made drafts are so in all menus", async () => {
  const site = watchSite(FILES);
  const all = (expected: string) => () => ["b.html", "site.html"].every((path) => labels(site, path) === expected);
  try {
    await site.until("the first build", () => all("A B C")() && site.printed().includes("Watching"));
    await site.save("a new label", { "content/a.md": item("A", { Menu_name: "Ah" }) }, all("Ah B C"));
    await site.save("a new page", { "content/d.md": item("D") }, all("Ah B D C"));
    rmSync(join(site.folder, "content/d.md"));
    await site.save("without the page that was deleted", { "content/a.md": item("A") }, all("A B C"));
    await site.save("without a draft", { "content/a.md": item("A", { Status: "draft" }) }, all("B C"));
    await site.save("what a folder says", { "content/x/x.json": '{ "draft": true }' }, all("B"));
    await site.until("the stock filter", () => !site.read("nav.html").includes(">A<"));
  } finally {
    await site.stop();
  }
});

rebuilds("a build that must stop is told, and the next one is right", async () => {
  const site = watchSite(FILES);
  try {
    await site.until("the first build", () => site.printed().includes("Watching"));
    const isTold = () => site.printed().includes("[file-not-utf8]");
    await site.save("the finding", { "content/a.md": Buffer.from([0x54, 0xff]) }, isTold);
    await site.save(
      "after it",
      { "content/a.md": item("A", { Menu_name: "Ah" }) },
      () => labels(site, "b.html") === "Ah B C",
    );
  } finally {
    await site.stop();
  }
});

rebuilds("with --incremental, what is written again is right, and no page is lost", async () => {
  const site = watchSite(FILES, { args: ["--incremental"] });
  try {
    await site.until(
      "the first build",
      () => labels(site, "site.html") === "A B C" && site.printed().includes("Watching"),
    );
    await site.save(
      "a new label",
      { "content/a.md": item("A", { Menu_name: "Ah" }) },
      () => labels(site, "a.html") === "Ah B C" && labels(site, "b.html") === "Ah B C",
    );
    assert.match(site.read("nav.html"), ">Ah<");
    await site.save("on a page that is saved then", { "content/b.md": `${item("B")}\nMore.` }, () =>
      site.read("b.html").includes("More."),
    );
    assert.is(labels(site, "b.html"), "Ah B C");
    const added = () => labels(site, "d.html") === "Ah B D C";
    await site.save("a new page", { "content/d.md": item("D") }, added);
    await site.save("a template", { "content/nav.njk": `${FILES["content/nav.njk"]}again` }, () =>
      site.read("nav.html").includes("again"),
    );
    for (const label of ["Ah", "B", "C", "D"]) assert.match(site.read("nav.html"), `>${label}<`);
    const draft = { "content/a.md": item("A", { Status: "draft" }) };
    await site.save("a draft", draft, () => site.read("drafts/a.html") !== "");
    await site.save("a page after it", { "content/b.md": `${item("B")}\nLess.` }, () =>
      site.read("b.html").includes("Less."),
    );
    assert.is(labels(site, "b.html"), "B D C");
    await site.until("the page gone that became a draft", () => site.read("a.html") === "");
    for (const path of ["site.html", "nav.html", "p.html"])
      assert.ok(existsSync(join(site.folder, "_site", path)), path);
    await site.save("a template after it", { "content/nav.njk": `${FILES["content/nav.njk"]}last` }, () =>
      site.read("nav.html").includes("last"),
    );
    assert.not.match(site.read("nav.html"), ">Ah<");
    assert.not.match(site.printed(), /Problem writing|file-empty|TypeError/);
  } finally {
    await site.stop();
  }
});

rebuilds("with --incremental, a file that is only copied changes nothing else", async () => {
  const files = { ...FILES, "own/x.txt": "one" };
  const site = watchSite(files, { args: ["--incremental"], config: 'config.addPassthroughCopy("own");' });
  try {
    await site.until("the first build", () => site.printed().includes("Watching"));
    await site.save("the file", { "own/x.txt": "two" }, () => site.read("own/x.txt") === "two");
    const draft = { "content/a.md": item("A", { Status: "draft" }) };
    await site.save("a page after it", draft, () => labels(site, "b.html") === "B C");
    const said = /Removed from \S+ what the site no longer has: a\.html\.\n/;
    await site.until("its page gone", () => said.test(site.printed()));
    assert.is(site.read("a.html"), "");
    assert.not.match(site.printed().replace(said, ""), /Problem writing|TypeError|no longer|link-broken/);
  } finally {
    await site.stop();
  }
});

rebuilds("--incremental alone builds all, --incremental=FILE is refused in one sentence", async () => {
  const first = await buildSite(FILES, { by: "command", args: ["--incremental"] });
  assert.is(first.exitCode, 0, first.printed);
  assert.is(readMenu(readHtml(first.read("b.html")), "top").length, 3);
  const files = { ...FILES, "content/a.md": item("A", { Menu_name: "Ah" }) };
  const args = ["--incremental=content/a.md"];
  const again = await buildSite(files, { by: "command", folder: first.folder, args });
  assert.is(again.exitCode, 1);
  assert.match(
    again.printed,
    "Nothing was written: the menus of all pages may hold the one that changed, so build without --incremental=FILE, " +
      "or with --watch --incremental.",
  );
  assert.not.match(again.read("a.html"), "Ah");
  first.dispose();
});

rebuilds("with --incremental, what a template engine made of a text that did not change stands", async () => {
  const files = { ...FILES, "content/t.md": page({ Title: "T", Save_as: "t.html" }, '[x]({{ "/b" }}.html)') };
  const site = watchSite(files, { args: ["--incremental"] });
  try {
    await site.until("the first build", () => site.printed().includes("Watching"));
    assert.match(site.read("t.html"), 'href="/b.html"');
    const more = { "content/b.md": `${item("B")}\n[y](/nowhere)` };
    await site.save("the finding of another page", more, () => site.printed().includes("[link-broken]"));
    assert.not.match(site.printed(), "t.md\n  6");
    assert.is(site.printed().match(/\[link-broken\]/g)?.length, 1, site.printed());
  } finally {
    await site.stop();
  }
});

rebuilds.run();
