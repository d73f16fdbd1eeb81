/** Markdown is open: what a site changes of it holds for its own pages and for Pelican's. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildSite } from "../small-site.ts";

const open = suite("build: Markdown is open");

const PELICANS =
  "Title: A\nSave_as: a.html\nSummary: Sum ==of== it\n\nText ==marked==[^1]\n\n[^1]: Note\n\n```js\nlet a;\n```\n";
const ELEVENTYS = "---\ntitle: B\n---\nText ==marked== ~~gone~~\n\n```js\nlet a;\n```\n";
const FILES = {
  "_includes/layouts/single-column.njk": "{{ content | safe }}",
  "content/a.md": PELICANS,
  "content/b.md": ELEVENTYS,
};
const settings = { content: [] };
/** A plugin of markdown-it. */
const MARK = `(md) => md.core.ruler.push("mark", ({ tokens }) => {
  for (const { children } of tokens) for (const one of children ?? []) one.content = one.content.replace(/==/g, "§");
});`;

open("a plugin of markdown-it by amendLibrary, before and after ours", async () => {
  const built = await buildSite(FILES, {
    settings,
    config: `config.amendLibrary("md", (md) => md.use(${MARK.slice(0, -1)}));`,
  });
  assert.is(built.exitCode, 0, built.printed);
  assert.match(built.read("a.html"), "Text §marked§<sup");
  assert.match(built.read("b/index.html"), "<p>Text §marked§ <s>gone</s></p>");
  built.dispose();
});

open("a library by setLibrary renders all pages", async () => {
  const config = `config.setLibrary("md", { render: (text) => "[" + text.trim() + "]" });`;
  const built = await buildSite(FILES, { settings, config });
  assert.is(built.exitCode, 0, built.printed);
  assert.match(built.read("a.html"), /^\[Text ==marked==/);
  assert.match(built.read("b/index.html"), /^\[Text ==marked==/);
  built.dispose();
});

open("a highlighter of the site's own", async () => {
  const config = `config.addMarkdownHighlighter((code, language) => '<pre class="mine">' + language + ":" + code.trim() + "</pre>");`;
  const built = await buildSite(FILES, { settings, config });
  assert.is(built.exitCode, 0, built.printed);
  for (const path of ["a.html", "b/index.html"])
    assert.match(built.read(path), /<pre[^>]* class="mine"[^>]*>js:let a;<\/pre>/);
  built.dispose();
});

for (const [name, config, said] of [
  [
    "a change that our Markdown does not allow",
    `config.amendLibrary("md", (md) => md.core.ruler.after("nowhere", "mine", () => {}));`,
    /What the configuration changes by amendLibrary\("md", …\) cannot be done to the Markdown of Pelican's pages: .*nowhere.* Ask there whether the rule is known, or set a library of your own by setLibrary\("md", …\)\./,
  ],
  [
    "a library that promises its text",
    `config.setLibrary("md", { render: async (text) => text });`,
    /The library that the configuration has set by setLibrary\("md", …\) returns no text, and the lists and feeds of Pelican's pages are made of their texts\. Give it a function `render` that returns a string at once\./,
  ],
] as const) {
  open(`${name} ends the build in words`, async () => {
    const built = await buildSite(FILES, { settings, config });
    assert.is(built.exitCode, 1);
    assert.match(built.printed, said);
    assert.equal(built.written, []);
    built.dispose();
  });
}

open("what a site has changed does not stand in what was kept of a build before", async () => {
  const plain = await buildSite(FILES, { settings, by: "command" });
  assert.match(plain.read("a.html"), "==marked==");
  const { folder } = plain;
  const changed = await buildSite(
    {},
    { settings, folder, by: "command", config: `config.amendLibrary("md", ${MARK.slice(0, -1)});` },
  );
  assert.match(changed.read("a.html"), "§marked§");
  const again = await buildSite({}, { settings, folder, by: "command" });
  assert.match(again.read("a.html"), "==marked==");
  again.dispose();
});

const YELLING = {
  "_includes/layouts/single-column.njk": '<meta content="{{ pelican.head.description }}">{{ content | safe }}',
  "_includes/layouts/blog.njk": "{% for post in pelican.list.posts %}{{ post.summary | safe }}{% endfor %}",
};
const YELL = `config.addShortcode("yell", (text) => "<b>" + text + "!</b>");`;
const CALL = '{% yell "hey" %}';

for (const engine of ["njk", "liquid"]) {
  open(`${engine} runs before Markdown, for texts, summaries and descriptions`, async () => {
    const built = await buildSite(
      {
        ...YELLING,
        "content/posts/a.md": `Title: A\nDate: 2020-01-02\n\n${CALL} and [a]({{ title }})\n`,
        "content/posts/b.md": `Title: B\nDate: 2020-01-01\nSummary: *Sum* ${CALL} {{ title }}\n\nText\n`,
      },
      { returned: `markdownTemplateEngine: "${engine}"`, config: YELL },
    );
    assert.is(built.exitCode, 0, built.printed);
    assert.match(built.read("a.html"), '<meta content="hey! and a"><p><b>hey!</b> and <a href=');
    assert.match(built.read("b.html"), '<meta content="Sum hey! B"><p>Text</p>');
    assert.match(built.read("index.html"), "<em>Sum</em> <b>hey!</b> B");
    assert.not.match(built.read("b.html"), "pelican:summary");
    built.dispose();
  });
}

open("without a template engine the brackets of a summary are text", async () => {
  const files = { ...YELLING, "content/posts/b.md": "Title: B\nDate: 2020-01-01\nSummary: Sum {{ title }}\n\nText\n" };
  const built = await buildSite(files, { returned: "markdownTemplateEngine: false" });
  assert.is(built.exitCode, 0, built.printed);
  assert.match(built.read("b.html"), '<meta content="Sum {{ title }}"><p>Text</p>');
  built.dispose();
});

open.run();
