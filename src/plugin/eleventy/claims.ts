import type { Report } from "../findings/report.ts";
import { leftOut } from "../pages/conflicts.ts";
import type { Page } from "../pages/page.ts";

/**
 * The files of pages that are in no collection: Eleventy never shows those again once it has their addresses, so of two
 * that want one file the second is refused when it asks.
 */
export interface Claims {
  /** Whether a page may be written to its file. */
  readonly take: (page: Page) => boolean;
  readonly reports: () => readonly Report[];
}

/** Begins without any; they are those of one build. */
export function createClaims(): Claims {
  const taken = new Map<string, Page>();
  const refused = new Map<string, Report>();
  const take = (page: Page) => {
    const first = taken.get(page.saveAs);
    if (!first) taken.set(page.saveAs, page);
    const isOwn = first === undefined || first.file === page.file;
    if (!isOwn) refused.set(page.file, leftOut(page, first));
    return isOwn;
  };
  return { take, reports: () => [...refused.values()] };
}
