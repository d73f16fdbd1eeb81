import { IN_SETTINGS } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import type { Page } from "../pages/page.ts";
import { reasonAgainst } from "../pages/paths.ts";

/** A list or a feed that is to be written. */
interface Planned {
  readonly saveAs: string;
  readonly title: string;
  readonly heading?: string;
}

/**
 * Keeps what can be written of planned lists and feeds. Where a page is in the place of one, the page holds, as where two are
 * one file the first does: nothing of it is lost in silence, unless the page's header names the file.
 *
 * @param others the files that other templates of the site write: these hold
 */
export function withoutTaken<One extends Planned>(
  planned: readonly One[],
  pages: readonly Page[],
  others: readonly string[],
): { readonly kept: One[]; readonly reports: readonly Report[] } {
  const byFile = new Map(pages.map((page) => [page.saveAs, page]));
  const ofOthers = new Set(others);
  const written = new Map<string, One>();
  const reports: Report[] = [];
  for (const one of planned) {
    const { saveAs } = one;
    const list = nameOf(one);
    const page = byFile.get(saveAs);
    const first = written.get(saveAs);
    if (saveAs === "" || ofOthers.has(saveAs)) continue;
    const reason = reasonAgainst(saveAs);
    if (reason !== undefined) {
      reports.push(report("list-unsafe", IN_SETTINGS, { saveAs, list, reason }));
    } else if (page) {
      if (!isWritten(page)) reports.push(report("list-taken", page.place("title"), { saveAs, list }));
    } else if (first) {
      reports.push(report("list-twice", IN_SETTINGS, { saveAs, list, first: nameOf(first) }));
    } else written.set(saveAs, one);
  }
  return { kept: [...written.values()], reports };
}

/** Whether the page's header itself says where it is. */
function isWritten({ fields, header }: Page): boolean {
  return fields.saveAs !== undefined || header.data.permalink !== undefined;
}

function nameOf({ title, heading }: Planned): string {
  return title || (heading ?? "");
}
