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

/** All menus of a site, made once a build. */
export interface Menus {
  /** All of them as one small collection: `collections.navigation`. */
  readonly nodes: readonly NavigationNode[];
  readonly top: readonly MenuEntry[];
  readonly footerLeft: readonly MenuEntry[];
  readonly footerRight: readonly MenuEntry[];
  /** By the page that shows it. Pages that show the same sidebar share one object. */
  readonly sidebars: ReadonlyMap<Page, Sidebar>;
}
