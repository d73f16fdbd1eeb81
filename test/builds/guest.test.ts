/** A site of Eleventy's own with the plugin added: what is not Pelican's stays as it would be without it. */
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { snapshot, type Tree, temporaryFolder } from "../build-tree.ts";
import { inMemory } from "../in-memory.ts";
import { buildSite, runPelican, type SmallSite, type SmallSiteOptions, writeProject } from "../small-site.ts";

const guest = suite("build: a guest in a site of Eleventy's own");

const LAYOUT =
  "<!doctype html>\n<html>\n  <title>{{ title }}</title>\n  <!-- kept -->\n  <p>  {{ content | safe }}\n</html>\n";
const SITE: Tree = {
  "_includes/base.njk": LAYOUT,
  "content/index.njk":
    "---\nlayout: base.njk\ntitle: Home\n---\n{% for one in collections.posts %}{{ one.url }} {% endfor %}\n",
  "content/blog/blog.json": '{ "layout": "base.njk", "tags": "posts" }',
  "content/blog/first.md":
    '---\ntitle: "First: one"\ndate: 2020-01-02\ntags: [a, b]\n---\n# One\n\n    indented\n\n~~gone~~ {{ title }}\n',
  "content/blog/second.md":
    "---\ntitle: Second\ndate: 2020-01-03\ndraft: true\n---\n{% if true %}Two{% endif %} H~2~O\n",
  "content/plain.md": "# No header\n\nText\n",
  "content/page.html": '<title>Mine</title>\n<meta name="author" content="A">\n<!-- kept -->\n<p>  x  </p>\n',
  "content/about.md": '---js\nconst title = "A" + 1;\n---\n{{ title }}\n',
  "content/images/notes.md": "Text beside images\n",
  "content/images/a.txt": "copied by nobody",
  "content/tags.njk":
    '---\npagination: { data: collections, size: 1, alias: tag }\npermalink: "tags/{{ tag }}/"\n---\n{{ tag }}',
};

/** What a build writes, by path. */
function written({ folder, exitCode, printed }: SmallSite): Record<string, string> {
  assert.is(exitCode, 0, printed);
  return snapshot(join(folder, "_site"));
}

async function withAndWithout(files: Tree, options: SmallSiteOptions = {}) {
  const plain = await buildSite(files, { ...options, isWithout: true });
  const built = await buildSite(files, { ...options, settings: { content: [], siteUrl: "https://a.example" } });
  const both = { built: written(built), plain: written(plain), printed: built.printed };
  built.dispose();
  plain.dispose();
  return both;
}

guest("writes the same files with the same bytes, and nothing more", async () => {
  const { built, plain, printed } = await withAndWithout(SITE);
  assert.equal(built, plain);
  assert.ok(Object.keys(plain).length > 8);
  assert.not.match(printed, /warning|advice/);
});

const PAGE = "Title: Hello\nTop_menu_show: true\nTags: a\n\nText of *Pelican*.\n";

guest(
  "added once more, by a plugin of the site's, it is there once; with other settings the build says what to write",
  async () => {
    const again = (settings: string) => ({
      config: `config.addPlugin((config) => config.addPlugin(pelican, ${settings}));`,
    });
    const ours = { content: ["**/*"], socialImages: false, searchSaveAs: "" };
    const built = await inMemory({ "content/a.md": PAGE }, again(JSON.stringify(ours)));
    assert.match(built.pages["/pages/hello.html"] ?? "", "<em>Pelican</em>");
    const { printed } = await inMemory({ "content/a.md": PAGE }, again("{}"));
    assert.match(
      printed,
      "eleventy-plugin-pelican is added twice, with different settings, and only one of them can hold. Add it once",
    );
  },
);

const { "content/index.njk": _, ...LISTED_NOWHERE } = SITE;

