import { findLosses } from "./checks/losses.ts";
import { hrefOf, lookupKey } from "./dialect/address.ts";
import { type FeedFile, planFeeds } from "./feeds/plan-feeds.ts";
import type { Layouts } from "./files/layouts.ts";
import type { Report } from "./findings/report.ts";
import { hostReports } from "./hosts/host-reports.ts";
import { type PlaceUrls, urlPlacer } from "./links/place-urls.ts";
import { type List, termHrefs } from "./lists/list.ts";
import { makeDraftList, planLists } from "./lists/make-lists.ts";
import { makeSearchPage } from "./lists/search-list.ts";
import { withoutTaken } from "./lists/taken.ts";
import { termsOnPages } from "./lists/terms-on-pages.ts";
import { memoizeByObject } from "./maps/memoize.ts";
import { makeMenus } from "./menus/make-menus.ts";
import type { Menus } from "./menus/menu.ts";
import { makePreviousNext, type PreviousNext } from "./menus/previous-next.ts";
import { makeSiteLinks, type SiteLinks } from "./menus/site-links.ts";
import { withoutConflicts } from "./pages/conflicts.ts";
import { orderPages } from "./pages/order.ts";
import type { Page } from "./pages/page.ts";
import { indexPages, type PageIndex } from "./pages/page-index.ts";
import type { Gathered } from "./pages/read-pages.ts";
import { partsOf } from "./pages/subsites.ts";
import { groupTranslations, type Translations } from "./pages/translations.ts";
import { type Blog, makeBlog } from "./posts/blog.ts";
import { makeRedirects, type Redirect } from "./redirects/aliases.ts";
import { withPath } from "./settings/path-prefix.ts";
import type { Settings } from "./settings.ts";
import { copiedFiles, planStaticFiles, type StaticFiles, staticsBelow } from "./static/static-files.ts";
import { type Measure, unmeasured } from "./times/stopwatch.ts";

