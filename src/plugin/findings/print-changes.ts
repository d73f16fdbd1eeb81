import { countBy } from "../maps/group-by.ts";
import type { Finding } from "./finding.ts";
import { counted, summary } from "./print-findings.ts";
import { printSummary, type SummaryOptions } from "./print-summary.ts";

/** Those that the others do not hold. Lines move when an author writes, so they do not count; how often does. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const keyOf = ({ file, code, message }: Finding) => JSON.stringify([file, code, message]);
  const counts = countBy(others.map(keyOf));
  return findings.filter((one) => {
    const left = counts.get(keyOf(one)) ?? 0;
    counts.set(keyOf(one), left - 1);
    return left <= 0;
  });
}

/** What is new since the last build, and how many of the old findings are gone. */
export function printChanges(before: readonly Finding[], now: readonly Finding[], options: SummaryOptions): string {
  const fresh = without(now, before);
  const gone = without(before, now).length;
  if (fresh.length === 0 && gone === 0) return "";
  const total = now.length === 0 ? "none is left" : `${summary(now)} in all`;
  const fixed = `${gone === 0 ? "" : `${counted(gone, "finding is", "findings are")} fixed; `}${total}`;
  return fresh.length === 0 ? fixed : `${printSummary(fresh, options)} new; ${fixed}`;
}
