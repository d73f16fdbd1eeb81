import { addressMatcher, hrefOf, lookupKey } from "../dialect/address.ts";
import { suggestAddresses, type Wanted } from "../findings/nearest.ts";
import { movedPages } from "./moved-pages.ts";
import type { Page } from "./page.ts";

/** Pages by their addresses. */
export interface PageIndex {
  /** The page that has this address: as its Url, the file that it is written to, or an alias. */
  readonly find: (address: string) => Page | undefined;
  /** Where something else of the site is that has this address: a list, a feed, a static file. */
  readonly findOther: (address: string) => string | undefined;
  /** The page that was most likely meant by an address that is none's, for a message. */
  readonly meant: (address: string, wanted?: WantedPage) => Page | undefined;
  /** Where the page is now that was at this address in an earlier build. */
  readonly moved: (address: string) => Page | undefined;
}

/** What is known of a page that an address does not lead to. */
export interface WantedPage extends Pick<Wanted, "label"> {
  readonly isFit?: (page: Page) => boolean;
}

/**
 * Indexes the pages that visitors can reach. Where two claim one address, the Url counts first, then the file.
 *
 * @param others the files that are written besides the pages, from the output folder
 * @param elsewhere patterns of addresses that other programs publish
 * @param published the addresses of earlier builds, and the file that was at each
 * @param hrefs what links to these files say, where that is not the file's own address
 * @param path the path that the site is below: an author may have written it, as it stands in a browser
 */
export function indexPages(
  pages: readonly Page[],
  others: readonly string[],
  hrefs: ReadonlyMap<string, string> = new Map(),
  elsewhere: readonly string[] = [],
  path = "",
  published: Readonly<Record<string, string>> = {},
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
  const otherFiles = new Map(others.map((saveAs) => [lookupKey(saveAs), hrefs.get(saveAs) ?? hrefOf(saveAs)]));
  const suggest = suggestAddresses(
    [...byAddress].map(([address, page]) => {
      const { file, title, url } = page;
      const main = byAddress.get(lookupKey(url)) === page ? lookupKey(url) : address;
      return { address, main, names: [file.replace(/\.\w+$/, "")], title };
    }),
  );
  const isElsewhere = addressMatcher(elsewhere);
  const moved = movedPages(published, reachable);
  // What is in the site as it is written goes before.
  const keysOf = (address: string) => [lookupKey(address), ...withoutPath(lookupKey(address), lookupKey(path))];
  const findIn = <One>(map: ReadonlyMap<string, One>, address: string) =>
    keysOf(address)
      .map((key) => map.get(key))
      .find((one) => one !== undefined);
  return {
    moved,
    findOther: (address) => findIn(otherFiles, address) ?? (isElsewhere(address) ? pathOf(address) : undefined),
    find: (address) => findIn(byAddress, address),
    meant: (address, { label, isFit = () => true } = {}) => {
      const isFitAt = (at: string) => {
        const page = byAddress.get(at);
        // What cannot be named, since its Url is another page's, cannot be meant.
        return page !== undefined && isFit(page) && byAddress.get(lookupKey(page.url)) === page;
      };
      const before = moved(address);
      if (before && isFitAt(lookupKey(before.url))) return before;
      const found = suggest(lookupKey(address), { label, isFit: isFitAt });
      return found === undefined ? undefined : byAddress.get(found);
    },
  };
}

function withoutPath(key: string, path: string): string[] {
  if (path === "") return [];
  return key === path ? [""] : key.startsWith(`${path}/`) ? [key.slice(path.length + 1)] : [];
}

function pathOf(address: string): string {
  return `/${address.replace(/^\/+/, "").split("/").map(encodeURIComponent).join("/")}`;
}
