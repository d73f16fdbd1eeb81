import type { FieldKey } from "../dialect/fields.ts";
import type { Fields } from "../fields/read-fields.ts";
import { isBelow } from "../files/is-below.ts";
import type { HeaderLine } from "../header/header.ts";
import type { Settings } from "../settings.ts";
import { POSTS, sourceKind } from "./sources.ts";

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

/** The first line of a header that only a page has: whoever writes it means a page. */
export function pageLine({ lines }: Pick<Fields, "lines">): HeaderLine | undefined {
  return OF_PAGES.map((key) => lines.get(key)).find((line) => line !== undefined);
}

/**
 * Whether a file is a page or a post. Its folder tells, as in Pelican (PAGE_PATHS, ARTICLE_PATHS); where the site does not
 * write its folders of posts out, a file in other folders is a post if it is dated and has no field that only pages have.
 *
 * @param hasDate whether its header, its name or Eleventy's data gives it a date
 */
export function kindOf(path: string, fields: Fields, hasDate: boolean, settings: Settings): "page" | "post" {
  const kind = sourceKind(path, settings);
  if (kind === "page" || kind === "post") return kind;
  if (isBelow(path, settings.pagePaths)) return "page";
  if (isBelow(path, POSTS)) return "post";
  const isDated = hasDate || fields.lines.has("date");
  return isDated && !pageLine(fields) ? "post" : "page";
}
