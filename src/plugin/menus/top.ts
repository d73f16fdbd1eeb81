import type { Report } from "../findings/report.ts";
import type { Page } from "../pages/page.ts";
import type { PageIndex } from "../pages/page-index.ts";
import type { Settings } from "../settings.ts";
import { keyMaker, type NavigationNode, nodeOf, nodesBelow } from "./entry.ts";
import { byOrder, entryOf, makeEntries } from "./make-entries.ts";

/** How the top menu is made where no page asks for a place in it. */
export type TopMenuSettings = Pick<Settings, "displayPagesOnMenu" | "defaultLang" | "siteName">;

/** The top menu: an entry for each page that asks for one, with its dropdown below it. */
export function makeTopMenu(
  pages: readonly Page[],
  index: PageIndex,
  settings: TopMenuSettings,
): { nodes: readonly NavigationNode[]; reports: readonly Report[] } {
  const asking = pages.filter((page) => page.topMenu);
  const all = pages.filter(({ lang }) => lang === settings.defaultLang);
  const keyFor = keyMaker();
  const made = (asking.length === 0 && settings.displayPagesOnMenu ? all : asking)
    .sort(byOrder((page) => page.topMenu?.order))
    .map((page, index_) => {
      const key = keyFor(`top/${page.url}`);
      const { origin, ...entry } = entryOf(page, "topMenuShow");
      const { entries, reports } = makeEntries(page.dropdown ?? [], page.url, index);
      const own = nodeOf({ ...entry, key, parent: "top", order: index_ + 1 }, origin);
      return { nodes: [own, ...nodesBelow(key, entries)], reports };
    });
  const root = nodeOf({ key: "top", title: settings.siteName, url: "/", order: 1 });
  return { nodes: [root, ...made.flatMap(({ nodes }) => nodes)], reports: made.flatMap(({ reports }) => reports) };
}
