/**
 * Front matter of every kind in files that are not Pelican's, with the site's own options: as without the plugin. It also
 * pins what is undocumented: that Eleventy names the file before it lets gray-matter read the options.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { project, snapshot, type Tree } from "../build-tree.ts";
import { buildSite } from "../small-site.ts";

const kinds = suite("build: front matter of every kind");

const TOML = `import(${JSON.stringify(pathToFileURL(join(project, "node_modules/smol-toml/dist/index.js")).href)})`;
const PAGE = "Title: Hello: a page\nTop_menu_show: true\n\nText\n";
const FRONT: Readonly<Record<string, string>> = {
  yaml: "---\ntitle: One\nlist: [a, b]\n---\n",
  "yaml with a comment and spaces": "---  \n# a comment\ntitle: One\nlist: [a, b]\n---\n",
  "an empty one": "---\n---\n",
  "JavaScript as statements": '---js\nconst title = "One";\nfunction sum(data) { return 1 + 1; }\n---\n',
  "JavaScript as an object": '---js\n{\n  title: "One",\n  list: [1, 2].map((one) => one + 1)\n}\n---\n',
  "JavaScript by its long name": '---javascript\n{ title: "One" }\n---\n',
  JSON: '---json\n{ "title": "One", "list": ["a"] }\n---\n',
  "windows' line ends": "---\r\ntitle: One\r\n---\r\n",
  "four dashes": "----\ntitle: One\n----\n",
};
const BODY = "{{ title }}|{{ list }}|{{ page.excerpt }}|{{ page.url }}\n";

async function isAsWithout(files: Tree, config = ""): Promise<Record<string, string>> {
  const plain = await buildSite(files, { config, isWithout: true });
  const built = await buildSite({ ...files, "content/hello.md": PAGE }, { config, settings: { content: [] } });
  assert.is(built.exitCode, 0, built.printed);
  const [before, now] = [plain, built].map(({ folder }) => snapshot(join(folder, "_site")));
  assert.ok(before && now && Object.keys(before).length > 0);
  assert.equal(Object.fromEntries(Object.keys(before).map((path) => [path, now[path]])), before);
  const page = now["pages/hello-a-page.html"] ?? "";
  assert.match(page, "<title>Hello: a page |");
  assert.match(page, "</html>");
  assert.not.match(page, "layouts/base.njk");
  plain.dispose();
  built.dispose();
  return now;
}

for (const [name, front] of Object.entries(FRONT)) {
  kinds(name, async () => {
    const files = { "content/a.md": front + BODY, "content/b.njk": front + BODY, "content/c.liquid": front + BODY };
    const written = await isAsWithout(files);
    if (front.includes("One") && front.includes("js")) assert.match(written["a/index.html"] ?? "", "One");
  });
}

for (const [name, config, front] of [
  [
    "an engine of the configuration: TOML",
    `const { parse } = await ${TOML}; config.setFrontMatterParsingOptions({ engines: { toml: parse } });`,
    '---toml\ntitle = "One"\nlist = ["a"]\n---\n',
  ],
  [
    "TOML where nothing is said",
    `const { parse } = await ${TOML}; config.setFrontMatterParsingOptions({ language: "toml", engines: { toml: parse } });`,
    '---\ntitle = "One"\n---\n',
  ],
  [
    "delimiters of the site's own",
    'config.setFrontMatterParsingOptions({ delimiters: ["+++", "+++"] });',
    "+++\ntitle: One\n+++\n",
  ],
  [
    "an excerpt",
    'config.setFrontMatterParsingOptions({ excerpt: true, excerpt_separator: "<!-- more -->" });',
    "---\ntitle: One\n---\nFirst<!-- more -->Second ",
  ],
  [
    "an excerpt by a function, under another name, of a plugin that is added later",
    `config.addPlugin((later) => later.setFrontMatterParsingOptions({
      excerpt_alias: "list", excerpt: (file, options) => { file.excerpt = [file.content.slice(0, 5)] + ""; } }));`,
    "---\ntitle: One\n---\nFirst and second ",
  ],
] as const) {
  kinds(name, async () => {
    const files = { "content/a.md": front + BODY, "content/b.njk": front + BODY };
    const written = await isAsWithout(files, config);
    assert.match(written["a/index.html"] ?? "", "One");
  });
}

const LAYOUT = {
  "_includes/layouts/single-column.njk": "{{ title }}|{{ kind }}|{{ page.date.getUTCFullYear() }}|{{ content | safe }}",
};

for (const [name, front, config] of [
  [
    "JavaScript as statements",
    '---js\nconst title = "One";\nconst date = "2020-01-02";\nconst tags = ["a"];\nconst kind = 1 + 1;\nconst Aliases = "old";\n---\n',
  ],
  [
    "JavaScript as an object",
    '---js\n{ title: "One", date: new Date("2020-01-02"), tags: ["a"], kind: 2, Aliases: ["old"] }\n---\n',
  ],
  ["JSON", '---json\n{ "title": "One", "date": "2020-01-02", "tags": ["a"], "kind": 2, "Aliases": "old" }\n---\n'],
  [
    "windows' line ends",
    '---json\r\n{ "title": "One", "date": "2020-01-02", "tags": ["a"], "kind": 2, "Aliases": "old" }\r\n---\r\n',
  ],
  [
    "TOML, by an engine of the site's own",
    '---toml\ntitle = "One"\ndate = 2020-01-02\ntags = ["a"]\nkind = 2\nAliases = "old"\n---\n',
    `const { parse } = await ${TOML}; config.setFrontMatterParsingOptions({ engines: { toml: parse } });`,
  ],
] as const) {
  kinds(`a post that the site names as Pelican's: ${name}`, async () => {
    const files = { ...LAYOUT, "content/posts/a.md": `${front}Text of *a*\n` };
    const built = await buildSite(files, { config: config ?? "", settings: { runHeaders: true } });
    assert.is(built.exitCode, 0, built.printed);
    assert.is(built.read("one.html"), "One|2|2020|<p>Text of <em>a</em></p>");
    assert.match(built.read("tag/a.html"), "One");
    assert.match(built.read("_redirects"), "/old /one.html 301");
    assert.not.match(built.printed, /warning|error/);
    built.dispose();
  });
}

kinds("menus of a page whose front matter is JavaScript", async () => {
  const page = `---js
{
  title: "Club",
  permalink: "club/index.html",
  Url: "club",
  Top_menu_show: true,
  Dropdown_menu_show: true,
  Dropdown_menu_elem_name_1: "Join",
  Dropdown_menu_elem_url_1: "jion",
}
---
Text
`;
  const files = { "content/club.md": page, "content/join.md": "Title: Join\nUrl: club/join\n\nText\n" };
  const built = await buildSite(files, { settings: { runHeaders: true } });
  assert.is(built.exitCode, 0, built.printed);
  assert.match(built.read("club/index.html"), /data-menu="top".*Join/s);
  assert.match(built.printed, /club\.md\n +9:30 +warning: “Join” leads to “club\/jion”/);
  built.dispose();
});

kinds("front matter that its engine cannot read ends the build, and no code is shown", async () => {
  const built = await buildSite({ "content/a.md": "---json\n{ no }\n---\nText\n" });
  assert.is(built.exitCode, 1);
  assert.match(built.printed, "Having trouble reading front matter from template");
  assert.equal(built.written, []);
  built.dispose();
});

for (const [name, front, config] of [
  ["JavaScript", "---js\nconst kind = 1 + 1;\n---\n", ""],
  ["JSON", '---json\n{ "kind": 2 }\n---\n', ""],
  [
    "delimiters of the site's own",
    "+++\nkind: 2\n+++\n",
    'config.setFrontMatterParsingOptions({ delimiters: ["+++", "+++"] });',
  ],
  [
    "a language of the site's own",
    '---\n{ "kind": 2 }\n---\n',
    'config.setFrontMatterParsingOptions({ language: "json" });',
  ],
] as const) {
  kinds(`what a layout says in ${name} is data of the pages that have it by the plugin`, async () => {
    const files = { "_includes/layouts/single-column.njk": `${front}{{ kind }}|{{ content | safe }}` };
    const built = await buildSite({ ...files, "content/a.md": "Title: A\nSave_as: a.html\n\nText\n" }, { config });
    assert.is(built.read("a.html"), "2|<p>Text</p>", built.printed);
    built.dispose();
  });
}

kinds("an excerpt is one of Pelican's pages, too", async () => {
  const built = await buildSite(
    {
      "_includes/a.njk": "{{ page.excerpt }}|{{ content | safe }}",
      "content/content.json": '{ "layout": "a.njk" }',
      "content/a.md": "Title: A\nSave_as: a.html\n\nFirst\n\n<!-- more -->\n\nSecond\n",
    },
    { config: 'config.setFrontMatterParsingOptions({ excerpt: true, excerpt_separator: "<!-- more -->" });' },
  );
  assert.is(built.exitCode, 0, built.printed);
  assert.match(built.read("a.html"), /^First\s+\|<p>First<\/p>\s*<p>Second<\/p>\s*$/);
  built.dispose();
});

kinds("options that are replaced after the configuration was read end the build before it begins", async () => {
  const built = await buildSite(
    { "content/a.md": PAGE },
    {
      config: `config.addPlugin((later) => later.on("eleventy.config", (templates) => {
        templates.getConfig().frontMatterParsingOptions = { excerpt: true };
      }));`,
    },
  );
  assert.is(built.exitCode, 1);
  assert.match(
    built.printed,
    "Something has replaced how Eleventy reads front matter after the configuration was read, so the headers of Pelican's " +
      "pages would be lost. Call setFrontMatterParsingOptions in the configuration, or in a plugin that it adds.",
  );
  assert.equal(built.written, []);
  built.dispose();
});

kinds.run();
