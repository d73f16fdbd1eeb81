import { groupBy } from "../maps/group-by.ts";
import { memoize } from "../maps/memoize.ts";
import type { Settings } from "../settings.ts";
import { valueIn } from "./order.ts";
import type { Page } from "./page.ts";

/** What is said of a page once all pages are known: which of them say the same in other languages. */
export interface Translations {
  /** The pages that lists show: of each group of translations, one. */
  readonly originals: readonly Page[];
  /** The other languages of a page; empty if there are none. */
  readonly of: (page: Page) => readonly Page[];
}

/** The settings that say which pages say the same. */
export type TranslationSettings = Pick<Settings, "defaultLang" | "articleTranslationId" | "pageTranslationId">;

/**
 * Groups pages that are translations of each other: those of one kind that have the same in the fields that the settings
 * name, the slug by default; where they name none, there are no translations. The originals are those that are not marked as
 * translations and are in the site's language; where there is none, all that are not marked; else all.
 * Source: https://docs.getpelican.com/en/latest/settings.html (ARTICLE_TRANSLATION_ID)
 */
export function groupTranslations(pages: readonly Page[], settings: TranslationSettings): Translations {
  // A draft is not a translation that anybody can read.
  const published = pages.filter(({ status }) => status === "published");
  const groupOf = grouped(published, settings);
  // Thousands of pages of one slug are hardly in thousands of languages.
  const hasLanguages = memoize((group: Group) => group.some(({ lang }) => lang !== group[0]?.lang));
  return {
    originals: originalsIn(published, groupOf, settings),
    of: (page) => {
      const group = groupOf(page);
      return hasLanguages(group) ? group.filter(({ lang, saveAs }) => lang !== page.lang && saveAs !== "") : [];
    },
  };
}

/** The originals among pages of any status. */
export function originalsOf(pages: readonly Page[], settings: TranslationSettings): Page[] {
  return originalsIn(pages, grouped(pages, settings), settings);
}

type Group = readonly Page[];
type GroupOf = (page: Page) => Group;

function grouped(pages: readonly Page[], settings: TranslationSettings): GroupOf {
  const keys = new Map(pages.map((page) => [page, translationKey(page, settings)] as const));
  const groups = groupBy(pages, (page) => keys.get(page));
  return (page) => groups.get(keys.get(page)) ?? [];
}

function originalsIn(pages: readonly Page[], groupOf: GroupOf, { defaultLang }: TranslationSettings): Page[] {
  const originalsOf = memoize((group: Group) => new Set(originalsAmong(group, defaultLang)));
  return pages.filter((page) => originalsOf(groupOf(page)).has(page));
}

/** What pages have in common that say the same; one that lacks a field has nothing in common with any. */
function translationKey(page: Page, { articleTranslationId, pageTranslationId }: TranslationSettings): string | Page {
  const fields = [(page.kind === "post" ? articleTranslationId : pageTranslationId) ?? []].flat();
  const values = fields.map((field) => valueIn(page, field));
  return fields.length === 0 || values.includes(undefined) ? page : JSON.stringify([page.kind, ...values]);
}

/** Two posts of one slug in one language are two posts. */
function originalsAmong(group: Group, defaultLang: string): Group {
  const unmarked = group.filter((other) => !other.isTranslation);
  const candidates = unmarked.length > 0 ? unmarked : group;
  const own = candidates.filter((other) => other.lang === defaultLang);
  return own.length > 0 ? own : candidates;
}
