import { posix } from "node:path";
import { hrefOf } from "../dialect/address.ts";
import type { Settings } from "../settings.ts";

/**
 * The file of one page of a list, by the last pattern whose number is not above the page's; one of the number -1 is for the
 * last page.
 * Source: https://docs.getpelican.com/en/latest/settings.html#using-pagination-patterns
 *
 * @param saveAs the list's own file
 * @returns an empty text where no pattern is for it
 */
export function pagePath(
  saveAs: string,
  number: number,
  isLast: boolean,
  patterns: Settings["paginationPatterns"],
): string {
  const sorted = patterns.toSorted(([a], [b]) => a - b);
  const ofLast = isLast ? sorted.find(([from]) => from === -1) : undefined;
  const [, , pattern = ""] = ofLast ?? sorted.findLast(([from]) => from !== -1 && from <= number) ?? [];
  const extension = posix.extname(saveAs);
  const name = saveAs.slice(0, saveAs.length - extension.length);
  const isIndex = /^index\.html?$/.test(posix.basename(saveAs));
  const folder = posix.dirname(saveAs);
  const values: Readonly<Record<string, string>> = {
    save_as: saveAs,
    url: hrefOf(saveAs).slice(1),
    name,
    base_name: isIndex ? (folder === "." ? "" : folder) : name,
    extension,
    number: String(number),
  };
  return pattern
    .replace(/\{(\w+)(?::0?(\d+)d?)?\}/g, (_, key: string, width = "0") =>
      (values[key] ?? "").padStart(Number(width), "0"),
    )
    .replace(/\/{2,}/g, "/")
    .replace(/^\//, "");
}
