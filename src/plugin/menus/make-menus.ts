import type { Report } from "../findings/report.ts";
import type { Page } from "../pages/page.ts";
import type { PageIndex } from "../pages/page-index.ts";
import { treeOf } from "./entry.ts";
import { makeFooter } from "./footer.ts";
import type { Menus } from "./menu.ts";
import { makeSidebars } from "./sidebar.ts";
import { makeTopMenu } from "./top.ts";

/**
 * Makes all menus of a site. Drafts have no place in them; hidden pages show menus and are entries of none.
 *
 * @param otherwise the pages of a top menu that none asks for a place in
 */
export function makeMenus(
  pages: readonly Page[],
  index: PageIndex,
  siteName: string,
  otherwise: readonly Page[] = [],
): { menus: Menus; reports: Report[] } {
  const ofPages = pages.filter((page) => page.kind === "page");
  const published = ofPages.filter((page) => page.status === "published");
  const top = makeTopMenu(published, index, siteName, otherwise);
  const sidebars = makeSidebars(ofPages, index);
  const after = sidebars.roots + 2;
  const left = makeFooter(published, "left", siteName, after);
  const right = makeFooter(published, "right", siteName, after + 1);
  return {
    menus: {
      nodes: [...top.nodes, ...sidebars.nodes, ...left, ...right],
      top: treeOf(top.nodes, "top"),
      footerLeft: treeOf(left, "footer-left"),
      footerRight: treeOf(right, "footer-right"),
      sidebars: sidebars.sidebars,
    },
    reports: [...top.reports, ...sidebars.reports],
  };
}
