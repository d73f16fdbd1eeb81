import { relative, resolve, sep } from "node:path";
import { hrefOf, lookupKey } from "../dialect/address.ts";
import type { Page } from "../pages/page.ts";

/** A path relative to a folder, with forward slashes. */
export function relativePath(folder: string, path: string): string {
  return relative(folder, resolve(path)).split(sep).join("/");
}

/**
 * A page where Eleventy puts it.
 *
 * @param saveAs the file that Eleventy writes, from the output folder
 */
export function placedAt(page: Page, saveAs: string): Page {
  if (saveAs === page.saveAs) return page;
  const url = page.fields.url === undefined ? lookupKey(saveAs) : page.url;
  return { ...page, saveAs, url, href: hrefOf(saveAs) };
}
