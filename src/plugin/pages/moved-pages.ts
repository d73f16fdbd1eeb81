import { posix } from "node:path";
import { lookupKey } from "../dialect/address.ts";
import { groupBy } from "../maps/group-by.ts";
import { memoize } from "../maps/memoize.ts";
import type { Page } from "./page.ts";

/** The addresses of earlier builds, and the file that was at each. */
type Published = Readonly<Record<string, string>>;

/**
 * Says where a page is now that was at an address in an earlier build. Its file is known: the page may have another address,
 * and the file another folder; or it has another name, where one file went from its folder and one came.
 */
export function movedPages(published: Published, pages: readonly Page[]): (address: string) => Page | undefined {
  const sources = new Map(Object.entries(published).map(([address, source]) => [lookupKey(address), source]));
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const isKnown = ({ href, saveAs }: Page) => sources.has(lookupKey(href)) || sources.has(lookupKey(saveAs));
  const files = new Set(sources.values());
  const fresh = pages.filter((page) => !files.has(page.file) && !isKnown(page));
  const freshByName = groupBy(fresh, ({ file }) => posix.basename(file));
  const freshByFolder = groupBy(fresh, ({ file }) => posix.dirname(file));
  const gone = groupBy(
    [...files].filter((file) => !byFile.has(file)),
    (file) => posix.dirname(file),
  );
  const renamed = memoize((file: string): Page | undefined => {
    const folder = posix.dirname(file);
    const inFolder = gone.get(folder)?.length === 1 ? onlyOne(freshByFolder.get(folder)) : undefined;
    return onlyOne(freshByName.get(posix.basename(file))) ?? inFolder;
  });
  return (address) => {
    const source = sources.get(lookupKey(address));
    return source === undefined ? undefined : (byFile.get(source) ?? renamed(source));
  };
}

function onlyOne<One>(some: readonly One[] = []): One | undefined {
  return some.length === 1 ? some[0] : undefined;
}
