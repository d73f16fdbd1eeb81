/** A file that a source is turned into, or that belongs to it; its path is relative to the content folder. */
export interface NewFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What was made of a source; the first file is the page. */
export type Conversion =
  | {
      readonly kind: "made";
      readonly source: string;
      readonly files: readonly NewFile[];
      readonly notes: readonly string[];
    }
  | { readonly kind: "failed"; readonly source: string; readonly line: number; readonly reason: string };

/** A path with another ending. */
export function withEnding(path: string, ending: string): string {
  return path.replace(/\.[^./]*$/, ending);
}
