/** One change to a line of a file that mends a finding. Lines and columns count from 1. */
export type Edit = Replacement | Removal;

/** A piece of a line is replaced, where it still is what was read. */
export interface Replacement {
  readonly line: number;
  readonly column: number;
  readonly old: string;
  readonly text: string;
}

/** A whole line goes, with its line end. */
export interface Removal {
  readonly line: number;
  readonly remove: true;
}
