import type { PageIndex } from "../links/page-index.ts";
import type { Page } from "../pages/page.ts";
import { byOrder, type ItemsMade, itemOf, makeItems } from "./items.ts";

/** The top menu: an item for each page that asks for one, with its dropdown. */
export function makeTopMenu(pages: readonly Page[], index: PageIndex): ItemsMade {
  const made = pages
    .filter((page) => page.topMenu)
    .sort(byOrder((page) => page.topMenu?.order))
    .map((page) => {
      const { items, findings } = makeItems(page.dropdown ?? [], page.url, index);
      return { item: { ...itemOf(page, "topMenuShow"), children: items }, findings };
    });
  return { items: made.map(({ item }) => item), findings: made.flatMap(({ findings }) => findings) };
}
