import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import type { NumberedEntry } from "./numbered.ts";

/**
 * Joins what two entries lack where one number was written twice: a second name of entry 2, and an address of entry 3
 * that has no name, are one entry.
 */
export function pairUp(
  numbered: readonly NumberedEntry[],
  file: string,
): { entries: readonly NumberedEntry[]; reports: readonly Report[] } {
  const entries: NumberedEntry[] = [];
  const reports: Report[] = [];
  for (let index = 0; index < numbered.length; index++) {
    const [entry, next] = [numbered[index], numbered[index + 1]];
    if (!entry) continue;
    const lone = entry.title && !entry.url ? "title" : entry.url && !entry.title ? "url" : undefined;
    const other = lone === "title" ? "url" : "title";
    const line = lone && entry[lone];
    const isSecond = entry.number === numbered[index - 1]?.number;
    if (!line || !isSecond || !next || next[lone] || !next[other] || next.number === entry.number) {
      entries.push(entry);
      continue;
    }
    const part = lone === "title" ? "name" : "address";
    const values = { field: line.key, value: line.value, part, taken: entry.number, free: next.number } as const;
    reports.push(report("menu-number", placeIn(file, line), values));
    entries.push({ ...next, [lone]: line });
    index++;
  }
  return { entries, reports };
}
