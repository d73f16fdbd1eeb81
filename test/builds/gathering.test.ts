/**
 * The site is made of what Eleventy gathered: in pages, menus, lists, feeds, sitemap, search and ledger there is that, and
 * nothing else. It also pins what is undocumented: that data is merged and addresses are open when a preprocessor runs,
 * that an item whose address is taken away is not written, and what `eleventy.layouts` comes before.
 */
import { chmodSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Tree, temporaryFolder, writeTree } from "../build-tree.ts";
import { buildSite, type SmallSite } from "../small-site.ts";

/** A page or post that is in everything that a site has of pages. */
function loud(title: string, more = ""): string {
  const word = title.toLowerCase();
  return `Title: ${title}
Date: 2020-01-01
Category: ${word}cat
Tags: ${word}tag
Authors: ${word}author
Top_menu_show: true
Footer_show: left
${more}
Text of ${title}, with enough words for a search.
`;
}

/** A template that prints all that it finds of pages. */
const LIST = `---
permalink: all.txt
eleventyExcludeFromCollections: true
---
{% for name, items in collections %}{{ name }}: {% for item in items %}{{ item.url }} {% endfor %}
{% endfor %}
posts: {% for item in collections.posts %}{{ item.url }} {% endfor %}
pages: {% for item in collections.pages %}{{ item.url }} {% endfor %}
{% for entry in collections.navigation %}{{ entry.data.eleventyNavigation.title }} {% endfor %}
`;

const SETTINGS = { siteUrl: "https://example.org", searchSaveAs: "search.html", ledger: "ledger.json" };

/** The drafts of eleventy-base-blog, in a build. */
const DRAFTS = `config.addPreprocessor("drafts", "*", (data) => { if (data.draft) return false; });`;

function lines(text: string, name: string): string[] {
  const line = text.split("\n").find((one) => one.startsWith(`${name}: `)) ?? "";
  return line.split(" ").slice(1).filter(Boolean);
}

const gathering = suite("build: Eleventy gathers");

const LEFT_OUT = {
  ".eleventyignore": "content/posts/one.md\n",
  ".gitignore": "content/folder\n_site\n",
  "content/posts/one.md": loud("Hush", "Save_as: hush.html"),
  "content/two.md": loud("Hush"),
  "content/folder/three.md": loud("Hush"),
  "content/four.md": loud("Hush", "Draft: true"),
  "content/five.md": `---\ntitle: Hush\ndate: 2020-01-01\ntags: [hushtag]\ndraft: true\n---\n\nHush\n`,
  "content/six/six.json": '{ "draft": true }',
  "content/six/six.md": loud("Hush"),
  "content/seven/seven.11tydata.js": "export default { permalink: false };",
  "content/seven/seven.md": "Title: Hush\nDate: 2020-01-01\nTop_menu_show: true\n\nHush\n",
  "content/eight/eight.11tydata.js": "export default { eleventyComputed: { permalink: () => false } };",
  "content/eight/eight.md": "Title: Hush\nDate: 2020-01-01\nTop_menu_show: true\n\nHush\n",
};

gathering("what Eleventy leaves out is nowhere", async () => {
  const files = { ...LEFT_OUT, "content/posts/here.md": loud("Here"), "content/all.njk": LIST };
  const built = await buildSite(files, {
    settings: SETTINGS,
    config: `config.ignores.add("content/two.md"); ${DRAFTS}`,
    by: "command",
  });
  assert.is(built.exitCode, 0, built.printed);
  assert.equal(built.holding("Hush"), []);
  assert.equal(
    built.holding("hush").filter((path) => path !== "all.txt"),
    [],
  );
  assert.not.match(built.printed, /Hush|hush|one\.md|two\.md|three\.md|four\.md|five\.md|six\.md|seven\.md|eight\.md/);
  assert.not.match(readFileSync(join(built.folder, "ledger.json"), "utf8"), /hush/);
  const all = built.read("all.txt");
  assert.equal(lines(all, "posts"), ["/here.html"]);
  for (const path of ["here.html", "index.html", "feeds/all.atom.xml", "sitemap.xml", "search.html"]) {
    assert.match(built.read(path), /here\.html|Text of Here/, path);
  }
  built.dispose();
});

gathering("a link to what Eleventy leaves out is broken, and one to a preprocessor's draft is", async () => {
  const built = await buildSite(
    {
      ...LEFT_OUT,
      "content/a.md": "Title: A\n\n[one]({filename}posts/one.md) [four](/four.html) [two]({filename}two.md)\n",
    },
    { config: `config.ignores.add("content/two.md"); ${DRAFTS}`, by: "command" },
  );
  assert.is(built.printed.match(/\[(?:source-missing|link-broken)\]/g)?.length, 3, built.printed);
  built.dispose();
});

