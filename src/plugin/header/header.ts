import type { Finding, Place } from "../findings/finding.ts";

/** One field of a header, as the author wrote it. Lines and columns count from 1. */
export interface HeaderLine {
  readonly key: string;
  /** The text behind the colon; the lines of a continued value are joined by newlines. */
  readonly value: string;
  readonly line: number;
  readonly column: number;
  readonly valueColumn: number;
  /** Where the value is not on the line of its key: the attributes of an element may stand on several. */
  readonly valueLine?: number;
}

/** A file's header and what comes below it. */
export interface Header {
  readonly syntax: "pelican" | "html" | "yaml" | "none";
  readonly lines: readonly HeaderLine[];
  /** In YAML only: the whole front matter, for Eleventy. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
}

export interface HeaderRead {
  readonly header: Header;
  readonly findings: readonly Finding[];
}

/** Where the value of a field is written. */
export function valuePlace(line: HeaderLine, file: string): Place {
  return { file, line: line.valueLine ?? line.line, column: line.valueColumn };
}
