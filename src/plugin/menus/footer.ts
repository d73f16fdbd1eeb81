import type { Page } from "../pages/page.ts";
import { type NavigationNode, nodeOf, nodesBelow } from "./entry.ts";
import { byOrder, entryOf } from "./make-entries.ts";

/** One half of the footer: the pages that ask for it, in their order. */
export function makeFooter(pages: readonly Page[], side: "left" | "right", order: number): NavigationNode[] {
  const key = `footer-${side}`;
  const entries = pages
    .filter((page) => page.footer?.side === side)
    .sort(byOrder((page) => page.footer?.order))
    .map((page) => entryOf(page, "footerShow"));
  return [nodeOf({ key, title: key, order }), ...nodesBelow(key, entries)];
}
