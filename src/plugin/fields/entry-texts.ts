import { placeIn } from "../findings/finding.ts";
import { nearest } from "../findings/nearest.ts";
import { type Report, report } from "../findings/report.ts";
import type { HeaderLine, NestedField } from "../header/header.ts";

/** The parts of an entry by their names in lower case; unknown ones, and those that are not text, are reported. */
export function textsIn(
  pairs: readonly NestedField[],
  known: readonly string[],
  field: string,
  file: string,
): { parts: ReadonlyMap<string, HeaderLine>; reports: readonly Report[] } {
  const reports: Report[] = [];
  const parts = new Map<string, HeaderLine>();
  const there = new Set(pairs.map(({ key }) => key.toLowerCase()));
  for (const { key, value, line, column } of pairs) {
    const name = key.toLowerCase();
    if (!known.includes(name)) reports.push(unknownPart({ key, line, column }, there, known, field, file));
    else if (value.kind !== "text") {
      reports.push(report("menu-form", placeIn(file, value), { field, fault: "not-text", name }));
    } else {
      const { text, line: valueLine, column: valueColumn } = value;
      parts.set(name, { key: field, value: text, line, column, valueLine, valueColumn });
    }
  }
  return { parts, reports };
}

function unknownPart(
  at: Omit<NestedField, "value">,
  there: ReadonlySet<string>,
  known: readonly string[],
  field: string,
  file: string,
): Report {
  const near = nearest(at.key, known);
  const isFree = near === undefined || !there.has(near);
  return report("menu-key", placeIn(file, at), { field, part: at.key, known, near, isFree });
}
