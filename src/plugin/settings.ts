import { z } from "zod";
import { metadata, pathPattern } from "./dialect/metadata.ts";
import { defaultSubstitutions, substitutions } from "./dialect/substitutions.ts";
import { isLanguage } from "./dialect/values.ts";
import { plainError } from "./findings/plain-error.ts";
import { type FindingCode, reportValues } from "./findings/report-values.ts";
import { type Group, isSame, spreadGroups, unknownSetting } from "./settings/groups.ts";
import { markdownSetting } from "./settings/markdown.ts";
import { FILTERS } from "./typography/typogrify.ts";

/** A link of the site's own in a menu: one that no page's header owns. */
const siteLink = z.strictObject({ title: z.string().min(1), url: z.string().min(1) });

const folders = z.array(z.string());
/** A file to write, from the output folder; empty for none. */
const saveAs = z.string().refine((path) => !/^\/|\\|(?:^|\/)\.\.(?:\/|$)/.test(path), "write a path inside the site");

/** Where readers are told that a feed is. */
const feedUrl = z.string().default("").describe("Its address, where that is not where it is written.");

/** The file of a page of a list; a slash at its start does no harm, as in Pelican. */
const pagePattern = z
  .string()
  .refine((path) => !/\\|(?:^|\/)\.\.(?:\/|$)/.test(path), "write a path inside the site")
  .refine(
    (path) => !/\{(?!(?:save_as|url|name|base_name|extension|number)(?::0?\d*d?)?\})/.test(path),
    "there are {name}, {base_name}, {extension}, {number}, {save_as} and {url}",
  );
/** Letters of strftime, alone or behind a locale. */
const dateFormat = z.union([z.string(), z.tuple([z.string(), z.string()])], {
  error: "write a text such as %d.%m.%Y, or a locale and a text",
});
/** The fields that translations have in common. */
const translationId = z
  .union([z.string(), z.array(z.string())])
  .nullable()
  .default("slug");

/** A field to order by. */
const order = z.string().regex(/^(?:reversed-)?[^\s-]\S*$/, "write a field's name, or reversed- and a field's name");

