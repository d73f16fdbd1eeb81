/**
 * Eleventy's own templates beside the pages, and pages that are templates: links and menus lead to the ones, and the
 * others' texts are looked at after the template engine.
 */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readHtml, readMenu, select } from "../html.ts";
import { buildSite } from "../small-site.ts";

const templates = suite("build: templates beside pages");

const MENU = `Title: Start
Url: start
Save_as: start.html
Top_menu_show: true
Dropdown_menu_show: true
Dropdown_menu_elem_name_1: Index
Dropdown_menu_elem_url_1: ../tools
Dropdown_menu_elem_name_2: Late
Dropdown_menu_elem_url_2: ../late/1
Dropdown_menu_elem_name_3: Text
Dropdown_menu_elem_url_3: ../data.txt
Dropdown_menu_elem_name_4: Many
Dropdown_menu_elem_url_4: ../many/b/

[index](/tools/) [late](/late/1/) [text](/data.txt) [many](/many/a/) [tag](/by/x/)
`;

const OTHERS = {
  "content/start.md": MENU,
  "content/posts/a.md": "Title: A\nDate: 2020-01-01\nTags: x\n\nText\n",
  "content/posts/b.md": "Title: B\nDate: 2020-01-02\n\nText\n",
  "content/tools/index.njk": "Tools",
  "content/data.11ty.js": `export const data = { permalink: "data.txt" }; export function render() { return "Data"; }`,
  "content/late.njk": `---\npagination: { data: collections.posts, size: 1, alias: post }\npermalink: "late/{{ pagination.pageNumber }}/"\n---\nLate`,
  "content/tags.njk": `---\npagination: { data: collections, size: 1, alias: tag, filter: [all, posts, pages, navigation] }\npermalink: "by/{{ tag }}/"\n---\nTag`,
  "content/many.md": `---\nlist: [a, b]\npagination: { data: list, size: 1, alias: one }\npermalink: "many/{{ one }}/"\n---\nMany {{ one }}\n`,
};

templates("links and entries of menus lead to templates, however late Eleventy knows their addresses", async () => {
  const built = await buildSite(OTHERS);
  assert.is(built.exitCode, 0, built.printed);
  assert.not.match(built.printed, /broken|missing/);
  const [start] = readMenu(readHtml(built.read("start.html")), "top");
  assert.equal(
    start?.children.map(({ href }) => href),
    ["/tools/", "/late/1/", "/data.txt", "/many/b/"],
  );
  for (const { href } of start?.children ?? [])
    assert.ok(built.has(`${href.slice(1)}${href.endsWith("/") ? "index.html" : ""}`));
  built.dispose();
});

templates("lists hold the posts' texts, although templates were known late", async () => {
  const built = await buildSite(OTHERS, { settings: { siteUrl: "https://example.org" } });
  assert.is(select(readHtml(built.read("index.html")), "p").length >= 2, true);
  assert.match(built.read("index.html"), /<p>Text<\/p>/);
  assert.match(built.read("feeds/all.atom.xml"), "Text");
  built.dispose();
});

for (const [name, own] of [
  ["a plain one", "---\npermalink: index.html\n---\nMine"],
  [
    "a paginated one",
    "---\npagination: { data: collections.posts, size: 10, alias: post }\npermalink: index.html\n---\nMine",
  ],
] as const) {
  templates(`an index of the site's own holds over the list of posts: ${name}`, async () => {
    const built = await buildSite({ ...OTHERS, "content/index.njk": own });
    assert.is(built.exitCode, 0, built.printed);
    assert.is(built.read("index.html").trim(), "Mine");
    built.dispose();
  });
}

const TEXTS = {
  "_data/where.json": '{ "there": "/there.html", "nowhere": "/nowhere.html" }',
  "content/there.md": "Title: There\nSave_as: there.html\n\nText\n",
  "content/a.md": `Title: A
Save_as: a.html

{% if true %}[good]({{ where.there }}) [bad]({{ where.nowhere }}) [page]({filename}there.md){% endif %}

{% raw %}# {{ kept }}{% endraw %}

{{ pelican.page.title }} is {{ title }}
`,
  "content/posts/b.md": "Title: B\nDate: 2020-01-01\n\nSum {{ 1 | plus: 1 }}\n",
};

