import type { Place } from "../findings/finding.ts";
import type { Page } from "../pages/page.ts";

/** One link of a menu, ready to print. */
export interface MenuItem {
  readonly label: string;
  readonly href: string;
  /** The page that it leads to, where it is one of this site. */
  readonly page: Page | undefined;
  /** The field that it comes from, and where that is written. */
  readonly field: string;
  readonly place: Place;
  readonly children: readonly MenuItem[];
}

export interface Sidebar {
  readonly title: string;
  /** The page whose entries come first: the one that wrote the sidebar. */
  readonly source: Page;
  readonly items: readonly MenuItem[];
}

/** All menus of a site, made once a build. */
export interface Menus {
  readonly top: readonly MenuItem[];
  readonly footerLeft: readonly MenuItem[];
  readonly footerRight: readonly MenuItem[];
  /** By the page that shows it. Pages that show the same sidebar share one object. */
  readonly sidebars: ReadonlyMap<Page, Sidebar>;
}
