import { createStore, type Store } from "./cache/store.ts";
import { checkSite, stopsBuild, toFindings } from "./checks/index.ts";
import { findLosses, rawReports } from "./checks/losses.ts";
import type { CheckedSite } from "./checks/rule.ts";
import { hasHost, hrefOf, lookupKey } from "./dialect/address.ts";
import { type FeedFile, planFeeds } from "./feeds/plan-feeds.ts";
import type { HasLayout, Layouts } from "./files/layouts.ts";
import { isInstalled } from "./files/libraries.ts";
import { type Finding, sortFindings, withoutRepeats } from "./findings/finding.ts";
import { suggestAddresses } from "./findings/nearest.ts";
import type { Report } from "./findings/report.ts";
import { hostReports } from "./hosts/host-reports.ts";
import { withAnchors } from "./html/anchors.ts";
import type { Scanned } from "./html/scan.ts";
import type { Picture } from "./images/draw-images.ts";
import { findSources, type Images } from "./images/find-sources.ts";
import type { ReadImage } from "./images/image-file.ts";
import { type ShownImages, showImages } from "./images/show-images.ts";
import type { InputPaths } from "./links/input-paths.ts";
import { type PlaceUrls, urlPlacer } from "./links/place-urls.ts";
import type { Attachment } from "./links/source-links.ts";
import { type List, termHrefs } from "./lists/list.ts";
import { makeDraftList, planLists } from "./lists/make-lists.ts";
import { makeSearchPage } from "./lists/search-list.ts";
import { withoutTaken } from "./lists/taken.ts";
import { termsOnPages } from "./lists/terms-on-pages.ts";
import { type Memoized, memoize } from "./maps/memoize.ts";
import type { Render } from "./markdown/index.ts";
import { makeMenus } from "./menus/make-menus.ts";
import type { Menus } from "./menus/menu.ts";
import { makePreviousNext, type PreviousNext } from "./menus/previous-next.ts";
import { makeSiteLinks, type SiteLinks } from "./menus/site-links.ts";
import { orderPages } from "./pages/order.ts";
import type { Page } from "./pages/page.ts";
import { indexPages, type PageIndex } from "./pages/page-index.ts";
import type { Gathered } from "./pages/read-pages.ts";
import { type Blog, makeBlog } from "./posts/blog.ts";
import { groupTranslations, type Translations } from "./posts/translations.ts";
import { makeRedirects, type Redirect } from "./redirects/aliases.ts";
import type { Ledger } from "./redirects/ledger.ts";
import { withPath } from "./settings/path-prefix.ts";
import type { Settings } from "./settings.ts";
import { planStaticFiles, type StaticFiles } from "./static/static-files.ts";
import { makeTemplatePages, type ReadText, type TemplatePage } from "./static/template-pages.ts";
import { type Contents, descriptionsOf, renderContents, summaryOf } from "./texts/render-texts.ts";
import { type Measure, unmeasured } from "./times/stopwatch.ts";
import { findWords } from "./words/find-words.ts";

/** What concerns all pages of a site together, made of them before their texts are looked at. */
export interface Structure {
  readonly settings: Settings;
  readonly gathered: Gathered;
  readonly pages: readonly Page[];
  readonly index: PageIndex;
  /** Every file that is written and is no page of the content. */
  readonly others: readonly string[];
  readonly statics: StaticFiles;
  readonly translations: Translations;
  readonly menus: Menus;
  /** The links in menus that no page owns. */
  readonly links: SiteLinks;
  readonly blog: Blog;
  /** What comes before and after a page. */
  readonly previousNext: ReadonlyMap<Page, PreviousNext>;
  readonly lists: readonly List[];
  /** Where the lists of categories, authors and tags begin. */
  readonly termHrefs: ReadonlyMap<string, string>;
  readonly feeds: readonly FeedFile[];
  readonly redirects: readonly Redirect[];
  /** Makes the addresses of a page that is printed those that a browser finds. */
  readonly placeUrls: PlaceUrls;
  /** What is wrong with all of this. */
  readonly reports: readonly Report[];
}