for (const engine of ["liquid", "njk"]) {
  templates(`a page's text is looked at after ${engine}`, async () => {
    const built = await buildSite(
      {
        ...TEXTS,
        "content/posts/b.md": `Title: B\nDate: 2020-01-01\n\nSum {{ ${engine === "njk" ? "1 + 1" : "1 | plus: 1"} }}\n\n{% youtube abc %} {% gist 12 %} {% video "a.mp4" %}\n\n{% include_code x.py %}\n`,
        "content/code/x.py": "print(1)\n",
      },
      {
        returned: `markdownTemplateEngine: "${engine}"`,
        config: 'config.addShortcode("video", (file) => "Film " + file);',
        settings: { siteUrl: "https://example.org", searchSaveAs: "search.html", markdown: { liquid_tags: true } },
      },
    );
    assert.is(built.exitCode, 0, built.printed);
    const html = built.read("a.html");
    assert.match(html, '<a href="/there.html">good</a>');
    assert.match(html, '<a href="/there.html">page</a>');
    assert.match(html, /<h1[^>]*>.*\{\{ kept \}\}/);
    assert.match(html, "A is A");
    assert.equal(built.printed.match(/\[(?:link-broken|source-missing)\]/g), ["[link-broken]"]);
    assert.match(built.printed, "/nowhere.html");
    const post = built.read("b.html");
    assert.match(post, '<iframe width="640" height="390" src="https://www.youtube.com/embed/abc"');
    assert.match(post, "{% gist 12 %} Film a.mp4");
    assert.match(post, /<code class="language-py">.*print/s);
    assert.match(built.printed, /6:19 +warning: “{% gist 12 %}” is not read as markup/);
    for (const path of ["b.html", "index.html", "feeds/all.atom.xml"]) assert.match(built.read(path), "Sum 2", path);
    built.dispose();
  });
}

templates("without a template engine braces are text, and findings are about them", async () => {
  const built = await buildSite(TEXTS, { returned: "markdownTemplateEngine: false" });
  assert.match(built.read("b.html"), "{{ 1 | plus: 1 }}");
  built.dispose();
});

templates("a preprocessor changes a text, and what is said of it", async () => {
  const built = await buildSite(
    { "content/a.md": "Title: A\nSave_as: a.html\n\n[x](NOWHERE)\n" },
    { config: `config.addPreprocessor("where", "md", (data, text) => text.replace("NOWHERE", "/a.html"));` },
  );
  assert.not.match(built.printed, "link-broken");
  assert.match(built.read("a.html"), '<a href="/a.html"');
  built.dispose();
});

for (const engine of ["liquid", "njk", ""]) {
  templates(`.html pages with links to source files, and ${engine || "no engine"}`, async () => {
    const built = await buildSite(
      {
        "content/a.html": `<html><head><title>A</title><meta name="save_as" content="a.html"></head><body>\n<p><a href="{filename}b.md">b</a> <a href="{filename}c.md">c</a></p>\n</body></html>`,
        "content/b.md": "Title: B\nSave_as: b.html\n\nText\n",
      },
      { returned: `htmlTemplateEngine: ${engine === "" ? "false" : `"${engine}"`}` },
    );
    assert.match(built.read("a.html"), '<a href="/b.html">b</a>');
    assert.equal(built.printed.match(/\[source-missing\]/g), ["[source-missing]"]);
    built.dispose();
  });
}

templates("a template that cannot be rendered ends the command, with no second list of findings", async () => {
  const built = await buildSite(
    { "content/a.md": "Title: A\n\nText\n", "content/b.njk": "{% nothing %}" },
    { by: "command" },
  );
  assert.is(built.exitCode, 1);
  assert.match(built.printed, "nothing");
  built.dispose();
});

templates("a date that Eleventy takes from elsewhere, and one of a folder", async () => {
  const built = await buildSite({
    "_includes/a.njk": "{{ page.date.toISOString() }}|{{ pelican.page.date.iso }}",
    "content/posts/posts.json": '{ "layout": "a.njk", "date": "2001-02-03" }',
    "content/posts/a.md": "Title: A\n\nText\n",
    "content/posts/b.md": "Title: B\nDate: 2002-03-04 05:06\n\nText\n",
  });
  assert.is(built.read("a.html"), "2001-02-03T00:00:00.000Z|2001-02-03T00:00:00Z");
  assert.is(built.read("b.html"), "2002-03-04T05:06:00.000Z|2002-03-04T05:06:00Z");
  built.dispose();
});

templates("without Nunjucks among the formats there are no lists, and the site is told", async () => {
  const files = { "content/a.md": "Title: A\nSave_as: a.html\n\nText\n" };
  for (const [formats, isSaid] of [
    [["md"], true],
    [["md", "njk"], false],
  ] as const) {
    const built = await buildSite(files, { by: "command", returned: `templateFormats: ${JSON.stringify(formats)}` });
    const said =
      "“njk” is not among the template formats, so lists, feeds, the sitemap and the page for what is not found are not made: " +
      "add “njk” to templateFormats.";
    assert.is(built.printed.includes(said), isSaid, built.printed);
    built.dispose();
  }
});

templates.run();
