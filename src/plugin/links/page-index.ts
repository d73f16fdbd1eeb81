import { nearest } from "../findings/nearest.ts";
import type { Page } from "../pages/page.ts";
import { lookupKey } from "./address.ts";

/** Pages by their addresses. */
export interface PageIndex {
  /** The page that has this address: as its Url, the file that it is written to, or an alias. */
  readonly find: (address: string) => Page | undefined;
  /** The address that is most like this one, for a message. */
  readonly nearest: (address: string) => string | undefined;
}

/** Indexes the pages that visitors can reach. Where two claim one address, the Url counts first, then the file. */
export function indexPages(pages: readonly Page[]): PageIndex {
  const byAddress = new Map<string, Page>();
  const add = (address: string, page: Page) => {
    const key = lookupKey(address);
    if (!byAddress.has(key)) byAddress.set(key, page);
  };
  const reachable = pages.filter((page) => page.status !== "draft");
  for (const page of reachable) add(page.url, page);
  for (const page of reachable) add(page.saveAs, page);
  for (const page of reachable) for (const alias of page.aliases) add(alias, page);
  return {
    find: (address) => byAddress.get(lookupKey(address)),
    nearest: (address) => nearest(lookupKey(address), byAddress.keys()),
  };
}
