import { escapeHtml } from "../content/tags.ts";
import type { Page } from "../pages/page.ts";
import { ancestorsOf } from "../pages/parents.ts";
import type { Site } from "../site.ts";
import { languageOf } from "./language.ts";

/** A page as Pagefind is handed it. */
export interface SearchRecord {
  readonly url: string;
  /** A whole document of nothing but the title, the section and the text. */
  readonly content: string;
}

/**
 * What is searched: the pages that the search page lists. Their texts come from memory, without the menus around them.
 * Source of the attributes: https://pagefind.app/docs/metadata/
 */
export function searchRecords(site: Site): SearchRecord[] {
  const { lists, html, settings } = site;
  const pages = lists.find(({ kind }) => kind === "search")?.posts ?? [];
  return pages.map((page) => {
    const section = sectionTitle(page, site);
    const meta = section === "" ? "" : `<p data-pagefind-meta="section[title]" title="${escapeHtml(section)}"></p>`;
    const title = `<h1 data-pagefind-meta="title">${escapeHtml(page.title)}</h1>`;
    const body = `<main data-pagefind-body>${title}${meta}${html.get(page) ?? ""}</main>`;
    const lang = languageOf(page.lang, settings.defaultLang);
    return { url: page.href, content: `<!doctype html><html lang="${lang}"><body>${body}</body></html>` };
  });
}

/** What is said of a result besides its title: where it is. */
function sectionTitle(page: Page, { index, settings }: Site): string {
  if (page.kind === "post") return settings.blogTitle || settings.siteName;
  return ancestorsOf(page, index)
    .map(({ menuName }) => menuName)
    .join(" › ");
}
