import type { FieldKey } from "../dialect/fields.ts";
import type { Fields } from "../fields/read-fields.ts";
import { isBelow } from "../files/is-below.ts";
import type { Settings } from "../settings.ts";

/** Fields that only a page has. */
const OF_PAGES: readonly FieldKey[] = [
  "contentLayout",
  "parentId",
  "topMenuShow",
  "dropdownMenuShow",
  "sidebarMenuShow",
  "inheritSidebar",
  "footerShow",
];

/**
 * Whether a file is a page or a post. Its folder tells, as in Pelican (PAGE_PATHS, ARTICLE_PATHS); in other folders a
 * file is a post if it is dated and has no field that only pages have.
 *
 * @param hasDate whether its header, its name or Eleventy's data gives it a date
 */
export function kindOf(path: string, fields: Fields, hasDate: boolean, settings: Settings): "page" | "post" {
  if (isBelow(path, settings.pagePaths)) return "page";
  if (isBelow(path, settings.articlePaths)) return "post";
  const isDated = hasDate || fields.lines.has("date");
  return isDated && !OF_PAGES.some((key) => fields.lines.has(key)) ? "post" : "page";
}