gathering("what is ignored is not looked at: neither unreadable files, nor links that lead out", async () => {
  const folder = temporaryFolder();
  const outside = temporaryFolder();
  const files = {
    "content/a.md": loud("A"),
    "content/x/bad.md": Buffer.from([0x54, 0xff]),
    "content/x/closed.md": "x",
  };
  await buildSite({}, { folder, config: "" });
  const first = await buildSite(files, { folder, config: `config.ignores.add("**/x/**");` });
  symlinkSync(outside, join(folder, "content/x/out"));
  chmodSync(join(folder, "content/x/closed.md"), 0);
  const built = await buildSite({}, { folder, config: `config.ignores.add("**/x/**");` });
  for (const one of [first, built]) {
    assert.is(one.exitCode, 0, one.printed);
    assert.not.match(one.printed, /file-/);
  }
  built.dispose();
});

const FOLDERS = {
  "_includes/mine.njk": "MINE {{ title }}|{{ category }}|{{ tags | join(',') }}|{{ lang }}|{{ content | safe }}",
  "content/all.njk": LIST,
  "content/posts/posts.11tydata.js": `export default {
  layout: "mine.njk", tags: ["folder"], category: "Of the folder", lang: "de", title: "Of folder",
  permalink: "at/{{ page.fileSlug }}/",
};`,
  "content/posts/a.md": "Date: 2020-01-01\n\nText\n",
  "content/posts/b.md": `Title: Own
Date: 2020-01-02
Category: Own category
Tags: own
Lang: en
Save_as: own.html
Content_layout: wide

Text
`,
  "content/posts/c.md": "Title: Draft\nDate: 2020-01-03\nStatus: draft\n\nText\n",
  "content/posts/d.md": "Title: Hidden\nDate: 2020-01-03\nStatus: hidden\n\nText\n",
};

gathering("directory data holds over the plugin's defaults, and a header over directory data", async () => {
  const built = await buildSite(FOLDERS, { settings: SETTINGS });
  assert.is(built.exitCode, 0, built.printed);
  assert.is(built.read("at/a/index.html"), "MINE Of folder|Of the folder|folder|de|<p>Text</p>");
  assert.match(built.read("own.html"), /<html lang="en">.*data-layout="wide"/s);
  assert.ok(built.has("category/of-the-folder.html"));
  assert.ok(built.has("category/own-category.html"));
  assert.match(built.read("tag/folder.html"), /\/at\/a\/.*|own\.html/);
  assert.match(built.read("sitemap.xml"), "https://example.org/at/a/");
  built.dispose();
});

