import type { Report } from "../findings/report.ts";

/** An author's file: text that has been read, or the reports that say why it could not be. */
export interface SourceFile {
  /** Relative to the content folder, with forward slashes. It is what findings show. */
  readonly path: string;
  readonly text: string;
}

export interface SourceTree {
  readonly files: readonly SourceFile[];
  /** Every other file of the tree, relative to the content folder: images, documents, data. */
  readonly assets: readonly string[];
  /** Not empty where a file could not be read: then no site can be made of the tree. */
  readonly reports: readonly Report[];
}
