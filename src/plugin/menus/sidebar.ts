import { type Finding, finding } from "../findings/finding.ts";
import { trimAddress } from "../links/address.ts";
import type { PageIndex } from "../links/page-index.ts";
import type { Page } from "../pages/page.ts";
import { makeItems } from "./items.ts";
import type { Sidebar } from "./menu.ts";

export interface SidebarsMade {
  readonly sidebars: ReadonlyMap<Page, Sidebar>;
  readonly findings: readonly Finding[];
}

/** Where a page's sidebar comes from: the pages whose entries it shows, in this order, and who gives the title. */
interface Source {
  readonly pages: readonly Page[];
  readonly findings: readonly Finding[];
}

/** The sidebar of every page that shows one. Each source's items are made once, however many pages show them. */
export function makeSidebars(pages: readonly Page[], index: PageIndex): SidebarsMade {
  const own = new Map(pages.map((page) => [page, makeItems(page.sidebar.entries, "", index)]));
  const findings = [...own.values()].flatMap((made) => made.findings);
  const sidebars = new Map<Page, Sidebar>();
  const shared = new Map<string, Sidebar>();
  const known = new Map<Page, End>();
  for (const page of pages) {
    if (page.layout !== "multiple-columns" || !page.sidebar.isShown) continue;
    const source = sourceOf(page, index, known);
    findings.push(...source.findings);
    const title = titleOf(page, source.pages);
    const key = JSON.stringify([title, source.pages.map((from) => from.file)]);
    const items = source.pages.flatMap((from) => own.get(from)?.items ?? []);
    const writer = source.pages.find((from) => from.sidebar.entries.length > 0) ?? page;
    const sidebar = shared.get(key) ?? { title, source: writer, items };
    shared.set(key, sidebar);
    if (items.length > 0) sidebars.set(page, sidebar);
    else findings.push(...nothingToShow(page, source));
  }
  return { sidebars, findings };
}

function titleOf(page: Page, sources: readonly Page[]): string {
  return page.sidebar.title ?? sources.find((from) => from.sidebar.title)?.sidebar.title ?? "";
}

function sourceOf(page: Page, index: PageIndex, known: Map<Page, End>): Source {
  const { inherit } = page.sidebar;
  if (typeof inherit === "string") return namedSource(page, index, known);
  return { pages: inherit ? [page, ...pagesAbove(page, index)] : [page], findings: [] };
}

/** Every page up the path of the Url: for `about/xsf/mission`, that is `about/xsf` and `about`. */
function pagesAbove(page: Page, index: PageIndex): Page[] {
  const parts = page.url.split("/");
  return parts
    .map((_, count) => index.find(parts.slice(0, count).join("/")))
    .filter((above, count): above is Page => count > 0 && above !== undefined && above !== page)
    .reverse();
}

/** How the way from page to page ends: at a page that has entries of its own, in a circle, or nowhere. */
type End = { readonly page: Page } | { readonly circle: readonly Page[] } | { readonly missingFor: Page };

/**
 * Follows `Inherit_sidebar: <Url>` from page to page until one inherits from no page by name.
 *
 * @param known the ends that were found before: ten thousand pages may be one chain
 */
function endOf(page: Page, index: PageIndex, known: Map<Page, End>): End {
  const passed: Page[] = [];
  const seen = new Set<Page>();
  let end: End | undefined;
  for (let at = page; end === undefined; ) {
    end = known.get(at) ?? (seen.has(at) ? { circle: [...passed.slice(passed.indexOf(at)), at] } : undefined);
    if (end) break;
    passed.push(at);
    seen.add(at);
    const next = typeof at.sidebar.inherit === "string" ? index.find(at.sidebar.inherit) : at;
    if (next === at) end = typeof at.sidebar.inherit === "string" ? { circle: [at, at] } : { page: at };
    else if (!next) end = { missingFor: at };
    else at = next;
  }
  for (const one of passed) known.set(one, end);
  return end;
}

function namedSource(page: Page, index: PageIndex, known: Map<Page, End>): Source {
  const end = endOf(page, index, known);
  if ("circle" in end) return { pages: [page], findings: [loop(page, end.circle)] };
  if ("missingFor" in end) return { pages: [page], findings: end.missingFor === page ? [missing(page, index)] : [] };
  const from = end.page;
  return { pages: from.sidebar.inherit === true ? [from, ...pagesAbove(from, index)] : [from], findings: [] };
}

function missing(page: Page, index: PageIndex): Finding {
  const wanted = trimAddress(String(page.sidebar.inherit));
  const near = index.nearest(wanted);
  return finding("sidebar-source-missing", page.place("inheritSidebar"), {
    field: "Inherit_sidebar",
    message: `The sidebar is to come from “${wanted}”, and no page has that address.`,
    consequence: "The page shows its own entries, if it has any.",
    fix: near === undefined ? "Write the Url of a page that has a sidebar." : `Did you mean “${near}”?`,
  });
}

function loop(page: Page, passed: readonly Page[]): Finding {
  const shown = passed.slice(0, 6).map((at) => `“${at.url}”`);
  return finding("sidebar-loop", page.place("inheritSidebar"), {
    field: "Inherit_sidebar",
    message: `The sidebar goes round in a circle: ${shown.join(" → ")}${passed.length > 6 ? " → …" : ""}.`,
    consequence: "The page shows its own entries, if it has any.",
    fix: "Name a page that writes out its sidebar itself.",
  });
}

function nothingToShow(page: Page, source: Source): Finding[] {
  if (source.findings.length > 0) return [];
  const from = source.pages.at(-1);
  const isInherited = page.sidebar.inherit !== false;
  return [
    finding("sidebar-source-empty", page.place(isInherited ? "inheritSidebar" : "sidebarMenuShow"), {
      field: isInherited ? "Inherit_sidebar" : "Sidebar_menu_show",
      message:
        isInherited && from && from !== page
          ? `The sidebar is to come from “${from.url}”, which has no entries.`
          : "The page is to show a sidebar, and there are no entries for it.",
      consequence: "The page shows no sidebar.",
      fix: `Write ${entriesAs(page)}, or name a page that has a sidebar in Inherit_sidebar.`,
    }),
  ];
}

/** How the page writes its menus. */
function entriesAs({ header }: Page): string {
  return header.menus.length > 0 ? "entries in a list" : "Sidebar_menu_elem_name_1 and Sidebar_menu_elem_url_1";
}
