import type { DateTime } from "luxon";
import { checkContents } from "./content/check-contents.ts";
import { type Contents, descriptionsOf, renderContents, summaryOf } from "./content/content.ts";
import { scanContents } from "./content/scan.ts";
import type { Attachment } from "./content/source-links.ts";
import { type FeedFile, planFeeds } from "./feeds/plan-feeds.ts";
import type { SourceTree } from "./files/source-file.ts";
import { STOPPING } from "./findings/codes.ts";
import { type Finding, sortFindings } from "./findings/finding.ts";
import { suggestAddresses } from "./findings/nearest.ts";
import { hrefOf, lookupKey } from "./links/address.ts";
import { checkAddressForms } from "./links/address-form.ts";
import { checkLinks } from "./links/check-links.ts";
import { indexPages, type PageIndex } from "./links/page-index.ts";
import { checkReach } from "./links/unreached.ts";
import type { List } from "./lists/list.ts";
import { makeDraftList, makeLists } from "./lists/make-lists.ts";
import { type Along, makeAlong } from "./menus/along.ts";
import { checkMenus } from "./menus/check-menus.ts";
import { checkCopies } from "./menus/copied-sidebars.ts";
import { makeMenus } from "./menus/make-menus.ts";
import type { Menus } from "./menus/menu.ts";
import type { Page } from "./pages/page.ts";
import { checkParents } from "./pages/parents.ts";
import { readPages } from "./pages/read-pages.ts";
import { checkTemplates } from "./pages/templates.ts";
import { checkTitles } from "./pages/titles.ts";
import { type Blog, makeBlog } from "./posts/blog.ts";
import { groupTranslations, type Translations } from "./posts/translations.ts";
import { makeRedirects, type Redirect } from "./redirects/aliases.ts";
import type { Ledger } from "./redirects/ledger.ts";
import type { Settings } from "./settings.ts";
import { planStaticFiles } from "./static/static-files.ts";

/** A whole site as data: what is written and printed, and what is wrong with it. */
export interface Site {
  readonly settings: Settings;
  readonly pages: readonly Page[];
  readonly index: PageIndex;
  readonly translations: Translations;
  readonly menus: Menus;
  readonly blog: Blog;
  /** What comes before and after a page. */
  readonly along: ReadonlyMap<Page, Along>;
  readonly lists: readonly List[];
  readonly feeds: readonly FeedFile[];
  /** The rendered bodies. */
  readonly html: ReadonlyMap<Page, string>;
  /** What lists show of the posts. */
  readonly summaries: Pick<ReadonlyMap<Page, string>, "get">;
  /** What search engines show, of the pages that have a `Summary`. */
  readonly descriptions: ReadonlyMap<Page, string>;
  readonly redirects: readonly Redirect[];
  /** The static files that are copied. */
  readonly files: readonly Attachment[];
  /** Every address that the site has, with what is there. */
  readonly published: Ledger;
  readonly findings: readonly Finding[];
}

/** What a site is made with, besides its content and settings. */
export interface Means {
  /** The names of the layouts that a `Template` may ask for. */
  readonly layouts: ReadonlySet<string>;
  readonly markdown: (source: string) => string;
  /** Posts dated after it wait. */
  readonly now: DateTime;
}

/**
 * The one way through the house: files, headers, fields, pages; of all pages together lists, feeds, menus; of each its
 * text. Findings are collected along it.
 */
