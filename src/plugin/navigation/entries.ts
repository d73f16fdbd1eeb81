import type { MenuItem, Menus, Sidebar } from "../menus/menu.ts";

/** What eleventy-navigation reads (https://www.11ty.dev/docs/plugins/navigation/). */
export interface NavigationEntry {
  /** Made of the entry's place, never of its label: `top/about`, and `top/about#3` for the third of its dropdown. */
  readonly key: string;
  readonly title: string;
  readonly order: number;
  readonly url?: string;
  readonly parent?: string;
}

/** An entry as an item of a collection, the form in which the stock filters look for it. */
export interface NavigationNode {
  readonly data: { readonly eleventyNavigation: NavigationEntry };
}

/**
 * All menus as one small collection for the stock filters: `collections.navigation | eleventyNavigation("top")`.
 * The roots are `top`, `footer-left`, `footer-right` and, for each sidebar, `sidebar/` and the Url of the page that
 * wrote it.
 */
export function navigationNodes(menus: Menus, siteName: string): NavigationNode[] {
  const sidebars = [...sidebarsByKey(menus)];
  return [
    node({ key: "top", title: siteName, url: "/", order: 1 }),
    ...menus.top.flatMap((item, index) => topItem(item, index)),
    ...sidebars.flatMap(([key, { title, items }], index) => list(key, title, index + 2, items)),
    ...list("footer-left", "footer-left", sidebars.length + 2, menus.footerLeft),
    ...list("footer-right", "footer-right", sidebars.length + 3, menus.footerRight),
  ];
}

/** Two sidebars of one writer, by their titles say, need two keys. */
function sidebarsByKey(menus: Menus): Map<string, Sidebar> {
  const byKey = new Map<string, Sidebar>();
  for (const sidebar of new Set(menus.sidebars.values())) {
    const key = safeKey(`sidebar/${sidebar.source.url}`);
    let free = key;
    for (let count = 2; byKey.has(free); count++) free = `${key}~${count}`;
    byKey.set(free, sidebar);
  }
  return byKey;
}

function topItem(item: MenuItem, index: number): NavigationNode[] {
  const key = safeKey(`top/${item.page?.url ?? index + 1}`);
  return [
    node({ key, parent: "top", title: item.label, url: item.href, order: index + 1 }),
    ...items(key, item.children),
  ];
}

function list(key: string, title: string, order: number, entries: readonly MenuItem[]): NavigationNode[] {
  return [node({ key, title: title || key, order }), ...items(key, entries)];
}

function items(parent: string, entries: readonly MenuItem[]): NavigationNode[] {
  return entries.map(({ label, href }, index) =>
    node({ key: `${parent}#${index + 1}`, parent, title: label, url: href, order: index + 1 }),
  );
}

/** The filters split keys at commas. */
function safeKey(key: string): string {
  return key.replaceAll(",", "%2C");
}

function node(entry: NavigationEntry): NavigationNode {
  return { data: { eleventyNavigation: entry } };
}