/** A whole site as data: what is written and printed, and what is wrong with it. */
export interface Site extends Structure {
  /** The rendered bodies. */
  readonly html: ReadonlyMap<Page, string>;
  /** The bodies as the pages show them: with anchors beside the headings. */
  readonly textOf: (page: Page) => string;
  /** Renders a body that a template engine has changed in the meantime, in the place of the one that was rendered. */
  readonly renderAgain: (page: Page, body: string) => void;
  readonly scanned: ReadonlyMap<Page, Scanned>;
  /** Fields of the site's own, of pages of which some are Markdown: these as HTML. */
  readonly metadata: Contents["metadata"];
  /** What lists show of the posts. */
  readonly summaries: Memoized<Page, string>;
  /** What search engines show, of the pages that have a `Summary`. */
  readonly descriptions: ReadonlyMap<Page, string>;
  /** The static files that are copied. */
  readonly files: readonly Attachment[];
  /** What is made of Pelican's templates. */
  readonly templatePages: readonly TemplatePage[];
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
  readonly layouts: Layouts;
  /** Whether what a front matter of Eleventy's names as its layout is there; without it everything is. */
  readonly hasLayout?: HasLayout;
  readonly markdown: Render;
  /** What a template engine has made of pages' texts, by their files. */
  readonly texts?: ReadonlyMap<string, string>;
  /** What paths of source files in links stand for, where Eleventy makes addresses of them. */
  readonly inputPaths?: InputPaths | undefined;
  /** Without it, those that are there count. */
  readonly isInstalled?: CheckedSite["isInstalled"];
  /** Without it no image has a size: the files are not there. */
  readonly readImage?: ReadImage;
  /** The text of a file of the content; without it no template of Pelican's is read. */
  readonly readText?: ReadText;
  /** What was made of texts before; without it everything is made anew. */
  readonly store?: Store;
  /** Notes what each part takes. */
  readonly measure?: Measure;
}

/**
 * Makes of the gathered pages what concerns all of them together: lists, feeds, menus, addresses. Their texts are not
 * looked at yet.
 *
 * @param layouts those that there are for lists of the site's own
 * @param measure notes what each part takes
 */
export function makeStructure(
  gathered: Gathered,
  asked: Settings,
  layouts: Layouts,
  measure: Measure = unmeasured,
): Structure {
  const { pages } = gathered;
  const { settings, reports: ofPath } = withPath(asked);
  const written = new Set([...pages.map(({ saveAs }) => saveAs), ...gathered.others]);
  const all = gathered.unwritten ? [...pages, ...gathered.unwritten] : pages;
  const translations = groupTranslations(all, settings);
  const blog = makeBlog(all, translations, settings);
  const planned = withoutTaken(planLists(blog, settings, layouts), pages, gathered.others);
  const ofPosts = [...planned.kept, ...makeDraftList(pages, settings)];
  const isTakenFile = (saveAs: string) => written.has(saveAs) || ofPosts.some((list) => list.saveAs === saveAs);
  const lists = [...ofPosts, ...makeSearchPage(pages, settings, isTakenFile)];
  const { kept: feeds, reports: ofFeeds } = withoutTaken(planFeeds(blog, settings), pages, gathered.others);
  const statics = planStaticFiles(
    gathered.assets,
    settings,
    (saveAs) => written.has(saveAs),
    pages.map(({ file }) => file),
  );
  const others = [
    ...gathered.others,
    ...[...lists, ...feeds].map(({ saveAs }) => saveAs),
    ...[...statics.copied].map((asset) => statics.targets.get(asset) ?? asset),
    ...[settings.sitemapSaveAs, settings.robotsSaveAs, settings.manifestSaveAs].filter((saveAs) => saveAs !== ""),
  ];
  const hrefsOfLists = new Map(lists.map(({ saveAs, href }) => [saveAs, href]));
  const index = indexPages(pages, others, hrefsOfLists, settings.elsewhere);
  const { siteName, defaultLang } = settings;
  const { menus, reports: ofMenus } = measure("menus", () =>
    makeMenus(pages, index, { siteName, defaultLang, otherwise: pagesOnMenu(translations, settings) }),
  );
  const { incomplete = [] } = gathered;
  const ofIncomplete = menuFaults(incomplete, pages, (all) =>
    makeMenus(all, indexPages(all, others, hrefsOfLists, settings.elsewhere), { siteName, defaultLang }),
  );
  const hrefs = new Map([...termsOnPages(blog, pages, settings), ...termHrefs(lists)]);
  const { links, reports: ofLinks } = makeSiteLinks({ pages, index, blog, lists, termHrefs: hrefs, settings });
  const redirects = makeRedirects(pages, isTaken(pages, others));
  return {
    settings,
    gathered,
    pages,
    index,
    others,
    statics,
    translations,
    menus,
    blog,
    previousNext: makePreviousNext(menus, blog),
    links,
    lists,
    termHrefs: hrefs,
    feeds,
    redirects: redirects.redirects,
    placeUrls: urlPlacer(settings, () => [
      ...pages,
      ...lists,
      ...[...statics.hrefs].map(([asset, href]) => ({ href, saveAs: statics.targets.get(asset) ?? asset })),
    ]),
    reports: [
      ...gathered.reports,
      ...ofPath,
      ...planned.reports,
      ...ofFeeds,
      ...ofMenus,
      ...ofIncomplete,
      ...ofLinks,
      ...statics.reports,
      ...redirects.reports,
      ...hostReports(
        { settings, redirects: redirects.redirects, feeds, written: [...pages, ...lists] },
        new Map([...statics.copied].map((asset) => [statics.targets.get(asset) ?? asset, asset])),
      ),
      ...findLosses(gathered, settings, others, statics.copied),
    ],
  };
}