export function makeSite(tree: SourceTree, settings: Settings, means: Means): Site {
  const { pages, findings: ofPages } = readPages(tree, settings, means.now);
  const written = new Set(pages.map(({ saveAs }) => saveAs));
  const translations = groupTranslations(pages, settings.defaultLang);
  const blog = makeBlog(pages, translations);
  const lists = [...makeLists(blog, settings, (saveAs) => written.has(saveAs)), ...makeDraftList(pages, settings)];
  const feeds = planFeeds(blog, settings);
  const statics = planStaticFiles(tree.assets, settings, (saveAs) => written.has(saveAs));
  const others = [
    ...[...lists, ...feeds].map(({ saveAs }) => saveAs),
    ...[...statics.copied].map((asset) => statics.targets.get(asset) ?? asset),
    ...[settings.sitemapSaveAs, settings.robotsSaveAs, settings.manifestSaveAs].filter((saveAs) => saveAs !== ""),
  ];
  const index = indexPages(pages, others);
  const { menus, findings: ofMenus } = makeMenus(pages, index, settings);
  const sources = {
    pages: new Map(pages.map((page) => [page.file, page])),
    assets: statics.targets,
    suggest: suggestAddresses([...pages.map(({ file }) => file), ...statics.targets.keys()]),
    lists: new Set(lists.map(({ saveAs }) => saveAs)),
    settings,
  };
  const contents = renderContents(pages, sources, means.markdown);
  const redirects = makeRedirects(pages, isTaken(pages, others));
  const scanned = scanContents(contents.html);
  const attached = contents.attachments.map(({ to }) => to);
  const files = filesOf(statics.copied, statics.targets, contents);
  const findings = [
    ...tree.findings,
    ...ofPages,
    ...checkParents(pages, index),
    ...checkAddressForms(pages, index),
    ...checkTemplates(pages, means.layouts),
    ...ofMenus,
    ...statics.findings,
    ...contents.findings,
    ...redirects.findings,
    ...checkLinks(scanned, [...others, ...attached], settings.siteUrl),
    ...checkReach(pages, menus, scanned, index, settings),
    ...checkContents(scanned),
    ...checkMenus(menus),
    ...checkCopies(menus.sidebars, index),
    ...checkTitles(pages),
  ];
  return {
    settings,
    pages,
    index,
    translations,
    menus,
    blog,
    along: makeAlong(menus, blog),
    lists,
    feeds,
    html: contents.html,
    summaries: onDemand((post) => summaryOf(post, contents, settings)),
    descriptions: descriptionsOf(contents),
    redirects: redirects.redirects,
    files,
    published: publishedBy(pages, lists, feeds, files),
    findings: sortFindings(findings.filter(({ code }) => STOPPING.has(code) || !settings.allowFindings[code])),
  };
}

/** What is made of a page when it is first asked for: the command line asks for no summaries. */
function onDemand(make: (page: Page) => string): Pick<ReadonlyMap<Page, string>, "get"> {
  const made = new Map<Page, string>();
  return {
    get: (page) => {
      const text = made.get(page) ?? make(page);
      made.set(page, text);
      return text;
    },
  };
}

function isTaken(pages: readonly Page[], others: readonly string[]): (address: string) => boolean {
  const ofPages = pages.filter(({ status }) => status !== "draft").flatMap(({ url, saveAs }) => [url, saveAs]);
  const taken = new Set([...ofPages, ...others].map(lookupKey));
  return (address) => taken.has(lookupKey(address));
}

function filesOf(copied: ReadonlySet<string>, targets: ReadonlyMap<string, string>, contents: Contents): Attachment[] {
  const all = [...[...copied].map((from) => ({ from, to: targets.get(from) ?? from })), ...contents.attachments];
  return [...new Map(all.map((file) => [file.to, file])).values()];
}

/** Further pages of a list come and go with its posts; nobody links to them. */
function publishedBy(
  pages: readonly Page[],
  lists: readonly List[],
  feeds: readonly FeedFile[],
  files: readonly Attachment[],
): Ledger {
  const ofPages = pages.filter(({ status }) => status !== "draft").map((page) => [page.href, page.file] as const);
  const ofLists = lists
    .filter(({ kind, pagination }) => kind !== "drafts" && (pagination?.number ?? 1) === 1)
    .map((list) => [list.href, `the list “${list.title}”`] as const);
  const ofFeeds = feeds.map((feed) => [hrefOf(feed.saveAs), `the feed “${feed.title}”`] as const);
  const ofFiles = files.map(({ from, to }) => [hrefOf(to), from] as const);
  return Object.fromEntries([...ofFiles, ...ofFeeds, ...ofLists, ...ofPages]);
}
