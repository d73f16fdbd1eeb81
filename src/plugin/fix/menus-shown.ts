import type { MenuItem } from "../menus/menu.ts";
import type { Site } from "../site.ts";

/** What visitors see of all menus of a site, page by page, in a form that can be compared. */
export function menusShown({ menus, pages }: Site): string {
  const { top, footerLeft, footerRight, sidebars } = menus;
  const ofPages = pages.map((page) => {
    const sidebar = sidebars.get(page);
    return [page.href, sidebar && [sidebar.title, plain(sidebar.items)]];
  });
  return JSON.stringify([plain(top), plain(footerLeft), plain(footerRight), ofPages]);
}

function plain(items: readonly MenuItem[]): unknown[] {
  return items.map(({ label, href, children }) => [label, href, plain(children)]);
}
