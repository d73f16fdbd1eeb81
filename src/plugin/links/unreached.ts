import type { Scanned } from "../content/scan.ts";
import { type Finding, finding } from "../findings/finding.ts";
import type { MenuItem, Menus } from "../menus/menu.ts";
import type { Page } from "../pages/page.ts";
import type { Settings } from "../settings.ts";
import { lookupKey } from "./address.ts";
import { internalUrl } from "./check-links.ts";
import type { PageIndex } from "./page-index.ts";

/** Published pages that no menu, no other page's sidebar and no text leads to: nobody finds them but by search. */
export function checkReach(
  pages: readonly Page[],
  menus: Menus,
  scanned: ReadonlyMap<Page, Scanned>,
  index: PageIndex,
  settings: Settings,
): Finding[] {
  const reached = new Set<Page | undefined>();
  const walk = (items: readonly MenuItem[]) => {
    for (const item of items) {
      reached.add(item.page);
      walk(item.children);
    }
  };
  for (const items of [menus.top, menus.footerLeft, menus.footerRight]) walk(items);
  for (const [page, { items }] of menus.sidebars) {
    if (page.status !== "draft") walk(items.filter((item) => item.page !== page));
  }
  for (const { href } of Object.values(settings.links).flat()) reached.add(index.find(href));
  for (const [from, { links }] of scanned) {
    if (from.status === "draft") continue;
    for (const link of links) {
      const url = internalUrl(link, from, settings.siteUrl);
      const to = url && index.find(url.pathname);
      if (to !== from) reached.add(to);
    }
  }
  return pages.filter((page) => mustBeReached(page) && !reached.has(page)).map(unreached);
}

/** Lists lead to posts, and visitors come to the home page and the one for what is not found by other ways. */
function mustBeReached(page: Page): boolean {
  return page.kind === "page" && page.status === "published" && !["", "404"].includes(lookupKey(page.saveAs));
}

function unreached(page: Page): Finding {
  return finding(
    "page-unreached",
    { file: page.file, line: 1, column: 1 },
    {
      message: "No menu, no sidebar and no text leads to this page.",
      consequence: "Visitors find it only by a search engine or an old link.",
      fix: "Add it to a menu or link to it; if it is not for visitors, write “Status: hidden” or “Status: draft”.",
    },
  );
}
