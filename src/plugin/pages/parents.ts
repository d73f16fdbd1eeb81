import { type Finding, finding } from "../findings/finding.ts";
import { trimAddress } from "../links/address.ts";
import type { PageIndex } from "../links/page-index.ts";
import type { Page } from "./page.ts";

/** The section that a page belongs to: the first part of its `Parent_id`, else of its `Url`. */
export function sectionOf(page: Page): string {
  const path = trimAddress(page.parentId ?? "") || page.url;
  return path.split("/")[0] ?? "";
}

/** The pages above a page, from the top down: up its `Parent_id`, else up the path of its `Url`. */
export function ancestorsOf(page: Page, index: PageIndex): Page[] {
  const above: Page[] = [];
  const passed = new Set<Page>([page]);
  for (let next = parentOf(page, index); next && !passed.has(next); next = parentOf(next, index)) {
    passed.add(next);
    above.unshift(next);
  }
  return above;
}

/** A `Parent_id` that leads to no page, and parents that go round in a circle. */
export function checkParents(pages: readonly Page[], index: PageIndex): Finding[] {
  const inCircle = circlesOf(pages, index);
  return pages.flatMap((page) => {
    if (trimAddress(page.parentId ?? "") === "") return [];
    if (!parentByField(page, index)) return [missing(page, index)];
    return inCircle.has(page) ? [circle(page)] : [];
  });
}

/** The pages that are above themselves. Each page is passed once, however long the way up is. */
function circlesOf(pages: readonly Page[], index: PageIndex): Set<Page> {
  const inCircle = new Set<Page>();
  const done = new Set<Page>();
  for (const page of pages) {
    const way = new Set<Page>();
    let at: Page | undefined = page;
    for (; at && !done.has(at) && !way.has(at); at = parentByField(at, index)) way.add(at);
    const passed = [...way];
    if (at && way.has(at)) for (const one of passed.slice(passed.indexOf(at))) inCircle.add(one);
    for (const one of passed) done.add(one);
  }
  return inCircle;
}

function parentOf(page: Page, index: PageIndex): Page | undefined {
  return parentByField(page, index) ?? parentByPath(page, index);
}

function parentByField(page: Page, index: PageIndex): Page | undefined {
  const wanted = trimAddress(page.parentId ?? "");
  return wanted === "" ? undefined : index.find(wanted);
}

function parentByPath(page: Page, index: PageIndex): Page | undefined {
  const parts = page.url.split("/");
  for (let count = parts.length - 1; count > 0; count--) {
    const above = index.find(parts.slice(0, count).join("/"));
    if (above && above !== page) return above;
  }
  return undefined;
}

function missing(page: Page, index: PageIndex): Finding {
  const wanted = trimAddress(page.parentId ?? "");
  const near = index.nearest(wanted);
  return finding("parent-missing", page.place("parentId"), {
    field: "Parent_id",
    message: `Parent_id is “${wanted}”, and no page has that Url.`,
    consequence: "The page's section is still read from it; the breadcrumb follows the page's own address.",
    fix: near === undefined ? "Write the Url of the page above." : `Did you mean “${near}”?`,
  });
}

function circle(page: Page): Finding {
  return finding("parent-loop", page.place("parentId"), {
    field: "Parent_id",
    message: `Going up from page to page by Parent_id leads back to this page.`,
    consequence: "Its breadcrumb is cut short.",
    fix: "Name the page that is really above it, or leave Parent_id out.",
  });
}
