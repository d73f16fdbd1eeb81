import { type Finding, finding } from "../findings/finding.ts";
import type { Page } from "./page.ts";

/** Published pages of one language that have one title: in a list of results nobody can tell them apart. */
export function checkTitles(pages: readonly Page[]): Finding[] {
  const first = new Map<string, Page>();
  const findings: Finding[] = [];
  for (const page of pages) {
    if (page.status !== "published") continue;
    const key = `${page.lang} ${page.title.toLowerCase()}`;
    const other = first.get(key);
    if (other) findings.push(repeated(page, other));
    else first.set(key, page);
  }
  return findings;
}

function repeated(page: Page, other: Page): Finding {
  return finding("title-repeated", page.place("title"), {
    field: "Title",
    message: `The title “${page.title}” is also that of ${other.file}.`,
    consequence: "In bookmarks and search results the two look alike.",
    fix: "Give one of the two a title that says what is different.",
  });
}