/** What a first Pelican page adds to a site's files, and changes of them. */
async function addedBy(files: Tree, options: SmallSiteOptions = {}) {
  const plain = await buildSite(LISTED_NOWHERE, { isWithout: true });
  const built = await buildSite(
    { ...LISTED_NOWHERE, ...files },
    { ...options, settings: { content: [], socialImages: undefined, searchSaveAs: undefined, ...options.settings } },
  );
  const [before, now] = [written(plain), written(built)];
  built.dispose();
  plain.dispose();
  assert.equal(Object.fromEntries(Object.keys(before).map((path) => [path, now[path]])), before);
  const paths = Object.keys(now).filter((path) => !(path in before));
  return { paths, now, printed: built.printed };
}

const isAsset = (path: string) => path.startsWith("assets/");

guest("a first Pelican page is one new file, and the package's assets where it has its layout", async () => {
  const { paths, now } = await addedBy({ "content/hello.md": PAGE });
  assert.equal(
    paths.filter((path) => !isAsset(path)),
    ["pages/hello.html"],
  );
  assert.ok(paths.some(isAsset));
  assert.match(now["pages/hello.html"] ?? "", "<em>Pelican</em>");
  assert.match(now["pages/hello.html"] ?? "", /\n\s+<main/);
});

for (const [name, files] of [
  ["the data of its folder", { "content/club/hello.md": PAGE, "content/club/club.json": '{ "layout": "base.njk" }' }],
  ["its Template", { "content/hello.md": `Template: mine\n${PAGE}`, "_includes/layouts/mine.njk": LAYOUT }],
] as const) {
  guest(`a first Pelican page has the site's own layout by ${name}, and is all that is new`, async () => {
    const { paths, now } = await addedBy(files);
    assert.equal(paths, ["pages/hello.html"]);
    assert.match(now["pages/hello.html"] ?? "", "<!-- kept -->\n  <p>  <p>Text of <em>Pelican</em>.</p>\n");
  });
}

guest("theme: false leaves a first Pelican page as Eleventy leaves one, without a layout", async () => {
  const { paths, now } = await addedBy({ "content/hello.md": PAGE }, { settings: { theme: false } });
  assert.equal(paths, ["pages/hello.html"]);
  assert.is(now["pages/hello.html"], "<p>Text of <em>Pelican</em>.</p>\n");
});

guest("a layout of the site's own that asks for an asset of the package has it", async () => {
  const files = {
    "content/club/hello.md": PAGE,
    "content/club/club.json": '{ "layout": "own.njk" }',
    "_includes/own.njk": '{{ "/assets/style.css" | asset }}',
  };
  const { paths, now } = await addedBy(files);
  assert.ok(paths.includes((now["pages/hello.html"] ?? "").slice(1)), now["pages/hello.html"]);
});

guest("what a guest asks for is made", async () => {
  const files = { "content/talk.md": "Title: Talk\nDate: 2020-01-01\nAliases: old\n\nText\n" };
  const settings = {
    siteUrl: "https://a.example",
    lists: true,
    feeds: { categoryFeedAtom: "" },
    redirects: true,
    staticPaths: ["images"],
  };
  const { paths, printed } = await addedBy(files, { settings });
  for (const path of ["index.html", "archives.html", "feeds/all.atom.xml", "_redirects", "images/a.txt"])
    assert.ok(paths.includes(path), path);
  for (const path of ["sitemap.xml", "robots.txt", "404.html"]) assert.not.ok(paths.includes(path), path);
  assert.not.match(printed, "option-unasked");
});

guest("posts that nobody said whether to list, and aliases, are told of once each, with what to write", async () => {
  const files = {
    "content/talk.md": "Title: Talk\nDate: 2020-01-01\nAliases: old\n\nText\n",
    "content/walk.md": "Title: Walk\nDate: 2020-01-01\n\nText\n",
  };
  const { paths, printed } = await addedBy(files);
  assert.equal(
    paths.filter((path) => !isAsset(path)),
    ["talk.html", "walk.html"],
  );
  assert.match(printed, "2 posts are in no list and in no feed. [option-unasked]");
  assert.match(printed, "Write “lists: true” in the plugin's options, or “lists: false” if it is meant so.");
  assert.match(printed, "The Aliases of a page lead nowhere. [option-unasked]");
  const { printed: ofSite } = await addedBy({ "content/blog/talk.md": "Title: Talk\nDate: 2020-01-01\n\nText\n" });
  assert.not.match(ofSite, "option-unasked");
  const { printed: silent } = await addedBy(files, { settings: { lists: false, redirects: false } });
  assert.not.match(silent, "option-unasked");
});