gathering("a draft is where drafts are, whatever directory data says; a hidden page goes where it says", async () => {
  const built = await buildSite(FOLDERS, { settings: SETTINGS });
  assert.equal(
    built.written.filter((path) => /draft|hidden|\/c\/|\/d\//.test(path)),
    ["at/d/index.html", "drafts/draft-de.html"],
  );
  assert.equal(lines(built.read("all.txt"), "posts").sort(), ["/at/a/", "/own.html"]);
  assert.equal(lines(built.read("all.txt"), "folder").sort(), ["/at/a/", "/own.html"]);
  built.dispose();
});

const COMPUTED = {
  "_includes/mine.njk": "{{ title }}|{{ category }}|{{ status }}|{{ pelican.page.title }}",
  "content/all.njk": LIST,
  "content/t/t.11tydata.js": `export default { layout: "mine.njk", eleventyComputed: {
  title: (data) => "Computed " + data.page.fileSlug, category: (data) => "In " + data.title } };`,
  "content/t/a.md": "Date: 2020-01-01\n\nText\n",
  "content/t/b.md": "Title: Written\nCategory: Own\nDate: 2020-01-01\n\nText\n",
  "content/p/p.11tydata.js": `export default { eleventyComputed: { permalink: (data) => "/p/" + data.page.fileSlug + "/" } };`,
  "content/p/c.md": "Title: C\nDate: 2020-01-01\n\nText\n",
  "content/p/d.md": "Title: D\nDate: 2020-01-01\nSave_as: own{{ x }}.html\n\nText\n",
  "content/p/e.md": "Title: E\nDate: 2020-01-01\nStatus: draft\n\nText\n",
  "content/q/q.11tydata.js": `export default { eleventyComputed: {
  permalink: (data) => data.draft ? false : data.permalink, draft: (data) => data.page.fileSlug === "f" } };`,
  "content/q/f.md": "Title: F\nDate: 2020-01-01\n\nText\n",
  "content/q/g.md": "Title: G\nDate: 2020-01-01\n\nText\n",
  "content/r/r.11tydata.js": `export default { permalink: "r/{{ page.fileSlug }}.html", eleventyComputed: {
  draft: (data) => data.page.fileSlug === "h" } };`,
  "content/r/h.md": "Title: H\nDate: 2020-01-01\nTop_menu_show: true\n\nText\n",
  "content/r/i.md": "Title: I\nDate: 2020-01-01\n\nText\n",
  "content/s/s.json": '{ "eleventyComputed": { "permalink": "s/{{ title }}/", "title": "At {{ page.fileSlug }}" } }',
  "content/s/j.md": "Date: 2020-01-01\n\nText\n",
};

gathering("computed data holds over defaults, a header over computed data", async () => {
  const built = await buildSite(COMPUTED);
  assert.is(built.exitCode, 0, built.printed);
  assert.is(built.read("computed-a.html"), "Computed a|In Computed a|published|Computed a");
  assert.is(built.read("written.html"), "Written|Own|published|Written");
  for (const path of [
    "p/c/index.html",
    "own{{ x }}.html",
    "drafts/e.html",
    "g.html",
    "r/i.html",
    "s/At j/index.html",
  ]) {
    assert.ok(built.has(path), `${path} is not in ${built.written.join(" ")}`);
  }
  built.dispose();
});

gathering("a page that computed data makes a draft is at no public address and in no list", async () => {
  const built = await buildSite(COMPUTED, { settings: SETTINGS });
  assert.equal(
    built.written.filter((path) => /(^|\/)[efh](\.|\/)/.test(path)),
    ["drafts/e.html", "drafts/pages/h.html"],
  );
  const all = built.read("all.txt");
  assert.not.match(all, /\/[efh](\.|\/)/);
  assert.not.match(built.read("sitemap.xml"), /\/[efh](\.|\/)/);
  built.dispose();
});

gathering("what Eleventy excludes from collections is written, and in no list", async () => {
  const built = await buildSite(
    {
      "content/x/x.json": '{ "eleventyExcludeFromCollections": true }',
      "content/x/a.md": loud("Quiet", "Save_as: quiet.html"),
      "content/b.md": loud("B"),
      "content/all.njk": LIST,
    },
    { settings: SETTINGS },
  );
  assert.equal(built.holding("Text of Quiet"), ["quiet.html"]);
  assert.equal(
    built.holding("quiet.html").filter((path) => path !== "quiet.html"),
    [],
  );
  built.dispose();
});

gathering("a layout for the whole site is that of pages, not of lists, feeds and the sitemap", async () => {
  const files = {
    "_includes/mine.njk": "MINE {{ content | safe }}",
    "content/posts/a.md": loud("A", "Save_as: a.html"),
  };
  for (const more of [
    { files: {}, config: `config.addGlobalData("layout", "mine.njk");` },
    { files: { "content/content.json": '{ "layout": "mine.njk" }' }, config: "" },
  ]) {
    const built = await buildSite({ ...files, ...more.files }, { settings: SETTINGS, config: more.config });
    assert.equal(built.holding("MINE"), ["a.html"]);
    built.dispose();
  }
});

gathering("a computed permalink for the whole site is that of pages, not of lists, feeds and the sitemap", async () => {
  const built = await buildSite(
    {
      "content/content.11tydata.js":
        "export default { eleventyComputed: { permalink: ({ page }) => `at/${page.fileSlug}/` } };",
      "content/a.md": "Title: A\n\nText\n",
      "content/posts/b.md": "Title: B\nDate: 2020-01-01\n\nText\n",
    },
    { settings: SETTINGS },
  );
  assert.is(built.exitCode, 0, built.printed);
  assert.ok(["at/a/index.html", "at/b/index.html"].every(built.has), built.written.join(" "));
  for (const path of ["index.html", "feeds/all.atom.xml", "sitemap.xml", "404.html", "search.html"]) {
    assert.ok(built.has(path), `${path} is not in ${built.written.join(" ")}`);
  }
  built.dispose();
});

gathering("the front matter of a default layout, and of the one around it, is a page's data", async () => {
  const built = await buildSite({
    "_includes/outer.njk": "---\nouter: from outside\n---\n{{ content | safe }}",
    "_includes/layouts/single-column.njk": "---\nlayout: outer.njk\ninner: from inside\n---\n{{ inner }}, {{ outer }}",
    "content/a.md": "Title: A\nSave_as: a.html\n\nText\n",
  });
  assert.is(built.read("a.html"), "from inside, from outside");
  built.dispose();
});

const DRAFT_FORMS: Tree = {
  "content/a.md": "Title: A\nDraft: true\nTop_menu_show: true\n\nText\n",
  "content/b.md": "---\ntitle: B\nlayout: layouts/wide.njk\ndraft: true\npermalink: /b/\n---\n\nText\n",
  "content/x/x.json": '{ "draft": true }',
  "content/x/c.md": "Title: C\n\nText\n",
  "content/x/d.md": "Title: D\nStatus: published\n\nText\n",
  "content/x/e.md": "Title: E\nDraft: false\n\nText\n",
};

gathering("“draft: true” is a draft, where no Status says otherwise", async () => {
  const built = await buildSite(DRAFT_FORMS);
  const pages = built.written.filter((path) => /(^|\/)[a-e](\/index)?\.html$/.test(path));
  assert.equal(pages, [
    "drafts/b/index.html",
    "drafts/pages/a.html",
    "drafts/pages/c.html",
    "pages/d.html",
    "pages/e.html",
  ]);
  built.dispose();
  const dropped = await buildSite(DRAFT_FORMS, { config: DRAFTS });
  assert.equal(
    dropped.written.filter((path) => /(^|\/)[a-e](\/index)?\.html$/.test(path)),
    ["pages/d.html", "pages/e.html"],
  );
  dropped.dispose();
});

gathering("a virtual Markdown template of the site's own is built", async () => {
  const built = await buildSite(
    { "content/a.md": "Title: A\n\n[v](/v/)\n" },
    { config: `config.addTemplate("v.md", "# Virtual", { permalink: "/v/" });` },
  );
  assert.match(built.read("v/index.html"), "Virtual");
  assert.not.match(built.printed, "link-broken");
  built.dispose();
});

gathering("folders of layouts within the content are no content", async () => {
  const built = await buildSite(
    {
      "content/_layouts/frame.html": "<b>{{ content }}</b>",
      "content/a.njk": "---\nlayout: frame.html\npermalink: a.html\n---\nText",
    },
    { config: `config.setLayoutsDirectory("_layouts");` },
  );
  assert.is(built.exitCode, 0, built.printed);
  assert.is(built.read("a.html"), "<b>Text</b>");
  assert.not.match(built.printed, "_layouts");
  assert.not.ok(built.written.some((path) => path.includes("_layouts")));
  built.dispose();
});

gathering(
  "empty files, files that are not UTF-8 and links that lead out are findings, and nothing is written",
  async () => {
    const folder = temporaryFolder();
    const outside = temporaryFolder();
    const files = {
      "content/a.md": "Title: A\n\nText\n",
      "content/empty.md": " \n",
      "content/bad.md": Buffer.from([0x54, 0xff, 0x0a]),
    };
    const built: SmallSite = await buildSite(files, { folder, by: "command" });
    assert.is(built.exitCode, 1);
    assert.is(built.printed.match(/\[file-not-utf8\]/g)?.length, 1, built.printed);
    assert.is(built.printed.match(/\[file-empty\]/g)?.length, 1);
    assert.equal(built.written, []);
    symlinkSync(outside, join(folder, "content/out"));
    const linked = await buildSite({ "content/bad.md": "Title: B\n\nText\n" }, { folder, by: "command" });
    assert.match(linked.printed, /\[file-outside\]/);
    built.dispose();
  },
);

gathering(
  "no link leads Eleventy's own search out of the content, and an image that is gone ends no build",
  async () => {
    const folder = temporaryFolder();
    writeTree(folder, { "secret/a.njk": "---\npermalink: secret.html\n---\nSECRET", "content/images/a.txt": "A" });
    for (const [to, from] of [
      ["../secret", "content/out"],
      [".", "content/again"],
      ["../../content", "content/images/up"],
      ["gone.png", "content/images/lamp.png"],
      ["circle.jpg", "content/images/circle.jpg"],
      ["/dev/zero", "content/zero.md"],
    ] as const) {
      symlinkSync(to, join(folder, from));
    }
    const text = "Title: A\nSave_as: a.html\n\n![Lamp](/images/lamp.png)\n";
    const built = await buildSite({ "content/a.md": text }, { folder });
    assert.is(built.exitCode, 0, built.printed);
    assert.match(built.read("a.html"), 'alt="Lamp"');
    assert.equal(built.holding("SECRET"), []);
    assert.is(built.read("images/a.txt"), "A");
    assert.equal(
      built.printed.match(/^images\/.*\n.*(?=\[)/gm)?.map((one) => one.replace(/\s+/g, " ").trim()),
      [
        "images/circle.jpg 1:1 warning: It cannot be read (ELOOP).",
        "images/lamp.png 1:1 warning: It cannot be read (ENOENT).",
      ],
    );
    built.dispose();
  },
);

gathering.run();