/** Reads the texts of a site's pages: what they show, where their links lead, and what is wrong with all of it. */
export function readTexts(structure: Structure, means: Means): Site {
  const { layouts, hasLayout = () => true, measure = unmeasured } = means;
  const { settings, pages, index, others, statics, menus, links, lists, feeds } = structure;
  const { unread = [], raw = [] } = structure.gathered.unmade ?? {};
  const sources = {
    pages: new Map(pages.map((page) => [page.file, page])),
    assets: statics.targets,
    unmade: new Set([...unread, ...raw.filter((file) => !statics.copied.has(file))]),
    assetHrefs: statics.hrefs,
    terms: structure.termHrefs,
    suggest: suggestAddresses(
      [...pages.map(({ file }) => file), ...statics.targets.keys()].map((address) => ({ address })),
    ),
    settings,
    inputPaths: means.inputPaths,
  };
  const contents = measure("Markdown", () =>
    renderContents(
      [...pages, ...(structure.gathered.unwritten ?? [])],
      sources,
      means.markdown,
      means.store ?? createStore(),
      means.texts,
    ),
  );
  const { html, scanned } = contents;
  const attached = contents.attachments.map(({ to }) => to);
  const files = filesOf(statics.copied, statics.targets, [...contents.attachments, ...sourcesOf(pages, settings)]);
  const ofTemplates = makeTemplatePages(settings, means.readText ?? (() => undefined));
  const texts = [...contents.html, ...contents.summaries];
  const images = measure("images", () =>
    findSources(texts, files, means.readImage ?? (() => undefined), settings.siteUrl),
  );
  const reports = measure("checks", () => [
    ...structure.reports,
    ...contents.reports,
    ...images.reports,
    ...ofTemplates.reports,
    ...rawReports(raw.filter((file) => !statics.copied.has(file) && files.some(({ from }) => from === file))),
    ...checkSite({
      pages,
      index,
      menus,
      links,
      feeds,
      translations: structure.translations,
      scanned,
      settings,
      layouts,
      hasLayout,
      images,
      isInstalled: means.isInstalled ?? isInstalled,
      others: [
        ...others,
        ...attached,
        ...ofTemplates.pages.map(({ saveAs }) => saveAs),
        ...lists.map(({ href }) => href),
      ],
      sources: new Set([...sources.pages.keys(), ...statics.targets.keys()]),
    }),
  ]);
  const told = reports.filter((one) => stopsBuild(one) || !settings.allowFindings[one.code]);
  return {
    ...structure,
    html,
    textOf: textFinder({ html, scanned, images, pictures: new Map(), settings }),
    renderAgain: contents.renderAgain,
    scanned,
    metadata: contents.metadata,
    summaries: memoize((post) => summaryOf(post, contents, settings)),
    descriptions: descriptionsOf(contents),
    files,
    templatePages: ofTemplates.pages,
    images,
    pictures: new Map(),
    published: publishedBy(pages, lists, feeds, files),
    findings: sortFindings(withoutRepeats(toFindings(told))),
  };
}

