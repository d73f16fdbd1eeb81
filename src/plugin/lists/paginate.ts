import { hrefOf } from "../links/address.ts";
import type { Page } from "../pages/page.ts";
import type { Pagination } from "./list.ts";

export interface ListPage {
  readonly saveAs: string;
  readonly posts: readonly Page[];
  readonly pagination: Pagination | undefined;
}

/**
 * Splits a list into pages: `blog.html`, `blog2.html`, … (Pelican's default PAGINATION_PATTERNS).
 *
 * @param size how many posts stand on a page; 0 for all
 * @param orphans so few posts or fewer go with the page before, instead of standing alone on the last
 */
export function paginate(saveAs: string, posts: readonly Page[], size: number, orphans: number): ListPage[] {
  const count = size === 0 ? 1 : Math.max(1, Math.ceil(Math.max(0, posts.length - orphans) / size));
  if (count === 1) return [{ saveAs, posts, pagination: undefined }];
  const at = (number: number) => (number < 1 || number > count ? undefined : hrefOf(pagePath(saveAs, number)));
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const end = number === count ? posts.length : number * size;
    return {
      saveAs: pagePath(saveAs, number),
      posts: posts.slice(index * size, end),
      pagination: { number, count, previous: at(number - 1), next: at(number + 1) },
    };
  });
}

function pagePath(saveAs: string, number: number): string {
  return number === 1 ? saveAs : saveAs.replace(/(\.[^./]*)?$/, (ending) => `${number}${ending}`);
}
