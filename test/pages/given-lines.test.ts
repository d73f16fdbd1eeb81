/** Fields that settings give to files: in which order they hold, and where a finding about them is. */
import { utimesSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Page } from "../../src/plugin/pages/page.ts";
import { createPageReader } from "../../src/plugin/pages/read-page.ts";
import { readSettings, type SettingsInput } from "../../src/plugin/settings.ts";
import { snapshot, temporaryFolder, writeTree } from "../build-tree.ts";
import { run } from "../cli/project.ts";
import { placesOf, readText, site } from "../make.ts";
import { buildSite, writeProject } from "../small-site.ts";

const order = suite("fields that settings give");

/** What is asked of a page, in a few words. */
const shown = ({ status, authors, tags, category, slug, date, metadata }: Page) =>
  Object.entries({ status, authors: authors.join("+"), tags: tags.join("+"), category, slug, date: date?.toISODate() })
    .concat(Object.entries(metadata))
    .map(([name, value]) => `${name}=${value}`);

const TITLE = "Title: A walk\n";
const [DEFAULT, EXTRA] = ["defaultMetadata", "extraPathMetadata"];

for (const [settings, path, header, wanted] of [
  [{ [DEFAULT]: { status: "draft" } }, "a.md", TITLE, "status=draft"],
  [{ [DEFAULT]: { Status: "draft" } }, "a.md", `${TITLE}Status: published\n`, "status=published"],
  // A status that nobody understands keeps a page from the public.
  [{ [DEFAULT]: { status: "published" } }, "a.md", `${TITLE}Status: done\n`, "status=draft"],
  [{ [DEFAULT]: { status: "done" } }, "a.md", TITLE, "status=draft"],
  [{ [DEFAULT]: { tags: ["plain", "fresh"] } }, "a.md", TITLE, "tags=plain+fresh"],
  [{ [DEFAULT]: { tags: "plain, fresh" } }, "a.md", `${TITLE}Tags: own\n`, "tags=own"],
  [{ [DEFAULT]: { author: "Lee, Ann" }, author: "Ben" }, "posts/a.md", TITLE, "authors=Lee, Ann"],
  [{ [DEFAULT]: { authors: "Ann; Ben" } }, "posts/a.md", `${TITLE}Author: Cy\n`, "authors=Cy"],
  [{ [DEFAULT]: { category: "Odd" }, useFolderAsCategory: false }, "posts/a.md", TITLE, "category=misc"],
  [{ [DEFAULT]: { mood: "calm" } }, "a.md", TITLE, "mood=calm"],
  [{ defaultDate: "2011-05-01" }, "posts/a.md", TITLE, "date=2011-05-01"],
  [{ defaultDate: "2011-05-01" }, "posts/2012-01-01.md", TITLE, "date=2012-01-01"],
  [{ [EXTRA]: { wip: { status: "draft" } } }, "wip/a.md", TITLE, "status=draft"],
  [{ [EXTRA]: { "wip/": { status: "draft" } } }, "wip/deep/a.md", TITLE, "status=draft"],
  [{ [EXTRA]: { wip: { status: "draft" } } }, "wipe/a.md", TITLE, "status=published"],
  [{ [EXTRA]: { "": { status: "draft" }, wip: { status: "hidden" } } }, "wip/a.md", TITLE, "status=hidden"],
  [{ [EXTRA]: { "a.md": { slug: "b" } }, [DEFAULT]: { slug: "c" } }, "a.md", TITLE, "slug=b"],
  [{ [EXTRA]: { a: { category: "X" } }, useFolderAsCategory: false }, "a/2020-01-01.md", TITLE, "category=X"],
  [{ [EXTRA]: { a: { category: "X" } } }, "a/2020-01-01.md", TITLE, "category=a"],
  [{ pathMetadata: "(?P<category>[^/]*)/(?P<year>\\d{4})/.*" }, "birds/2018/a.md", TITLE, "category=birds"],
  [{ pathMetadata: "(?P<category>[^/]*)/(?P<year>\\d{4})/.*" }, "birds/2018/a.md", TITLE, "year=2018"],
  [{ pathMetadata: "(?P<year>\\d{4})/.*" }, "birds/2018/a.md", TITLE, "slug=a-walk"],
  [{ pathMetadata: "(?P<slug>x).*", filenameMetadata: "(?P<Slug>y).*" }, "x/y.md", TITLE, "slug=y"],
  [{ pathMetadata: ".*(?P<slug>y).*", filenameMetadata: "(?P<Slug>y.).*" }, "x/yz.md", TITLE, "slug=yz"],
  [{ filenameMetadata: "(?P<slug>[^_]*)(?:_(?P<Mood>.*))?" }, "walk_calm.md", TITLE, "mood=calm"],
  [{ filenameMetadata: "(?P<slug>.*)" }, "name.md", `${TITLE}Slug: own\n`, "slug=own"],
  [{ filenameMetadata: "(?P<slug>.*)" }, "name.md", `${TITLE}Slug:\n`, "slug=name"],
  [{ filenameMetadata: "" }, "posts/2012-01-01.md", TITLE, "date=undefined"],
] satisfies [SettingsInput, string, string, string][]) {
  order(`${path}, ${JSON.stringify(header)}, by ${JSON.stringify(settings)}: ${wanted}`, () => {
    const has = shown(readText(path, `${header}\nText.\n`, settings).page);
    assert.ok(has.includes(wanted), has.join(", "));
  });
}

