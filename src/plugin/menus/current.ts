import { onDemand } from "../on-demand.ts";
import type { Page } from "../pages/page.ts";
import { sectionOf } from "../pages/parents.ts";
import type { MenuItem, Menus, Sidebar } from "./menu.ts";

/** An item as a template prints it on one page. */
export interface MenuItemView {
  readonly label: string;
  readonly href: string;
  /** It leads to the page on which it is printed. */
  readonly isCurrent: boolean;
  /** It is the section that the page belongs to. */
  readonly isSection: boolean;
  readonly children: readonly MenuItemView[];
}

/** The menus of one page, with the page and its section marked. */
export interface MenusView {
  readonly top: readonly MenuItemView[];
  readonly sidebar: { readonly title: string; readonly items: readonly MenuItemView[] } | undefined;
  readonly footerLeft: readonly MenuItemView[];
  readonly footerRight: readonly MenuItemView[];
}

/** The menus as they are printed on a page; undefined stands for what is no page of the content, such as a list. */
export type MenuViews = (page: Page | undefined) => MenusView;

/**
 * Marks a site's menus for each page. Pages on which a menu looks the same share one object: templates print it once for
 * all of them.
 */
export function makeMenuViews(menus: Menus): MenuViews {
  const top = statesOf(menus.top);
  const footerLeft = statesOf(menus.footerLeft);
  const footerRight = statesOf(menus.footerRight);
  const sidebars = onDemand(sidebarStates);
  return (page) => {
    const sidebar = page && menus.sidebars.get(page);
    return {
      top: top(page, page?.kind === "page" ? sectionItem(page, menus.top) : undefined),
      sidebar: sidebar && sidebars.get(sidebar)(page),
      footerLeft: footerLeft(page),
      footerRight: footerRight(page),
    };
  };
}

function sidebarStates({ title, items }: Sidebar): (page: Page) => MenusView["sidebar"] {
  const linked = new Set<Page | undefined>(items.flatMap(pagesOf));
  const marked = (page: Page | undefined) => ({ title, items: items.map((item) => view(item, page, false)) });
  const unmarked = marked(undefined);
  return (page) => (linked.has(page) ? marked(page) : unmarked);
}

/** A menu in each of its states: with another item as the section, or as the current one, which is so on one page only. */
function statesOf(
  items: readonly MenuItem[],
): (page: Page | undefined, section?: MenuItem | undefined) => readonly MenuItemView[] {
  const linked = new Set<Page | undefined>(items.flatMap(pagesOf));
  const unmarked = new Map<MenuItem | undefined, readonly MenuItemView[]>();
  return (page, section) => {
    const marked = (current: Page | undefined) => items.map((item) => view(item, current, item === section));
    if (linked.has(page)) return marked(page);
    const shared = unmarked.get(section) ?? marked(undefined);
    unmarked.set(section, shared);
    return shared;
  };
}

function pagesOf({ page, children }: MenuItem): Page[] {
  return [...(page ? [page] : []), ...children.flatMap(pagesOf)];
}

/** The top item whose page is the section's: its Url is the section, or, failing that, its Url is the page's own. */
function sectionItem(page: Page, items: readonly MenuItem[]): MenuItem | undefined {
  const section = sectionOf(page);
  return items.find((item) => item.page?.url === section) ?? items.find((item) => item.page === page);
}

function view(item: MenuItem, page: Page | undefined, isSection: boolean): MenuItemView {
  const { label, href, children } = item;
  const isCurrent = page !== undefined && item.page === page;
  return { label, href, isCurrent, isSection, children: children.map((child) => view(child, page, false)) };
}
