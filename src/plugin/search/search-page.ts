import type { DateTime } from "luxon";
import { compareText, type Finding, finding } from "../findings/finding.ts";
import { hrefOf } from "../links/address.ts";
import type { List } from "../lists/list.ts";
import type { Page } from "../pages/page.ts";
import { ancestorsOf } from "../pages/parents.ts";
import type { Settings } from "../settings.ts";
import type { Site } from "../site.ts";
import { languageOf } from "./language.ts";

/** What the search page prints. */
export interface SearchView {
  /** Where the script finds Pagefind. */
  readonly library: string;
  /** The languages that can be searched, the site's own first, each with its name in itself. */
  readonly languages: readonly { readonly lang: string; readonly name: string }[];
  /** All pages, for those who search without JavaScript. */
  readonly sections: readonly SectionView[];
}

export interface SectionView {
  readonly title: string;
  readonly links: readonly { readonly label: string; readonly href: string; readonly lang: string }[];
}

/** Where the index is, from the output folder: Pagefind's own name for it. */
export const INDEX_FOLDER = "pagefind";

/**
 * The page on which visitors search, as a list of the pages that they can find; none where the setting is empty, or where
 * something else has its place.
 */
export function makeSearchPage(
  pages: readonly Page[],
  settings: Settings,
  isTaken: (saveAs: string) => boolean,
): List[] {
  const { searchSaveAs: saveAs } = settings;
  if (saveAs === "" || isTaken(saveAs)) return [];
  const names = { kind: "search", title: "Search", heading: "Search", term: undefined } as const;
  const posts = pages.filter((page) => isFound(page, settings));
  return [{ ...names, saveAs, href: hrefOf(saveAs), posts, terms: [], pagination: undefined }];
}

/** Only what is published and has an address that visitors are told. */
function isFound({ status, saveAs }: Page, settings: Settings): boolean {
  return status === "published" && saveAs !== settings.notFoundSaveAs;
}

/** An author's page may have the place of the search page: it stays, and is told. */
export function checkSearchPage(pages: readonly Page[], { searchSaveAs }: Settings): Finding[] {
  return pages
    .filter(({ saveAs }) => searchSaveAs !== "" && saveAs === searchSaveAs)
    .map((page) =>
      finding("search-taken", page.place("saveAs"), {
        field: "Save_as",
        message: `The page is written to “${searchSaveAs}”, where the site's settings have the search page.`,
        consequence: "The page is there, and the site cannot be searched.",
        fix: "Give the page another Save_as, or the setting searchSaveAs another file.",
      }),
    );
}

export function searchView({ posts }: List, site: Site): SearchView {
  const { defaultLang } = site.settings;
  const own = languageOf(defaultLang, defaultLang);
  const rank = (lang: string) => (lang === own ? 0 : 1);
  const languages = [...new Set(posts.map(({ lang }) => languageOf(lang, defaultLang)))]
    .sort((a, b) => rank(a) - rank(b) || compareText(a, b))
    .map((lang) => ({ lang, name: new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang }));
  return { library: `/${INDEX_FOLDER}/pagefind.js`, languages, sections: sectionsOf(posts, site) };
}

/** Sections in the order of the top menu, then the blog, then pages that are in none. */
function sectionsOf(pages: readonly Page[], { index, menus, settings }: Site): SectionView[] {
  const bySection = new Map<Page | undefined, Page[]>(menus.top.map(({ page }) => [page, []]));
  const ofPages = pages.filter(({ kind }) => kind === "page");
  const hasPagesBelow = new Set(ofPages.map((page) => ancestorsOf(page, index)[0]));
  const isSection = (page: Page | undefined) => page && (hasPagesBelow.has(page) || page.dropdown !== undefined);
  for (const page of ofPages) {
    const top = ancestorsOf(page, index)[0] ?? page;
    const section = isSection(top) ? top : undefined;
    bySection.set(section, [...(bySection.get(section) ?? []), page]);
  }
  const others = bySection.get(undefined) ?? [];
  bySection.delete(undefined);
  const posts = pages.filter(({ kind }) => kind === "post").sort((a, b) => newestFirst(a.date, b.date));
  const sections = [
    ...[...bySection].map(([section, all]) => ({ title: section?.menuName ?? "", pages: byTitle(all) })),
    { title: settings.blogTitle || settings.siteName, pages: posts },
    { title: bySection.size > 0 || posts.length > 0 ? "Other pages" : "Pages", pages: byTitle(others) },
  ];
  return sections.filter((section) => section.pages.length > 0).map(sectionView);
}

function sectionView({ title, pages }: { readonly title: string; readonly pages: readonly Page[] }): SectionView {
  return { title, links: pages.map((page) => ({ label: page.title, href: page.href, lang: page.lang })) };
}

/** A section's own page and the home page come first. */
function byTitle(pages: readonly Page[]): Page[] {
  const depth = ({ href }: Page) => (href.endsWith("/") ? 0 : 1);
  return pages.toSorted((a, b) => depth(a) - depth(b) || compareText(a.title, b.title) || compareText(a.file, b.file));
}

function newestFirst(a: DateTime | undefined, b: DateTime | undefined): number {
  return (b?.toMillis() ?? 0) - (a?.toMillis() ?? 0);
}
