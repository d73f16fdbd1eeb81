import { hrefOf } from "../dialect/address.ts";
import type { Settings } from "../settings.ts";
import type { List } from "./list.ts";

/**
 * Splits a list into pages: `blog.html`, `blog2.html`, … (Pelican's default PAGINATION_PATTERNS).
 *
 * `defaultPagination` is how many posts are on a page, 0 for all; `defaultOrphans` posts or fewer go with the page before,
 * instead of standing alone on the last.
 */
export function paginate(
  list: List,
  { defaultPagination: size, defaultOrphans: orphans }: Pick<Settings, "defaultPagination" | "defaultOrphans">,
): List[] {
  const { saveAs, posts, title } = list;
  const count = size === 0 ? 1 : Math.max(1, Math.ceil(Math.max(0, posts.length - orphans) / size));
  if (count === 1 || saveAs === "") return [list];
  const hrefAt = (number: number) => (number < 1 || number > count ? undefined : hrefOf(pagePath(saveAs, number)));
  return Array.from({ length: count }, (_, index): List => {
    const number = index + 1;
    const path = pagePath(saveAs, number);
    return {
      ...list,
      title: number > 1 ? `${title}, page ${number}` : title,
      saveAs: path,
      href: hrefOf(path),
      posts: posts.slice(index * size, number === count ? posts.length : number * size),
      pagination: { number, count, previous: hrefAt(number - 1), next: hrefAt(number + 1) },
    };
  });
}

function pagePath(saveAs: string, number: number): string {
  return number === 1 ? saveAs : saveAs.replace(/(\.[^./]*)?$/, (ending) => `${number}${ending}`);
}