/** The one way through the house, for pages that have been gathered. */
export function makeSite(gathered: Gathered, settings: Settings, means: Means): Site {
  return readTexts(makeStructure(gathered, settings, means.layouts, means.measure), means);
}

/** The site with pictures that were drawn of its images. */
export function withPictures(site: Site, pictures: Site["pictures"]): Site {
  return { ...site, pictures, textOf: textFinder({ ...site, pictures }) };
}

/** The pages that Pelican's themes have in the menu. Source: https://docs.getpelican.com/en/latest/settings.html */
function pagesOnMenu({ originals }: Translations, { displayPagesOnMenu, pageOrderBy }: Settings): Page[] {
  const pages = originals.filter(({ kind, saveAs }) => kind === "page" && saveAs !== "");
  return displayPagesOnMenu ? orderPages(pages, pageOrderBy) : [];
}

/** What is wrong with the menus of pages that are not made yet: it is told at once, not after what they lack is there. */
function menuFaults(
  incomplete: readonly Page[],
  pages: readonly Page[],
  make: (all: readonly Page[]) => { readonly reports: readonly Report[] },
): readonly Report[] {
  if (!incomplete.some(({ kind }) => kind === "page")) return [];
  const files = new Set(incomplete.map(({ file }) => file));
  return make([...pages, ...incomplete]).reports.filter(({ file }) => files.has(file));
}

function textFinder(site: ShownImages & Pick<Site, "html" | "scanned" | "settings">): Site["textOf"] {
  const wordsFor = memoize((lang: string) => findWords(lang, site.settings.words).words);
  return (page) => {
    const text = withAnchors(site.html.get(page) ?? "", site.scanned.get(page)?.headings ?? [], wordsFor(page.lang));
    return showImages(text, page, site, "page");
  };
}

function isTaken(pages: readonly Page[], others: readonly string[]): (address: string) => boolean {
  const ofPages = pages.filter(({ status }) => status !== "draft").flatMap(({ url, saveAs }) => [url, saveAs]);
  const taken = new Set([...ofPages, ...others].map(lookupKey));
  return (address) => taken.has(lookupKey(address));
}

/** The sources of published pages, where the settings have them beside these. */
function sourcesOf(pages: readonly Page[], { outputSources, outputSourcesExtension: ending }: Settings): Attachment[] {
  const published = outputSources ? pages.filter(({ status }) => status === "published") : [];
  return published.map(({ file, saveAs }) => ({ from: file, to: saveAs.replace(/(\.[^./]*)?$/, () => ending) }));
}

function filesOf(
  copied: ReadonlySet<string>,
  targets: ReadonlyMap<string, string>,
  attachments: readonly Attachment[],
): Attachment[] {
  const all = [...[...copied].map((from) => ({ from, to: targets.get(from) ?? from })), ...attachments];
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
    .map((list) => [list.href, `the list “${list.title || list.heading}”`] as const);
  const ofFeeds = feeds.map((feed) => [hrefOf(feed.saveAs), `the feed “${feed.title}”`] as const);
  const ofFiles = files.map(({ from, to }) => [hrefOf(to), from] as const);
  const all = [...ofFiles, ...ofFeeds, ...ofLists, ...ofPages];
  return Object.fromEntries(all.filter(([href]) => !hasHost(href)));
}
