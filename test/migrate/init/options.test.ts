/** Pelican's settings as options. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Literal } from "../../../src/migrate/init/literal.ts";
import { convert } from "../../../src/migrate/init/options.ts";

const test = suite("init: options");

const one = (name: string, value: Literal) => convert([{ name, value, place: "pelicanconf.py:1" }]);

/** What Pelican does if it is not told otherwise. */
const BY_ITSELF = {
  content: ["**/*"],
  pagePaths: ["pages"],
  articlePaths: [""],
  addresses: "url",
  withFutureDates: true,
  displayPagesOnMenu: true,
  displayCategoriesOnMenu: true,
  authorFeedAtom: "feeds/{slug}.atom.xml",
  authorFeedRss: "feeds/{slug}.rss.xml",
  translationFeedAtom: "feeds/all-{lang}.atom.xml",
  feedMaxItems: 0,
  markdown: { exact: true },
  directTemplates: ["index", "tags", "categories", "authors", "archives"],
};

const TAKEN: readonly (readonly [name: string, value: Literal, options: object])[] = [
  ["SITENAME", "A club", { siteName: "A club" }],
  ["SITEURL", "https://a.example/", { siteUrl: "https://a.example/" }],
  ["TIMEZONE", "Europe/Lisbon", { timezone: "Europe/Lisbon" }],
  ["PAGE_PATHS", ["pages", "club"], { pagePaths: ["pages", "club"] }],
  ["CATEGORY_URL", "c/{slug}", { categoryUrl: "c/{slug}" }],
  ["YEAR_ARCHIVE_URL", null, { yearArchiveUrl: "" }],
  ["SLUG_REGEX_SUBSTITUTIONS", [["a", "b"]], { slugRegexSubstitutions: [["a", "b"]] }],
  ["DEFAULT_LANG", "pt-BR", { defaultLang: "pt-br" }],
  ["DEFAULT_LANG", "pt_BR", { defaultLang: "pt_br" }],
  ["DEFAULT_LANG", "de_AT.UTF-8", { defaultLang: "de_at" }],
  ["LOCALE", ["usa", "pt_PT.utf8"], { locale: ["usa", "pt_PT.utf8"] }],
  ["ARTICLE_PATHS", ["blog"], { articlePaths: ["blog"] }],
  ["ARTICLE_EXCLUDES", ["blog/wip"], { articleExcludes: ["blog/wip"] }],
  ["IGNORE_FILES", ["README*"], { ignoreFiles: ["README*"] }],
  ["READERS", { html: null }, { readers: { html: null } }],
  ["STATIC_EXCLUDE_SOURCES", false, { staticExcludeSources: false }],
  ["ARTICLE_LANG_SAVE_AS", "{lang}/{slug}.html", { articleLangSaveAs: "{lang}/{slug}.html" }],
  ["DEFAULT_PAGINATION", false, { defaultPagination: 0 }],
  ["DEFAULT_PAGINATION", 5, { defaultPagination: 5 }],
  ["FEED_ALL_ATOM", null, { feedAllAtom: "" }],
  ["CATEGORY_FEED_ATOM", "feeds/%s.xml", { categoryFeedAtom: "feeds/{slug}.xml" }],
  ["TRANSLATION_FEED_ATOM", "feeds/%s.xml", { translationFeedAtom: "feeds/{lang}.xml" }],
  ["AUTHOR_FEED_RSS", null, { authorFeedRss: "" }],
  ["FEED_ALL_ATOM_URL", "feeds/all/", { feedAllAtomUrl: "feeds/all/" }],
  ["FEED_DOMAIN", null, { feedDomain: "" }],
  ["FEED_MAX_ITEMS", "", { feedMaxItems: 0 }],
  ["FEED_MAX_ITEMS", 15, { feedMaxItems: 15 }],
  ["TAGS_SAVE_AS", "", { tagsSaveAs: "" }],
  ["WITH_FUTURE_DATES", false, { withFutureDates: false }],
  ["DISPLAY_PAGES_ON_MENU", false, { displayPagesOnMenu: false }],
  ["EXTRA_PATH_METADATA", { "a/CNAME": { path: "CNAME" } }, { extraPathMetadata: { "a/CNAME": { path: "CNAME" } } }],
  ["DIRECT_TEMPLATES", ["index", "archives"], { directTemplates: ["index", "archives"] }],
  ["DIRECT_TEMPLATES", ["index", "blog", "404"], { directTemplates: ["index", "blog"], notFoundSaveAs: "404.html" }],
  ["MENUITEMS", [["Blog", "blog.html"]], { links: { top: [{ title: "Blog", url: "/blog.html" }] } }],
  ["LINKS", [["Far", "https://b.example"]], { links: { footerLeft: [{ title: "Far", url: "https://b.example" }] } }],
  ["SOCIAL", [], {}],
  ["DISPLAY_CATEGORIES_ON_MENU", false, { displayCategoriesOnMenu: false }],
  ["PAGINATED_TEMPLATES", { index: 5, tag: false }, { paginatedTemplates: { index: 5, tag: null } }],
  ["PAGE_ORDER_BY", null, { pageOrderBy: "slug" }],
];

