import type { DateTime } from "luxon";
import { createStore, type Store } from "./cache/store.ts";
import { withAnchors } from "./content/anchors.ts";
import { checkContents } from "./content/check-contents.ts";
import { type Contents, descriptionsOf, renderContents, summaryOf } from "./content/content.ts";
import type { Scanned } from "./content/scan.ts";
import type { Attachment } from "./content/source-links.ts";
import { type FeedFile, planFeeds } from "./feeds/plan-feeds.ts";
import type { HasLayout } from "./files/layouts.ts";
import type { SourceTree } from "./files/source-file.ts";
import { STOPPING } from "./findings/codes.ts";
import { type Finding, sortFindings } from "./findings/finding.ts";
import { suggestAddresses } from "./findings/nearest.ts";
import { localeOf } from "./heads/open-graph.ts";
import type { Picture } from "./images/draw-images.ts";
import { findSources, type Images } from "./images/find-sources.ts";
import type { ReadImage } from "./images/image-file.ts";
import { type ShownImages, showImages } from "./images/show-images.ts";
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
import { type MenuViews, makeMenuViews } from "./menus/current.ts";
import { makeMenus } from "./menus/make-menus.ts";
import type { Menus } from "./menus/menu.ts";
import { type OnDemand, onDemand } from "./on-demand.ts";
import type { Page } from "./pages/page.ts";
import { checkParents } from "./pages/parents.ts";
import type { ReadPage } from "./pages/read-page.ts";
import { readPages } from "./pages/read-pages.ts";
import { checkTemplates } from "./pages/templates.ts";
import { checkTitles } from "./pages/titles.ts";
import { type Blog, makeBlog } from "./posts/blog.ts";
import { groupTranslations, type Translations } from "./posts/translations.ts";
import { makeRedirects, type Redirect } from "./redirects/aliases.ts";
import type { Ledger } from "./redirects/ledger.ts";
import { checkSearchPage, makeSearchPage } from "./search/search-page.ts";
import type { Settings } from "./settings.ts";
import { makeSiteViews, type SiteViews } from "./site-view.ts";
import { planStaticFiles } from "./static/static-files.ts";
import { type Measure, unmeasured } from "./times/stopwatch.ts";

/** A whole site as data: what is written and printed, and what is wrong with it. */
export interface Site {
  readonly settings: Settings;
  readonly pages: readonly Page[];
  readonly index: PageIndex;
  readonly translations: Translations;
  readonly menus: Menus;
  readonly menuViews: MenuViews;
  readonly siteViews: SiteViews;
  /** Open Graph's name of a language. */
  readonly locales: OnDemand<string, string | undefined>;
  readonly blog: Blog;
  /** What comes before and after a page. */
  readonly along: ReadonlyMap<Page, Along>;
  readonly lists: readonly List[];
  readonly feeds: readonly FeedFile[];
  /** The rendered bodies. */
  readonly html: ReadonlyMap<Page, string>;
  /** The bodies as the pages show them: with anchors beside the headings. */
  readonly textOf: (page: Page) => string;
  readonly scanned: ReadonlyMap<Page, Scanned>;
  /** What lists show of the posts. */
  readonly summaries: OnDemand<Page, string>;
  /** What search engines show, of the pages that have a `Summary`. */
  readonly descriptions: ReadonlyMap<Page, string>;
  readonly redirects: readonly Redirect[];
  /** The static files that are copied. */
  readonly files: readonly Attachment[];
  readonly images: Images;
  /** What was drawn of the images, by their files: nothing, before a build draws. */
  readonly pictures: ReadonlyMap<string, readonly Picture[]>;
  /** Every address that the site has, with what is there. */
  readonly published: Ledger;
  readonly findings: readonly Finding[];
}

/** What a site is made with, besides its content and settings. */
export interface Means {
  /** The names of the layouts that a `Template` may ask for. */
  readonly layouts: ReadonlySet<string>;
  /** Whether what a front matter of Eleventy's names as its layout is there; without it everything is. */
  readonly hasLayout?: HasLayout;
  readonly markdown: (source: string) => string;
  /** Without it no image has a size: the files are not there. */
  readonly readImage?: ReadImage;
  /** What was made of texts before; without it everything is made anew. */
  readonly store?: Store;
  /** Without it every page is read anew. */
  readonly readPage?: ReadPage;
  /** Posts dated after it wait. */
  readonly now: DateTime;
  /** Notes what each part takes. */
  readonly measure?: Measure;
}

