import type { Report } from "../findings/report.ts";

/** An author's file whose text has been read. */
export interface SourceFile {
  /** Relative to the content folder, with forward slashes. It is what findings show. */
  readonly path: string;
  readonly text: string;
}

/** Sources that no page is made of, by their paths. */
export interface Unmade {
  /** In a format that is not read. They are not among the other files. */
  readonly unread: readonly string[];
  /** In such a format as well, with the page that was made of each beside it. They are not among the other files either. */
  readonly converted?: readonly string[];
  /** With a page's header, in a place of no pages. */
  readonly raw: readonly string[];
}

export interface SourceTree {
  readonly files: readonly SourceFile[];
  /** Every other file of the tree, relative to the content folder: images, documents, data. */
  readonly assets: readonly string[];
  /** Sources that no page is made of. */
  readonly unmade?: Unmade;
  /** Not empty where a file could not be read: then no site can be made of the tree. */
  readonly reports: readonly Report[];
}
