import type { Report } from "./report.ts";
import { sectionsOf, summaryOf, whereOf } from "./sections.ts";

/** A report for a terminal. */
export function textReport(report: Report): string {
  const sections = sectionsOf(report).map(({ title, entries, isLoss }) => {
    const lines = entries.flatMap(({ text, detail, pages }) => [
      `  ${text}`,
      ...[detail ?? "", whereOf(pages, 3)].filter((line) => line !== "").map((line) => `      ${line}`),
    ]);
    return [`${title}: ${entries.length}${isLoss ? "" : " (no loss)"}`, ...lines, "", ""].join("\n");
  });
  return `${sections.join("")}${summaryOf(report)}\n`;
}
