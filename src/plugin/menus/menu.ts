import type { Page } from "../pages/page.ts";
import type { MenuEntry, NavigationNode } from "./entry.ts";

export interface Sidebar {
  /** The key of its root among eleventy-navigation's entries: `sidebar/about`. */
  readonly key: string;
  readonly title: string;
  /** The page whose entries come first: the one that wrote the sidebar. */
  readonly source: Page;
  readonly entries: readonly MenuEntry[];
}

/** The menus that pages of one language show. */
export interface MenusOfLanguage {
  readonly top: readonly MenuEntry[];
  readonly footerLeft: readonly MenuEntry[];
  readonly footerRight: readonly MenuEntry[];
}

/** All menus of a site, made once a build. */
export interface Menus extends MenusOfLanguage {
  /** All of them as one small collection: `collections.navigation`. */
  readonly nodes: readonly NavigationNode[];
  /** Those of other languages than the site's. Of a menu that a language has not, the site's stands in its place. */
  readonly byLang: ReadonlyMap<string, MenusOfLanguage>;
  /** By the page that shows it. Pages that show the same sidebar share one object. */
  readonly sidebars: ReadonlyMap<Page, Sidebar>;
}

/** The menus that a page shows; undefined stands for what is no page of the content, such as a list. */
export function menusFor(menus: Menus, page: Pick<Page, "lang"> | undefined): MenusOfLanguage {
  return (page && menus.byLang.get(page.lang)) ?? menus;
}

/** The top menus and halves of the footer, each with its name; a language's own have the language behind it. */
export function namedMenus(menus: Menus): { readonly name: string; readonly entries: readonly MenuEntry[] }[] {
  const own = (of: MenusOfLanguage, lang: string) => [
    { name: `top${lang}`, entries: of.top },
    { name: `footer-left${lang}`, entries: of.footerLeft },
    { name: `footer-right${lang}`, entries: of.footerRight },
  ];
  const ofSite = own(menus, "");
  const isOwn = ({ entries }: { readonly entries: readonly MenuEntry[] }) =>
    ofSite.every((one) => one.entries !== entries);
  return [...ofSite, ...[...menus.byLang].flatMap(([lang, of]) => own(of, ` (${lang})`).filter(isOwn))];
}
