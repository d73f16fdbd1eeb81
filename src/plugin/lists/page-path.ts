import { posix } from "node:path";
import type { Settings } from "../settings.ts";
import type { List } from "./list.ts";

/**
 * Where one page of a list is, its file and its address, by the last pattern whose number is not above the page's; one of
 * the number -1 is for the last page.
 * Source: https://docs.getpelican.com/en/latest/settings.html#using-pagination-patterns
 *
 * @returns empty texts where no pattern is for it
 */
export function pagePlace(
  { saveAs, href }: Pick<List, "saveAs" | "href">,
  number: number,
  isLast: boolean,
  patterns: Settings["paginationPatterns"],
): { readonly path: string; readonly url: string } {
  const sorted = patterns.toSorted(([a], [b]) => a - b);
  const ofLast = isLast ? sorted.find(([from]) => from === -1) : undefined;
  const [, ofUrl = "", ofFile = ""] = ofLast ?? sorted.findLast(([from]) => from !== -1 && from <= number) ?? [];
  const extension = posix.extname(saveAs);
  const name = saveAs.slice(0, saveAs.length - extension.length);
  const isIndex = /^index\.html?$/.test(posix.basename(saveAs));
  const folder = posix.dirname(saveAs);
  const values: Readonly<Record<string, string>> = {
    save_as: saveAs,
    url: href.replace(/^\//, ""),
    name,
    base_name: isIndex ? (folder === "." ? "" : folder) : name,
    extension,
    number: String(number),
  };
  const fill = (pattern: string) =>
    pattern.replace(/\{(\w+)(?::0?(\d+)d?)?\}/g, (_, key: string, width = "0") =>
      (values[key] ?? "").padStart(Number(width), "0"),
    );
  return {
    path: fill(ofFile)
      .replace(/\/{2,}/g, "/")
      .replace(/^\//, ""),
    url: fill(ofUrl).replace(/^\//, ""),
  };
}
