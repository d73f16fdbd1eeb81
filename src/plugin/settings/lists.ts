import { z } from "zod";
import { feedUrl, pagePattern, saveAs } from "./kinds.ts";
import { paginated, siteAddress } from "./values.ts";

export const lists = {
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
    .describe('The files of such others: { "finder": "find/index.html" }; {name}.html by default.'),
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
    .describe("If the last page would have this many posts or fewer, they are put on the page before it."),
  paginatedTemplates: z
    .record(paginated, z.number().int().min(0).nullable())
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

export const feeds = {
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
  feedDomain: siteAddress.describe("Where feeds are, if they are not at siteUrl: https://feeds.example.org."),
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
