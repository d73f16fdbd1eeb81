import { INDEX_FOLDER } from "../assets/index-folder.ts";
import { compareText } from "../findings/finding.ts";
import type { List } from "../lists/list.ts";
import type { Page } from "../pages/page.ts";
import { ancestorsOf } from "../pages/parents.ts";
import { languageOf } from "../search/search-index.ts";
import type { Site } from "../site.ts";
import { type Direction, otherDirection } from "../words/direction.ts";
import { languageName } from "./languages.ts";
import type { LinkInLanguage, WordsView } from "./words.ts";

/** What the search page prints. */
export interface SearchView {
  /** Where the script finds Pagefind. */
  readonly library: string;
  /** The languages that can be searched, the site's own first, each with its name in itself. */
  readonly languages: readonly { readonly lang: string; readonly dir: Direction | undefined; readonly name: string }[];
  /** All pages, for those who search without JavaScript. */
  readonly sections: readonly SectionView[];
}

/** Pages of the search page under one heading. */
export interface SectionView {
  readonly title: string;
  readonly links: readonly LinkInLanguage[];
}

/** Makes what the search page prints of the pages that are found. */
export function searchView({ posts }: List, site: Site, words: WordsView): SearchView {
  const { defaultLang, pathPrefix, relativeUrls } = site.settings;
  const own = languageOf(defaultLang, defaultLang);
  const rank = (lang: string) => (lang === own ? 0 : 1);
  const languages = [...new Set(posts.map(({ lang }) => languageOf(lang, defaultLang)))]
    .sort((a, b) => rank(a) - rank(b) || compareText(a, b))
    .map((lang) => ({ lang, dir: otherDirection(lang, defaultLang), name: languageName(lang) }));
  return {
    library: `${relativeUrls ? "" : pathPrefix}/${INDEX_FOLDER}/pagefind.js`,
    languages,
    sections: sectionsOf(posts, site, words),
  };
}

/** Sections in the order of the top menu, then the blog, then pages that are in none. */
function sectionsOf(pages: readonly Page[], { index, menus, settings }: Site, words: WordsView): SectionView[] {
  const bySection = new Map<Page | undefined, Page[]>(menus.top.map(({ data }) => [data.origin.page, []]));
  const ofPages = pages.filter(({ kind }) => kind === "page");
  const hasPagesBelow = new Set(ofPages.map((page) => ancestorsOf(page, index)[0]));
  const isSection = (page: Page | undefined) => page && (hasPagesBelow.has(page) || page.dropdown !== undefined);
  for (const page of ofPages) {
    const top = ancestorsOf(page, index)[0] ?? page;
    const section = isSection(top) ? top : undefined;
    const there = bySection.get(section);
    if (there) there.push(page);
    else bySection.set(section, [page]);
  }
  const others = bySection.get(undefined) ?? [];
  bySection.delete(undefined);
  const posts = pages.filter(({ kind }) => kind === "post").sort(newestFirst);
  const sections = [
    ...[...bySection].map(([section, all]) => ({ title: section?.menuName ?? "", pages: byTitle(all) })),
    { title: settings.blogTitle || settings.siteName, pages: posts },
    { title: bySection.size > 0 || posts.length > 0 ? words.otherPages : words.pages, pages: byTitle(others) },
  ];
  return sections.filter((section) => section.pages.length > 0).map((one) => sectionView(one, settings.defaultLang));
}

function sectionView(
  { title, pages }: { readonly title: string; readonly pages: readonly Page[] },
  around: string,
): SectionView {
  const links = pages.map(({ title, href, lang }) => ({ lang, dir: otherDirection(lang, around), title, url: href }));
  return { title, links };
}

/** A section's own page and the home page come first. */
function byTitle(pages: readonly Page[]): Page[] {
  const depth = ({ href }: Page) => (href.endsWith("/") ? 0 : 1);
  return pages.toSorted((a, b) => depth(a) - depth(b) || compareText(a.title, b.title) || compareText(a.file, b.file));
}

function newestFirst({ date: a }: Page, { date: b }: Page): number {
  return (b?.toMillis() ?? 0) - (a?.toMillis() ?? 0);
}
