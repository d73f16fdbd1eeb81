import type { Fields } from "../fields/read-fields.ts";
import type { FieldKey } from "../fields/table.ts";
import { isBelow } from "../files/is-below.ts";
import type { Settings } from "../settings.ts";
import { dateInName } from "./date.ts";

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
 */
export function kindOf(path: string, fields: Fields, settings: Settings): "page" | "post" {
  if (isBelow(path, settings.pagePaths)) return "page";
  if (isBelow(path, settings.articlePaths)) return "post";
  const isDated = fields.lines.has("date") || dateInName(path) !== undefined;
  return isDated && !OF_PAGES.some((key) => fields.lines.has(key)) ? "post" : "page";
}
