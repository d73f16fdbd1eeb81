import type { Finding } from "../findings/finding.ts";
import type { PageIndex } from "../links/page-index.ts";
import type { Page } from "../pages/page.ts";
import { makeFooter } from "./footer.ts";
import type { Menus } from "./menu.ts";
import { makeSidebars } from "./sidebar.ts";
import { makeTopMenu, type TopMenuSettings } from "./top.ts";

/** Makes all menus of a site. Drafts have no place in them; hidden pages show menus and are items of none. */
export function makeMenus(
  pages: readonly Page[],
  index: PageIndex,
  settings: TopMenuSettings,
): { menus: Menus; findings: Finding[] } {
  const ofPages = pages.filter((page) => page.kind === "page");
  const published = ofPages.filter((page) => page.status === "published");
  const top = makeTopMenu(published, index, settings);
  const sidebars = makeSidebars(ofPages, index);
  return {
    menus: {
      top: top.items,
      footerLeft: makeFooter(published, "left"),
      footerRight: makeFooter(published, "right"),
      sidebars: sidebars.sidebars,
    },
    findings: [...top.findings, ...sidebars.findings],
  };
}
