import type { Settings } from "../settings.ts";
import type { Page } from "./page.ts";
import { originalsOf } from "./translations.ts";

/** A page, and how it is made with the settings of another part of the site. */
export interface Remakable {
  readonly page: Page;
  readonly again: (settings: Settings, isDraft?: boolean) => Page;
}

/** The settings of the site and of its parts, the site's own first. */
export function partsOf(settings: Settings): readonly Settings[] {
  return [settings, ...(settings.subsites ?? [])];
}

/** The settings of the part of the site that a page in a language is in; undefined where that is the site itself. */
export function subsiteOf(lang: string, { subsites = [] }: Settings): Settings | undefined {
  return subsites.find((part) => isSame(part.defaultLang, lang));
}

/**
 * The pages that a part of the site has besides those of its language, for all parts: as in Pelican's plugin, each part is made
 * of all files. What names no language is in each. Of what is in the language of another part, translations are left out;
 * what nobody has translated is hidden, kept or left out, as the settings say.
 * Source: `filter_contents_translations` in Pelican's plugin i18n_subsites
 */
export function copiesOf(all: readonly Remakable[], settings: Settings): Page[] {
  const parts = partsOf(settings);
  if (parts.length === 1) return [];
  return parts.flatMap((part) => copiesIn(part, all, (lang) => parts.some((one) => isSame(one.defaultLang, lang))));
}

function copiesIn(part: Settings, all: readonly Remakable[], hasPart: (lang: string) => boolean): Page[] {
  const seen = all.map(({ page, again }) => {
    const isNative = page.subsite === part.subsite;
    return { page: isNative ? page : again(part), isNative, again };
  });
  const ofStatus = (status: Page["status"]) => seen.map(({ page }) => page).filter((page) => page.status === status);
  const originals = new Set([
    ...originalsOf(ofStatus("published"), part),
    ...originalsOf(ofStatus("draft"), part),
    ...ofStatus("hidden"),
  ]);
  return seen.flatMap(({ page, isNative, again }) => {
    if (isNative || page.status === "skip" || page.saveAs === "") return [];
    if (isSame(page.lang, part.defaultLang) || !hasPart(page.lang)) return [page];
    if (!originals.has(page)) return [];
    const policy = page.kind === "post" ? part.i18nUntranslatedArticles : part.i18nUntranslatedPages;
    if (policy === "keep" || page.status !== "published") return [page];
    if (policy === "remove") return [];
    return [page.kind === "post" ? again(part, true) : { ...page, status: "hidden" as const }];
  });
}

/** `pt-BR` and `pt-br` are one language. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
