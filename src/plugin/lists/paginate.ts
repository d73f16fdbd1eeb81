import { addressOf } from "../dialect/address.ts";
import type { Settings } from "../settings.ts";
import { fillWord, findWords, numberIn } from "../words/find-words.ts";
import type { List } from "./list.ts";
import { pagePlace } from "./page-path.ts";

/** The settings that split lists. */
export type PaginationSettings = Pick<
  Settings,
  | "defaultPagination"
  | "defaultOrphans"
  | "paginatedTemplates"
  | "paginationPatterns"
  | "addresses"
  | "defaultLang"
  | "words"
>;

/**
 * Splits a list into pages: `blog.html`, `blog2.html`, …, or as `paginationPatterns` has them.
 *
 * `defaultPagination` is how many posts are on a page, 0 for all, where `paginatedTemplates` has no number for the list;
 * `defaultOrphans` posts or fewer go with the page before, instead of standing alone on the last.
 *
 * @param template Pelican's name of the list: one that is not among `paginatedTemplates` is on one page, at its own address
 */
export function paginate(list: List, template: string, settings: PaginationSettings): List[] {
  const { saveAs, posts, title } = list;
  const { addresses, defaultPagination, defaultOrphans: orphans, paginatedTemplates, paginationPatterns } = settings;
  const { defaultLang, words } = settings;
  if (saveAs === "" || !Object.hasOwn(paginatedTemplates, template)) return [list];
  const size = paginatedTemplates[template] || defaultPagination;
  const count = size === 0 ? 1 : Math.max(1, Math.ceil(Math.max(0, posts.length - orphans) / size));
  const ofPages = Array.from({ length: count }, (_, at) =>
    pagePlace(list, at + 1, at + 1 === count, paginationPatterns),
  );
  const paths = ofPages.map(({ path }) => path);
  // The first is the list itself, wherever its pages are counted from.
  const hrefs = ofPages.map(({ path, url }, at) => {
    if (path === "") return undefined;
    if (at === 0 && path === saveAs) return list.href;
    // With {url} where folders are written, Pelican's link names a file that is not there.
    return addressOf(path, /\.html?$/.test(url) && url !== path ? undefined : url, addresses);
  });
  const spoken = findWords(defaultLang, words);
  const titleOf = (title: string, number: number) =>
    fillWord(title === "" ? spoken.words.pageNumbered : spoken.words.titleAndPage, {
      title,
      number: numberIn(spoken, number),
    });
  return paths.map((path, at): List => {
    const number = at + 1;
    return {
      ...list,
      title: number > 1 ? titleOf(title, number) : title,
      saveAs: path,
      href: hrefs[at] ?? "",
      posts: count === 1 ? posts : posts.slice(at * size, number === count ? posts.length : number * size),
      pagination: count === 1 ? undefined : { number, count, previous: hrefs[at - 1], next: hrefs[at + 1] },
    };
  });
}
