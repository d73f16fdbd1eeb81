import { hrefOf } from "../dialect/address.ts";
import { isFirstPage, type List } from "../lists/list.ts";
import { memoize } from "../maps/memoize.ts";
import type { Page } from "../pages/page.ts";
import type { Site } from "../site.ts";
import { allParts } from "../structure.ts";

/** A language of the site, and where the same is in it, or else where that language begins. */
export interface LanguageView {
  readonly lang: string;
  /** Its name in itself. */
  readonly name: string;
  readonly url: string;
  readonly isCurrent: boolean;
}

/** What is printed: a page of the content, a list, or something else. */
export interface Printed {
  readonly page?: Page | undefined;
  readonly list?: List | undefined;
}

/** The languages of a site as they are seen from one of its parts; none where it has only one. */
export interface Languages {
  readonly of: (printed: Printed, part: Site) => readonly LanguageView[];
  /** Where the same as a list is in each language, for search engines; empty where it is in one only. */
  readonly ofList: (list: List, part: Site) => readonly Pick<LanguageView, "lang" | "url">[];
}

/** A language with a beginning of its own. */
interface Variant {
  readonly lang: string;
  readonly home: string;
  /** The part of the site that is in it; undefined where pages of several languages are in one. */
  readonly part: Site | undefined;
}

/**
 * Finds the languages of a site: its parts, or, where it has none, the languages of its pages that have a beginning
 * of their own.
 */
export function findLanguages(site: Site): Languages {
  const variants = variantsOf(site);
  const byFile = memoize((part: Site) => new Map(part.pages.map((page) => [page.file, page])));
  const nameOf = memoize(languageName);
  const lists = memoize(
    (part: Site) =>
      new Map(
        part.lists
          .filter(isFirstPage)
          .reverse()
          .map((list) => [placeOfList(list, part), list]),
      ),
  );
  const twinOf = ({ lang, part }: Variant, { page, list }: Printed, here: Site): string | undefined => {
    if (list) return part && isFirstPage(list) ? lists(part).get(placeOfList(list, here))?.href : undefined;
    const same = page && part && byFile(part).get(page.file);
    const twin =
      same?.status === "published" ? same : page && here.translations.of(page).find((one) => one.lang === lang);
    return twin?.href;
  };
  const isHere = ({ lang, part }: Variant, { page }: Printed, here: Site) =>
    part ? part === here : lang === (page?.lang ?? here.settings.defaultLang);
  const hrefOfPrinted = ({ page, list }: Printed) => page?.href ?? list?.href;
  return {
    of: (printed, here) =>
      variants.map((one) => {
        const isCurrent = isHere(one, printed, here);
        const url = isCurrent ? hrefOfPrinted(printed) : twinOf(one, printed, here);
        return { lang: one.lang, name: nameOf(one.lang), url: url ?? one.home, isCurrent };
      }),
    ofList: (list, here) => {
      const twins = variants.flatMap((one) => {
        const url = isHere(one, {}, here) ? list.href : twinOf(one, { list }, here);
        return url === undefined ? [] : [{ lang: one.lang, url }];
      });
      return twins.length > 1 ? twins : [];
    },
  };
}

/** A language's name in itself. */
export function languageName(lang: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang;
  } catch {
    // What an author wrote is no language tag.
    return lang;
  }
}

function variantsOf(site: Site): readonly Variant[] {
  if (site.subsites.length > 0) {
    return allParts(site).map((part) => ({ lang: part.settings.defaultLang, home: part.home, part }));
  }
  const { defaultLang } = site.settings;
  const ofPages = site.pages.filter(({ kind, status }) => kind === "page" && status === "published");
  const langs = [...new Set(ofPages.map(({ lang }) => lang))].filter((lang) => lang !== defaultLang).sort();
  const others = langs.flatMap((lang) => {
    const home = homeIn(lang, site);
    return home === undefined ? [] : [{ lang, home, part: undefined }];
  });
  return others.length === 0 ? [] : [{ lang: defaultLang, home: site.home, part: undefined }, ...others];
}

/** Where a language begins: what translates the home page, the page at its folder, or the first of its menu. */
function homeIn(lang: string, { index, menus, translations }: Site): string | undefined {
  const home = index.find("");
  const translated = home && translations.of(home).find((one) => one.lang === lang);
  const atFolder = index.find(lang);
  const page = translated ?? (atFolder?.lang === lang ? atFolder : undefined);
  return page?.href ?? menus.byLang.get(lang)?.top[0]?.url;
}

/** What a list has in common with the same one in another part: its kind and, where there are several, its place in the part. */
function placeOfList({ kind, href }: List, { settings: { subsite } }: Site): string {
  const place = subsite === undefined ? href : href.slice(hrefOf(subsite).length);
  return OF_ALL.has(kind) ? kind : `${kind} ${place}`;
}

/** Lists of which a part has one. */
const OF_ALL: ReadonlySet<List["kind"]> = new Set(["index", "categories", "authors", "tags", "search"]);
