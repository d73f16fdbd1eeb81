import { codes, type FindingCode, type Severity } from "./codes.ts";
import type { Edit } from "./edit.ts";

/** A place in a file. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

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
  /** The changes that mend it, where there is one right answer; else empty. */
  readonly edits: readonly Edit[];
}

/** The words of a finding: what is wrong, what follows, what to write instead. */
export interface FindingText {
  readonly field?: string;
  readonly message: string;
  readonly consequence: string;
  readonly fix: string;
  readonly edits?: readonly Edit[];
}

/** Makes a finding; its severity is the one that the table of codes gives. */
export function finding(code: FindingCode, place: Place, text: FindingText): Finding {
  return {
    file: place.file,
    line: place.line,
    column: place.column,
    field: text.field ?? "",
    code,
    severity: codes[code],
    message: oneLine(text.message),
    consequence: oneLine(text.consequence),
    fix: oneLine(text.fix),
    edits: text.edits ?? [],
  };
}

/** An author's value may go over several lines; quoted, it must not look like a finding of its own. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]\s*/g, " ");
}

/** Sorted by file, line and column, the order in which an author mends them. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
  );
}

/** Codepoint order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
