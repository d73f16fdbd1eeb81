import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import type { NumberedEntry } from "./numbered.ts";

/**
 * Joins what two entries lack where a number was mistyped: a second name of entry 2, and an address of entry 3 that has
 * no name, are one entry; so are, on lines one below the other, a name of entry 2 and an address of entry 3.
 */
export function pairUp(
  numbered: readonly NumberedEntry[],
  file: string,
): { entries: readonly NumberedEntry[]; reports: readonly Report[] } {
  const entries: NumberedEntry[] = [];
  const reports: Report[] = [];
  for (let index = 0; index < numbered.length; index++) {
    const [before, entry, next] = [numbered[index - 1], numbered[index], numbered[index + 1]];
    if (!entry) continue;
    const lone = loneOf(entry);
    const other = lone === "title" ? "url" : "title";
    const [line, otherLine] = [lone && entry[lone], next?.[other]];
    if (!lone || !line || !next || !otherLine || loneOf(next) !== other || next.number === entry.number) {
      entries.push(entry);
      continue;
    }
    const isAlone = entry.number !== before?.number;
    if (isAlone && Math.abs(line.line - otherLine.line) !== 1) {
      entries.push(entry);
      continue;
    }
    // Where neither number is taken, that which follows the one before is right.
    const isFirstWrong = !isAlone || entry.number !== (before?.number ?? 0) + 1;
    const [wrong, taken, free] = isFirstWrong
      ? [line, entry.number, next.number]
      : [otherLine, next.number, entry.number];
    const part = wrong === entry.title || wrong === next.title ? "name" : "address";
    const values = { field: wrong.key, value: wrong.value, part, taken, free, isAlone } as const;
    reports.push(report("menu-number", placeIn(file, wrong), values));
    entries.push({ ...entry, ...next, number: free });
    index++;
  }
  return { entries, reports };
}

/** The half of an entry that is there, where the other is missing. */
function loneOf({ title, url }: NumberedEntry): "title" | "url" | undefined {
  if (title && !url) return "title";
  return url && !title ? "url" : undefined;
}
