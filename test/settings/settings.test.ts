import { suite } from "uvu";
import * as assert from "uvu/assert";
import { groups, readSettings, settingsSchema } from "../../src/plugin/settings.ts";

const settings = suite("settings");

/** Pelican's own defaults (https://docs.getpelican.com/en/latest/settings.html), under its own names. */
const PELICAN: Readonly<Record<string, unknown>> = {
  SITENAME: "A Pelican Blog",
  SITEURL: "",
  TIMEZONE: "UTC",
  DEFAULT_LANG: "en",
  PAGE_PATHS: ["pages"],
  PAGE_EXCLUDES: [],
  ARTICLE_EXCLUDES: [],
  IGNORE_FILES: [".#*"],
  READERS: {},
  STATIC_PATHS: ["images"],
  STATIC_EXCLUDES: [],
  STATIC_EXCLUDE_SOURCES: true,
  STATIC_SAVE_AS: "{path}",
  DEFAULT_METADATA: {},
  FORMATTED_FIELDS: ["summary"],
  EXTRA_PATH_METADATA: {},
  PATH_METADATA: "",
  FILENAME_METADATA: "(?P<date>\\d{4}-\\d{2}-\\d{2}).*",
  ARTICLE_TRANSLATION_ID: "slug",
  PAGE_TRANSLATION_ID: "slug",
  STATIC_URL: "{path}",
  CATEGORY_URL: "category/{slug}.html",
  AUTHOR_URL: "author/{slug}.html",
  TAG_URL: "tag/{slug}.html",
  YEAR_ARCHIVE_URL: "",
  MONTH_ARCHIVE_URL: "",
  DAY_ARCHIVE_URL: "",
  // Empty: the address of the list's file, which is Pelican's default, too.
  INDEX_URL: "",
  ARCHIVES_URL: "",
  CATEGORIES_URL: "",
  AUTHORS_URL: "",
  TAGS_URL: "",
  PAGE_URL: "pages/{slug}.html",
  PAGE_SAVE_AS: "pages/{slug}.html",
  PAGE_LANG_URL: "pages/{slug}-{lang}.html",
  PAGE_LANG_SAVE_AS: "pages/{slug}-{lang}.html",
  DRAFT_PAGE_URL: "drafts/pages/{slug}.html",
  DRAFT_PAGE_SAVE_AS: "drafts/pages/{slug}.html",
  DRAFT_PAGE_LANG_URL: "drafts/pages/{slug}-{lang}.html",
  DRAFT_PAGE_LANG_SAVE_AS: "drafts/pages/{slug}-{lang}.html",
  ARTICLE_URL: "{slug}.html",
  ARTICLE_SAVE_AS: "{slug}.html",
  ARTICLE_LANG_URL: "{slug}-{lang}.html",
  ARTICLE_LANG_SAVE_AS: "{slug}-{lang}.html",
  DRAFT_URL: "drafts/{slug}.html",
  DRAFT_SAVE_AS: "drafts/{slug}.html",
  DRAFT_LANG_URL: "drafts/{slug}-{lang}.html",
  DRAFT_LANG_SAVE_AS: "drafts/{slug}-{lang}.html",
  SLUGIFY_SOURCE: "title",
  SLUGIFY_USE_UNICODE: false,
  SLUGIFY_PRESERVE_CASE: false,
  SLUG_REGEX_SUBSTITUTIONS: [
    [String.raw`[^\w\s-]`, ""],
    [String.raw`(?u)\A\s*`, ""],
    [String.raw`(?u)\s*\Z`, ""],
    [String.raw`[-\s]+`, "-"],
  ],
  // Where they are not set, those of all slugs hold.
  AUTHOR_REGEX_SUBSTITUTIONS: null,
  CATEGORY_REGEX_SUBSTITUTIONS: null,
  TAG_REGEX_SUBSTITUTIONS: null,
  USE_FOLDER_AS_CATEGORY: true,
  DEFAULT_CATEGORY: "misc",
  SUMMARY_MAX_LENGTH: 50,
  SUMMARY_END_SUFFIX: "…",
  TYPOGRIFY: false,
  TYPOGRIFY_IGNORE_TAGS: [],
  TYPOGRIFY_OMIT_FILTERS: [],
  TYPOGRIFY_DASHES: "default",
  INDEX_SAVE_AS: "index.html",
  ARCHIVES_SAVE_AS: "archives.html",
  YEAR_ARCHIVE_SAVE_AS: "",
  MONTH_ARCHIVE_SAVE_AS: "",
  DAY_ARCHIVE_SAVE_AS: "",
  CATEGORIES_SAVE_AS: "categories.html",
  CATEGORY_SAVE_AS: "category/{slug}.html",
  AUTHORS_SAVE_AS: "authors.html",
  AUTHOR_SAVE_AS: "author/{slug}.html",
  TAGS_SAVE_AS: "tags.html",
  TAG_SAVE_AS: "tag/{slug}.html",
  DEFAULT_ORPHANS: 0,
  PAGINATED_TEMPLATES: { index: null, tag: null, category: null, author: null },
  PAGINATION_PATTERNS: [
    [1, "{name}{extension}", "{name}{extension}"],
    [2, "{name}{number}{extension}", "{name}{number}{extension}"],
  ],
  ARTICLE_ORDER_BY: "reversed-date",
  PAGE_ORDER_BY: "basename",
  NEWEST_FIRST_ARCHIVES: true,
  REVERSE_CATEGORY_ORDER: false,
  FEED_ALL_ATOM: "feeds/all.atom.xml",
  CATEGORY_FEED_ATOM: "feeds/{slug}.atom.xml",
  RSS_FEED_SUMMARY_ONLY: true,
  OUTPUT_SOURCES: false,
  OUTPUT_SOURCES_EXTENSION: ".text",
};

