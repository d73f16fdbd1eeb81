import { memoize } from "../maps/memoize.ts";
import type { Page } from "../pages/page.ts";
import type { Blog } from "../posts/blog.ts";
import type { Menus, Sidebar } from "./menu.ts";

/** A link to the page before or after another. */
export interface NeighbourLink {
  readonly title: string;
  readonly url: string;
}

/** What comes before and after a page, where it stands in a row. */
export interface PreviousNext {
  readonly previous: NeighbourLink | undefined;
  readonly next: NeighbourLink | undefined;
}

/** The neighbours of pages and posts: of a page along the sidebar that it shows, of a post by date, the older one first. */
export function makePreviousNext({ sidebars }: Menus, { dates }: Blog): Map<Page, PreviousNext> {
  const rowOf = memoize((sidebar: Sidebar) => neighbours(pagesIn(sidebar)));
  const found = neighbours(
    dates
      .filter(({ saveAs }) => saveAs !== "")
      .map((page) => ({ page, title: page.title, url: page.href }))
      .reverse(),
  );
  for (const [page, sidebar] of sidebars) {
    const own = rowOf(sidebar).get(page);
    if (own) found.set(page, own);
  }
  return found;
}

interface Stop extends NeighbourLink {
  readonly page: Page;
}

/** The pages of this site that a sidebar leads to, each once. */
function pagesIn({ entries }: Sidebar): Stop[] {
  const stops = new Map<Page, Stop>();
  for (const { title, data } of entries) {
    const { page } = data.origin;
    if (page && !stops.has(page)) stops.set(page, { page, title, url: page.href });
  }
  return [...stops.values()];
}

function neighbours(row: readonly Stop[]): Map<Page, PreviousNext> {
  const link = (stop: Stop | undefined) => stop && { title: stop.title, url: stop.url };
  return new Map(row.map(({ page }, at) => [page, { previous: link(row[at - 1]), next: link(row[at + 1]) }]));
}
