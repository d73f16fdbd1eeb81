import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";

/** What Git writes around two versions of the same lines (https://git-scm.com/docs/git-merge#_how_conflicts_are_presented). */
const [OURS, MIDDLE, THEIRS] = [/^<{7}(?: |$)/, /^={7}$/, /^>{7}(?: |$)/];
/** What shows such lines on purpose begins and ends so. */
const FENCE = /^ {0,3}(?:```|~~~)/;

/** Lines that Git left where two people changed the same ones, unless a text shows them as code. */
export function mergeConflicts(lines: readonly string[], file: string): Report[] {
  const reports: Report[] = [];
  let isCode = false;
  let start: number | undefined;
  let isDivided = false;
  for (const [index, line] of lines.entries()) {
    if (FENCE.test(line)) isCode = !isCode;
    else if (/<pre\b/i.test(line)) isCode = true;
    if (/<\/pre>/i.test(line)) isCode = false;
    if (isCode) continue;
    if (OURS.test(line)) [start, isDivided] = [index, false];
    else if (MIDDLE.test(line)) isDivided = start !== undefined;
    else if (THEIRS.test(line) && start !== undefined && isDivided) {
      const values = { first: start + 1, last: index + 1 };
      reports.push(report("merge-conflict", placeIn(file, { line: start + 1, column: 1 }), values));
      start = undefined;
    }
  }
  return reports;
}
