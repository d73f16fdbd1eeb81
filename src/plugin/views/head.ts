import { absoluteUrl } from "../dialect/address.ts";
import { shorten } from "../html/scan.ts";
import type { List } from "../lists/list.ts";
import type { Memoized } from "../maps/memoize.ts";
import type { Page } from "../pages/page.ts";
import type { Site } from "../site.ts";
import { CARD_SIZE, type Card, cardHref, cardOfPage, cardOfSite } from "../social/card.ts";
import { blogPosting, breadcrumbList, jsonLd, type Thing, webSite } from "./json-ld.ts";
import { type Article, type OpenGraph, openGraph } from "./open-graph.ts";
import type { Head, PageView } from "./view.ts";

/** Open Graph's names of languages. */
type Locales = Memoized<string, string | undefined>;

/** What the head of a page says. */
export function headOfPage(page: Page, view: PageView, site: Site, locales: Locales): Head {
  const { notFoundSaveAs } = site.settings;
  const { title, lang, translations } = view;
  const url = hrefOfOriginal(page, site);
  const head = headOf(site, locales, {
    ...{ title, lang, url },
    isListed: page.status !== "draft" && page.saveAs !== notFoundSaveAs,
    description: view.description ?? (site.scanned.get(page)?.description || undefined),
    article: view.kind === "post" ? articleOf(view) : undefined,
    card: () => cardOfPage(page, site),
    imageAlt: title,
  });
  const languages = translations.length === 0 ? [] : [{ lang, url }, ...translations];
  return {
    ...head,
    languages: alternates(languages, site),
    jsonLd: head.canonical && jsonLd(thingsOf(view, head, site)),
  };
}

/** The same in another language. */
interface InLanguage {
  readonly lang: string;
  readonly url: string;
}

/**
 * What search engines are told of languages: readers of none of them get the one of the site.
 * Source: https://developers.google.com/search/docs/specialty/international/localized-versions
 */
function alternates(languages: readonly InLanguage[], { settings }: Site): InLanguage[] {
  const { siteUrl, siteLang = settings.defaultLang } = settings;
  const [first] = languages;
  if (!first) return [];
  const other = languages.find(({ lang }) => lang === siteLang) ?? first;
  const all = [...languages, { lang: "x-default", url: other.url }];
  return all.map(({ lang, url }) => ({ lang, url: absoluteUrl(siteUrl, url) }));
}

/** Of a page that is in several parts of the site, search engines are told the one where it is in the first place. */
function hrefOfOriginal(page: Page, { copies, gathered }: Site): string {
  const original = copies.has(page) ? gathered.pages.find(({ file }) => file === page.file) : undefined;
  return (original ?? page).href;
}

/** The head of a list of posts; undefined for a page that is made of nothing of the content. */
export function headOfList(
  list: List | undefined,
  site: Site,
  locales: Locales,
  languages: readonly InLanguage[] = [],
): Head {
  const { siteName, blogTitle, defaultLang, showDrafts } = site.settings;
  if (!list) return { ...NOTHING, robots: showDrafts ? "noindex" : undefined };
  const names = [...list.posts.map(({ title }) => title), ...list.terms.map(({ name }) => name)];
  const head = headOf(site, locales, {
    ...{ title: list.title || siteName, lang: defaultLang, url: list.href },
    isListed: list.kind !== "drafts",
    description: shorten([list.heading, names.join(", ")].join(": ")),
    article: undefined,
    card: () => cardOfSite(site),
    imageAlt: blogTitle || siteName,
  });
  return {
    ...head,
    languages: alternates(languages, site),
    previous: list.pagination?.previous,
    next: list.pagination?.next,
  };
}

const NOTHING: Head = {
  description: undefined,
  canonical: undefined,
  robots: undefined,
  languages: [],
  previous: undefined,
  next: undefined,
  openGraph: [],
  hasImage: false,
  jsonLd: undefined,
};

/** What a head is made of, for a page as for a list. */
interface Described extends Pick<OpenGraph, "title" | "description" | "article"> {
  readonly lang: string;
  readonly url: string;
  /** Whether search engines may list it. In a preview they may list nothing: it is for those who were sent its address. */
  readonly isListed: boolean;
  readonly card: () => Card | undefined;
  readonly imageAlt: string;
}

function headOf(
  { settings }: Site,
  locales: Locales,
  { lang, url, isListed, card, imageAlt, ...rest }: Described,
): Head {
  const { siteName, siteUrl, showDrafts, socialImages } = settings;
  const isForSearch = isListed && !showDrafts;
  const canonical = isForSearch && siteUrl !== "" ? absoluteUrl(siteUrl, url) : undefined;
  // Those who show links want an absolute address.
  const drawn = canonical !== undefined && socialImages ? card() : undefined;
  const image = drawn && { url: siteUrl + cardHref(drawn), ...CARD_SIZE, alt: imageAlt };
  return {
    ...NOTHING,
    description: rest.description,
    canonical,
    robots: isForSearch ? undefined : "noindex",
    openGraph: openGraph({ ...rest, siteName, url: canonical, locale: locales(lang), image }),
    hasImage: image !== undefined,
  };
}

function articleOf({ date, modified, category, tags }: PageView): Article {
  const names = tags.map(({ title }) => title);
  return { published: date?.iso, modified: modified?.iso, section: category?.title, tags: names };
}

function thingsOf(
  view: PageView,
  { canonical: url = "", description, openGraph }: Head,
  { settings, home }: Site,
): Thing[] {
  const { siteName, siteUrl } = settings;
  const { title, lang, authors } = view;
  const steps = view.breadcrumb.flatMap(({ title: name, url }) =>
    url === undefined ? [] : [{ name, url: absoluteUrl(siteUrl, url) }],
  );
  const posting = () =>
    blogPosting({
      ...articleOf(view),
      ...{ title, url, description, lang, siteName, siteUrl },
      authors: authors.map(({ title, url }) => ({ name: title, url: url && absoluteUrl(siteUrl, url) })),
      image: openGraph.find(({ property }) => property === "og:image")?.content,
    });
  return [
    ...(view.url === home ? [webSite(siteName, url, lang)] : []),
    ...(view.kind === "post" ? [posting()] : []),
    ...(steps.length > 0 ? [breadcrumbList([...steps, { name: title, url }])] : []),
  ];
}
