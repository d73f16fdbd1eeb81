import { posix } from "node:path";
import { type Finding, finding } from "../findings/finding.ts";
import { lookupKey, trimAddress } from "../links/address.ts";
import type { Page } from "../pages/page.ts";
import { safeUrl } from "../pages/paths.ts";

/** An old address, and where it leads now. */
export interface Redirect {
  /** From the site's root, without slashes at its ends. */
  readonly from: string;
  readonly to: string;
}

export interface RedirectsMade {
  readonly redirects: readonly Redirect[];
  readonly findings: readonly Finding[];
}

/**
 * Makes redirects of the pages' `Aliases`.
 *
 * @param isTaken whether something of the site is written at an address
 */
export function makeRedirects(pages: readonly Page[], isTaken: (address: string) => boolean): RedirectsMade {
  const redirects: Redirect[] = [];
  const findings: Finding[] = [];
  const claimed = new Map<string, Page>();
  for (const page of pages.filter(({ status }) => status !== "draft")) {
    for (const alias of page.aliases) {
      const safe = safeUrl(decode(alias), page.place("aliases"));
      const from = trimAddress(posix.normalize(safe.path ?? ""));
      const key = lookupKey(from);
      const other = claimed.get(key);
      if (safe.path === undefined || key === "") findings.push(unsafe(alias, page));
      else if (isTaken(from) || (other && other !== page)) findings.push(taken(alias, other, page));
      else if (!other) {
        claimed.set(key, page);
        redirects.push({ from, to: page.href });
      }
    }
  }
  return { redirects, findings };
}

/** An alias may be copied from a browser, which encodes it; what is decoded must be safe. */
function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function unsafe(alias: string, page: Page): Finding {
  return finding("alias-unsafe", page.place("aliases"), {
    field: "Aliases",
    message: `“${alias}” cannot be an alias: it is no address of this site.`,
    consequence: "No redirect is made from it.",
    fix: "Write an old address from the site's root, such as “about/old-name”.",
  });
}

function taken(alias: string, other: Page | undefined, page: Page): Finding {
  return finding("alias-taken", page.place("aliases"), {
    field: "Aliases",
    message: other
      ? `“${alias}” is also an alias of ${other.file}.`
      : `“${alias}” cannot be an alias: something of the site is written there.`,
    consequence: "No redirect to this page is made from it.",
    fix: "Remove it from one of the two.",
  });
}