const general = {
  siteName: z.string().default("A Pelican Blog").describe("The site's name, in every page's title."),
  siteUrl: z
    .string()
    .default("")
    .refine(
      (url) => url === "" || (/^https?:\/\//.test(url) && URL.canParse(url)),
      "write an address such as https://example.org",
    )
    .transform((url) => url.replace(/\/+$/, ""))
    .describe("Where the site is, without a slash at the end; feeds and the sitemap need it."),
  pathPrefix: z
    .string()
    .default("")
    .describe(
      "The path of its host that the site is below, such as /garden. By default it is Eleventy's pathPrefix, or else the path of siteUrl. Ours.",
    ),
  blogTitle: z.string().default("").describe("The title of lists of posts; the site's name by default. Ours."),
  content: folders
    .default([])
    .describe(
      "Globs, from the input folder, of the files that are Pelican pages: ** is all of it, and one with ! before it leaves files out. Without any, a Pelican page is a file with a header that only Pelican's authors write; all others are Eleventy's. Ours.",
    ),
  author: z.string().default("").describe("The author of posts that name none."),
  timezone: z
    .string()
    .refine(isTimeZone, "is no time zone; write one such as Europe/Paris")
    .default("UTC")
    .describe("The time zone that dates are in."),
  defaultLang: z
    .string()
    .transform((tag) => tag.replaceAll("_", "-"))
    .refine(isLanguage, "is no language; write one such as en or pt-BR")
    .default("en")
    .describe("The language of pages that name none."),
  pagePaths: folders.default(["pages"]).describe("Files below these folders are pages."),
  pageExcludes: folders.default([]).describe("Folders in pagePaths that no pages are made of."),
  articlePaths: folders
    .nullable()
    .default(null)
    .describe(
      "Files below these folders are posts; [\"\"] is all that are no pages. Where it is written out, Pelican's rules hold: no page is made of a file that is in neither sort of folders, nor of one without a title, nor of a post without a date. Without it, posts are below posts, blog, articles and news, and in other folders a dated file without a page's fields is one.",
    ),
  articleExcludes: folders.default([]).describe("Folders in articlePaths that no posts are made of."),
  ignoreFiles: folders
    .default([".#*"])
    .describe("Names of files and folders, with * and ?, that are passed over: README.md, *.tmp."),
  readers: z
    .record(z.string(), z.null())
    .default({})
    .describe('Endings of files that no pages are made of: { "html": null }.'),
  staticPaths: folders
    .default(["images"])
    .describe("Folders and files that are copied as they are, but for the pages in them."),
  staticExcludes: folders.default([]).describe("Folders in staticPaths that are not copied."),
  staticExcludeSources: z
    .boolean()
    .default(true)
    .describe("Whether the files that pages are made of are left out of what is copied."),
  addresses: z
    .enum(["url", "file", "pretty"])
    .default("file")
    .describe(
      "What links say: url is what the …Url settings and a page's Url say, as in Pelican; file is the file that is written; pretty is that without index.html and .html. Ours.",
    ),
  staticUrl: z.string().default("{path}").describe("The address of a file that is copied."),
  staticSaveAs: saveAs.default("{path}").describe("Where a file that is copied goes: {path} is its own path."),
  defaultMetadata: metadata
    .prefault({})
    .describe('Fields of files that do not say them: { "status": "draft" }. A category is defaultCategory.'),
  formattedFields: folders
    .default(["summary"])
    .describe("Fields of the site's own that are Markdown; a summary always is."),
  defaultDate: z
    .string()
    .default("")
    .describe("The date of files that have none; fs is the time at which the file was changed last."),
  extraPathMetadata: z
    .record(z.string(), metadata)
    .prefault({})
    .describe(
      'Fields of a file, or of all in a folder: { "wip": { "status": "draft" } }; as path, where a static file goes: { "extra/CNAME": { "path": "CNAME" } }.',
    ),
  pathMetadata: pathPattern
    .default("")
    .describe("Fields that a file's path holds: a regular expression of Python's, whose named groups are fields."),
  filenameMetadata: pathPattern
    .default("(?P<date>\\d{4}-\\d{2}-\\d{2}).*")
    .describe("The same for its name without the ending; empty for none."),
  templatePages: z
    .record(z.string(), saveAs.min(1))
    .default({})
    .describe(
      'Templates in the content folder that print nothing but settings, and the files that they make: { "site.html": "about/site.html" }.',
    ),
  outputSources: z
    .boolean()
    .default(false)
    .describe("Whether the source of each published page is beside it, for readers to see."),
  outputSourcesExtension: z
    .string()
    .regex(/^[^/\\]+$/, "write an ending")
    .default(".text")
    .describe("The ending of these sources."),
  pageUrl: z.string().default("pages/{slug}.html").describe("The address of a page without Url."),
  pageSaveAs: saveAs.default("pages/{slug}.html").describe("The file of a page without Save_as."),
  pageLangUrl: z.string().default("pages/{slug}-{lang}.html").describe("The same, for a page in another language."),
  pageLangSaveAs: saveAs.default("pages/{slug}-{lang}.html").describe("The same, for a page in another language."),
  draftPageUrl: z.string().default("drafts/pages/{slug}.html").describe("The address of a page that is a draft."),
  draftPageSaveAs: saveAs.default("drafts/pages/{slug}.html").describe("The file of a page that is a draft."),
  draftPageLangUrl: z
    .string()
    .default("drafts/pages/{slug}-{lang}.html")
    .describe("The same, for a page in another language."),
  draftPageLangSaveAs: saveAs
    .default("drafts/pages/{slug}-{lang}.html")
    .describe("The same, for a page in another language."),
  articleUrl: z.string().default("{slug}.html").describe("The address of a post without Url."),
  articleSaveAs: saveAs.default("{slug}.html").describe("The file of a post without Save_as."),
  articleLangUrl: z.string().default("{slug}-{lang}.html").describe("The same, for a post in another language."),
  articleLangSaveAs: saveAs.default("{slug}-{lang}.html").describe("The same, for a post in another language."),
  draftUrl: z.string().default("drafts/{slug}.html").describe("The address of a post that is a draft."),
  draftSaveAs: saveAs.default("drafts/{slug}.html").describe("The file of a post that is a draft."),
  draftLangUrl: z.string().default("drafts/{slug}-{lang}.html").describe("The same, for a post in another language."),
  draftLangSaveAs: saveAs.default("drafts/{slug}-{lang}.html").describe("The same, for a post in another language."),
  slugifySource: z
    .enum(["title", "basename"])
    .default("title")
    .describe("What slugs are made of: the title, or the name of the file (basename)."),
  slugifyUseUnicode: z.boolean().default(false).describe("Whether slugs keep letters that are not ASCII."),
  slugifyPreserveCase: z.boolean().default(false).describe("Whether slugs keep capitals."),
  slugRegexSubstitutions: defaultSubstitutions.describe(
    "How slugs are made of texts: pairs of a regular expression, as Python has it, and what stands in its place.",
  ),
  authorRegexSubstitutions: substitutions
    .nullable()
    .prefault(null)
    .describe("The same for authors, where they have rules of their own."),
  categoryRegexSubstitutions: substitutions.nullable().prefault(null).describe("The same for categories."),
  tagRegexSubstitutions: substitutions.nullable().prefault(null).describe("The same for tags."),
  articleTranslationId: translationId.describe(
    "The field, or the fields, in which posts are the same that translate each other; null for no translations.",
  ),
  pageTranslationId: translationId.describe("The same, for pages."),
  articleOrderBy: order
    .default("reversed-date")
    .describe("What posts are ordered by: date, title, basename or any field; reversed-date has the newest first."),
  pageOrderBy: order
    .default("basename")
    .describe("The same, for the pages of a top menu that none asks for a place in."),
  newestFirstArchives: z.boolean().default(true).describe("Whether archives begin with the newest post."),
  reverseCategoryOrder: z.boolean().default(false).describe("Whether the last category comes first."),
  displayPagesOnMenu: z
    .boolean()
    .default(false)
    .describe(
      "Whether all pages are in the top menu of a site where none asks for a place in it. In Pelican they are.",
    ),
  displayCategoriesOnMenu: z
    .boolean()
    .default(false)
    .describe("Whether the categories are in such a menu, behind the pages. In Pelican they are."),
  useFolderAsCategory: z
    .boolean()
    .default(true)
    .describe("Whether a post without Category has its folder's name as one."),
  defaultCategory: z.string().default("misc").describe("The category of posts that have none."),
  withFutureDates: z
    .boolean()
    .default(false)
    .describe("Whether posts with a date to come are published. In Pelican they are."),
  dateFormats: z
    .record(z.string(), dateFormat)
    .default({})
    .describe(
      'How dates are shown in a language: { "de": "%d.%m.%Y" }, or with the locale of its names, ["de_DE", "%d. %B %Y"].',
    ),
  defaultDateFormat: dateFormat
    .default("")
    .describe("How dates are shown in other languages; empty for the form that is usual in each."),
  summaryMaxLength: z
    .number()
    .int()
    .min(0)
    .nullable()
    .default(50)
    .describe("How many words of a post stand in lists; null for the whole text."),
  summaryMaxParagraphs: z
    .number()
    .int()
    .min(0)
    .nullable()
    .default(null)
    .describe("How many paragraphs of a post stand in lists, of which the words are counted; null for all."),
  summaryEndSuffix: z.string().default("…").describe("What ends a summary that was cut."),
  markdown: markdownSetting,
  math: z
    .boolean()
    .default(false)
    .describe(
      "Whether formulas in TeX are typeset as MathML: $…$, $$…$$, \\(…\\), \\[…\\], \\begin{…}. It needs the library temml. Ours.",
    ),
  typogrify: z
    .boolean()
    .default(false)
    .describe("Whether texts, titles and summaries get typographic quotation marks, dashes and dots."),
  typogrifyIgnoreTags: z
    .array(z.string())
    .default([])
    .describe('Elements that typogrify leaves as they are, besides code: "h3", ".note".'),
  typogrifyOmitFilters: z
    .array(z.enum(FILTERS))
    .default([])
    .describe("What typogrify does not do: amp, caps, initial_quotes, smartypants, widont."),
  typogrifyDashes: z
    .enum(["default", "oldschool", "oldschool_inverted"])
    .default("default")
    .describe(
      "What typogrify makes of -- and ---: a long dash of --, or a short and a long one, or the other way round.",
    ),
};

const lists = {
  directTemplates: z
    .array(saveAs.min(1))
    .nullable()
    .default(null)
    .describe(
      "The lists that are made, even of no posts: index, tags, categories, authors, archives, and others, each of which a layout of its name prints. null for these five where there are posts for them.",
    ),
  directTemplatesSaveAs: z
    .record(z.string(), saveAs)
    .default({})
    .describe('The files of such others: { "finder": "find/index.html" }; {name}.html of those that are not here.'),
  indexSaveAs: saveAs.default("index.html").describe("The list of all posts; empty for none."),
  indexUrl: z.string().default("").describe("The address of the list of all posts; empty for that of its file."),
  archivesSaveAs: saveAs.default("archives.html").describe("All posts by date."),
  archivesUrl: z.string().default("").describe("The address of the archive; empty for that of its file."),
  yearArchiveSaveAs: saveAs.default("").describe("The posts of a year: {date:%Y}/index.html."),
  yearArchiveUrl: z.string().default("").describe("The address of a year's posts; empty for that of its file."),
  monthArchiveSaveAs: saveAs.default("").describe("The posts of a month: {date:%Y}/{date:%m}/index.html."),
  monthArchiveUrl: z.string().default("").describe("The address of a month's posts; empty for that of its file."),
  dayArchiveSaveAs: saveAs.default("").describe("The posts of a day."),
  dayArchiveUrl: z.string().default("").describe("The address of a day's posts; empty for that of its file."),
  categoriesSaveAs: saveAs.default("categories.html").describe("The list of categories."),
  categoriesUrl: z.string().default("").describe("The address of the list of categories; empty for that of its file."),
  categorySaveAs: saveAs.default("category/{slug}.html").describe("The posts of a category."),
  categoryUrl: z.string().default("category/{slug}.html").describe("The address of a category."),
  authorsSaveAs: saveAs.default("authors.html").describe("The list of authors."),
  authorsUrl: z.string().default("").describe("The address of the list of authors; empty for that of its file."),
  authorSaveAs: saveAs.default("author/{slug}.html").describe("The posts of an author."),
  authorUrl: z.string().default("author/{slug}.html").describe("The address of an author."),
  tagsSaveAs: saveAs.default("tags.html").describe("The list of tags."),
  tagsUrl: z.string().default("").describe("The address of the list of tags; empty for that of its file."),
  tagSaveAs: saveAs.default("tag/{slug}.html").describe("The posts of a tag."),
  tagUrl: z.string().default("tag/{slug}.html").describe("The address of a tag."),
  defaultPagination: z.number().int().min(0).default(0).describe("How many posts a list shows on a page; 0 for all."),
  defaultOrphans: z
    .number()
    .int()
    .min(0)
    .default(0)
    .describe("So few posts or fewer are not left alone on a last page."),
  paginatedTemplates: z
    .record(z.string(), z.number().int().min(0).nullable())
    .default({ index: null, tag: null, category: null, author: null })
    .describe(
      "The lists that are split into pages, each with how many posts it shows on one; null for as many as defaultPagination says. Others are archives and period_archives.",
    ),
  paginationPatterns: z
    .array(z.tuple([z.number().int().min(-1), z.string(), pagePattern]))
    .default([
      [1, "{name}{extension}", "{name}{extension}"],
      [2, "{name}{number}{extension}", "{name}{number}{extension}"],
    ])
    .describe(
      "Where the pages of a list are, from which page on: the page's number (-1 for the last page), its address, and its file, which decides. There are {name}, {base_name}, {extension}, {number}, {save_as} and {url}.",
    ),
};

const feeds = {
  feedAllAtom: saveAs.default("feeds/all.atom.xml").describe("The Atom feed of all posts, translations among them."),
  feedAllAtomUrl: feedUrl,
  feedAllRss: saveAs.default("").describe("The RSS feed of all posts, translations among them."),
  feedAllRssUrl: feedUrl,
  feedAtom: saveAs.default("").describe("The Atom feed of all posts, of translations the original."),
  feedAtomUrl: feedUrl,
  feedRss: saveAs.default("").describe("The RSS feed of all posts, of translations the original."),
  feedRssUrl: feedUrl,
  categoryFeedAtom: saveAs.default("feeds/{slug}.atom.xml").describe("The Atom feed of a category."),
  categoryFeedAtomUrl: feedUrl,
  categoryFeedRss: saveAs.default("").describe("The RSS feed of a category."),
  categoryFeedRssUrl: feedUrl,
  authorFeedAtom: saveAs
    .default("")
    .describe("The Atom feed of an author: feeds/{slug}.atom.xml, which it is in Pelican."),
  authorFeedAtomUrl: feedUrl,
  authorFeedRss: saveAs
    .default("")
    .describe("The RSS feed of an author: feeds/{slug}.rss.xml, which it is in Pelican."),
  authorFeedRssUrl: feedUrl,
  tagFeedAtom: saveAs.default("").describe("The Atom feed of a tag."),
  tagFeedAtomUrl: feedUrl,
  tagFeedRss: saveAs.default("").describe("The RSS feed of a tag."),
  tagFeedRssUrl: feedUrl,
  translationFeedAtom: saveAs
    .default("")
    .describe("The Atom feed of the posts in a language: feeds/all-{lang}.atom.xml, which it is in Pelican."),
  translationFeedAtomUrl: feedUrl,
  translationFeedRss: saveAs.default("").describe("The RSS feed of the posts in a language."),
  translationFeedRssUrl: feedUrl,
  feedDomain: z
    .string()
    .default("")
    .transform((url) => url.replace(/\/+$/, ""))
    .describe("Where feeds are, if they are not at siteUrl: https://feeds.example.org."),
  feedMaxItems: z
    .number()
    .int()
    .min(0)
    .default(20)
    .describe("How many posts a feed holds; 0 for all. In Pelican 100, before its version 4.9 all."),
  rssFeedSummaryOnly: z
    .boolean()
    .default(true)
    .describe("Whether RSS feeds hold the summaries of posts, and not their texts."),
  feedAppendRef: z.boolean().default(false).describe("Whether links in feeds end with ?ref=feed, to be counted."),
};

const sitemap = {
  sitemapSaveAs: saveAs.default("sitemap.xml").describe("The sitemap. Ours."),
};

const robots = {
  robotsSaveAs: saveAs
    .default("robots.txt")
    .describe("What search engines may read; a static file of this name goes before it. Ours."),
};

const notFound = {
  notFoundSaveAs: saveAs.default("404.html").describe("The page for addresses that are not there. Ours."),
};

const search = {
  searchSaveAs: saveAs
    .default("")
    .describe("The page on which the site is searched: search/index.html; with it an index is made. Ours."),
};

const redirects = {
  redirectsSaveAs: saveAs.default("_redirects").describe("Netlify's file of redirects. Ours."),
  redirectPages: z
    .boolean()
    .default(false)
    .describe("Whether a small page leads on from each old address, for other hosts. Ours."),
};

const headers = {
  headersSaveAs: saveAs.default("").describe("Netlify's file of headers: _headers. Ours."),
  contentSecurityPolicy: z
    .record(z.string(), z.string())
    .default({})
    .describe("Directives that differ from the strict ones in src/plugin/netlify/policy.ts. Ours."),
};

const manifest = {
  manifestSaveAs: saveAs
    .default("")
    .describe("What a phone shows that has the site on its screen: manifest.webmanifest. Ours."),
};

const theme = {
  theme: z
    .boolean()
    .default(true)
    .describe(
      "Whether the layouts, includes and assets of the package serve where the site has none of its own. Ours.",
    ),
  themeColor: z
    .strictObject({ light: z.string().default(""), dark: z.string().default("") })
    .prefault({})
    .describe("The colour that browsers give what is around a page; empty for their own. Ours."),
};

const minify = {
  minify: z.boolean().default(true).describe("Whether pages, stylesheets and scripts are made small. Ours."),
};

const socialImages = {
  socialImages: z
    .boolean()
    .default(false)
    .describe("Whether a picture is drawn of each page's title, for those who show a link to it. Ours."),
};

const images = {
  images: z
    .strictObject({
      formats: z
        .array(z.enum(["avif", "webp"]))
        .default(["webp"])
        .describe("What images are drawn in, the better first; none leaves each as it is, with its size."),
      widths: z
        .array(z.number().int().min(16).max(16_383))
        .min(1)
        .default([480, 960, 1440])
        .describe("The widths in pixels, of which browsers choose one."),
      sizes: z
        .string()
        .default("(min-width: 40rem) 36rem, 100vw")
        .describe("How wide the layouts show an image: the attribute sizes of HTML."),
      minBytes: z.number().int().min(0).default(10_000).describe("Smaller files are left as they are."),
      attributes: z
        .boolean()
        .default(true)
        .describe("Whether an image gets what its author did not write: width, height, loading, decoding."),
    })
    .prefault({})
    .describe(
      "How images of texts are drawn: in which formats (webp, avif, none), at which widths, how wide the layouts show them, and from how many bytes on. Ours.",
    ),
};

const more = {
  removeOld: z
    .boolean()
    .default(true)
    .describe(
      "Whether files go from the output folder that the last build wrote and this one does not; what others put there stays. Ours.",
    ),
  ledger: z
    .string()
    .default("")
    .describe("The file, from the project's folder, that keeps every address ever published. Ours."),
  showDrafts: z
    .boolean()
    .default(false)
    .describe("Whether the site is a preview: drafts are listed at /drafts/, and search engines are kept out. Ours."),
  namePrefix: z
    .string()
    .regex(/^(?:[A-Za-z_]\w*)?$/, "write a name such as pelican_")
    .default("")
    .describe(
      "What stands before the names of the plugin's filters, tags and collections: with pelican_, asset is pelican_asset. Ours.",
    ),
  fastPages: z
    .boolean()
    .default(false)
    .describe(
      "Whether pages that are made of their own data alone are made without Eleventy's data cascade, and taken from the last build where they would come out as before. Ours.",
    ),
  editUrl: z
    .string()
    .refine((url) => url === "" || (/^https?:/.test(url) && url.includes("{file}")), "is no address with {file} in it")
    .default("")
    .describe(
      "Where a page's file is edited: https://github.com/…/edit/main/src/content/{file}; empty for none. Ours.",
    ),
  strict: z.boolean().default(false).describe("Whether warnings make a build and a check fail. Ours."),
  allowFindings: z
    .partialRecord(z.enum(Object.keys(reportValues) as [FindingCode, ...FindingCode[]]), z.string().min(1, "say why"))
    .default({})
    .describe("Findings that the site does not want to read, by their codes, each with the reason. Ours."),
  elsewhere: z
    .array(z.string().startsWith("/", "begin with a slash"))
    .default([])
    .describe(
      "Addresses of this host that other programs publish, such as /extensions/*, where * stands for anything: links to them are not broken. Ours.",
    ),
  links: z
    .strictObject({
      top: z.array(siteLink).default([]),
      footerLeft: z.array(siteLink).default([]),
      footerRight: z.array(siteLink).default([]),
    })
    .prefault({})
    .describe("The few links in menus that no page owns. Ours."),
};

/**
 * The site's settings, under Pelican's names in camelCase and, where nothing else is said, with Pelican's defaults.
 * Source: https://docs.getpelican.com/en/latest/settings.html
 */
export const settingsSchema = z.strictObject({
  ...general,
  ...lists,
  ...feeds,
  ...sitemap,
  ...robots,
  ...notFound,
  ...search,
  ...redirects,
  ...headers,
  ...manifest,
  ...theme,
  ...minify,
  ...socialImages,
  ...images,
  ...more,
});

/**
 * What a site has or has not as a whole: each is an option that holds the settings of its rows above. Where nobody gives
 * one, its settings have their defaults.
 */
export const groups = {
  lists: group("Lists of posts: all, by date, by category, by author and by tag.", lists),
  feeds: group("Feeds of posts.", feeds),
  sitemap: group("The sitemap.", sitemap),
  robots: group("What search engines may read.", robots),
  notFound: group("The page for addresses that are not there.", notFound),
  search: group("The page on which the site is searched, and its index.", search, {
    on: { searchSaveAs: "search/index.html" },
  }),
  redirects: group("Redirects from old addresses, those of Aliases.", redirects),
  headers: group("Netlify's headers.", headers, { on: { headersSaveAs: "_headers" } }),
  manifest: group("What a phone shows that has the site on its screen.", manifest, {
    on: { manifestSaveAs: "manifest.webmanifest" },
  }),
  socialImages: group(
    "A picture of each page's title.",
    {},
    { on: { socialImages: true }, off: { socialImages: false } },
  ),
  images: group("Images of texts in the formats and widths that browsers ask for.", images.images.unwrap().shape, {
    on: { images: {} },
    off: { images: { formats: [], attributes: false } },
  }),
  theme: group(
    "The layouts, includes and assets of the package.",
    { themeColor: theme.themeColor },
    { on: { theme: true }, off: { theme: false } },
  ),
  minify: group("Small pages, stylesheets and scripts.", {}, { on: { minify: true }, off: { minify: false } }),
} satisfies Readonly<Record<string, Group>>;

export type GroupName = keyof typeof groups;

/** @param switches what the settings are where it is on or off, beyond their defaults and beyond files without a name */
function group<Rows extends z.ZodRawShape>(
  about: string,
  rows: Rows,
  switches: Partial<Pick<Group, "on" | "off">> = {},
) {
  const files = Object.entries(rows).filter(([, row]) => unwrapped(row) === saveAs);
  const off = { ...Object.fromEntries(files.map(([name]) => [name, ""])), ...switches.off };
  return { about, settings: z.strictObject(rows), on: switches.on ?? {}, off };
}

/** Whether a site has something of what a group is about. */
export function isOn(settings: Settings, name: GroupName): boolean {
  const off: Readonly<Record<string, unknown>> = groups[name].off;
  return Object.entries(settings).some(([setting, value]) => setting in off && !isSame(value, off[setting]));
}

export type Settings = z.output<typeof settingsSchema> & {
  /**
   * The groups that nobody gave, where what they are about is made for those who ask for it: beside pages of Eleventy's own,
   * without the theme, or, of feeds, without the site's address.
   */
  readonly unasked?: readonly GroupName[];
};

export type SettingsInput = Omit<z.input<typeof settingsSchema>, GroupName> & {
  readonly [Name in keyof typeof groups]?: boolean | z.input<(typeof groups)[Name]["settings"]> | undefined;
};

/** The plugin's options: the site's settings, under Pelican's names in camelCase. All have defaults. */
export interface PelicanOptions extends SettingsInput {}

/**
 * Checks the settings and fills in the defaults.
 *
 * @param isGuest whether pages of Eleventy's own are beside Pelican's: then what nobody asked for is not made
 * @throws {Error} that names every wrong setting, and for a misspelt one the nearest
 */
export function readSettings(input: unknown, isGuest = false): Settings {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return readOptions(settingsSchema, input);
  const { values, faults, unasked } = spreadGroups({ ...input }, groups);
  const names = (Object.keys(groups) as GroupName[]).filter((name) => unasked.includes(name));
  // Without the site's own address, feeds are for those who ask for them.
  const isLess = (name: GroupName) =>
    (values.theme === false && PRINTED.has(name)) || (name === "feeds" && !values.siteUrl);
  const notMade = isGuest ? names : names.filter(isLess);
  // Its layouts serve a page that has none, and its assets those.
  const isOff = (name: GroupName) => name !== "theme" && (isGuest || name !== "feeds");
  const off = notMade.filter(isOff).map((name) => groups[name].off);
  const ofGuest = isGuest ? { staticPaths: [] } : {};
  const known = { faults, names: Object.keys(groups) };
  const settings = readOptions(settingsSchema, Object.assign(ofGuest, ...off, values), known);
  return notMade.length === 0 ? settings : { ...settings, unasked: notMade };
}

/** What the theme's layouts print. */
const PRINTED: ReadonlySet<GroupName> = new Set(["lists", "notFound", "search"]);

/**
 * The same for other options than a whole site's.
 *
 * @param known faults that were found before, and names that were there
 */
export function readOptions<Schema extends z.ZodObject>(
  schema: Schema,
  input: unknown,
  known: { readonly faults: readonly string[]; readonly names: readonly string[] } = { faults: [], names: [] },
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success && known.faults.length === 0) return result.data;
  const found = result.error?.issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [`${issue.path.join(".") || "the settings"}: ${issue.message}`];
    const names = [...namesAt(schema, issue.path), ...(issue.path.length === 0 ? known.names : [])];
    return issue.keys.map((key) => unknownSetting([...issue.path, key].join("."), key, names));
  });
  const faults = [...known.faults, ...(found ?? [])];
  throw plainError(`The site's settings have faults:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
}

/** The names that there are at a place within the settings. */
function namesAt(schema: z.ZodObject, path: readonly PropertyKey[]): string[] {
  let at: z.core.$ZodType = schema;
  for (const key of ["", ...path]) {
    if (key !== "") at = inside(unwrapped(at), key);
    at = unwrapped(at);
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault ? unwrapped(schema.unwrap()) : schema;
}

function inside(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType {
  if (schema instanceof z.ZodObject) return schema.shape[String(key)] ?? schema;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodArray ? schema.element : schema;
}

/**
 * Reads a file of settings.
 *
 * @throws {Error} that names the file, where it is not JSON or has faults
 */
export function parseSettings(text: string, file: string): Settings {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    throw plainError(`${file} is not JSON: ${error instanceof Error ? error.message : error}.`);
  }
  return readSettings(input);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