/** What concerns all pages of a site together, made of them before their texts are looked at. */
export interface Structure {
  /** Those of the part of the site that it is of. */
  readonly settings: Settings;
  /** The parts of the site that are in languages of their own; a part has none. */
  readonly subsites: readonly Structure[];
  /** Where a visitor begins: `/`, or `/fr/` in a part. */
  readonly home: string;
  readonly gathered: Gathered;
  readonly pages: readonly Page[];
  /** Those among them that are in another part in the first place. */
  readonly copies: ReadonlySet<Page>;
  /** The pages of other parts, where they are in the first place, that this one has not. */
  readonly elsewhere: readonly Page[];
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

/** A site or a structure and its parts: the one that holds all, then each part. */
export function allParts<Part>(whole: Part & { readonly subsites: readonly Part[] }): readonly Part[] {
  return [whole, ...whole.subsites];
}

/**
 * The file of the plugin's own page for addresses that are not there; empty where there is none, or where a page of the
 * site's, or a copy of one in a part, is written there.
 */
export function ownNotFound(structure: Structure): string {
  const { gathered, others, settings } = structure;
  const pages = [...gathered.pages, ...allParts(structure).flatMap((part) => part.pages)];
  const saveAs = settings.notFoundSaveAs;
  return others.includes(saveAs) || pages.some((page) => page.saveAs === saveAs) ? "" : saveAs;
}

/** What of a part does not ask where anything else is. */
interface Planned
  extends Pick<Structure, "settings" | "pages" | "copies" | "elsewhere" | "translations" | "blog" | "lists" | "feeds"> {
  readonly reports: readonly Report[];
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
  const { settings, reports: ofPath } = withPath(asked);
  const all = withCopies(gathered, settings);
  const planned = partsOf(settings).map((of) => planPart(of, all, gathered, settings, layouts));
  const staticsOf = staticsPlanner(gathered, all, settings);
  const statics = staticsOf(settings);
  const copied = new Map(planned.flatMap((part) => copiedFiles(staticsOf(part.settings))));
  const others = [
    ...gathered.others,
    ...planned.flatMap(({ lists, feeds }) => [...lists, ...feeds].map(({ saveAs }) => saveAs)),
    ...copied.keys(),
    ...[settings.siteUrl && settings.sitemapSaveAs, settings.robotsSaveAs, settings.manifestSaveAs].filter(
      (saveAs) => saveAs !== "",
    ),
  ];
  const hrefs = new Map([
    ...all.map(({ saveAs, href }) => [saveAs, href] as const),
    ...planned.flatMap(({ lists }) => lists.map(({ saveAs, href }) => [saveAs, href] as const)),
  ]);
  const placeUrls = urlPlacer(settings, () => [
    ...all,
    ...planned.flatMap(({ lists }) => lists),
    ...[...statics.hrefs].map(([asset, href]) => ({ href, saveAs: statics.targets.get(asset) ?? asset })),
  ]);
  const around = { all, gathered, others, hrefs, placeUrls, measure };
  const parts = planned.map((part) => makePart(part, { ...around, statics: staticsOf(part.settings) }));
  const [site, ...subsites] = parts as [Structure, ...Structure[]];
  const files = settings.redirectPages ? [...all.map(({ saveAs }) => saveAs), ...others] : undefined;
  const redirects = makeRedirects(gathered.pages, isTaken(all, others), files);
  const feeds = planned.flatMap((part) => part.feeds);
  const written = [...all, ...planned.flatMap(({ lists }) => lists)];
  return {
    ...site,
    subsites,
    gathered,
    redirects: redirects.redirects,
    reports: [
      ...gathered.reports,
      ...ofPath,
      ...parts.flatMap(({ reports }) => reports),
      ...statics.reports,
      ...redirects.reports,
      ...hostReports({ settings, redirects: redirects.redirects, feeds, written }, copied),
      ...findLosses(gathered, settings, [...others, ...all.map(({ saveAs }) => saveAs)], statics.copied),
    ],
  };
}

/** All pages that are written: those of every part. Where a copy would be in the place of another page, that one holds. */
function withCopies({ pages, copies }: Gathered, settings: Settings): readonly Page[] {
  const more = settings.subsites === undefined ? [] : (copies?.() ?? []);
  return more.length === 0 ? pages : withoutConflicts([...pages, ...more]).pages;
}

/** The static files of the site, and of a part that has folders of its own for them. */
function staticsPlanner(gathered: Gathered, all: readonly Page[], site: Settings): (of: Settings) => StaticFiles {
  const taken = new Set([...all.map(({ saveAs }) => saveAs), ...gathered.others]);
  const files = gathered.pages.map(({ file }) => file);
  const plan = (of: Settings) => planStaticFiles(gathered.assets, of, (saveAs) => taken.has(saveAs), files);
  const ofSite = plan(site);
  return memoizeByObject((of) =>
    of.subsite === undefined || of.staticPaths.length === 0 ? ofSite : staticsBelow(of.subsite, plan(of)),
  );
}

function planPart(of: Settings, all: readonly Page[], gathered: Gathered, site: Settings, layouts: Layouts): Planned {
  const isWhole = of.subsite === undefined;
  const settings: Settings = isWhole ? site : { ...of, siteUrl: site.siteUrl, pathPrefix: site.pathPrefix };
  const natives = new Set(gathered.pages);
  // A copy is made with the settings of the part that it is for.
  const pages = all.filter((page) => page.subsite === settings.subsite);
  const files = new Set(pages.map(({ file }) => file));
  const elsewhere = gathered.pages.filter((page) => page.subsite !== settings.subsite && !files.has(page.file));
  const unwritten = gathered.unwritten?.filter((page) => page.subsite === settings.subsite) ?? [];
  const own = unwritten.length === 0 ? pages : [...pages, ...unwritten];
  const grouped = groupTranslations([...own, ...elsewhere], settings);
  const isOwn = new Set(own);
  const translations = { ...grouped, originals: grouped.originals.filter((page) => isOwn.has(page)) };
  const translated = elsewhere.filter((page) => translations.of(page).some((other) => isOwn.has(other)));
  const blog = makeBlog(own, translations, settings, translated);
  const planned = withoutTaken(planLists(blog, settings, layouts), all, gathered.others);
  const ofPosts = [...planned.kept, ...(isWhole ? makeDraftList(gathered.pages, settings) : [])];
  const written = new Set([...all.map(({ saveAs }) => saveAs), ...gathered.others]);
  const isTakenFile = (saveAs: string) => written.has(saveAs) || ofPosts.some((list) => list.saveAs === saveAs);
  const lists = [...ofPosts, ...makeSearchPage(pages, settings, isTakenFile)];
  const { kept: feeds, reports: ofFeeds } = withoutTaken(planFeeds(blog, settings), all, gathered.others);
  const copies = new Set(pages.filter((page) => !natives.has(page)));
  const reports = [...planned.reports, ...ofFeeds];
  return { settings, pages, copies, elsewhere, translations, blog, lists, feeds, reports };
}

/** What is known of all parts, when one is made. */
interface Around extends Pick<Structure, "gathered" | "statics" | "others" | "placeUrls"> {
  readonly all: readonly Page[];
  /** What links to files say that are no pages of the part. */
  readonly hrefs: ReadonlyMap<string, string>;
  readonly measure: Measure;
}

function makePart(planned: Planned, around: Around): Structure {
  const { all, gathered, statics, others: shared, hrefs, placeUrls, measure } = around;
  const { settings, pages, translations, blog, lists } = planned;
  const { siteName, defaultLang, subsite, elsewhere, subsites, pathPrefix } = settings;
  const ofOtherParts = all.filter((page) => page.subsite !== subsite && page.status !== "draft");
  const others = [...shared, ...ofOtherParts.map(({ saveAs }) => saveAs)];
  const indexOf = (some: readonly Page[]) =>
    withinPart(indexPages(some, others, hrefs, elsewhere, pathPrefix, gathered.published), subsite);
  const index = indexOf(pages);
  const home = homeOf(index, subsite);
  const menuMeans = {
    siteName,
    home,
    name: subsite === undefined ? "" : `-${subsite}`,
    // Where languages have parts of their own, each part has one menu.
    ...(subsite === undefined && subsites === undefined && { defaultLang }),
  };
  const { menus, reports: ofMenus } = measure("menus", () =>
    makeMenus(pages, index, { ...menuMeans, otherwise: pagesOnMenu(translations, settings) }),
  );
  const incomplete = gathered.incomplete?.filter((page) => page.subsite === subsite) ?? [];
  const ofIncomplete = menuFaults(incomplete, pages, (some) => makeMenus(some, indexOf(some), menuMeans));
  const ofTerms = new Map([...termsOnPages(blog, pages, settings), ...termHrefs(lists)]);
  const { links, reports: ofLinks } = makeSiteLinks({ pages, index, blog, lists, termHrefs: ofTerms, settings });
  return {
    ...planned,
    subsites: [],
    home,
    gathered,
    index,
    others,
    statics,
    menus,
    previousNext: makePreviousNext(menus, blog),
    links,
    termHrefs: ofTerms,
    redirects: [],
    placeUrls,
    reports: [...planned.reports, ...ofMenus, ...ofIncomplete, ...ofLinks],
  };
}

/** In a part, an address counts from its root; what is not there may be elsewhere in the site. */
function withinPart(index: PageIndex, folder: string | undefined): PageIndex {
  if (folder === undefined) return index;
  const findOther = (address: string) =>
    index.findOther(`${folder}/${address.replace(/^\/+/, "")}`) ?? index.findOther(address);
  return { ...index, findOther };
}

function homeOf(index: PageIndex, folder: string | undefined): string {
  if (folder === undefined) return "/";
  return index.find("")?.href ?? index.findOther("") ?? hrefOf(`${folder}/index.html`);
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

/** In a part of the site, an address that counts from its root is none of the whole site's. */
function isTaken(pages: readonly Page[], others: readonly string[]): (address: string) => boolean {
  const ofPages = pages
    .filter(({ status }) => status !== "draft")
    .flatMap(({ url, saveAs, subsite }) => (subsite === undefined ? [url, saveAs] : [saveAs]));
  const taken = new Set([...ofPages, ...others].map(lookupKey));
  return (address) => taken.has(lookupKey(address));
}
