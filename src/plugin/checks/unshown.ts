import { type MenuList, table } from "../dialect/fields.ts";
import { parseNumbered } from "../dialect/numbered.ts";
import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import type { Page } from "../pages/page.ts";
import type { PageIndex } from "../pages/page-index.ts";
import type { CheckedSite } from "./rule.ts";

/**
 * Menus whose entries are written out, and that nothing asks to be shown. Whoever writes “false” has said so, and what a field
 * cannot be is told by itself.
 */
export function unshownMenus({ pages, index }: CheckedSite): Report[] {
  const lent = lenders(pages, index);
  return pages.flatMap((page) => [
    ...(page.status === "published" ? unshown(page, "dropdown", missingForDropdown(page)) : []),
    ...(lent.has(page) ? [] : unshown(page, "sidebar", missingForSidebar(page))),
    ...withoutEffect(page),
  ]);
}

/** Fields that ask for a place in a menu, and get none: those of posts, which are in no menu, and a place without a menu. */
function withoutEffect(page: Page): Report[] {
  if (page.status !== "published") return [];
  const { topMenuShow, footerShow, topMenuOrder, footerOrder } = page.fields;
  const told = (field: "topMenuShow" | "footerShow" | "topMenuOrder" | "footerOrder", missing: readonly string[]) => {
    const values = { field: table[field].name, menu: field.startsWith("top") ? "top menu" : "footer", missing };
    return report("menu-unshown", page.place(field), values);
  };
  if (page.kind === "post") {
    return [...(topMenuShow ? [told("topMenuShow", [])] : []), ...(footerShow ? [told("footerShow", [])] : [])];
  }
  const isPlace = (order: number | undefined) => order !== undefined && order >= 0;
  return [
    ...(isPlace(topMenuOrder) && !isWritten(page, table.topMenuShow.name)
      ? [told("topMenuOrder", [`${table.topMenuShow.name}: true`])]
      : []),
    ...(isPlace(footerOrder) && !isWritten(page, table.footerShow.name)
      ? [told("footerOrder", [`${table.footerShow.name}: left`])]
      : []),
  ];
}

/** In front of the first entry; a menu in a modern form says itself where it is shown. Of entries that lack a part, that is told. */
function unshown(page: Page, menu: MenuList, missing: readonly string[]): Report[] {
  const lines = page.header.lines.filter(({ key }) => parseNumbered(key)?.list === menu);
  const [first] = lines;
  const isWhole = new Set(lines.map(({ key }) => parseNumbered(key)?.part)).size > 1;
  return first && isWhole && missing.length > 0
    ? [report("menu-unshown", placeIn(page.file, first), { menu, missing })]
    : [];
}

function missingForDropdown(page: Page): string[] {
  return ["Top_menu_show", "Dropdown_menu_show"].flatMap((name) => (isWritten(page, name) ? [] : [`${name}: true`]));
}

function missingForSidebar(page: Page): string[] {
  const isAsked = isWritten(page, "Sidebar_menu_show");
  if (isAsked && !page.sidebar.isShown) return [];
  const hasColumns = page.layout === "multiple-columns" || isWritten(page, "Content_layout");
  return [...(isAsked ? [] : ["Sidebar_menu_show: true"]), ...(hasColumns ? [] : ["Content_layout: multiple-columns"])];
}

function isWritten({ header }: Page, name: string): boolean {
  return header.lines.some(({ key }) => key.toLowerCase() === name.toLowerCase());
}

/** The pages whose sidebar others show. */
function lenders(pages: readonly Page[], index: PageIndex): ReadonlySet<Page> {
  const above = (url: string) => url.split("/").map((_, count, parts) => parts.slice(0, count).join("/"));
  const named = pages.flatMap(({ url, sidebar: { inherit } }) => (inherit === true ? above(url) : inherit || []));
  return new Set([...new Set(named)].flatMap((url) => index.find(url) ?? []));
}