order("a path that a pattern finds is the address's", () => {
  const settings = { articlePaths: [""], pathMetadata: "(?P<path>blog|news)/.*", articleSaveAs: "{path}/{slug}.html" };
  const { page } = readText("news/a.md", `${TITLE}Date: 2020-01-01\n\nText.\n`, settings);
  assert.is(page.saveAs, "news/a-walk.html");
});

order("headers of every kind have them", () => {
  const settings = { extraPathMetadata: { "": { status: "draft", mood: "calm" } } };
  for (const [path, text] of [
    ["a.md", "---\nlayout: x\ntitle: A\ntags: [b]\n---\n\nText.\n"],
    ["a.md", "---\nTitle: A\nmenu:\n  sidebar:\n    - { name: B, url: b }\n---\n\nText.\n"],
    ["a.html", "<html><head><title>A</title></head><body>Text.</body></html>"],
    ["a.md", "Text.\n"],
  ] as const) {
    const { page } = readText(path, text, settings);
    assert.is(page.status, "draft", text);
    assert.is(page.metadata.mood, "calm", text);
  }
});

order("a file's time is the date of what has none; Modified, too", () => {
  // In the site's time zone it is the next day.
  const time = new Date("2015-06-06T23:09:10.5Z");
  const settings = readSettings({ defaultDate: "fs", timezone: "Europe/Paris" });
  const read = createPageReader({ settings, timeOf: () => time });
  const momentsOf = (header: string) => {
    const { page } = read({ path: "posts/a.md", text: `${TITLE}${header}\nText.\n` });
    return [page.date?.toISODate(), page.modified?.toISODate()];
  };
  assert.equal(momentsOf(""), ["2015-06-07", "2015-06-07"]);
  assert.is(read({ path: "a.md", text: "" }).page.date?.toISO(), "2015-06-07T01:09:10.000+02:00");
  assert.equal(momentsOf("Date: 2010-01-01\n"), ["2010-01-01", "2015-06-07"]);
  assert.equal(momentsOf("Modified: 2016-01-01\n"), ["2015-06-07", "2016-01-01"]);
});

order("a finding about what a setting says names the setting, once", () => {
  const { findings } = site({ "posts/a.md": {}, "posts/b.md": {} }, { defaultMetadata: { date: "someday" } });
  assert.equal(placesOf(findings), ["the setting defaultMetadata:1:1 date-value"]);
});

order.run();

const builds = suite("builds: fields that settings give");

const FILES = {
  "content/plan.md": "Title: Plan\nDate: 2020-01-01\n\nSecret.\n",
  "content/ready.md": "Title: Ready\nDate: 2020-01-01\nStatus: published\n\nText.\n",
  "content/pages/about.md": "Title: About\n\nSecret.\n",
  "content/yaml.md": "---\nlayout: layouts/wide.njk\ntitle: Yaml\ndate: 2020-01-01\n---\n\nSecret.\n",
};
const SETTINGS = { articlePaths: [""], defaultMetadata: { status: "draft" }, siteUrl: "https://a.example" };

for (const fastPages of [false, true]) {
  builds(`a draft by default is a draft everywhere${fastPages ? ", with fast pages" : ""}`, async () => {
    const built = await buildSite(FILES, { settings: { ...SETTINGS, fastPages } });
    assert.is(built.exitCode, 0, built.printed);
    assert.equal(built.holding("Secret."), ["drafts/pages/about.html", "drafts/plan.html", "drafts/yaml.html"]);
    assert.ok(built.has("ready.html"));
    for (const path of ["index.html", "archives.html", "feeds/all.atom.xml", "sitemap.xml"]) {
      assert.not.match(built.read(path), /Plan|About|Yaml/, path);
    }
    built.dispose();
  });
}

