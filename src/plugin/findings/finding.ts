import type { FindingCode } from "./report-values.ts";

/** A place in a file. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * How much a finding matters.
 *
 * - `error`: something that an author wrote is not shown, or not where it should be.
 * - `warning`: it is shown, but most likely not as it was meant.
 * - `advice`: it works, and there is a better way to write it.
 */
export type Severity = "error" | "warning" | "advice";

/** One thing that is wrong in an author's file, in words that the author understands. */
export interface Finding extends Place {
  /** The header field concerned, as the author wrote it; empty where it is not about a field. */
  readonly field: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What is wrong. */
  readonly message: string;
  /** What follows from it for the site's visitors. */
  readonly consequence: string;
  /** What to write instead. */
  readonly fix: string;
  /** What it is about, where many are about the same: the folder that a link leads into. */
  readonly target?: string;
  /** The changes that fix it, where there is one right answer; else empty. */
  readonly edits: readonly Edit[];
  /** For how many of its kind in its file it stands, where a file has thousands; one, where nothing is said. */
  readonly count?: number;
}

/** A place in a file; without one, the file's first line. */
export function placeIn(file: string, { line, column }: Omit<Place, "file"> = { line: 1, column: 1 }): Place {
  return { file, line, column };
}

/** Where a finding is that is about the settings: nobody knows which file has them. */
export const IN_SETTINGS = placeIn("the site's settings");

/** Whether a finding makes a check fail. */
export function isFailure({ severity }: Pick<Finding, "severity">, isStrict: boolean): boolean {
  return severity === "error" || (isStrict && severity === "warning");
}

/** Sorted by file, line and column, the order in which an author works through them. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const byPlace = (a: Place, b: Place) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
  return findings.toSorted((a, b) => byPlace(a, b) || compareText(a.code, b.code));
}

/** Each finding once: what a setting gives to many pages is wrong on each of them. */
export function* withoutRepeats(findings: Iterable<Finding>): Generator<Finding> {
  const told = new Set<string>();
  for (const one of findings) {
    const key = JSON.stringify([one.file, one.line, one.column, one.code, one.message]);
    if (!told.has(key)) yield one;
    told.add(key);
  }
}

/** How many there are, of which some stand for more than one. */
export function countOf(findings: Iterable<{ readonly count?: number | undefined }>): number {
  let all = 0;
  for (const { count = 1 } of findings) all += count;
  return all;
}

/** Code point order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface InFile {
  /** The file, where it is not the finding's own. */
  readonly file?: string;
}

/** One change to a line of a file that fixes a finding. Lines and columns count from 1. */
export type Edit = Replacement | Removal;

/** A piece of a line is replaced, where it still is what was read. */
export interface Replacement extends InFile {
  readonly line: number;
  readonly column: number;
  readonly old: string;
  readonly text: string;
}

/** A whole line goes, with its line end. */
export interface Removal extends InFile {
  readonly line: number;
  readonly remove: true;
}
