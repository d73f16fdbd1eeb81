import { digestOf } from "../cache/digest.ts";
import type { FrontMatter } from "../eleventy/front-matter.ts";
import { memoizeByObject } from "../maps/memoize.ts";
import type { PureLayout } from "./layouts.ts";

/**
 * Makes fingerprints of pages: two are the same where one layout is handed the same data and text, under one key.
 *
 * @param cacheKey names all that the pages have in common
 */
export function fingerprinter(
  cacheKey: string,
): (file: string, layout: PureLayout, frontMatter: FrontMatter) => string {
  // Menus and the like are one object on many pages.
  const digestOfObject = memoizeByObject((value: object) => digestOf(JSON.stringify(value)));
  const digestOfShared = (value: unknown): string =>
    typeof value === "object" && value !== null ? digestOfObject(value) : String(JSON.stringify(value));
  return (file, layout, { data: { pelican, page: _, ...data }, content }) => {
    const { site, menus, words, ...view } = pelican as Record<string, unknown>;
    const shared = [site, words, ...Object.values(menus as object)].map(digestOfShared);
    // So are the data of the data folder.
    const own = Object.entries(data).flatMap(([name, value]) => [name, digestOfShared(value)]);
    const parts = [cacheKey, file, layout.hash, ...own, JSON.stringify(view), ...shared, digestOf(content)];
    // No JSON holds a NUL.
    return digestOf(parts.join("\0"));
  };
}
