import { shorten } from "../content/description.ts";
import type { List } from "../lists/list.ts";
import type { Page } from "../pages/page.ts";
import type { Site } from "../site.ts";
import { CARD_SIZE, type Card, cardHref, cardOfPage, cardOfSite } from "../social/card.ts";
import type { PageView } from "../view.ts";
import { blogPosting, breadcrumbList, jsonLd, type Step, type Thing, webSite } from "./json-ld.ts";
import { type Image, openGraph, type Property } from "./open-graph.ts";

/** What a page's `<head>` says of it to search engines, browsers and those who show links to it. */
export interface Head {
  readonly description: string | undefined;
  /** Undefined where the site's own address is not known, and for what search engines are asked to leave out. */
  readonly canonical: string | undefined;
  /** Undefined where search engines may list the page. */
  readonly robots: "noindex" | undefined;
  /** The page in every language that it is there in, its own included; empty where that is only one. */
  readonly languages: readonly { readonly lang: string; readonly href: string }[];
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly openGraph: readonly Property[];
  /** Among them is a picture that wants room. */
  readonly hasImage: boolean;
  /** The text of a script element, safe to print as it is. */
  readonly jsonLd: string | undefined;
}

export function headOfPage(page: Page, view: PageView, site: Site): Head {
  const { settings } = site;
  const isListed = isForSearch(settings) && page.status !== "draft" && page.saveAs !== settings.notFoundSaveAs;
  const description = view.description ?? (site.scanned.get(page)?.description || undefined);
  const absolute = absoluteIn(settings.siteUrl);
  const canonical = isListed ? absolute(view.href) : undefined;
  const image = isListed ? imageOf(() => cardOfPage(page, site), view.title, site) : undefined;
  const { title, lang, translations } = view;
  const article = view.kind === "post" ? articleOf(view) : undefined;
  return {
    description,
    canonical,
    robots: isListed ? undefined : "noindex",
    languages: (translations.length === 0 ? [] : [{ lang, href: view.href }, ...translations]).map((one) => ({
      lang: one.lang,
      href: absolute(one.href) ?? one.href,
    })),
    previous: undefined,
    next: undefined,
    openGraph: openGraph({
      title,
      siteName: settings.siteName,
      url: canonical,
      description,
      locale: site.locales.get(lang),
      image,
      article,
    }),
    hasImage: image !== undefined,
    jsonLd: canonical === undefined ? undefined : jsonLd(thingsOf(view, site, canonical, description, image)),
  };
}

/** The head of a list of posts; undefined for a page that is made of nothing of the content. */
export function headOfList(list: List | undefined, site: Site): Head {
  const { siteName, siteUrl, blogTitle, defaultLang } = site.settings;
  const isListed = isForSearch(site.settings) && list?.kind !== "drafts";
  const names = list ? [...list.posts.map(({ title }) => title), ...list.terms.map(({ name }) => name)] : [];
  const description = list && shorten([list.heading, names.join(", ")].join(": "));
  const canonical = isListed && list ? absoluteIn(siteUrl)(list.href) : undefined;
  const image = isListed && list ? imageOf(() => cardOfSite(site), blogTitle || siteName, site) : undefined;
  return {
    description,
    canonical,
    robots: isListed ? undefined : "noindex",
    languages: [],
    previous: list?.pagination?.previous,
    next: list?.pagination?.next,
    openGraph: list
      ? openGraph({
          title: list.title,
          siteName,
          url: canonical,
          description,
          locale: site.locales.get(defaultLang),
          image,
          article: undefined,
        })
      : [],
    hasImage: image !== undefined,
    jsonLd: undefined,
  };
}

/** A preview is for those who were sent its address. */
function isForSearch(settings: Site["settings"]): boolean {
  return !settings.showDrafts;
}

function absoluteIn(siteUrl: string): (href: string) => string | undefined {
  return (href) => (siteUrl === "" ? undefined : siteUrl + href);
}

/** Those who show links want an absolute address. */
function imageOf(card: () => Card, alt: string, { settings }: Site): Image | undefined {
  const { socialImages, siteUrl } = settings;
  return socialImages && siteUrl !== "" ? { url: siteUrl + cardHref(card()), ...CARD_SIZE, alt } : undefined;
}

function articleOf({ date, modified, category, tags }: PageView) {
  return {
    published: date?.iso,
    modified: modified?.iso,
    section: category?.label,
    tags: tags.map(({ label }) => label),
  };
}

function thingsOf(
  view: PageView,
  { settings }: Site,
  url: string,
  description: string | undefined,
  image: Image | undefined,
): Thing[] {
  const { siteName, siteUrl } = settings;
  const { title, lang, authors } = view;
  const steps: Step[] = view.breadcrumb.flatMap(({ label, href }) =>
    href === undefined ? [] : [{ name: label, url: siteUrl + href }],
  );
  const posting = () =>
    blogPosting({
      ...articleOf(view),
      title,
      url,
      description,
      lang,
      authors: authors.map(({ label, href }) => ({ name: label, url: href && siteUrl + href })),
      image: image?.url,
      siteName,
      siteUrl,
    });
  return [
    ...(view.href === "/" ? [webSite(siteName, url, lang)] : []),
    ...(view.kind === "post" ? [posting()] : []),
    ...(steps.length > 0 ? [breadcrumbList([...steps, { name: title, url }])] : []),
  ];
}
