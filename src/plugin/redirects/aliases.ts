import { posix } from "node:path";
import { decodeAddress, lookupKey, trimAddress } from "../dialect/address.ts";
import { type Report, report } from "../findings/report.ts";
import type { Page } from "../pages/page.ts";
import { safeUrl } from "../pages/paths.ts";

/** An old address, and where it leads now. */
export interface Redirect {
  /** From the site's root, without slashes at its ends. */
  readonly from: string;
  readonly to: string;
  /** The language of the page that it leads to. */
  readonly lang: string;
}

/** Whether an alias is more likely several, split as tags are: a space in an address that was copied is %20. */
export function hasCommas(alias: string): boolean {
  return /,\s/.test(alias);
}

/**
 * Makes redirects of the pages' `Aliases`.
 *
 * @param isTaken whether something of the site is written at an address
 */
export function makeRedirects(pages: readonly Page[], isTaken: (address: string) => boolean) {
  const redirects: Redirect[] = [];
  const reports: Report[] = [];
  const claimed = new Map<string, Page>();
  for (const page of pages.filter(({ status }) => status !== "draft")) {
    for (const alias of page.aliases) {
      const place = page.place("aliases");
      // It may be copied from a browser, which encodes it; what is decoded must be safe.
      const safe = safeUrl(decodeAddress(alias), place);
      const from = trimAddress(posix.normalize(safe.path ?? ""));
      const key = lookupKey(from);
      const other = claimed.get(key);
      if (safe.path === undefined || key === "" || hasCommas(alias))
        reports.push(report("alias-unsafe", place, { alias }));
      else if (isTaken(from) || (other && other !== page)) {
        reports.push(report("alias-taken", place, { alias, otherFile: other?.file }));
      } else if (!other) {
        claimed.set(key, page);
        redirects.push({ from, to: page.href, lang: page.lang });
      }
    }
  }
  return { redirects, reports };
}
