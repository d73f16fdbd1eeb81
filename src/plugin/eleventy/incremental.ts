import type { FileDependencies } from "./types.ts";

/**
 * With `--incremental` Eleventy renders again what depends on the file that was saved. On a page of the content all
 * templates depend: the menus, lists and feeds that they print may hold it. What depends on other files Eleventy knows.
 * Undocumented: test/builds/rebuilds.test.ts pins it.
 *
 * @param isPage whether a file is a page of the content
 */
export function dependOnPages(uses: FileDependencies, isPage: (inputPath: string) => boolean): void {
  // The configuration may be read again, and Eleventy keeps what it knows.
  Reflect.deleteProperty(uses, "isFileRelevantTo");
  const asEleventy = uses.isFileRelevantTo.bind(uses);
  uses.isFileRelevantTo = (template, changed, ...rest) =>
    (changed !== undefined && isPage(changed)) || asEleventy(template, changed, ...rest);
}
