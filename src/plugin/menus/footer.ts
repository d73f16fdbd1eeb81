import type { Page } from "../pages/page.ts";
import { type MenuRoot, type NavigationNode, nodeOf, nodesBelow } from "./entry.ts";
import { byOrder, entryOf } from "./make-entries.ts";

/**
 * One half of the footer: the pages that ask for it, in their order. Its root stands for the site, as that of the top menu:
 * breadcrumbs begin with it.
 */
export function makeFooter(
  pages: readonly Page[],
  side: "left" | "right",
  home: MenuRoot,
  { key, order }: { readonly key: string; readonly order: number },
): NavigationNode[] {
  const entries = pages
    .filter((page) => page.footer?.side === side)
    .sort(byOrder((page) => page.footer?.order))
    .map((page) => entryOf(page, "footerShow"));
  return [nodeOf({ ...home, key, order }), ...nodesBelow(key, entries)];
}
