import { hrefOf } from "./links/address.ts";
import { slugify } from "./pages/slug.ts";
import type { Settings } from "./settings.ts";
import type { Site } from "./site.ts";

/** The site's name, its links in menus, and what every page's head names. */
export interface SiteView extends Pick<Settings, "siteName" | "siteUrl" | "defaultLang" | "themeColor"> {
  readonly links: Readonly<Record<keyof Settings["links"], readonly SiteLinkView[]>>;
  /** Where the manifest is, on the home page: browsers ask for it on every page that names it. */
  readonly manifest: string | undefined;
  /** Undefined for a site that is no preview. */
  readonly preview: { readonly drafts: string } | undefined;
  /** Where the site is searched. */
  readonly search: string | undefined;
  readonly feeds: readonly { readonly title: string; readonly type: string; readonly href: string }[];
}

/** A link of the site's own in a menu. */
export interface SiteLinkView {
  readonly label: string;
  readonly href: string;
  /** It leads to what is printed. */
  readonly isCurrent: boolean;
  /** It leads to the list of posts, and a post or a list is printed. */
  readonly isSection: boolean;
}

/** Where a view is printed. */
export interface Here {
  readonly href: string | undefined;
  readonly isBlog: boolean;
  readonly category: string | undefined;
}

/** What is said of the site wherever something is printed. */
export type SiteViews = (here: Here) => SiteView;

/** Places where the same is said share one object, as they do with menus. */
export function makeSiteViews(site: Pick<Site, "settings" | "feeds" | "index" | "lists">): SiteViews {
  const links = new Set(Object.values(site.settings.links).flatMap((all) => all.map(({ href }) => href)));
  const categories = new Set(site.feeds.map(({ category }) => category));
  const states = new Map<string, SiteView>();
  return ({ href, isBlog, category }) => {
    const slug = category === undefined ? undefined : slugify(category);
    const here: Here = {
      href: href === "/" || (href !== undefined && links.has(href)) ? href : undefined,
      isBlog,
      category: categories.has(slug) ? slug : undefined,
    };
    const key = JSON.stringify([here.href, here.isBlog, here.category]);
    const view = states.get(key) ?? siteView(here, site);
    states.set(key, view);
    return view;
  };
}

function siteView(here: Here, { settings, feeds, index, lists }: Parameters<typeof makeSiteViews>[0]): SiteView {
  const { siteName, siteUrl, defaultLang, themeColor, manifestSaveAs, links } = settings;
  const drafts = lists.find(({ kind }) => kind === "drafts");
  const blog = hrefOf(settings.indexSaveAs);
  const view = (all: Settings["links"]["top"]) =>
    all
      // A site without posts has no blog.
      .filter(({ href }) => !href.startsWith("/") || index.find(href) || index.findOther(href))
      .map(({ label, href }) => ({
        label,
        href,
        isCurrent: href === here.href,
        isSection: here.isBlog && href === blog,
      }));
  return {
    siteName,
    siteUrl,
    defaultLang,
    themeColor,
    manifest: manifestSaveAs === "" || here.href !== "/" ? undefined : hrefOf(manifestSaveAs),
    search: lists.findLast(({ kind }) => kind === "search")?.href,
    preview: drafts && { drafts: drafts.href },
    links: { top: view(links.top), footerLeft: view(links.footerLeft), footerRight: view(links.footerRight) },
    feeds: feeds
      .filter((feed) => feed.category === undefined || feed.category === here.category)
      .map(({ title, type, href }) => ({ title, type, href })),
  };
}
