import { type ContentsEntry, contentsOf } from "./content/contents-list.ts";
import type { Along } from "./menus/along.ts";
import type { Page } from "./pages/page.ts";
import type { Site } from "./site.ts";

/** What helps a reader through a page and on from it. */
export interface PageAids extends Along {
  /** The table of contents; empty for a short page, and where the author put one into the text. */
  readonly contents: readonly ContentsEntry[];
  /** Where the page's file can be edited; undefined where the settings name no place. */
  readonly editHref: string | undefined;
}

export function pageAids(page: Page, { settings, along, html, scanned }: Site): PageAids {
  return {
    contents: page.layout === "wide" ? [] : contentsOf(html.get(page) ?? "", scanned.get(page)?.headings ?? []),
    previous: along.get(page)?.previous,
    next: along.get(page)?.next,
    editHref: settings.editUrl === "" ? undefined : editHref(settings.editUrl, page.file),
  };
}

function editHref(pattern: string, file: string): string {
  return pattern.replaceAll("{file}", () => file.split("/").map(encodeURIComponent).join("/"));
}
