/** Behaviours that Pelican's own tests describe, in sites and words of our own. */
import type { Tree } from "../build-tree.ts";

/** What is looked at in the folder that was written. The site's own address counts as none. */
export type Look =
  | { readonly file: string }
  | { readonly none: string }
  /** The text of a page, without its markup. */
  | { readonly in: string; readonly text: string }
  | { readonly in: string; readonly without: string }
  /** Links in this order, by their texts; others may be between them. */
  | { readonly in: string; readonly order: readonly string[] }
  /** What is written in a file. */
  | { readonly source: string; readonly holds: string };

export interface Behaviour {
  readonly says: string;
  /** Where Pelican tests it. */
  readonly from: string;
  readonly look: readonly Look[];
}

export interface Site {
  readonly name: string;
  readonly conf: string;
  readonly files: Tree;
  readonly behaviours: readonly Behaviour[];
}

const post = (title: string, ...lines: readonly string[]) =>
  `${[`Title: ${title}`, ...lines].join("\n")}\n\nA text about ${title.toLowerCase()}.\n`;
const on = (date: string) => `Date: ${date}`;
const it = (says: string, from: string, ...look: readonly Look[]): Behaviour => ({ says, from, look });

export const SITES: readonly Site[] = [
  {
    name: "addresses",
    conf: `
ARTICLE_URL = ARTICLE_SAVE_AS = '{date:%Y}/{category}/{slug}.html'
PAGE_URL = PAGE_SAVE_AS = 'p/{slug}.html'
TAG_URL = 't/{slug}/'
TAG_SAVE_AS = 't/{slug}/index.html'
AUTHOR_URL = AUTHOR_SAVE_AS = 'by/{slug}.html'
YEAR_ARCHIVE_SAVE_AS = '{date:%Y}/index.html'
MONTH_ARCHIVE_SAVE_AS = '{date:%Y}/{date:%m}/index.html'
DEFAULT_PAGINATION = 2
STATIC_PATHS = ['images', 'extra']
EXTRA_PATH_METADATA = {'extra/hum.txt': {'path': 'hum.txt'}}
`,
    files: {
      "kites/one.md": post("One Fine Day", on("2019-03-04"), "Tags: red, blue green", "Author: Ann Lee"),
      "kites/two.md": post("Two", on("2019-04-05"), "Slug: given"),
      "kites/three.md": post("Three", on("2018-05-06"), "Save_as: own/place.html", "Url: own/place.html"),
      "kites/four.md": post("Four", on("2018-05-06"), "Status: draft"),
      "kites/five.md": post("Five", on("2018-05-06"), "Status: hidden"),
      "kites/six.md": post("Six", on("2018-05-07"), "Category: Other Things"),
      "pages/about.md": post("About"),
      "pages/deep/far.md": post("Far"),
      "pages/quiet.md": post("Quiet", "Status: hidden"),
      "pages/plan.md": post("Plan", "Status: draft"),
      "images/a.txt": "x",
      "extra/hum.txt": "x",
      "files/not.txt": "x",
    },
    behaviours: [
      it("a post's pattern takes its date and its category", "test_contents", { file: "2019/kites/one-fine-day.html" }),
      it("a slug may be given", "test_contents", { file: "2019/kites/given.html" }),
      it(
        "Save_as goes before the pattern",
        "test_generators: override_save_as",
        { file: "own/place.html" },
        { none: "2018/kites/three.html" },
      ),
      it("a category of the header goes before the folder", "test_generators: categories", {
        file: "2018/other-things/six.html",
      }),
      it("a draft is written to its own place", "test_generators: drafts", { file: "drafts/four.html" }),
      it("a draft is in no list", "test_generators: drafts", { in: "archives.html", without: "Four" }),
      it("a hidden post is written", "test_generators: hidden", { file: "2018/kites/five.html" }),
      it("a hidden post is in no list", "test_generators: hidden", { in: "archives.html", without: "Five" }),
      it(
        "a page's pattern takes its slug",
        "test_generators: PageGenerator",
        { file: "p/about.html" },
        { file: "p/far.html" },
      ),
      it("a hidden page is written", "test_generators: PageGenerator", { file: "p/quiet.html" }),
      it("a page that is a draft is written to its own place", "test_generators: PageGenerator", {
        file: "drafts/pages/plan.html",
      }),
      it("a tag's list takes the pattern", "test_generators: tags", { file: "t/red/index.html" }),
      it("a tag of two words has one address", "test_urlwrappers", { file: "t/blue-green/index.html" }),
      it("an author's list takes the pattern", "test_generators: authors", { file: "by/ann-lee.html" }),
      it(
        "posts of a year have a list",
        "test_generators: period archives",
        { file: "2019/index.html" },
        { file: "2018/index.html" },
      ),
      it("posts of a month have a list", "test_generators: period archives", { file: "2019/03/index.html" }),
      it("a list of more posts has further pages", "test_paginator", { file: "index2.html" }, { none: "index3.html" }),
      it("a category's list holds its posts", "test_generators: categories", {
        in: "category/other-things.html",
        text: "Six",
      }),
      it("files of static paths are copied", "test_generators: StaticGenerator", { file: "images/a.txt" }),
      it(
        "a file goes where its metadata has it",
        "test_generators: StaticGenerator",
        { file: "hum.txt" },
        { none: "extra/hum.txt" },
      ),
      it("files of other folders are not copied", "test_generators: StaticGenerator", { none: "files/not.txt" }),
    ],
  },
  {
    name: "metadata",
    conf: `
AUTHOR = 'Somebody'
DEFAULT_CATEGORY = 'Rest'
USE_FOLDER_AS_CATEGORY = False
DEFAULT_METADATA = {'status': 'draft'}
FILENAME_METADATA = r'(?P<date>\\d{4}-\\d{2}-\\d{2})_(?P<slug>.*)'
PATH_METADATA = r'by/(?P<author>[^/]+)/.*'
EXTRA_PATH_METADATA = {'lamps/marked.md': {'slug': 'by-path'}}
ARTICLE_SAVE_AS = ARTICLE_URL = '{date:%Y}-{slug}.html'
`,
    files: {
      "lamps/2014-02-03_by-name.md": post("Of Any Name", "Status: published"),
      "lamps/marked.md": post("Marked", on("2015-01-02"), "Status: published"),
      "lamps/plain.md": post("Plain", on("2015-01-03"), "Status: published", "Category: Chosen"),
      "lamps/silent.md": post("Silent", on("2015-01-04")),
      "by/ina/letter.md": post("Letter", on("2015-01-05"), "Status: published"),
      "lamps/names.md": post("Names", on("2015-01-06"), "Status: published", "Authors: Bo Ek; Cy Fry"),
      "lamps/skip.md": post("Skipped", on("2015-01-07"), "Status: skip"),
      "lamps/when.md": post("When", "Date: 4 Jul 2016 10:30", "Status: published"),
      "lamps/caps.md": `TITLE: Caps\nDATE: 2016-08-09\nSTATUS: published\n\nText.\n`,
      "lamps/more.md": `Title: More\nDate: 2016-08-10\nStatus: published\nSummary: One line\n    and another\n\nText.\n`,
      "lamps/page.html":
        '<html><head><title>In HTML</title><meta name="date" content="2017-01-02"><meta name="status" content="published"><meta name="tags" content="glass, wick"></head><body><p>Of HTML.</p></body></html>',
    },
    behaviours: [
      it("a file's name gives date and slug", "test_readers: filename metadata", { file: "2014-by-name.html" }),
      it("a path gives fields", "test_readers: path metadata", { file: "author/ina.html" }),
      it("extra metadata of a path are fields", "test_readers: extra path metadata", { file: "2015-by-path.html" }),
      it("a post without a category has the default one", "test_generators: categories", {
        in: "category/rest.html",
        text: "Marked",
      }),
      it("a post's own category goes before the default", "test_generators: categories", {
        in: "category/chosen.html",
        text: "Plain",
      }),
      it(
        "the default status holds where none is given",
        "test_readers: default metadata",
        { none: "2015-silent.html" },
        { file: "drafts/silent.html" },
      ),
      it("a post without an author has the site's", "test_generators: authors", {
        in: "author/somebody.html",
        text: "Plain",
      }),
      it(
        "authors are split at semicolons",
        "test_readers: authors",
        { file: "author/bo-ek.html" },
        { file: "author/cy-fry.html" },
      ),
      it(
        "what is to be skipped is not written",
        "test_generators: skip",
        { none: "2015-skipped.html" },
        { none: "drafts/skipped.html" },
      ),
      it("a date may be written in words", "test_utils: get_date", { file: "2016-when.html" }),
      it("names of fields may be in capitals", "test_readers: metadata", { file: "2016-caps.html" }),
      it("a value goes on in an indented line", "test_readers: multiple lines", {
        in: "index.html",
        text: "and another",
      }),
      it(
        "a page of HTML has its fields in its head",
        "test_readers: HTMLReader",
        { file: "2017-in-html.html" },
        { file: "tag/wick.html" },
      ),
      it("what is in its body is the text", "test_readers: HTMLReader", { in: "2017-in-html.html", text: "Of HTML." }),
    ],
  },
  {
    name: "slugs",
    conf: `
SLUG_REGEX_SUBSTITUTIONS = [(r'C\\+\\+', 'cpp'), (r'[^\\w\\s-]', ''), (r'\\A\\s*', ''), (r'\\s*\\Z', ''), (r'[-\\s]+', '-')]
TAG_REGEX_SUBSTITUTIONS = [(r'#', '-sharp')]
`,
    files: {
      "a.md": post("Why C++ Is Fun", on("2019-01-01"), "Tags: F#"),
      "b.md": post("Ça va, très bien?", on("2019-01-02")),
      "c.md": post("A  --  B", on("2019-01-03")),
      "d.md": post("Данные", on("2019-01-04")),
    },
    behaviours: [
      it("a site's own substitutions make slugs", "test_utils: slugify_substitute", { file: "why-cpp-is-fun.html" }),
      it("letters with marks lose them, punctuation goes", "test_utils: slugify", { file: "ca-va-tres-bien.html" }),
      it("blanks and hyphens are one hyphen", "test_utils: slugify", { file: "a-b.html" }),
      it("other scripts are written in Latin letters", "test_utils: slugify", { file: "dannye.html" }),
      it("tags have substitutions of their own", "test_urlwrappers", { file: "tag/f-sharp.html" }),
    ],
  },
  {
    name: "translations and feeds",
    conf: `
FEED_ALL_RSS = 'feeds/all.rss.xml'
TAG_FEED_ATOM = 'feeds/tag-{slug}.xml'
CATEGORY_FEED_RSS = 'feeds/{slug}.rss.xml'
`,
    files: {
      "oil.md": post("Oil", on("2019-01-01"), "Slug: oil", "Category: Fuel", "Tags: wick", "Author: Ann Lee"),
      "oil-fr.md": post("Huile", on("2019-01-01"), "Slug: oil", "Category: Fuel", "Lang: fr", "Author: Ann Lee"),
      "gas.md": post("Gas", on("2019-01-02"), "Category: Fuel", "Author: Ann Lee"),
      "pages/help.md": post("Help", "Slug: help"),
      "pages/aide.md": post("Aide", "Slug: help", "Lang: fr"),
      "secret.md": post("Secret", on("2019-01-03"), "Status: draft", "Category: Fuel"),
    },
    behaviours: [
      it(
        "a translation has an address of its own",
        "test_generators: translations",
        { file: "oil.html" },
        { file: "oil-fr.html" },
      ),
      it(
        "lists show the original alone",
        "test_generators: translations",
        { in: "index.html", text: "Oil" },
        { in: "index.html", without: "Huile" },
      ),
      it("a post leads to its translations", "test_contents: translations", {
        source: "oil.html",
        holds: "oil-fr.html",
      }),
      it(
        "pages have translations, too",
        "test_generators: PageGenerator",
        { file: "pages/help.html" },
        { file: "pages/help-fr.html" },
      ),
      it("all posts have an Atom feed", "test_generators: feeds", { source: "feeds/all.atom.xml", holds: "Gas" }),
      it("and one in RSS where it is asked for", "test_generators: feeds", {
        source: "feeds/all.rss.xml",
        holds: "Gas",
      }),
      it("each category has a feed", "test_generators: feeds", { source: "feeds/fuel.atom.xml", holds: "Oil" }),
      it("and one in RSS where it is asked for, too", "test_generators: feeds", { file: "feeds/fuel.rss.xml" }),
      it("each author has a feed", "test_generators: feeds", { file: "feeds/ann-lee.atom.xml" }),
      it("each tag has a feed where it is asked for", "test_generators: feeds", { file: "feeds/tag-wick.xml" }),
      it("each language has a feed", "test_generators: feeds", { source: "feeds/all-fr.atom.xml", holds: "Huile" }),
      it(
        "drafts are in no feed",
        "test_generators: feeds",
        { source: "feeds/all.atom.xml", holds: "Oil" },
        { in: "feeds/all.atom.xml", without: "Secret" },
      ),
    ],
  },
  {
    name: "links",
    conf: "STATIC_PATHS = ['images']\n",
    files: {
      "a/from.md": `Title: From\nDate: 2019-01-01\n\n[one]({filename}to.md) [two]({filename}/a/to.md#end) [three](|filename|to.md) [four]({static}/images/a.txt) [five]({attach}paper.txt) [six]({tag}wick) [seven]({category}a) [eight]({author}Ann) [nine]({index}) [ten](https://else.example/{x})\n`,
      "a/to.md": post("To", on("2019-01-02"), "Tags: wick", "Author: Ann"),
      "a/paper.txt": "x",
      "images/a.txt": "x",
      "pages/about.md": "Title: About\n\n[post]({filename}/a/to.md)\n",
    },
    behaviours: [
      it("a link to a file beside it leads to the page", "test_contents: intrasite_link", {
        source: "from.html",
        holds: 'href="/to.html"',
      }),
      it("a link from the root leads there, with its anchor", "test_contents: intrasite_link", {
        source: "from.html",
        holds: 'href="/to.html#end"',
      }),
      it(
        "the older marks are known",
        "test_contents: intrasite_link",
        { source: "from.html", holds: ">three</a>" },
        { in: "from.html", without: "|filename|" },
      ),
      it("a link to a static file leads to it", "test_contents: intrasite_link", {
        source: "from.html",
        holds: 'href="/images/a.txt"',
      }),
      it(
        "an attached file is put beside the page",
        "test_contents: attach",
        { file: "paper.txt" },
        { none: "a/paper.txt" },
      ),
      it(
        "links to a tag, a category, an author lead to their lists",
        "test_contents: tag_link_syntax",
        { source: "from.html", holds: 'href="/tag/wick.html"' },
        { source: "from.html", holds: 'href="/category/a.html"' },
        { source: "from.html", holds: 'href="/author/ann.html"' },
      ),
      it("other braces in addresses stay", "test_contents: intrasite_link", {
        source: "from.html",
        holds: "https://else.example/",
      }),
      it("a page may lead to a post", "test_contents: intrasite_link", {
        source: "pages/about.html",
        holds: 'href="/to.html"',
      }),
    ],
  },
  {
    name: "lists",
    conf: `
ARTICLE_ORDER_BY = 'title'
NEWEST_FIRST_ARCHIVES = False
DIRECT_TEMPLATES = ['index', 'archives']
DEFAULT_PAGINATION = 2
DEFAULT_ORPHANS = 1
PAGINATION_PATTERNS = [(1, '{name}{extension}', '{name}{extension}'), (2, '{name}/page/{number}/', '{name}/page/{number}/index.html')]
WITH_FUTURE_DATES = False
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
IGNORE_FILES = ['*.tmp.md', 'old']
READERS = {'html': None}
ARTICLE_EXCLUDES = ['wip']
SUMMARY_MAX_LENGTH = 3
`,
    files: {
      "b.md": "Title: Bbb\nDate: 2019-01-03\nCategory: all\n\none two three four five\n",
      "a.md": post("Aaa", on("2019-01-01"), "Category: all"),
      "c.md": post("Ccc", on("2019-01-02"), "Category: all"),
      "d.md": post("Ddd", on("2019-01-05"), "Category: all"),
      "e.md": post("Eee", on("2019-01-04"), "Category: all"),
      "later.md": post("Later", on("2222-01-01"), "Category: all"),
      "x.tmp.md": post("Ignored", on("2019-01-01"), "Category: all"),
      "old/y.md": post("Older", on("2019-01-01"), "Category: all"),
      "wip/z.md": post("Unready", on("2019-01-01"), "Category: all"),
      "demo.html": "<html><head><title>Demo</title></head><body>Demo</body></html>",
      "pages/z.md": post("Last page"),
    },
    behaviours: [
      it("posts stand in the order that is asked for", "test_generators: article_order_by", {
        in: "index.html",
        order: ["Aaa", "Bbb"],
      }),
      it("archives may begin with the oldest", "test_generators: NEWEST_FIRST_ARCHIVES", {
        in: "archives.html",
        order: ["Aaa", "Ccc", "Bbb"],
      }),
      it(
        "lists that are not asked for are not written",
        "test_generators: DIRECT_TEMPLATES",
        { none: "categories.html" },
        { none: "tags.html" },
      ),
      it("further pages are where their pattern has them", "test_paginator: custom pattern", {
        file: "index/page/2/index.html",
      }),
      it("a last page with too few posts is none", "test_paginator: orphans", { none: "index/page/3/index.html" }),
      it("posts of days to come are not published", "test_generators: future dates", { none: "later.html" }),
      it(
        "a feed that is switched off is not made",
        "test_generators: feeds",
        { none: "feeds/all.atom.xml" },
        { none: "feeds/all.atom" },
      ),
      it(
        "files are ignored by their names, and by those of their folders",
        "test_utils: ignore_files",
        { none: "ignored.html" },
        { none: "older.html" },
      ),
      it("excluded folders are not looked through", "test_generators: ARTICLE_EXCLUDES", { none: "unready.html" }),
      it("a reader that is switched off makes no pages", "test_readers: READERS", { none: "demo.html" }),
      it(
        "a summary has so many words",
        "test_contents: summary_max_length",
        { in: "index.html", text: "one two three" },
        { in: "index.html", without: "four" },
      ),
    ],
  },
];
