import type { Page } from "../pages/page.ts";
import type { Settings } from "../settings.ts";
import { findWords } from "../words/find-words.ts";
import { type List, list } from "./list.ts";

/**
 * The page on which visitors search, as a list of the pages that they can find; none where the setting is empty, or where
 * something else has its place.
 */
export function makeSearchPage(
  pages: readonly Page[],
  settings: Settings,
  isTaken: (saveAs: string) => boolean,
): List[] {
  const { searchSaveAs: saveAs } = settings;
  if (saveAs === "" || isTaken(saveAs)) return [];
  const posts = pages.filter((page) => isFound(page, settings));
  const { search: title } = findWords(settings.defaultLang, settings.words).words;
  return [list({ kind: "search", title, heading: title, saveAs, posts }, settings.addresses)];
}

/** Only what is published and has a public address. */
function isFound({ status, saveAs }: Page, settings: Settings): boolean {
  return status === "published" && saveAs !== settings.notFoundSaveAs;
}
