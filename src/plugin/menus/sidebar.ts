import { trimAddress } from "../dialect/address.ts";
import { type Report, report } from "../findings/report.ts";
import { pushAll } from "../maps/many.ts";
import type { Page } from "../pages/page.ts";
import type { PageIndex } from "../pages/page-index.ts";
import { keyMaker, type NavigationNode, nodeOf, nodesBelow, treeOf } from "./entry.ts";
import { makeEntries } from "./make-entries.ts";
import type { Sidebar } from "./menu.ts";

export interface SidebarsMade {
  readonly nodes: readonly NavigationNode[];
  /** How many sidebars there are. */
  readonly roots: number;
  readonly sidebars: ReadonlyMap<Page, Sidebar>;
  readonly reports: readonly Report[];
}

/** Where a page's sidebar comes from: the pages whose entries it shows, in this order, and who gives the title. */
interface Source {
  readonly pages: readonly Page[];
  readonly reports: readonly Report[];
}

/** The sidebar of every page that shows one. Each source's entries are made once, however many pages show them. */
export function makeSidebars(pages: readonly Page[], index: PageIndex, name: string): SidebarsMade {
  const own = new Map(pages.map((page) => [page, makeEntries(page.sidebar.entries, "", page.href, index)]));
  const reports = [...own.values()].flatMap((made) => made.reports);
  const sidebars = new Map<Page, Sidebar>();
  const shared = new Map<string, Sidebar>();
  const known = new Map<Page, End>();
  const keyFor = keyMaker();
  const nodes: NavigationNode[] = [];
  for (const page of pages) {
    if (page.layout !== "multiple-columns" || !page.sidebar.isShown) continue;
    const source = sourceOf(page, index, known);
    reports.push(...source.reports);
    const title = titleOf(page, source.pages);
    const state = JSON.stringify([title, source.pages.map((from) => from.file)]);
    const there = shared.get(state);
    if (there) sidebars.set(page, there);
    if (there) continue;
    const entries = source.pages.flatMap((from) => own.get(from)?.entries ?? []);
    if (entries.length === 0) {
      reports.push(...nothingToShow(page, source));
      continue;
    }
    const writer = source.pages.find((from) => from.sidebar.entries.length > 0) ?? page;
    const key = keyFor(`sidebar${name}/${writer.url}`);
    // The top menu is the first root.
    const ofSidebar = [nodeOf({ key, title: title || key, order: shared.size + 2 }), ...nodesBelow(key, entries)];
    const sidebar = { key, title, source: writer, entries: treeOf(ofSidebar, key) };
    pushAll(nodes, ofSidebar);
    shared.set(state, sidebar);
    sidebars.set(page, sidebar);
  }
  return { sidebars, nodes, roots: shared.size, reports };
}

function titleOf(page: Page, sources: readonly Page[]): string {
  return page.sidebar.title ?? sources.find((from) => from.sidebar.title)?.sidebar.title ?? "";
}

function sourceOf(page: Page, index: PageIndex, known: Map<Page, End>): Source {
  const { inherit } = page.sidebar;
  if (typeof inherit === "string") return namedSource(page, index, known);
  return { pages: inherit ? [page, ...pagesAbove(page, index)] : [page], reports: [] };
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
  if ("circle" in end) return { pages: [page], reports: [loop(page, end.circle)] };
  if ("missingFor" in end)
    return { pages: [page], reports: end.missingFor === page ? [missing(page, index, known)] : [] };
  const from = end.page;
  return { pages: from.sidebar.inherit === true ? [from, ...pagesAbove(from, index)] : [from], reports: [] };
}

function missing(page: Page, index: PageIndex, known: Map<Page, End>): Report {
  const url = trimAddress(String(page.sidebar.inherit));
  const isFit = (other: Page) => {
    const end = other === page || ["", "true", "false"].includes(other.url) ? undefined : endOf(other, index, known);
    return (
      end !== undefined && "page" in end && end.page !== page && end.page.sidebar.entries.some(({ title }) => title)
    );
  };
  const near = index.meant(url, { isFit })?.url;
  return report("sidebar-source-missing", page.place("inheritSidebar"), { url, near });
}

function loop(page: Page, passed: readonly Page[]): Report {
  return report("sidebar-loop", page.place("inheritSidebar"), { urls: passed.map(({ url }) => url) });
}

function nothingToShow(page: Page, source: Source): Report[] {
  if (source.reports.length > 0) return [];
  const hasLists = page.header.menus.length > 0;
  if (page.sidebar.inherit === false) {
    const values = { field: "Sidebar_menu_show", url: undefined, hasLists };
    return [report("sidebar-source-empty", page.place("sidebarMenuShow"), values)];
  }
  const from = source.pages.at(-1);
  const values = { field: "Inherit_sidebar", url: from === page ? undefined : from?.url, hasLists };
  return [report("sidebar-source-empty", page.place("inheritSidebar"), values)];
}
