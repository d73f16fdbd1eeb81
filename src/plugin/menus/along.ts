import type { Page } from "../pages/page.ts";
import type { Blog } from "../posts/blog.ts";
import type { Menus, Sidebar } from "./menu.ts";

/** A link to the page before or after another. */
export interface AlongLink {
  readonly label: string;
  readonly href: string;
}

/** What comes before and after a page, where it stands in a row. */
export interface Along {
  readonly previous: AlongLink | undefined;
  readonly next: AlongLink | undefined;
}

/** The neighbours of pages and posts: of a page along the sidebar that it shows, of a post by date, the older one first. */
export function makeAlong({ sidebars }: Menus, { posts }: Blog): Map<Page, Along> {
  const rows = new Map<Sidebar, Map<Page, Along>>();
  const along = neighbours(posts.map((page) => ({ page, label: page.title, href: page.href })).reverse());
  for (const [page, sidebar] of sidebars) {
    const row = rows.get(sidebar) ?? neighbours(pagesIn(sidebar));
    rows.set(sidebar, row);
    const own = row.get(page);
    if (own) along.set(page, own);
  }
  return along;
}

interface Stop extends AlongLink {
  readonly page: Page;
}

/** The pages of this site that a sidebar leads to, each once. */
function pagesIn({ items }: Sidebar): Stop[] {
  const stops = new Map<Page, Stop>();
  for (const { page, label } of items) if (page && !stops.has(page)) stops.set(page, { page, label, href: page.href });
  return [...stops.values()];
}

function neighbours(row: readonly Stop[]): Map<Page, Along> {
  const link = (stop: Stop | undefined) => stop && { label: stop.label, href: stop.href };
  return new Map(row.map(({ page }, at) => [page, { previous: link(row[at - 1]), next: link(row[at + 1]) }]));
}