guest("menus are there under their names, and no list of tags shows them", async () => {
  const files = {
    "content/hello.md": PAGE,
    "content/all.njk":
      "---\npermalink: all.txt\n---\n{% for name, one in collections %}{{ name }} {% endfor %}| {{ collections.navigation | length }} {{ collections.pages | length }}",
  };
  const { now } = await addedBy(files);
  const [names, counts] = (now["all.txt"] ?? "").split("| ");
  assert.equal(names?.trim().split(" ").sort(), ["a", "all", "b", "posts"]);
  assert.match(counts ?? "", /^[2-9] 1$/);
});

guest("a site whose own templates are in other languages than pages is Pelican's", async () => {
  const files = { "content/posts/talk.md": "Title: Talk\nDate: 2020-01-01\n\nText\n", "content/x.njk": "x" };
  const built = await buildSite(files, { settings: { content: [], siteUrl: "https://a.example" } });
  for (const path of ["index.html", "feeds/all.atom.xml", "sitemap.xml", "robots.txt", "404.html"])
    assert.ok(built.has(path), path);
  built.dispose();
});

guest("globs alone decide which files are Pelican's", async () => {
  const files = {
    "content/pelican/a.md": "---\ntitle: A\n---\nText\n",
    "content/pelican/own.njk": "---\npermalink: own.html\n---\n<p>  x  </p>\n<!-- c -->",
    "content/b.md": "Title: B\nTop_menu_show: true\n\n~~Text~~\n",
    "content/c.njk": "---\npermalink: c.html\n---\n<p>  x  </p>\n<!-- c -->",
  };
  const built = await buildSite(files, { settings: { content: ["pelican/**"] } });
  assert.is(built.exitCode, 0, built.printed);
  assert.match(built.read("pages/a.html"), "Text");
  assert.is(built.read("b/index.html"), "<p>Title: B\nTop_menu_show: true</p>\n<p><s>Text</s></p>\n");
  assert.is(built.read("c.html"), "<p>  x  </p>\n<!-- c -->");
  assert.is(built.read("own.html"), "<p>x</p>");
  built.dispose();
});

guest("a file that Eleventy ignores is no first page", async () => {
  const plain = { "content/a.njk": "x" };
  const built = await buildSite(
    { ...plain, "content/seed.md": "Title: A\n\nText\n" },
    {
      settings: { content: [] },
      config: `config.ignores.add(config.directories.input + "seed.md");`,
    },
  );
  assert.equal(built.written, ["a/index.html"]);
  built.dispose();
});

guest("a link that leads out of a folder of Eleventy's ends no build", async () => {
  const folder = temporaryFolder();
  writeProject(folder, { "content/a.md": "Title: A\n\nText\n", "other/b.md": "Text" });
  const { symlinkSync } = await import("node:fs");
  symlinkSync("../other", join(folder, "content/other"));
  const built = await buildSite({}, { folder, settings: { content: [] } });
  assert.is(built.exitCode, 0, built.printed);
  assert.ok(built.has("pages/a.html"));
  built.dispose();
});

guest("check sees what a build sees: nothing of Eleventy's own files", async () => {
  const folder = temporaryFolder();
  const files = { ...SITE, "content/hello.md": "Title: Hello\nTop_menu_show: true\n\n[x](/nowhere)\n" };
  writeProject(folder, files, { by: "command", settings: { content: [] } });
  const { printed } = await runPelican(folder, ["check"]);
  assert.ok(printed.includes("hello.md"), printed);
  assert.match(printed, "[link-broken]");
  for (const name of ["first.md", "plain.md", "page.html", "about.md"]) assert.not.match(printed, name);
});

guest("check of a site without a Pelican page finds nothing", async () => {
  const folder = temporaryFolder();
  writeProject(folder, SITE, { by: "command", settings: { content: [] } });
  const { exitCode, printed } = await runPelican(folder, ["check"]);
  assert.is(exitCode, 0, printed);
});

guest.run();
