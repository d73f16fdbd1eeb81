import type { Edit } from "../findings/edit.ts";
import { compareText, type Finding, finding } from "../findings/finding.ts";
import type { PageIndex } from "../links/page-index.ts";
import type { Page } from "../pages/page.ts";
import type { Sidebar } from "./menu.ts";

/**
 * Sidebars that are written out on several pages, entry by entry the same. One of the pages keeps it, the one with the
 * shortest Url; the others can inherit it.
 */
export function checkCopies(sidebars: ReadonlyMap<Page, Sidebar>, index: PageIndex): Finding[] {
  const groups = new Map<string, Page[]>();
  for (const [page, { title, items }] of sidebars) {
    if (page.sidebar.inherit !== false || page.status === "draft") continue;
    const key = JSON.stringify([title, items.map(({ label, href }) => [label, href])]);
    groups.set(key, [...(groups.get(key) ?? []), page]);
  }
  return [...groups.values()].filter((pages) => pages.length > 1).flatMap((pages) => copiesIn(pages, index));
}

function copiesIn(pages: readonly Page[], index: PageIndex): Finding[] {
  const sorted = pages.toSorted((a, b) => depth(a) - depth(b) || compareText(a.url, b.url));
  // A page that its Url does not lead to, or whose Url means something else in the field, cannot be named.
  const source = sorted.find((page) => !["", "true", "false"].includes(page.url) && index.find(page.url) === page);
  return source ? sorted.filter((page) => page !== source).map((page) => copied(page, source, pages.length)) : [];
}

function depth(page: Page): number {
  return page.url.split("/").length;
}

function copied(page: Page, source: Page, count: number): Finding {
  return finding("sidebar-copied", page.place("sidebarMenuShow"), {
    field: "Sidebar_menu_show",
    message: `The sidebar is written out here, and on ${count - 1} other ${count === 2 ? "page" : "pages"} word by word.`,
    consequence: "Whoever changes it must change every copy.",
    fix: `Write “Inherit_sidebar: ${source.url}” instead of its entries.`,
    edits: editsFor(page, source),
  });
}

/** The first line of the sidebar becomes the inheritance, the others go. */
function editsFor(page: Page, source: Page): Edit[] {
  const inherits = page.header.lines.some(({ key }) => key.toLowerCase() === "inherit_sidebar");
  if (page.header.syntax !== "pelican" || inherits) return [];
  const isPart = /^sidebar_menu_(?:title|size|elem_(?:name|url)_\d+)$/i;
  const lines = page.header.lines.filter(({ key, value }) => isPart.test(key) && !value.includes("\n"));
  const [first, ...others] = lines;
  if (!first) return [];
  return [
    { line: first.line, column: first.column, old: `${first.key}:`, text: "Inherit_sidebar:" },
    { line: first.line, column: first.valueColumn, old: first.value, text: source.url },
    ...others.map(({ line }) => ({ line, remove: true }) as const),
  ];
}
