import { groupBy } from "../maps/group-by.ts";
import type { Page } from "../pages/page.ts";

/** What is said of a page once all pages are known: which of them say the same in other languages. */
export interface Translations {
  /** The pages that lists show: of each group of translations, one. */
  readonly originals: readonly Page[];
  /** The other languages of a page; empty if there are none. */
  readonly of: (page: Page) => readonly Page[];
}

/**
 * Groups pages that are translations of each other: those of one kind and slug, as in Pelican
 * (https://docs.getpelican.com/en/latest/content.html#translations). The original is the one that is not marked as a
 * translation and is in the site's language, or, where there is none, the first.
 */
export function groupTranslations(pages: readonly Page[], defaultLang: string): Translations {
  const keyOf = ({ kind, slug }: Page) => `${kind} ${slug}`;
  // A draft is not a translation that anybody can read.
  const published = pages.filter(({ status }) => status === "published");
  const groups = groupBy(published, keyOf);
  const group = (page: Page) => groups.get(keyOf(page)) ?? [];
  return {
    originals: published.filter((page) => isOriginal(page, group(page), defaultLang)),
    of: (page) => group(page).filter((other) => other !== page && other.lang !== page.lang),
  };
}

/** Two posts of one slug in one language are two posts. */
function isOriginal(page: Page, group: readonly Page[], defaultLang: string): boolean {
  const candidates = group.filter((other) => !other.isTranslation && other.lang === defaultLang);
  if (candidates.length > 0) return candidates.includes(page);
  const first = group.find((other) => !other.isTranslation) ?? group[0];
  return page.lang === first?.lang;
}
