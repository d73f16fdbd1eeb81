/** A site of Eleventy's own with the plugin added: what is not Pelican's stays as it would be without it. */
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { snapshot, type Tree, temporaryFolder } from "../build-tree.ts";
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

guest(
  "a first Pelican page is built as one, and all other files stay as they were but for what lists them",
  async () => {
    const { "content/index.njk": index, "content/tags.njk": tags, ...others } = SITE;
    assert.ok(index && tags);
    const page = { "content/hello.md": "Title: Hello\nTop_menu_show: true\n\nText of *Pelican*.\n" };
    const plain = await buildSite(others, { isWithout: true });
    const built = await buildSite({ ...others, ...page }, { settings: { content: [] } });
    const [before, now] = [written(plain), written(built)];
    assert.equal(Object.fromEntries(Object.keys(before).map((path) => [path, now[path]])), before);
    assert.match(now["pages/hello.html"] ?? "", "<em>Pelican</em>");
    assert.ok(now["404.html"]);
    assert.not.ok(now["images/notes.md"]);
    built.dispose();
    plain.dispose();
  },
);

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
