import type { Page } from "../pages/page.ts";
import { byOrder, itemOf } from "./items.ts";
import type { MenuItem } from "./menu.ts";

/** One half of the footer: the pages that ask for it, in their order. */
export function makeFooter(pages: readonly Page[], side: "left" | "right"): MenuItem[] {
  return pages
    .filter((page) => page.footer?.side === side)
    .sort(byOrder((page) => page.footer?.order))
    .map((page) => itemOf(page, "footerShow"));
}