for (const [name, value, options] of TAKEN) {
  test(`${name} = ${JSON.stringify(value)} is taken over`, () => {
    const { options: all, notTaken } = one(name, value);
    assert.equal(all, { ...BY_ITSELF, ...options });
    assert.equal(notTaken, []);
  });
}

test("plugins that show notebooks and formulas turn these on", () => {
  const of = (settings: Readonly<Record<string, Literal>>) => {
    const { markdown, math } = given(settings).options;
    return [markdown, math];
  };
  const tags = { exact: true, liquid_tags: true };
  assert.equal(of({ PLUGINS: ["liquid_tags.img"] }), [tags, undefined]);
  assert.equal(of({ PLUGINS: ["liquid_tags.notebook"] }), [tags, true]);
  assert.equal(of({ PLUGINS: ["pelican.plugins.liquid_tags"], LIQUID_TAGS: ["img", "notebook"] }), [tags, true]);
  assert.equal(of({ PLUGINS: ["ipynb.liquid"] }), [tags, true]);
  assert.equal(of({ PLUGINS: ["ipynb.markup"] }), [{ exact: true }, true]);
  assert.equal(of({ PLUGINS: ["render_math"] }), [{ exact: true }, true]);
  assert.equal(of({ PLUGINS: ["latex"] }), [{ exact: true }, true]);
  assert.equal(of({}), [{ exact: true }, undefined]);
});

test("lists of a theme's own are written where they were", () => {
  const settings = {
    DIRECT_TEMPLATES: ["index", "finder", "links", "sitemap", "search", "tag"],
    FINDER_SAVE_AS: "find/index.html",
    LINKS_SAVE_AS: false,
    SITEMAP_SAVE_AS: "sitemap.xml",
    TAG_SAVE_AS: "tag/{slug}/index.html",
  };
  const { options, taken, notTaken } = convert(
    Object.entries(settings).map(([name, value]) => ({ name, value, place: "pelicanconf.py:1" })),
  );
  assert.equal(options, {
    ...BY_ITSELF,
    directTemplates: ["index", "finder", "links", "tag"],
    directTemplatesSaveAs: { finder: "find/index.html", links: "", tag: "tag/{slug}/index.html" },
    tagSaveAs: "tag/{slug}/index.html",
    sitemapSaveAs: "sitemap.xml",
    searchSaveAs: "search.html",
  });
  assert.equal(
    taken.map(({ option }) => option),
    ["directTemplates", "directTemplatesSaveAs", "directTemplatesSaveAs", "sitemapSaveAs", "tagSaveAs"],
  );
  assert.equal(notTaken, []);
});

test("fields that are no texts are left out by name, and the others taken over", () => {
  const { options, taken } = one("EXTRA_PATH_METADATA", {
    "a.md": { og: { x: 1 }, status: "draft" },
    wip: { a: ["b"] },
  });
  assert.equal(options.extraPathMetadata, { "a.md": { status: "draft" }, wip: { a: ["b"] } });
  assert.equal(
    taken.map(({ option }) => option),
    ["extraPathMetadata; without a.md: og, for a field is a text"],
  );
});

test("a site below another one's root is as in Pelican", () => {
  assert.equal(
    one("SITEURL", "https://a.example/blog").taken.map(({ option }) => option),
    ["siteUrl"],
  );
});

const NOT_TAKEN: readonly (readonly [name: string, value: Literal, reason: string])[] = [
  ["SITEURL", "a.example", "siteUrl: write an address such as https://example.org"],
  ["TIMEZONE", "Lisbon", "timezone: is not a time zone; did you mean Europe/Lisbon?"],
  ["DEFAULT_LANG", "plain German", "defaultLang: is not a language; write one such as en or pt-BR"],
  ["PAGE_SAVE_AS", "../{slug}.html", "pageSaveAs: write a path inside the site"],
  // As in Pelican, its default holds.
  ["ARTICLE_PATHS", "blog", "it is a text where a list should be"],
  ["THEME", "moss", /_includes\/layouts.*site\.css/.source],
  ["PLUGINS", ["sitemap"], "Pelican's plugins do not run here"],
  [
    "FILES_TO_COPY",
    [["extra/robots.txt", "robots.txt"]],
    "Pelican has not read it since 3.3: name the files in staticPaths",
  ],
  ["GARDEN_ZONE", 9, "it has no effect here"],
  ["LINKS", "https://b.example", "it is not a list of labels with addresses"],
  ["LINKS", [["Far"]], "it is not a list of labels with addresses"],
  // Ours, and nothing that Pelican has.
  ["STRICT", true, "it has no effect here"],
  ["LEDGER", "x.json", "it has no effect here"],
];

for (const [name, value, reason] of NOT_TAKEN) {
  test(`${name} = ${JSON.stringify(value)} is not`, () => {
    const { options, notTaken } = one(name, value);
    assert.equal(options, BY_ITSELF);
    assert.is(notTaken.length, 1);
    assert.match(notTaken[0]?.reason ?? "", new RegExp(reason));
  });
}

