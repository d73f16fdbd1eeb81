import type { Report } from "../findings/report.ts";
import type { Page } from "../pages/page.ts";
import type { PageIndex } from "../pages/page-index.ts";
import { keyMaker, type MenuRoot, type NavigationNode, nodeOf, nodesBelow } from "./entry.ts";
import { byOrder, entryOf, makeEntries } from "./make-entries.ts";

/**
 * The top menu: an entry for each page that asks for one, with its dropdown below it.
 *
 * @param root the key of the menu, and the pages that are in it where none asks, in their order
 */
export function makeTopMenu(
  pages: readonly Page[],
  index: PageIndex,
  home: MenuRoot,
  { key: root, otherwise }: { readonly key: string; readonly otherwise: readonly Page[] },
): { nodes: readonly NavigationNode[]; reports: readonly Report[] } {
  const asking = pages.filter((page) => page.topMenu);
  const keyFor = keyMaker();
  const inOrder = asking.length === 0 ? otherwise : asking.sort(byOrder((page) => page.topMenu?.order));
  const made = inOrder.map((page, index_) => {
    const key = keyFor(`${root}/${page.url}`);
    const { origin, ...entry } = entryOf(page, "topMenuShow");
    const { entries, reports } = makeEntries(page.dropdown ?? [], page.url, page.href, index);
    const own = nodeOf({ ...entry, key, parent: root, order: index_ + 1 }, origin);
    return { nodes: [own, ...nodesBelow(key, entries)], reports };
  });
  const own = nodeOf({ ...home, key: root, order: 1 });
  return { nodes: [own, ...made.flatMap(({ nodes }) => nodes)], reports: made.flatMap(({ reports }) => reports) };
}