/**
 * The one way through the house: files, headers, fields, pages; of all pages together lists, feeds, menus; of each its
 * text. Findings are collected along it.
 */
export function makeSite(tree: SourceTree, settings: Settings, means: Means): Site {
  const measure = means.measure ?? unmeasured;
  const { pages, findings: ofPages } = measure("headers", () => readPages(tree, settings, means.now, means.readPage));
  const written = new Set(pages.map(({ saveAs }) => saveAs));
  const translations = groupTranslations(pages, settings.defaultLang);
  const blog = makeBlog(pages, translations);
  const ofPosts = [...makeLists(blog, settings, (saveAs) => written.has(saveAs)), ...makeDraftList(pages, settings)];
  const isTakenFile = (saveAs: string) => written.has(saveAs) || ofPosts.some((list) => list.saveAs === saveAs);
  const lists = [...ofPosts, ...makeSearchPage(pages, settings, isTakenFile)];
  const feeds = planFeeds(blog, settings);
  const statics = planStaticFiles(tree.assets, settings, (saveAs) => written.has(saveAs));
  const others = [
    ...[...lists, ...feeds].map(({ saveAs }) => saveAs),
    ...[...statics.copied].map((asset) => statics.targets.get(asset) ?? asset),
    ...[settings.sitemapSaveAs, settings.robotsSaveAs, settings.manifestSaveAs].filter((saveAs) => saveAs !== ""),
  ];
  const index = indexPages(pages, others);
  const { menus, findings: ofMenus } = measure("menus", () => makeMenus(pages, index, settings));
  const sources = {
    pages: new Map(pages.map((page) => [page.file, page])),
    assets: statics.targets,
    suggest: suggestAddresses([...pages.map(({ file }) => file), ...statics.targets.keys()]),
    lists: new Set(lists.map(({ saveAs }) => saveAs)),
    settings,
  };
  const contents = measure("Markdown", () =>
    renderContents(pages, sources, means.markdown, means.store ?? createStore()),
  );
  const redirects = makeRedirects(pages, isTaken(pages, others));
  const { html, scanned } = contents;
  const attached = contents.attachments.map(({ to }) => to);
  const files = filesOf(statics.copied, statics.targets, contents);
  const texts = [...contents.html, ...contents.summaries];
  const images = measure("images", () =>
    findSources(texts, files, means.readImage ?? (() => undefined), settings.siteUrl),
  );
  const findings = measure("checks", () => [
    ...tree.findings,
    ...ofPages,
    ...checkParents(pages, index),
    ...checkAddressForms(pages, index),
    ...checkTemplates(pages, means.layouts, means.hasLayout ?? (() => true)),
    ...ofMenus,
    ...statics.findings,
    ...contents.findings,
    ...images.findings,
    ...redirects.findings,
    ...checkLinks(scanned, [...others, ...attached], settings.siteUrl),
    ...checkReach(pages, menus, scanned, index, settings),
    ...checkContents(scanned),
    ...checkMenus(menus),
    ...checkCopies(menus.sidebars, index),
    ...checkTitles(pages),
    ...checkSearchPage(pages, settings),
  ]);
  return {
    settings,
    pages,
    index,
    translations,
    menus,
    menuViews: makeMenuViews(menus),
    siteViews: makeSiteViews({ settings, feeds, index, lists }),
    locales: onDemand(localeOf),
    blog,
    along: makeAlong(menus, blog),
    lists,
    feeds,
    html,
    textOf: textFinder({ html, scanned, images, pictures: new Map(), settings }),
    scanned,
    summaries: onDemand((post) => summaryOf(post, contents, settings)),
    descriptions: descriptionsOf(contents),
    redirects: redirects.redirects,
    files,
    images,
    pictures: new Map(),
    published: publishedBy(pages, lists, feeds, files),
    findings: sortFindings(findings.filter(({ code }) => STOPPING.has(code) || !settings.allowFindings[code])),
  };
}

/** The site with pictures that were drawn of its images. */
export function withPictures(site: Site, pictures: Site["pictures"]): Site {
  return { ...site, pictures, textOf: textFinder({ ...site, pictures }) };
}

function textFinder(site: ShownImages & Pick<Site, "html" | "scanned">): Site["textOf"] {
  return (page) => {
    const text = withAnchors(site.html.get(page) ?? "", site.scanned.get(page)?.headings ?? []);
    return showImages(text, page, site, "page");
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
