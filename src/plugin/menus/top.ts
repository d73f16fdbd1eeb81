import type { PageIndex } from "../links/page-index.ts";
import type { Page } from "../pages/page.ts";
import type { Settings } from "../settings.ts";
import { byOrder, type ItemsMade, itemOf, makeItems } from "./items.ts";

/** How the top menu is made where no page asks for a place in it. */
export type TopMenuSettings = Pick<Settings, "displayPagesOnMenu" | "defaultLang">;

/** The top menu: an item for each page that asks for one, with its dropdown. */
export function makeTopMenu(pages: readonly Page[], index: PageIndex, settings: TopMenuSettings): ItemsMade {
  const asking = pages.filter((page) => page.topMenu);
  const all = pages.filter(({ lang }) => lang === settings.defaultLang);
  const made = (asking.length === 0 && settings.displayPagesOnMenu ? all : asking)
    .sort(byOrder((page) => page.topMenu?.order))
    .map((page) => {
      const { items, findings } = makeItems(page.dropdown ?? [], page.url, index);
      return { item: { ...itemOf(page, "topMenuShow"), children: items }, findings };
    });
  return { items: made.map(({ item }) => item), findings: made.flatMap(({ findings }) => findings) };
}
