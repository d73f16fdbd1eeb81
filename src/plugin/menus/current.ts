import type { Page } from "../pages/page.ts";
import { sectionOf } from "../pages/parents.ts";
import type { MenuItem, Menus } from "./menu.ts";

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

/** @param page undefined for what is no page of the content, such as a list of posts */
export function menusOn(page: Page | undefined, menus: Menus): MenusView {
  const section = page && page.kind === "page" ? sectionItem(page, menus.top) : undefined;
  const sidebar = page && menus.sidebars.get(page);
  return {
    top: menus.top.map((item) => view(item, page, item === section)),
    sidebar: sidebar && { title: sidebar.title, items: sidebar.items.map((item) => view(item, page, false)) },
    footerLeft: menus.footerLeft.map((item) => view(item, page, false)),
    footerRight: menus.footerRight.map((item) => view(item, page, false)),
  };
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
