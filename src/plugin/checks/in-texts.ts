import type { Report } from "../findings/report.ts";
import type { Scanned } from "../html/scan.ts";
import type { Page } from "../pages/page.ts";
import { type Fault, reportInBody } from "../pages/report-in-body.ts";
import type { CheckedSite } from "./rule.ts";

/** What is wrong in the texts of a site, page by page; that of a page's `Summary` is told where the field is. */
export function inTexts(
  { scanned, summaries }: Pick<CheckedSite, "scanned" | "summaries">,
  faultsOf: (text: Scanned, page: Page) => Iterable<Fault>,
): Report[] {
  return [...scanned].flatMap(([page, text]) => {
    const summary = summaries.get(page);
    const ofSummary = summary ? Array.from(faultsOf(summary, page), ({ at }) => at(page.place("summary"))) : [];
    return [...reportInBody(page, faultsOf(text, page)), ...ofSummary];
  });
}