function camelCase(name: string): string {
  const words = name.toLowerCase().replace(/^(site)(name|url)$/, "$1_$2");
  return words.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

const defaults: Readonly<Record<string, unknown>> = readSettings({});

for (const [name, value] of Object.entries(PELICAN)) {
  settings(`${camelCase(name)} is ${name}, with its default`, () => assert.equal(defaults[camelCase(name)], value));
}

/** Those that are other than Pelican's, or ours. */
const OTHERS: readonly (readonly [name: string, value: unknown])[] = [
  ["content", []],
  ["largestText", 25],
  ["removeOld", true],
  ["defaultPagination", 0],
  ["feedMaxItems", 20],
  ...[
    ...["feedAtom", "feedRss", "authorFeedAtom", "authorFeedRss", "tagFeedAtom", "tagFeedRss", "translationFeedAtom"],
    ...["translationFeedRss", "feedDomain", "feedAllAtomUrl", "feedAllRssUrl", "feedAtomUrl", "feedRssUrl"],
    ...["categoryFeedAtomUrl", "categoryFeedRssUrl", "authorFeedAtomUrl", "authorFeedRssUrl", "tagFeedAtomUrl"],
    ...["tagFeedRssUrl", "translationFeedAtomUrl", "translationFeedRssUrl"],
  ].map((name) => [name, ""] as const),
  ["feedAppendRef", false],
  ["templatePages", {}],
  ["directTemplates", null],
  ["directTemplatesSaveAs", {}],
  ["dateFormats", {}],
  ["defaultDateFormat", ""],
  ["summaryMaxParagraphs", null],
  ["feedAllRss", ""],
  ["categoryFeedRss", ""],
  ["withFutureDates", false],
  ["displayPagesOnMenu", false],
  ["displayCategoriesOnMenu", false],
  ["addresses", "file"],
  ["pathPrefix", ""],
  ["sitemapSaveAs", "sitemap.xml"],
  ["robotsSaveAs", "robots.txt"],
  ["notFoundSaveAs", "404.html"],
  ["redirectsSaveAs", "_redirects"],
  ["redirectPages", false],
  ["theme", true],
  ["minify", true],
  ["ledger", ""],
  ["blogTitle", ""],
  ["author", ""],
  ["articlePaths", null],
  ["defaultDate", ""],
  ["headersSaveAs", ""],
  ["contentSecurityPolicy", {}],
  ["manifestSaveAs", ""],
  ["themeColor", { light: "", dark: "" }],
  ["socialImages", false],
  [
    "images",
    {
      formats: ["webp"],
      widths: [480, 960, 1440],
      sizes: "(min-width: 40rem) 36rem, 100vw",
      minBytes: 10_000,
      attributes: true,
    },
  ],
  [
    "markdown",
    {
      admonition: false,
      caret: false,
      codehilite: {},
      footnotes: { SEPARATOR: ":", BACKLINK_TEXT: "↩", PLACE_MARKER: "///Footnotes Go Here///" },
      del_ins: false,
      details: false,
      exact: false,
      liquid_tags: false,
      magiclink: false,
      mark: false,
      nl2br: false,
      sane_lists: false,
      smartsymbols: false,
      smarty: false,
      tab_length: 4,
      tasklist: false,
      tilde: false,
      toc: {
        marker: "[TOC]",
        title: "",
        toc_depth: 6,
        baselevel: 1,
        separator: "-",
        anchorlink: false,
        anchorlink_class: "toclink",
        permalink: false,
        permalink_class: "headerlink",
        permalink_title: "Permanent link",
        slugify: "pelican",
      },
      wikilinks: false,
    },
  ],
  ["codeDir", "code"],
  ["notebookDir", "notebooks"],
  ["math", false],
  ["i18nSubsites", {}],
  ["locale", "en"],
  ["i18nUntranslatedArticles", "hide"],
  ["i18nUntranslatedPages", "hide"],
  ["searchSaveAs", ""],
  ["host", "netlify"],
  ["relativeUrls", false],
  ["showDrafts", false],
  ["form", true],
  ["namePrefix", ""],
  ["runHeaders", false],
  ["fastPages", false],
  ["editUrl", ""],
  ["strict", false],
  ["allowFindings", {}],
  ["words", {}],
  ["elsewhere", []],
  ["links", { top: [], footerLeft: [], footerRight: [] }],
];

for (const [name, value] of OTHERS) {
  settings(`${name} has its default`, () => assert.equal(defaults[name], value));
}

settings("every setting has a default, and every one is described", () => {
  for (const [name, schema] of Object.entries(settingsSchema.shape)) {
    assert.is.not(defaults[name], undefined, name);
    assert.ok(schema.description, name);
  }
});

settings("no default is forgotten here", () => {
  const checked = new Set([...Object.keys(PELICAN).map(camelCase), ...OTHERS.map(([name]) => name)]);
  assert.equal(
    Object.keys(settingsSchema.shape).filter((name) => !checked.has(name)),
    [],
  );
});

settings("what is given holds, and the rest has its defaults", () => {
  const read = readSettings({ siteName: "XMPP", links: { top: [{ title: "Blog", url: "/blog.html" }] } });
  assert.is(read.siteName, "XMPP");
  assert.is(read.indexSaveAs, "index.html");
  assert.equal(read.links, { top: [{ title: "Blog", url: "/blog.html" }], footerLeft: [], footerRight: [] });
});

const faults = suite("settings with faults");

function messageOf(input: unknown): string {
  try {
    readSettings(input);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "";
}

for (const editUrl of ["https://a.example/edit", "a/{file}", "javascript:{file}"]) {
  faults(`${editUrl} is no address to edit a file at`, () => assert.match(messageOf({ editUrl }), "editUrl: "));
}

for (const [written, meant] of [
  ["sitename", "siteName"],
  ["SITENAME", "siteName"],
  ["siteURL", "siteUrl"],
  ["timeZone", "timezone"],
  ["articleSaveAss", "articleSaveAs"],
  ["ARTICLE_SAVE_AS", "articleSaveAs"],
  ["defaultPaginaton", "defaultPagination"],
  ["staticPath", "staticPaths"],
] as const) {
  faults(`${written}: did you mean ${meant}?`, () => {
    const message = messageOf({ [written]: "" });
    assert.match(message, `${written}:`);
    assert.match(message, `did you mean ${meant}?`);
  });
}

faults("a name like no other is named, and nothing is suggested", () => {
  const message = messageOf({ colour: "red" });
  assert.match(message, "colour:");
  assert.not.match(message, "did you mean");
});

faults("a misspelt name within a setting is named with its nearest, too", () => {
  assert.match(messageOf({ links: { footerleft: [] } }), /links\.footerleft: .*did you mean (links\.)?footerLeft\?/);
  assert.match(messageOf({ themeColor: { lihgt: "#fff" } }), /themeColor\.lihgt: .*did you mean .*light\?/);
});

for (const [name, input, wanted] of [
  ["a number for a text", { siteName: 1 }, 'siteName: write it in quotation marks: "1"'],
  ["a list for a text", { siteName: ["a"] }, 'siteName: write a text in quotation marks, such as "…", not ["a"]'],
  ["a text for a number", { defaultPagination: "10" }, "defaultPagination: write 10 without quotation marks"],
  ["another for a number", { defaultPagination: "ten" }, 'defaultPagination: write a number, not "ten"'],
  ["a text for a list", { staticPaths: "images" }, 'staticPaths: write a list: ["images"]'],
  ["a list for an object", { links: [] }, "links: write an object: { … }, not []"],
  [
    "one of a few, misspelt",
    { addresses: "urls" },
    'addresses: there is no "urls": write url, file or pretty; did you mean url?',
  ],
  [
    "a list that is too short",
    { slugRegexSubstitutions: [["a"]] },
    "slugRegexSubstitutions[0]: write a list of 2 values, not of 1",
  ],
  [
    "one of two kinds",
    { articleTranslationId: 3 },
    'articleTranslationId: write a text in quotation marks, such as "…" or a list: […], not 3',
  ],
  [
    "a name that is not there",
    { links: { top: [{ title: "A", url: "/", name: "b" }] } },
    "links.top[0].name: there is no such setting; there are title and url",
  ],
  ["a list with a number in it", { staticPaths: ["images", 1] }, 'staticPaths[1]: write it in quotation marks: "1"'],
  ["a text for a flag", { withFutureDates: "true" }, "withFutureDates: write true without quotation marks"],
  ["a word for a flag", { withFutureDates: "yes" }, 'withFutureDates: write true or false, not "yes"'],
  ["less than nothing", { defaultPagination: -1 }, "defaultPagination: write a number from 0, not -1"],
  ["half a post", { defaultPagination: 1.5 }, "defaultPagination: write a whole number, not 1.5"],
  ["a feed of less than nothing", { feedMaxItems: -1 }, "feedMaxItems:"],
  [
    "a language that is none",
    { defaultLang: "plain German" },
    "defaultLang: is not a language; write one such as en or pt-BR",
  ],
  [
    "megabytes that are bytes",
    { largestText: 60_000_000 },
    "largestText: is in megabytes (MB), and 100 is the most; did you mean 60?",
  ],
  ["kilobytes", { largestText: 25_600 }, "largestText: is in megabytes (MB), and 100 is the most; did you mean 25.6?"],
  ["more megabytes than there may be", { largestText: 500 }, "largestText: is in megabytes (MB), and 100 is the most"],
  ["a language's name", { defaultLang: "German" }, "defaultLang: is not a language; did you mean de?"],
  ["a language's own name", { words: { deutsch: {} } }, "words.deutsch: is not a language; did you mean de?"],
  ["of dates", { dateFormats: { french: "%d" } }, "dateFormats.french: is not a language; did you mean fr?"],
  ["a locale that is none", { locale: "xx" }, "locale: is not a locale that is known; write one such as fr_FR"],
  [
    "a time zone that is none",
    { timezone: "Zzz/Qqqqq" },
    "timezone: is not a time zone; write one such as Europe/Paris",
  ],
  ["a town", { timezone: "new york" }, "timezone: is not a time zone; did you mean America/New_York?"],
  ["a town that is misspelt", { timezone: "Berln" }, "timezone: is not a time zone; did you mean Europe/Berlin?"],
  ["a date that is none", { defaultDate: "x" }, "defaultDate: is not a date; write one such as 2020-01-31, or fs"],
  ["a host alone", { siteUrl: "example.org" }, "siteUrl: write an address such as https://example.org"],
  ["of feeds", { feedDomain: "feeds.example.org" }, "feedDomain: write an address such as https://example.org"],
  ["no address", { feedAllAtomUrl: "mailto:a" }, "feedAllAtomUrl: write a path, or an address with https:"],
  [
    "an address for a path",
    { pathPrefix: "https://example.org/a" },
    "pathPrefix: write a path such as /garden; the whole address is siteUrl",
  ],
  ["no letters of dates", { defaultDateFormat: "dd.mm.yyyy" }, "defaultDateFormat: write a text such as %d.%m.%Y"],
  ["a colour with few digits", { themeColor: { light: "#12" } }, "themeColor.light: write a colour such as #336699"],
  [
    "half a directive",
    { contentSecurityPolicy: { img: "*" } },
    "contentSecurityPolicy.img: is not a directive; did you mean img-src?",
  ],
  [
    "two directives",
    { contentSecurityPolicy: { "img-src": "*; script-src *" } },
    "contentSecurityPolicy.img-src: write one directive, without a semicolon",
  ],
  [
    "tags",
    { typogrifyIgnoreTags: ["<h3>"] },
    "typogrifyIgnoreTags[0]: write a name without < and >, such as h3 or .note",
  ],
  ["a file outside", { ledger: "../a.json" }, "ledger: write a path inside the project, or a whole one"],
  ["a folder outside", { codeDir: "../code" }, "codeDir: write a folder inside the content"],
  [
    "a list, misspelt",
    { paginatedTemplates: { indx: 5 } },
    "paginatedTemplates.indx: is not a list; did you mean index?",
  ],
  [
    "a file of no list",
    { directTemplatesSaveAs: { a: "b" } },
    "directTemplatesSaveAs.a: there is no such list in directTemplates; add “a” to it",
  ],
  [
    "a finding, misspelt",
    { allowFindings: { "link-brokn": "a" } },
    "allowFindings.link-brokn: there is no such setting; did you mean link-broken?",
  ],
  [
    "a name that no tag has",
    { tagSaveAs: "{slgu}.html" },
    "tagSaveAs: there is no {slgu} in it: write {slug} and {name}",
  ],
  ["a name in a file", { indexSaveAs: "{slug}" }, "indexSaveAs: there is no {slug} in it: write it without { and }"],
  ["half a name", { articleSaveAs: "{slug.html" }, "articleSaveAs: write a name between { and }, such as {slug}"],
  [
    "a name in a part",
    { i18nSubsites: { fr: { categorySaveAs: "{nom}" } } },
    "i18nSubsites.fr.categorySaveAs: there is no {nom} in it",
  ],
  [
    "a link without a title",
    { links: { top: [{ url: "/" }] } },
    "links.top[0].title: is missing: write a text in quotation marks",
  ],
  [
    "two languages in one folder",
    { i18nSubsites: { FR: {}, fr: {} } },
    "i18nSubsites.fr: /fr/ and /FR/ are one folder on macOS and Windows: write one of the two",
  ],
  ["a list for all settings", [], "the settings:"],
  ["nothing for all settings", null, "the settings:"],
] as const) {
  faults(name, () => assert.match(messageOf(input), wanted));
}

faults("several faults are named at once", () => {
  const ofPart = messageOf({ host: "foo", i18nSubsites: { fr: { siteName: 1, colour: 1 } } });
  for (const word of ["host:", "i18nSubsites.fr.siteName:", "i18nSubsites.fr.colour:"]) assert.match(ofPart, word);
  assert.is(ofPart.match(/host:/g)?.length, 1);
  const message = messageOf({ sitename: "X", timezone: "Nowhere", defaultPagination: "10", colour: 1 });
  for (const word of ["sitename:", "timezone:", "defaultPagination:", "colour:"]) assert.match(message, word);
});

for (const input of [
  { defaultLang: "pt_BR", locale: ["usa", "en_US"], defaultDate: "2020-01-31 10:00", pathPrefix: "garden" },
  { defaultLang: "yue", locale: "C.UTF-8", defaultDate: "fs", timezone: "utc", feedAllAtomUrl: "https://a.example/b" },
  {
    locale: "",
    themeColor: { light: "#eef", dark: "rgb(1 2 3)" },
    paginatedTemplates: { index: 5, authors: 5, blog: 9 },
  },
  { yearArchiveSaveAs: "{date:%Y}/index.html", tagFeedAtom: "{name}.xml", articleUrl: "{my_field}/{{}}{slug:.9}" },
]) {
  settings(`all is well: ${Object.keys(input)}`, () => assert.is(messageOf(input), ""));
}

const grouped = suite("settings in groups");

for (const [name, input, expected] of [
  [
    "false empties what would be written",
    { lists: false },
    { indexSaveAs: "", tagSaveAs: "", feedAllAtom: "feeds/all.atom.xml" },
  ],
  ["true leaves the defaults", { lists: true }, { indexSaveAs: "index.html", yearArchiveSaveAs: "" }],
  [
    "an object switches on, and sets some",
    { search: {}, lists: { tagsSaveAs: "" } },
    { searchSaveAs: "search/index.html", tagsSaveAs: "", tagSaveAs: "tag/{slug}.html" },
  ],
  [
    "a name for what has none",
    { headers: { contentSecurityPolicy: { "img-src": "b" } }, manifest: true },
    { headersSaveAs: "_headers", contentSecurityPolicy: { "img-src": "b" }, manifestSaveAs: "manifest.webmanifest" },
  ],
  [
    "switches",
    { minify: false, theme: false, socialImages: true },
    { minify: false, theme: false, socialImages: true },
  ],
  [
    "images",
    { images: { formats: ["avif"] } },
    {
      images: {
        formats: ["avif"],
        widths: [480, 960, 1440],
        sizes: "(min-width: 40rem) 36rem, 100vw",
        minBytes: 10_000,
        attributes: true,
      },
    },
  ],
  [
    "a group, and one of its settings beside it",
    { feeds: true, feedAllRss: "rss.xml", feedMaxItems: 5 },
    { feedAllRss: "rss.xml", feedMaxItems: 5 },
  ],
  [
    "a setting in both with one value",
    { sitemap: { sitemapSaveAs: "m.xml" }, sitemapSaveAs: "m.xml" },
    { sitemapSaveAs: "m.xml" },
  ],
  [
    "without the theme, lists and the page for what is not found are for those who ask",
    { theme: false },
    { indexSaveAs: "", notFoundSaveAs: "", sitemapSaveAs: "sitemap.xml" },
  ],
  [
    "who asks has them",
    { theme: false, archivesSaveAs: "a.html" },
    { indexSaveAs: "index.html", archivesSaveAs: "a.html" },
  ],
] as const) {
  grouped(name, () => {
    const read: Readonly<Record<string, unknown>> = readSettings(input);
    assert.equal(Object.fromEntries(Object.keys(expected).map((one) => [one, read[one]])), expected);
  });
}

grouped("images: false draws none, and leaves them as they are written", () => {
  const { formats, attributes } = readSettings({ images: false }).images;
  assert.equal([formats, attributes], [[], false]);
});

grouped("beside pages of Eleventy's own nothing is made that nobody asked for", () => {
  const { unasked, theme, ...read } = readSettings({ feedAllAtom: "feed.xml" }, true);
  assert.equal(
    [read.indexSaveAs, read.feedAllAtom, read.minify, read.staticPaths, theme],
    ["", "feed.xml", false, [], true],
  );
  assert.equal(
    unasked,
    Object.keys(groups).filter((name) => name !== "feeds"),
  );
});

for (const [input, message] of [
  [
    { lists: "yes" },
    "lists: write true, false or an object of its settings, such as directTemplates, directTemplatesSaveAs, indexSaveAs",
  ],
  [{ minify: { js: true } }, "minify.js: there is no such setting"],
  [{ minify: 1 }, "minify: write true or false"],
  [{ list: true }, "list: there is no such setting; did you mean lists?"],
  [{ lists: { archiveSaveAs: "a" } }, "lists.archiveSaveAs: there is no such setting; did you mean archivesSaveAs?"],
  [{ feeds: { feedAllAtom: "/a.xml" } }, "feedAllAtom: write a path inside the site"],
  [{ lists: false, tagSaveAs: "t" }, 'tagSaveAs: it is "t", and lists is false; remove one of the two'],
  [{ search: true, searchSaveAs: "" }, 'searchSaveAs: it is "", and search is true; remove one of the two'],
  [{ robots: true, robotsSaveAs: "" }, 'robotsSaveAs: it is "", and robots is true; remove one of the two'],
  [{ feeds: { feedMaxItems: 5 }, feedMaxItems: 6 }, "feedMaxItems: it is 6, and 5 in feeds; remove one of the two"],
] as const) {
  faults(`groups: ${JSON.stringify(input)}`, () => {
    const lines = messageOf(input).split("\n").slice(1);
    assert.is(lines.length, 1, lines.join());
    assert.ok(lines[0]?.trim().startsWith(message), lines[0]);
  });
}

settings.run();
faults.run();
grouped.run();
