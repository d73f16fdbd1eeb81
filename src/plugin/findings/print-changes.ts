import { compareBaseline, known } from "./baseline.ts";
import { countOf, type Finding } from "./finding.ts";
import { counted, summary } from "./print-findings.ts";
import { printSummary, type SummaryOptions } from "./print-summary.ts";

/** What is new since the last build, and how many of the old findings are gone. */
export function printChanges(before: readonly Finding[], now: readonly Finding[], options: SummaryOptions): string {
  const { fresh, gone } = compareBaseline(now, before.map(known));
  if (fresh.length === 0 && gone.length === 0) return "";
  const total = now.length === 0 ? "none is left" : `${summary(now)} in all`;
  const fixed = `${gone.length === 0 ? "" : `${counted(countOf(gone), "finding is", "findings are")} fixed; `}${total}`;
  return fresh.length === 0 ? fixed : `${printSummary(fresh, options)} new; ${fixed}`;
}
