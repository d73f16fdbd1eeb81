import type { Place } from "./finding.ts";
import type { FindingCode, ReportValues } from "./report-values.ts";

/** What a reader of the content found, as plain values; its words, its severity and its repair are in `checks/`. */
export type Report = { readonly [Code in FindingCode]: ReportOf<Code> }[FindingCode];

export interface ReportOf<Code extends FindingCode> extends Place {
  readonly code: Code;
  readonly values: ReportValues[Code];
  /** For how many of its kind in its file it stands; one, where nothing is said. */
  readonly count?: number;
}

/** Reports what is wrong at a place. */
export function report<Code extends FindingCode>(
  code: Code,
  { file, line, column }: Place,
  values: ReportValues[Code],
): ReportOf<Code> {
  return { code, file, line, column, values };
}
