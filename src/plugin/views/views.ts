import { showImages } from "../images/show-images.ts";
import type { List, Pagination } from "../lists/list.ts";
import { memoize } from "../maps/memoize.ts";
import type { Page } from "../pages/page.ts";
import { ancestorsOf } from "../pages/parents.ts";
import { slugify } from "../pages/slug.ts";
import { termKey } from "../posts/terms.ts";
import type { Site } from "../site.ts";
import { allParts } from "../structure.ts";
import { otherDirection } from "../words/direction.ts";
import { fillWord, numberIn } from "../words/find-words.ts";
import { dateView } from "./date-view.ts";
import { headOfList, headOfPage } from "./head.ts";
import { findLanguages, type Languages } from "./languages.ts";
import { makeMenuViews } from "./menus.ts";
import { localeOf } from "./open-graph.ts";
import { searchView } from "./search.ts";
import { makeSiteViews } from "./site.ts";
import { contentsOf } from "./table-of-contents.ts";
import type { ListView, PageView, PostView, View } from "./view.ts";
import { makeWordViews, type WordViews } from "./words.ts";

/** What is printed, page by page. Places where the same is said share one object: templates print it once for all. */
export interface Views {
  /** The view of a page, or, without one, of what is no page of the content. */
  readonly page: (page: Page | undefined) => View;
  readonly list: (list: List) => View;
}

/** Makes the views of a site; each part of it in a language of its own has its own. */
export function createViews(site: Site): Views {
  const languages = findLanguages(site);
  if (site.subsites.length === 0) return viewsOfPart(site, languages);
  const parts = allParts(site).map((part) => ({ part, views: viewsOfPart(part, languages) }));
  const byFolder = new Map(parts.map(({ part, views }) => [part.settings.subsite, views]));
  const byList = new Map(parts.flatMap(({ part, views }) => part.lists.map(({ saveAs }) => [saveAs, views])));
  const ofSite = byFolder.get(undefined) ?? viewsOfPart(site, languages);
  return {
    page: (page) => (byFolder.get(page?.subsite) ?? ofSite).page(page),
    list: (list) => (byList.get(list.saveAs) ?? ofSite).list(list),
  };
}

function viewsOfPart(site: Site, languages: Languages): Views {
  const wordsFor = makeWordViews(site.settings);
  const ofSite = wordsFor(site.settings.defaultLang);
  const [menusOf, siteOf, localeFor] = [
    makeMenuViews(site.menus, (page) => ancestorsOf(page, site.index)),
    makeSiteViews(site, ofSite),
    memoize(localeOf),
  ];
  const page: Views["page"] = (page) => {
    const view = page && pageView(page, site);
    return {
      site: siteOf({
        url: page?.href,
        isBlog: page?.kind === "post",
        term: page && categoryOf(page, site),
        lang: page?.lang,
      }),
      head: page && view ? headOfPage(page, view, site, localeFor) : headOfList(undefined, site, localeFor),
      menus: menusOf(page),
      languages: languages.of({ page }, site),
      words: page ? wordsFor(page.lang) : ofSite,
      page: view,
      list: undefined,
      search: undefined,
    };
  };
  const list: Views["list"] = (list) => {
    const isSearch = list.kind === "search";
    const term = list.term && { kind: list.kind, slug: list.term.slug };
    return {
      site: siteOf({ url: list.href, isBlog: !isSearch, term, lang: undefined }),
      head: headOfList(list, site, localeFor, languages.ofList(list, site)),
      menus: menusOf(undefined),
      languages: languages.of({ list }, site),
      words: ofSite,
      page: undefined,
      list: isSearch ? undefined : listView(list, site, wordsFor),
      search: isSearch ? searchView(list, site, ofSite) : undefined,
    };
  };
  return { page, list };
}

function categoryOf({ category }: Page, { settings }: Site) {
  return category === undefined
    ? undefined
    : ({ kind: "category", slug: slugify(category, settings, "category") } as const);
}

function listView(list: List, site: Site, wordsFor: WordViews): ListView {
  const { kind, title, heading, href, posts, terms, pagination } = list;
  const ofList = wordsFor(site.settings.defaultLang);
  const views = posts.map((post) => {
    const words = wordsFor(post.lang);
    return {
      ...postView(post, site),
      summary: showImages(site.summaries(post) ?? "", post, site, "list"),
      words,
      dir: otherDirection(post.lang, ofList.textLang),
    };
  });
  const numbers = (of: Pagination) => ({
    number: numberIn({ lang: ofList.lang }, of.number),
    count: numberIn({ lang: ofList.lang }, of.count),
  });
  const paged = pagination && { ...pagination, text: fillWord(ofList.pageOfPages, numbers(pagination)) };
  return { kind, title, heading, url: href, posts: views, terms, pagination: paged };
}

/** Each part by its name: made with `...`, objects of so many parts take several times as long. */
function pageView(page: Page, site: Site): PageView {
  const { title, url, lang, date, modified, authors, category, tags } = postView(page, site);
  const { settings, previousNext, html, scanned } = site;
  const read = scanned.get(page);
  return {
    title,
    url,
    lang,
    date,
    modified,
    authors,
    category,
    tags,
    contents: page.layout === "wide" || !read ? [] : contentsOf(html.get(page) ?? "", read),
    previous: previousNext.get(page)?.previous,
    next: previousNext.get(page)?.next,
    editUrl: settings.editUrl === "" ? undefined : editUrl(settings.editUrl, page.file),
    kind: page.kind,
    layout: page.layout,
    isDraft: page.status === "draft",
    metadata: site.metadata.get(page) ?? page.metadata,
    description: site.descriptions.get(page),
    translations: site.translations.of(page).map((other) => {
      return { lang: other.lang, dir: otherDirection(other.lang, lang), title: other.title, url: other.href };
    }),
    breadcrumb: ancestorsOf(page, site.index).map((above) => ({ title: above.menuName, url: above.href })),
  };
}

function postView(page: Page, { settings, termHrefs }: Site): Omit<PostView, "summary" | "words" | "dir"> {
  const { title, href, lang, date, modified, authors, category, tags, metadata } = page;
  const term = (kind: "author" | "category" | "tag") => (name: string) => {
    return { title: name, url: termHrefs.get(termKey(kind, slugify(name, settings, kind))) };
  };
  return {
    title,
    url: href,
    lang,
    date: date && dateView(date, lang, settings, metadata.date_format),
    modified: modified && dateView(modified, lang, settings, metadata.date_format),
    authors: authors.map(term("author")),
    category: category === undefined ? undefined : term("category")(category),
    tags: tags.map(term("tag")),
  };
}

function editUrl(pattern: string, file: string): string {
  return pattern.replaceAll("{file}", () => file.split("/").map(encodeURIComponent).join("/"));
}