builds("directory data goes before defaults, and after what a file's path says", async () => {
  const built = await buildSite(
    {
      "content/a/a.json": '{ "category": "Data", "mood": "data", "status": "published" }',
      "content/a/one.md": "Title: One\nDate: 2020-01-01\n\nText.\n",
      "content/b/b.json": '{ "status": "published" }',
      "content/b/two.md": "Title: Two\nDate: 2020-01-01\n\nText.\n",
    },
    {
      settings: {
        ...SETTINGS,
        defaultMetadata: { status: "draft", mood: "default" },
        extraPathMetadata: { b: { status: "draft" } },
      },
    },
  );
  assert.is(built.exitCode, 0, built.printed);
  assert.ok(built.has("one.html") && built.has("category/data.html"));
  assert.ok(built.has("drafts/two.html"));
  built.dispose();
});

builds("an undated post has the default date in Eleventy's own collections, too", async () => {
  const built = await buildSite(
    {
      "content/a.md": "Title: Old\n\nText.\n",
      "content/b.md": "Title: Older\nDate: 2001-01-01\n\nText.\n",
      "content/list.njk":
        "---\npermalink: list.txt\n---\n{% for post in collections.posts %}{{ post.date.getUTCFullYear() }} {% endfor %}",
    },
    { settings: { articlePaths: [""], defaultDate: "2002-02-02", content: ["**/*.md"] } },
  );
  assert.is(built.exitCode, 0, built.printed);
  assert.match(built.read("list.txt"), "2002");
  assert.not.match(built.read("list.txt"), String(new Date().getFullYear()));
  built.dispose();
});

builds("check knows files' times", async () => {
  const folder = temporaryFolder();
  writeProject(folder, { "content/a.md": "Title: A\n\nText.\n" }, { settings: { defaultDate: "fs" }, by: "command" });
  writeTree(folder, { "_data/site.json": JSON.stringify({ articlePaths: [""], defaultDate: "fs" }) });
  utimesSync(join(folder, "content/a.md"), new Date(), new Date("2015-06-07T08:09:10Z"));
  assert.not.match(run(folder, ["check"]).out, "no date");
});

builds("init takes them over", () => {
  const folder = temporaryFolder();
  writeTree(folder, {
    "content/a.md": "Title: A\n\nText.\n",
    "pelicanconf.py": `DEFAULT_METADATA = (('author', 'Ann'), ('status', 'draft'))
DEFAULT_DATE = (2012, 5, 1)
FILENAME_METADATA = None
PATH_METADATA = r'(?P<category>\\w+)/.*'
EXTRA_PATH_METADATA = {'wip': {'status': 'draft'}, 'extra/CNAME': {'path': 'CNAME'}}
`,
  });
  const { code, out, error } = run(folder, ["init"]);
  assert.is(code, 0, error);
  const config = snapshot(folder)["eleventy.config.js"] ?? "";
  for (const line of [
    '    defaultMetadata: { author: "Ann", status: "draft" },',
    '    defaultDate: "2012-05-01 00:00:00",',
    '    filenameMetadata: "",',
    '    pathMetadata: "(?P<category>\\\\w+)/.*",',
    '    extraPathMetadata: { wip: { status: "draft" }, "extra/CNAME": { path: "CNAME" } },',
  ]) {
    assert.ok(config.includes(line), config);
  }
  assert.not.match(out, "Not taken over");
});

builds.run();

const formatted = suite("fields that are Markdown");

for (const fastPages of [false, true]) {
  formatted(`links in them lead where those of a text do${fastPages ? ", with fast pages" : ""}`, async () => {
    const built = await buildSite(
      {
        "_includes/layouts/own.njk": "<p>{{ pelican.page.metadata.mood }}</p>{{ pelican.page.metadata.custom | safe }}",
        "content/a.md":
          "Title: A\nSave_as: a.html\nTemplate: own\nCustom: See *this* [page]({filename}/b.md).\nMood: *calm*\n\nText.\n",
        "content/b.md": "Title: B\nSave_as: deep/b.html\n\nText.\n",
      },
      { settings: { formattedFields: ["summary", "Custom"], fastPages } },
    );
    assert.is(built.exitCode, 0, built.printed);
    assert.is(built.read("a.html").trim(), '<p>*calm*</p><p>See <em>this</em> <a href="/deep/b.html">page</a>.</p>');
    built.dispose();
  });
}

formatted.run();
