import { hrefOf } from "../dialect/address.ts";
import type { FeedFile } from "../feeds/plan-feeds.ts";
import { groupBy } from "../maps/group-by.ts";
import type { SiteLink, SiteLinks } from "../menus/site-links.ts";
import { termKey } from "../posts/terms.ts";
import type { Settings } from "../settings.ts";
import type { Site } from "../site.ts";
import type { WordsView } from "./words.ts";

/** The site's name, its links in menus, and what every page's head names. */
export interface SiteView extends Pick<Settings, "siteName" | "siteUrl" | "defaultLang" | "themeColor"> {
  /** Where the site, or the part of it that is in the language of what is printed, begins. */
  readonly home: string;
  readonly links: Readonly<Record<keyof SiteLinks, readonly SiteLinkView[]>>;
  /** The words of the interface in the site's language: around menus that are in it. */
  readonly words: WordsView;
  /** Where the manifest is, on the home page: browsers ask for it on every page that names it. */
  readonly manifest: string | undefined;
  /** Undefined for a site that is no preview. */
  readonly preview: { readonly drafts: string } | undefined;
  /** Where the site is searched. */
  readonly search: string | undefined;
  readonly feeds: readonly { readonly title: string; readonly type: string; readonly url: string }[];
}

/** A link of the site's own in a menu. */
export interface SiteLinkView {
  readonly title: string;
  readonly url: string;
  /** It leads to what is printed. */
  readonly isCurrent: boolean;
  /** It leads to the list of posts, and a post or a list is printed; or to a category, and one of its posts is. */
  readonly isSection: boolean;
}

/** Where a view is printed. */
export interface Here {
  readonly url: string | undefined;
  readonly isBlog: boolean;
  /** The category of the page that is printed, or the category, author or tag whose list is. */
  readonly term: FeedFile["term"];
  /** The language of the page that is printed. */
  readonly lang: string | undefined;
}

/** What is said of the site wherever something is printed. */
export type SiteViews = (here: Here) => SiteView;

/** Places where the same is said share one object, as they do with menus. */
export function makeSiteViews(
  site: Pick<Site, "settings" | "home" | "feeds" | "links" | "lists">,
  words: WordsView,
): SiteViews {
  const all = Object.values(site.links).flat();
  const links = new Set(all.map(({ url }) => url));
  const terms = new Set([
    ...site.feeds.map(({ term }) => keyOf(term)),
    ...all.map(({ category }) => keyOfCategory(category)),
  ]);
  const states = new Map<string, SiteView>();
  const langs = new Set(site.feeds.map(({ lang }) => lang));
  const lasting = {
    settings: site.settings,
    home: site.home,
    links: site.links,
    words,
    drafts: site.lists.find(({ kind }) => kind === "drafts")?.href,
    search: site.lists.findLast(({ kind }) => kind === "search")?.href,
    feedsOf: feedsByTerm(site.feeds),
  };
  return ({ url, isBlog, term, lang }) => {
    const here: Here = {
      url: url === site.home || (url !== undefined && links.has(url)) ? url : undefined,
      isBlog,
      term: terms.has(keyOf(term)) ? term : undefined,
      lang: lang !== site.settings.defaultLang && langs.has(lang) ? lang : undefined,
    };
    const key = JSON.stringify([here.url, here.isBlog, keyOf(here.term), here.lang]);
    const view = states.get(key) ?? siteView(here, lasting);
    states.set(key, view);
    return view;
  };
}

/** The feeds that are named where a term is, in their order: those of all, and its own. A site may have one for each tag. */
function feedsByTerm(feeds: readonly FeedFile[]): (term: Here["term"]) => readonly FeedFile[] {
  const groups = groupBy(feeds.entries(), ([, { term }]) => keyOf(term));
  return (term) => {
    const own = term === undefined ? [] : (groups.get(keyOf(term)) ?? []);
    return [...(groups.get(undefined) ?? []), ...own].sort(([a], [b]) => a - b).map(([, feed]) => feed);
  };
}

/** What is said of the site everywhere, and what it is chosen from. */
interface Lasting extends Pick<Site, "settings" | "home" | "links"> {
  readonly words: WordsView;
  readonly drafts: string | undefined;
  readonly search: string | undefined;
  readonly feedsOf: (term: Here["term"]) => readonly FeedFile[];
}

function siteView(here: Here, { settings, home, feedsOf, links, drafts, search, words }: Lasting): SiteView {
  const { siteName, siteUrl, defaultLang, themeColor, manifestSaveAs } = settings;
  const blog = hrefOf(settings.indexSaveAs);
  const view = (all: readonly SiteLink[]) =>
    all.map(({ title, url, category }) => ({
      title,
      url,
      isCurrent: url === here.url,
      isSection:
        (here.isBlog && url === blog) || (category !== undefined && keyOfCategory(category) === keyOf(here.term)),
    }));
  return {
    siteName,
    siteUrl,
    defaultLang,
    themeColor,
    words,
    home,
    manifest: manifestSaveAs === "" || here.url !== home ? undefined : hrefOf(manifestSaveAs),
    search,
    preview: drafts === undefined ? undefined : { drafts },
    links: {
      first: view(links.first),
      top: view(links.top),
      footerLeft: view(links.footerLeft),
      footerRight: view(links.footerRight),
    },
    feeds: feedsOf(here.term)
      // A page in another language names the feed of that.
      .filter(({ lang }) => lang === undefined || lang === here.lang)
      .map(({ title, type, href }) => ({ title, type, url: href.startsWith("/") ? settings.feedDomain + href : href })),
  };
}

function keyOf(term: Here["term"]): string | undefined {
  return term && termKey(term.kind, term.slug);
}

function keyOfCategory(slug: string | undefined): string | undefined {
  return slug === undefined ? undefined : termKey("category", slug);
}
