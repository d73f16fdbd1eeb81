import { suite } from "uvu";
import * as assert from "uvu/assert";
import { languageOf, searchRecords } from "../../src/plugin/search/search-index.ts";
import type { SettingsInput } from "../../src/plugin/settings.ts";
import type { Site } from "../../src/plugin/site.ts";
import { searchView } from "../../src/plugin/views/search.ts";
import { makeWordViews } from "../../src/plugin/views/words.ts";
import { codesOf } from "../make.ts";
import { type Posts, siteOf } from "../site-helpers.ts";

const page = suite("search: the page");
const SETTINGS = { searchSaveAs: "search/index.html", siteName: "The Site" };

const searched = (posts: Posts, settings: SettingsInput = {}) =>
  siteOf(posts, { settings: { ...SETTINGS, ...settings } });
const listOf = ({ lists }: Site) => lists.find(({ kind }) => kind === "search");

function viewOf(site: Site) {
  const list = listOf(site);
  if (!list) throw new Error("there is no search page");
  return searchView(list, site, makeWordViews(site.settings)("en"));
}

const PAGES = {
  "index.md": { Title: "Home", Url: "", Save_as: "index.html" },
  "about.md": {
    Title: "About us",
    Url: "about",
    Save_as: "about/index.html",
    Menu_name: "About",
    Top_menu_show: "true",
    Top_menu_order: 1,
  },
  "about/b.md": { Title: "B", Url: "about/b", Save_as: "about/b.html" },
  "about/a.md": { Title: "A", Url: "about/a", Save_as: "about/a.html", Parent_id: "about" },
  "posts/old.md": { Title: "Old", Date: "2020-01-01", Url: "old", Save_as: "old.html" },
  "posts/new.md": { Title: "New", Date: "2021-01-01", Url: "new", Save_as: "new.html", Lang: "de" },
};
const HIDDEN = {
  "draft.md": { Title: "Draft", Status: "draft" },
  "hidden.md": { Title: "Hidden", Status: "hidden" },
  "404.md": { Title: "Lost", Url: "404", Save_as: "404.html" },
};

page("there is none, and nothing is searched, unless a site asks for it", () => {
  const site = siteOf(PAGES);
  assert.is(listOf(site), undefined);
  assert.equal(searchRecords(site), []);
});

page("all published pages by section: in the menu's order, then the blog, then the others", () => {
  const { sections } = viewOf(searched({ ...PAGES, ...HIDDEN }));
  assert.equal(
    sections.map(({ title, links }) => [title, ...links.map(({ title }) => title)]),
    [
      ["About", "About us", "A", "B"],
      ["The Site", "New", "Old"],
      ["Other pages", "Home"],
    ],
  );
});

page("the languages that are there, the site's own first", () => {
  const { languages } = viewOf(
    searched({ ...PAGES, "fr.md": { Title: "C", Lang: "fr-CA" }, "he.md": { Title: "D", Lang: "he" } }),
  );
  assert.equal(languages, [
    { lang: "en", dir: undefined, name: "English" },
    { lang: "de", dir: undefined, name: "Deutsch" },
    { lang: "fr", dir: undefined, name: "français" },
    { lang: "he", dir: "rtl", name: "עברית" },
  ]);
});

page("what is searched is what it lists: title, section and text, escaped", () => {
  const records = searchRecords(
    searched({
      ...PAGES,
      ...HIDDEN,
      "x.md": { Title: '<b> & "c"', Url: "about/x", Save_as: "x.html", body: "*Text*" },
    }),
  );
  assert.equal(records.map(({ url }) => url).sort(), [
    "/",
    "/about/",
    "/about/a.html",
    "/about/b.html",
    "/new.html",
    "/old.html",
    "/x.html",
  ]);
  const { content = "" } = records.find(({ url }) => url === "/x.html") ?? {};
  assert.match(content, '<h1 data-pagefind-meta="title">&lt;b&gt; &amp; &quot;c&quot;</h1>');
  assert.match(content, 'title="About"');
  assert.match(content, "<em>Text</em>");
  assert.match(records.find(({ url }) => url === "/new.html")?.content ?? "", '<html lang="de">');
});

page("the sitemap and the ledger know it", () => {
  const site = searched(PAGES);
  assert.is(site.published["/search/"], "the list “Search”");
});

page("a page at its address stays, is told, and there is no search", () => {
  const site = searched({ ...PAGES, "s.md": { Title: "My search", Url: "search", Save_as: "search/index.html" } });
  assert.equal(codesOf(site.findings.filter(({ code }) => code === "search-taken")), ["search-taken"]);
  assert.is(listOf(site), undefined);
  assert.ok(site.pages.some(({ title }) => title === "My search"));
});

page("a list at its address stays, too", () => {
  const site = searched(PAGES, { archivesSaveAs: "search/index.html" });
  assert.equal(
    site.lists.filter(({ saveAs }) => saveAs === "search/index.html").map(({ kind }) => kind),
    ["archive"],
  );
});

page.run();

const language = suite("search: the language of a page");

const LANGUAGES: readonly (readonly [lang: string, defaultLang: string, expected: string])[] = [
  ["en", "en", "en"],
  ["de-AT", "en", "de"],
  ["pt_BR", "en", "pt"],
  ["DE", "en", "de"],
  ["", "fr", "fr"],
  ["German", "fr", "fr"],
  ["../../outside", "en", "en"],
  ["no such", "?", "en"],
];
for (const [lang, defaultLang, expected] of LANGUAGES) {
  language(`“${lang}” in a site in “${defaultLang}”`, () => assert.is(languageOf(lang, defaultLang), expected));
}

language.run();
