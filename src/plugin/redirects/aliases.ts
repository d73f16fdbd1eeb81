import { posix } from "node:path";
import { decodeAddress, lookupKey, trimAddress } from "../dialect/address.ts";
import { type Report, report } from "../findings/report.ts";
import { asOneFile, foldersOf } from "../pages/conflicts.ts";
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

/** The file of the page that redirects, for hosts that know no rules. */
export function redirectFile(from: string): string {
  return /\.[a-z]{2,5}$/i.test(from) ? from : `${from}.html`;
}

/** Whether an alias is more likely several, split as tags are: a space in an address that was copied is %20. */
export function hasCommas(alias: string): boolean {
  return /,\s/.test(alias);
}

/**
 * Makes redirects of the pages' `Aliases`.
 *
 * @param isTaken whether something of the site is written at an address
 * @param files what is written, where each redirect is a file, too: none can be below another
 */
export function makeRedirects(
  pages: readonly Page[],
  isTaken: (address: string) => boolean,
  files?: readonly string[],
) {
  const written = new Set(files?.map(asOneFile));
  const folders = new Set(files?.flatMap(foldersOf).map(asOneFile));
  const hasRoom = (file: string) => !folders.has(file) && !foldersOf(file).some((folder) => written.has(folder));
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
      else if (isTaken(from) || (other && other !== page) || (files && !hasRoom(asOneFile(redirectFile(from))))) {
        reports.push(report("alias-taken", place, { alias, otherFile: other?.file }));
      } else if (!other) {
        claimed.set(key, page);
        const file = asOneFile(redirectFile(from));
        written.add(file);
        for (const folder of foldersOf(file)) folders.add(folder);
        redirects.push({ from, to: page.href, lang: page.lang });
      }
    }
  }
  return { redirects, reports };
}