test("what follows: a site's address that is none drops the sitemap; a name that Pelican reads no more may do nothing", () => {
  const consequenceOf = (name: string, value: Literal) =>
    one(name, value).notTaken.map(({ consequence }) => consequence);
  assert.equal(consequenceOf("SITEURL", "a.example"), ["drops"]);
  assert.equal(consequenceOf("FILES_TO_COPY", [["extra/robots.txt", "robots.txt"]]), ["drops"]);
  assert.equal(consequenceOf("MARKUP", ["md", "ipynb"]), ["nothing"]);
});

const given = (settings: Readonly<Record<string, Literal>>) =>
  convert(Object.entries(settings).map(([name, value]) => ({ name, value, place: "pelicanconf.py:1" })));

test("the settings of each language are laid over the site's; a menu that it has not stays the site's", () => {
  const { options, taken, notTaken } = given({
    SITEURL: "https://a.example",
    LINKS: [["Site", "https://b.example"]],
    PLUGINS: ["pelican.plugins.i18n_subsites"],
    I18N_SUBSITES: {
      fr: {
        SITENAME: "Lampes",
        SITEURL: "https://a.example/fr",
        OUTPUT_PATH: "output/fr",
        MENUITEMS: [["Tout", "/x"]],
      },
      pt_BR: {
        SITEURL: "https://a.example/pt",
        THEME: "moss",
        STATIC_PATHS: ["imagens"],
        MARKDOWN: {},
        TYPOGRIFY: true,
        ARTICLE_URL: 3,
      },
    },
    I18N_UNTRANSLATED_PAGES: "keep",
  });
  assert.equal(options.i18nSubsites, {
    fr: {
      siteName: "Lampes",
      links: { footerLeft: [{ title: "Site", url: "https://b.example" }], top: [{ title: "Tout", url: "/x" }] },
    },
    pt_BR: { defaultLang: "pt_br", staticPaths: ["imagens"] },
  });
  assert.is(options.i18nUntranslatedPages, "keep");
  assert.is(taken.find(({ name }) => name === "I18N_SUBSITES")?.option, "i18nSubsites: fr, pt_BR");
  const told = notTaken.filter(({ name }) => name.startsWith("I18N")).map((one) => [one.name, one.consequence]);
  assert.equal(told, [
    ["I18N_SUBSITES pt_BR: SITEURL", "moves"],
    ["I18N_SUBSITES pt_BR: THEME", "looks"],
    ["I18N_SUBSITES pt_BR: ARTICLE_URL", "moves"],
    ["I18N_SUBSITES pt_BR: TYPOGRIFY", "looks"],
  ]);
});

test("where page_hierarchy was, pages have the addresses of their folders", () => {
  const addresses = { pageUrl: "{path}/", pageSaveAs: "{path}/index.html" };
  const of = (settings: Parameters<typeof given>[0]) => {
    const { options, taken } = given({ PAGE_URL: "pages/{slug}", ...settings });
    const { pageUrl, pageSaveAs, pathMetadata } = options;
    return { pageUrl, pageSaveAs, pathMetadata, names: taken.map(({ name }) => name) };
  };
  const path = "pages/(?P<path>.*)\\..*";
  assert.equal(of({ PLUGINS: ["pelican-page-hierarchy"], PATH_METADATA: path }), {
    ...addresses,
    pathMetadata: path,
    names: ["PATH_METADATA"],
  });
  assert.is(of({ PLUGINS: ["page_hierarchy"] }).pathMetadata, "(?P<path>.*)\\..*");
  assert.is(of({ PLUGINS: ["sitemap"] }).pageUrl, "pages/{slug}");
});

test("links from the root of the host are told, where the site is below a path", () => {
  const became = (url: string, siteUrl: string) =>
    given({
      SITEURL: siteUrl,
      MENUITEMS: [
        ["Archives", url],
        ["Tags", "/tags.html"],
        ["Host", "//other.example"],
      ],
    }).taken.find(({ name }) => name === "MENUITEMS")?.option;
  assert.is(
    became("/archives.html", "https://a.example/club/"),
    "links.top; “/archives.html” led to the root of the host and is /club/archives.html here, and so is 1 other: write the address in full where the root is meant",
  );
  assert.is(
    became("/club/archives.html", "https://a.example/club"),
    "links.top; “/tags.html” led to the root of the host and is /club/tags.html here: write the address in full where the root is meant",
  );
  assert.is(became("/archives.html", "https://a.example"), "links.top");
});

test("without the plugin the languages have no part of their own, as in Pelican", () => {
  const { options, notTaken } = given({ PLUGINS: ["sitemap"], I18N_SUBSITES: { fr: {} } });
  assert.is(options.i18nSubsites, undefined);
  assert.is(notTaken[1]?.reason, "as in Pelican, without the plugin i18n_subsites it has no effect");
});

test.run();
