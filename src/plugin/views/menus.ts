import { trimAddress } from "../dialect/address.ts";
import { memoize } from "../maps/memoize.ts";
import { type MenuEntry, withAllBelow } from "../menus/entry.ts";
import { type Menus, type MenusOfLanguage, menusFor, type Sidebar } from "../menus/menu.ts";
import type { Page } from "../pages/page.ts";
import { sectionOf } from "../pages/parents.ts";

/** An entry as a template prints it on one page. */
export interface MenuEntryView extends Omit<MenuEntry, "data" | "children"> {
  /** It leads to the page on which it is printed. */
  readonly isCurrent: boolean;
  /** It is the section that the page belongs to. */
  readonly isSection: boolean;
  readonly children: readonly MenuEntryView[];
}

/** The menus of one page, with the page and its section marked. */
export interface MenusView {
  readonly top: readonly MenuEntryView[];
  readonly sidebar: { readonly title: string; readonly entries: readonly MenuEntryView[] } | undefined;
  readonly footerLeft: readonly MenuEntryView[];
  readonly footerRight: readonly MenuEntryView[];
  /** Whether the top menu, and the footer, are in the page's language, and not in the site's. */
  readonly isOwnTop: boolean;
  readonly isOwnFooter: boolean;
}

/** The menus as they are printed on a page; undefined stands for what is no page of the content, such as a list. */
export type MenuViews = (page: Page | undefined) => MenusView;

/**
 * Marks a site's menus for each page. Pages on which a menu looks the same share one object: templates print it once for
 * all of them.
 *
 * @param above the pages above a page, the highest first
 */
export function makeMenuViews(menus: Menus, above: (page: Page) => readonly Page[] = () => []): MenuViews {
  const viewsOf = memoize((of: MenusOfLanguage) => ({
    top: statesOf(of.top),
    footerLeft: statesOf(of.footerLeft),
    footerRight: statesOf(of.footerRight),
  }));
  const sidebars = memoize((sidebar: Sidebar) => sidebarStates(sidebar, above));
  return (page) => {
    const sidebar = page && menus.sidebars.get(page);
    const own = menusFor(menus, page);
    const { top, footerLeft, footerRight } = viewsOf(own);
    return {
      top: top(page, page?.kind === "page" ? sectionOfLanguage(page, own, menus) : undefined),
      sidebar: sidebar && sidebars(sidebar)(page),
      footerLeft: footerLeft(page),
      footerRight: footerRight(page),
      isOwnTop: own.top !== menus.top,
      isOwnFooter: own.footerLeft !== menus.footerLeft || own.footerRight !== menus.footerRight,
    };
  };
}

/** A sidebar that does not lead to the page itself has the nearest page above it as the section. */
function sidebarStates(
  { title, entries }: Sidebar,
  above: (page: Page) => readonly Page[],
): (page: Page) => MenusView["sidebar"] {
  const linked = pagesIn(entries);
  const states = statesOf(entries);
  const sidebarOf = memoize((marked: readonly MenuEntryView[]) => ({ title, entries: marked }));
  const entryOf = (page: Page | undefined) => page && entries.find(({ data }) => data.origin.page === page);
  return (page) => {
    const section = linked.has(page) ? undefined : entryOf(above(page).findLast((one) => linked.has(one)));
    return sidebarOf(states(page, section));
  };
}

/** A menu in each of its states: with another entry as the section, or as the current one, which is so on one page only. */
function statesOf(
  entries: readonly MenuEntry[],
): (page: Page | undefined, section?: MenuEntry | undefined) => readonly MenuEntryView[] {
  const linked = pagesIn(entries);
  const marked = (current: Page | undefined, section: MenuEntry | undefined) =>
    entries.map((entry) => view(entry, current, entry === section));
  const unmarked = memoize((section: MenuEntry | undefined) => marked(undefined, section));
  return (page, section) => (linked.has(page) ? marked(page, section) : unmarked(section));
}

function pagesIn(entries: readonly MenuEntry[]): ReadonlySet<Page | undefined> {
  return new Set(withAllBelow(entries).flatMap(({ data }) => data.origin.page ?? []));
}

/** In the menu of a language, all of whose pages may be below one address, the entry that is nearest above the page. */
function sectionOfLanguage(page: Page, own: MenusOfLanguage, menus: Menus): MenuEntry | undefined {
  if (own.top === menus.top) return sectionEntry(page, own.top);
  const path = trimAddress(page.parentId ?? "") || page.url;
  const urlOf = ({ data }: MenuEntry) => data.origin.page?.url ?? "";
  const above = own.top.filter((entry) => `${path}/`.startsWith(`${urlOf(entry)}/`));
  return above.sort((a, b) => urlOf(b).length - urlOf(a).length)[0] ?? sectionEntry(page, own.top);
}

/** The top entry whose page is the section's: its Url is the section, or, failing that, its Url is the page's own. */
function sectionEntry(page: Page, entries: readonly MenuEntry[]): MenuEntry | undefined {
  const section = sectionOf(page);
  const find = (isIt: (one: Page) => boolean) => entries.find(({ data }) => data.origin.page && isIt(data.origin.page));
  return find((one) => one.url === section) ?? find((one) => one === page);
}

function view({ data, children, ...entry }: MenuEntry, page: Page | undefined, isSection: boolean): MenuEntryView {
  const isCurrent = page !== undefined && data.origin.page === page;
  return { ...entry, isCurrent, isSection, children: children.map((child) => view(child, page, false)) };
}
