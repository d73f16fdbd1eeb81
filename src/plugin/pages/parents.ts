import { trimAddress } from "../dialect/address.ts";
import type { Page } from "./page.ts";
import type { PageIndex } from "./page-index.ts";

/** The section that a page belongs to: the first part of its `Parent_id`, else of its `Url`. */
export function sectionOf(page: Page): string {
  const path = trimAddress(page.parentId ?? "") || page.url;
  return path.split("/")[0] ?? "";
}

/** No site is so deep: each page of a chain of thousands would name all that are above it. */
export const MOST_ABOVE = 100;

/** The pages above a page, from the top down: up its `Parent_id`, else up the path of its `Url`. */
export function ancestorsOf(page: Page, index: PageIndex): Page[] {
  const above = new Set<Page>();
  for (let next = parentOf(page, index); next && next !== page; next = parentOf(next, index)) {
    if (above.has(next) || above.size === MOST_ABOVE) break;
    above.add(next);
  }
  return [...above].reverse();
}

/** The page right above a page. */
export function parentOf(page: Page, index: PageIndex): Page | undefined {
  return parentByField(page, index) ?? parentByPath(page, index);
}

/** The page that `Parent_id` names. */
export function parentByField(page: Page, index: PageIndex): Page | undefined {
  const wanted = trimAddress(page.parentId ?? "");
  return wanted === "" ? undefined : index.find(wanted);
}

function parentByPath(page: Page, index: PageIndex): Page | undefined {
  const parts = page.url.split("/");
  for (let count = parts.length - 1; count > 0; count--) {
    const above = index.find(parts.slice(0, count).join("/"));
    if (above && above !== page) return above;
  }
  return undefined;
}
