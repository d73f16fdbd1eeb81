/** A page has one address: what Eleventy calls its url is what menus, lists, the sitemap, feeds and checks say. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readHtml, readMenu } from "../html.ts";
import { buildSite, type SmallSite } from "../small-site.ts";

const addresses = suite("build: addresses");

const SETTINGS = { siteUrl: "https://a.example" };
const topMenu = (built: SmallSite, path: string) =>
  readMenu(readHtml(built.read(path)), "top").map(({ href, children }) => [href, ...children.map((one) => one.href)]);
const sitemap = (built: SmallSite) =>
  [...built.read("sitemap.xml").matchAll(/<loc>https:\/\/a\.example([^<]*)/g)].map(([, path]) => path).sort();

const CLUB = `title: Club
keywords: [a]
Top_menu_show: true
Dropdown_menu_show: true
Dropdown_menu_elem_name_1: History
Dropdown_menu_elem_url_1: history
`;
const HISTORY = "---\ntitle: History\nkeywords: [a]\n---\nx\n";

for (const [name, more, folder, at, below] of [
  ["without anything", "", undefined, "club/", "club/history/"],
  ["with a permalink that is a template", 'permalink: "the-{{ page.fileSlug }}/"\n', undefined, "the-club/", undefined],
  [
    "with a computed permalink",
    "eleventyComputed:\n  permalink: at/{{ page.fileSlug }}/\n",
    undefined,
    "at/club/",
    undefined,
  ],
  [
    "with one that is computed for all",
    "",
    "export default { eleventyComputed: { permalink: (data) => 'x' + data.page.filePathStem + '/' } };",
    "x/club/",
    "x/club/history/",
  ],
] as const) {
  addresses(`a YAML page ${name}`, async () => {
    const built = await buildSite(
      {
        "content/club.md": `---\n${CLUB}${more}---\nx\n`,
        ...(below !== undefined && { "content/club/history.md": HISTORY }),
        ...(folder !== undefined && { "content/content.11tydata.js": folder }),
      },
      { settings: SETTINGS },
    );
    assert.is(built.exitCode, 0, built.printed);
    const entry = `/${at}${below === undefined ? "history.html" : "history/"}`;
    assert.equal(topMenu(built, `${at}index.html`)[0], [`/${at}`, entry.replace("//", "/")]);
    assert.equal(sitemap(built), [`/${at}`, ...(below === undefined ? [] : [`/${below}`])]);
    assert.is(built.printed.includes("menu-link-broken"), below === undefined, built.printed);
    built.dispose();
  });
}

addresses("posts with a computed permalink: lists, feeds and the sitemap say it", async () => {
  const built = await buildSite(
    {
      "content/posts/a.md": "Title: A\nDate: 2020-01-01\n\nText\n",
      "content/posts/posts.11tydata.js":
        "export default { eleventyComputed: { permalink: (data) => data.page.date.getUTCFullYear() + '/' + data.slug + '/' } };",
    },
    { settings: SETTINGS },
  );
  assert.ok(built.has("2020/a/index.html"), built.printed);
  assert.match(built.read("index.html"), 'href="/2020/a/"');
  assert.match(built.read("feeds/all.atom.xml"), "https://a.example/2020/a/");
  assert.ok(sitemap(built).includes("/2020/a/"));
  assert.equal(built.holding("a.html"), []);
  built.dispose();
});

addresses("an addUrlTransform reaches menus, the sitemap and links", async () => {
  const built = await buildSite(
    {
      "content/club.md": `Url: club\nSave_as: club.html\n${CLUB.replace("keywords: [a]\n", "")}Dropdown_menu_elem_name_2: Tool\nDropdown_menu_elem_url_2: tool\n\n[h](/club/history)\n`,
      "content/history.md":
        "Title: History\nUrl: club/history\nSave_as: club/history.html\n\n[c](/club) [d](/club.html)\n",
      "content/tool.njk": "---\npermalink: club/tool.html\n---\nTool",
    },
    { settings: SETTINGS, config: 'config.addUrlTransform(({ urlStem }) => urlStem === "/" ? undefined : urlStem);' },
  );
  assert.is(built.exitCode, 0, built.printed);
  assert.equal(topMenu(built, "club.html"), [["/club", "/club/history", "/club/tool"]]);
  assert.equal(sitemap(built), ["/club", "/club/history"]);
  assert.not.match(built.printed, "broken");
  built.dispose();
});

const LINKS = {
  "content/pages/a.md":
    "Title: A\nSummary: To [b](b.md)\nSave_as: x/a.html\n\n[b](b.md#part) [c](/sub/c%20d.njk?x) [d](content/posts/p.md) [e](nowhere.md)\n",
  "content/pages/b.md": "Title: B\n\n## Part\n\n[a](pages/a.md)\n",
  "content/posts/p.md": "Title: P\nDate: 2020-01-01\n\n[b](../pages/b.md)\n",
  "content/sub/c d.njk": "---\npermalink: c/\n---\nC",
};

for (const engine of ["false", '"njk"']) {
  addresses(`paths of source files in links, with Eleventy's plugin for them; engine ${engine}`, async () => {
    const built = await buildSite(LINKS, {
      by: "command",
      settings: SETTINGS,
      config: `config.addPlugin(config.resolvePlugin("@11ty/eleventy/inputpath-to-url-plugin"));`,
      returned: `markdownTemplateEngine: ${engine}`,
    });
    assert.is(built.exitCode, 0, built.printed);
    const links = [...built.read("x/a.html").matchAll(/<a href="([^"]*)">[bcde]<\/a>/g)].map(([, href]) => href);
    assert.equal(links, ["/pages/b.html#part", "/c/?x", "/p.html", "nowhere.md"]);
    assert.match(built.read("feeds/all.atom.xml"), "https://a.example/pages/b.html");
    assert.equal(built.printed.match(/“[^”]*” leads to nothing/g), ["“nowhere.md” leads to nothing"]);
    assert.not.match(built.printed, "page-unreached");
    built.dispose();
  });
}

addresses("without that plugin such links are broken", async () => {
  const built = await buildSite({ "content/a.md": "Title: A\n\n[b](b.md)\n", "content/b.md": "Title: B\n\nText\n" });
  assert.match(built.printed, "“b.md” leads to nothing");
  built.dispose();
});

addresses.run();
