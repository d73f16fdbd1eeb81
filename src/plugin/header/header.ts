import { type Place, placeIn } from "../findings/finding.ts";
import type { Report } from "../findings/report.ts";

/** One field of a header, as the author wrote it. Lines and columns count from 1. */
export interface HeaderLine {
  readonly key: string;
  /** The text after the colon; the lines of a continued value are joined by newlines. */
  readonly value: string;
  readonly line: number;
  readonly column: number;
  readonly valueColumn: number;
  /** Where the value is not on the line of its key: the attributes of an element may be on several. */
  readonly valueLine?: number;
  /** The setting that it comes from, where it is not in the file. */
  readonly setting?: string;
}

/** A value that is a list or a mapping, or is in one, with the place of each of its parts. */
export type HeaderNode =
  | (Spot & { readonly kind: "text"; readonly text: string })
  | (Spot & { readonly kind: "list"; readonly items: readonly HeaderNode[] })
  | (Spot & { readonly kind: "map"; readonly pairs: readonly NestedField[] })
  | (Spot & { readonly kind: "other" });

interface Spot {
  readonly line: number;
  readonly column: number;
}

/** A key whose value is more than one text: a menu in a modern form. */
export interface NestedField extends Spot {
  readonly key: string;
  readonly value: HeaderNode;
}

/** A file's header and what comes below it. */
export interface Header {
  /**
   * - `pelican`: lines of `Key: value`;
   * - `pelican-yaml`: the same fields in YAML, for the sake of menus in a modern form, which are all that is nested;
   * - `yaml`: Eleventy's own front matter.
   */
  readonly syntax: "pelican" | "pelican-yaml" | "html" | "yaml" | "none";
  readonly lines: readonly HeaderLine[];
  /** The menus in a modern form; in HTML one for each entry. */
  readonly menus: readonly NestedField[];
  /** In YAML only: the whole front matter, for Eleventy. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What reads the front matter, where that is in another language than YAML: only Eleventy has what it says. */
  readonly engine?: string;
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
}

export interface HeaderRead {
  readonly header: Header;
  readonly reports: readonly Report[];
}

const UNREADABLE: ReadonlySet<string> = new Set(["header-yaml", "header-code", "merge-conflict", "file-too-large"]);

/** Whether a header is unreadable, or what is to be read is undecided: then no page is made of its file. */
export function isUnreadable(reports: readonly Report[]): boolean {
  return reports.some(({ code }) => UNREADABLE.has(code));
}

/** Where the value of a field is written. */
export function valuePlace(line: HeaderLine, file: string): Place {
  if (line.setting !== undefined) return placeIn(`the setting ${line.setting}`);
  return { file, line: line.valueLine ?? line.line, column: line.valueColumn };
}
