import { hrefOf, lookupKey } from "../dialect/address.ts";
import { suggestAddresses } from "../findings/nearest.ts";
import type { Page } from "./page.ts";

/** Pages by their addresses. */
export interface PageIndex {
  /** The page that has this address: as its Url, the file that it is written to, or an alias. */
  readonly find: (address: string) => Page | undefined;
  /** Where something else of the site is that has this address: a list, a feed, a static file. */
  readonly findOther: (address: string) => string | undefined;
  /** The address that is most like this one, for a message. */
  readonly nearest: (address: string) => string | undefined;
}

/**
 * Indexes the pages that visitors can reach. Where two claim one address, the Url counts first, then the file.
 *
 * @param others the files that are written besides the pages, from the output folder
 * @param hrefs what links to these files say, where that is not the file's own address
 */
export function indexPages(
  pages: readonly Page[],
  others: readonly string[],
  hrefs: ReadonlyMap<string, string> = new Map(),
): PageIndex {
  const byAddress = new Map<string, Page>();
  const add = (address: string, page: Page) => {
    const key = lookupKey(address);
    if (!byAddress.has(key)) byAddress.set(key, page);
  };
  const reachable = pages.filter((page) => page.status !== "draft");
  for (const page of reachable) add(page.url, page);
  for (const page of reachable) add(page.saveAs, page);
  for (const page of reachable) add(page.href, page);
  for (const page of reachable) for (const alias of page.aliases) add(alias, page);
  const suggest = suggestAddresses([...byAddress.keys()]);
  const otherFiles = new Map(others.map((saveAs) => [lookupKey(saveAs), hrefs.get(saveAs) ?? hrefOf(saveAs)]));
  return {
    findOther: (address) => otherFiles.get(lookupKey(address)),
    find: (address) => byAddress.get(lookupKey(address)),
    nearest: (address) => suggest(lookupKey(address)),
  };
}
