import { z } from "zod";
import { languageOfLocale } from "../dialect/locale.ts";
import { metadata, pathPattern } from "../dialect/metadata.ts";
import { defaultSubstitutions, substitutions } from "../dialect/substitutions.ts";
import { MOST_OF_TEXT, USUAL_OF_TEXT } from "../findings/bounds.ts";
import { FILTERS } from "../typography/typogrify.ts";
import { dateFormat, folders, megabytes, order, saveAs, translationId, within } from "./kinds.ts";
import { markdownSetting } from "./markdown.ts";
import { givenDate, languageTag, locales, siteAddress, timeZone } from "./values.ts";

/** The site, its folders, metadata, addresses and texts: what every site has. */
export const general = {
  siteName: z.string().default("A Pelican Blog").describe("The site's name, in every page's title."),
  siteUrl: siteAddress.describe("Where the site is, without a slash at the end; feeds and the sitemap need it."),
  pathPrefix: z
    .string()
    .regex(/^(?!\/\/)[^:?#\s]*$/, "write a path such as /garden; the whole address is siteUrl")
    .default("")
    .describe(
      "The path that the site has on its host, such as /garden. By default it is Eleventy's pathPrefix, or else the path of siteUrl. Ours.",
    ),
  blogTitle: z.string().default("").describe("The title of lists of posts; the site's name by default. Ours."),
  content: folders
    .default([])
    .describe(
      "Globs, from the input folder, of the files that are Pelican pages: ** is all of it, and one with ! before it leaves files out. Without any, a Pelican page is a file whose header only Pelican's authors write; others are Eleventy's. Ours.",
    ),
  author: z.string().default("").describe("The author of posts that name none."),
  timezone: timeZone.default("UTC").describe("The time zone that dates are in."),
  defaultLang: languageTag
    .transform((tag) => tag.replaceAll("_", "-"))
    .default("en")
    .describe("The language of pages that name none."),
  locale: locales
    .default("")
    .transform((given) => [given].flat().map(languageOfLocale).find(Boolean) ?? "en")
    .describe(
      "The language of names of months and days in addresses, as in {date:%B}: fr_FR.utf8, or several, of which the first known one counts; empty for English.",
    ),
  pagePaths: folders.default(["pages"]).describe("Files below these folders are pages."),
  pageExcludes: folders.default([]).describe("Folders in pagePaths that no pages are made of."),
  articlePaths: folders
    .nullable()
    .default(null)
    .describe(
      "Files below these folders are posts; [\"\"] means all files that are not pages. Where it is written out, Pelican's rules hold: no page is made of a file that is in neither sort of folders, nor of one without a title, nor of a post without a date. Without it, posts are below posts, blog, articles and news, and in other folders a dated file without a page's fields is one.",
    ),
  articleExcludes: folders.default([]).describe("Folders in articlePaths that no posts are made of."),
  ignoreFiles: folders
    .default([".#*"])
    .describe("Names of files and folders, with * and ?, that are passed over: README.md, *.tmp."),
  largestText: megabytes(MOST_OF_TEXT)
    .default(USUAL_OF_TEXT)
    .describe(
      "How many megabytes the file of a page may have, at most 100. A larger one is a finding: a page takes up to fifty times its size in memory. Ours.",
    ),
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
  relativeUrls: z
    .boolean()
    .default(false)
    .describe(
      "Whether links lead from a page's file to another's, so that the site opens from a folder without a server. Feeds and the sitemap have full addresses all the same.",
    ),
  staticUrl: z.string().default("{path}").describe("The address of a file that is copied."),
  staticSaveAs: saveAs.default("{path}").describe("Where a file that is copied goes: {path} is its own path."),
  defaultMetadata: metadata
    .prefault({})
    .describe('Fields of files that do not say them: { "status": "draft" }. A category is defaultCategory.'),
  formattedFields: folders
    .default(["summary"])
    .describe("Fields of the site's own that are Markdown; a summary always is."),
  defaultDate: givenDate
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
    .describe("Fields that a file's path holds: a Python regular expression, whose named groups are fields."),
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
    "How slugs are made of texts: pairs of a Python regular expression and what replaces it.",
  ),
  authorRegexSubstitutions: substitutions
    .nullable()
    .prefault(null)
    .describe("The same for authors, where they have rules of their own."),
  categoryRegexSubstitutions: substitutions.nullable().prefault(null).describe("The same for categories."),
  tagRegexSubstitutions: substitutions.nullable().prefault(null).describe("The same for tags."),
  articleTranslationId: translationId.describe(
    "The field or fields that posts share which translate each other; null for no translations.",
  ),
  pageTranslationId: translationId.describe("The same, for pages."),
  articleOrderBy: order
    .default("reversed-date")
    .describe("What posts are ordered by: date, title, basename or any field; reversed-date has the newest first."),
  pageOrderBy: order
    .default("basename")
    .describe("The same for pages, in a top menu that none of them asks for a place in."),
  newestFirstArchives: z.boolean().default(true).describe("Whether archives begin with the newest post."),
  reverseCategoryOrder: z.boolean().default(false).describe("Whether the last category comes first."),
  displayPagesOnMenu: z
    .boolean()
    .default(false)
    .describe(
      "Whether all pages are in the top menu of a site where none of them asks for a place in it. In Pelican they are.",
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
    .describe("Whether posts with a date in the future are published. In Pelican they are."),
  dateFormats: z
    .record(languageTag, dateFormat)
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
    .describe("How many words of a post lists show; null for the whole text."),
  summaryMaxParagraphs: z
    .number()
    .int()
    .min(0)
    .nullable()
    .default(null)
    .describe("How many paragraphs of a post lists show, of which the words are counted; null for all."),
  summaryEndSuffix: z.string().default("…").describe("What ends a summary that was cut."),
  markdown: markdownSetting,
  codeDir: within
    .default("code")
    .describe(
      "The folder of the content that the tag include_code takes files from, where markdown.liquid_tags is on.",
    ),
  notebookDir: within
    .default("notebooks")
    .describe(
      "The folder of the content that the tag notebook takes notebooks from, where markdown.liquid_tags is on; where it has none of the name, the path begins at the content folder.",
    ),
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
    .array(z.string().regex(/^[^<>\s]+$/, "write a name without < and >, such as h3 or .note"))
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
