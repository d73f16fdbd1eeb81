import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

/** What is written beside the pages. */
export interface BesidePages {
  /** Static files, from the content folder and from the output folder. */
  readonly files: readonly { readonly from: string; readonly to: string }[];
  /** The images that smaller ones are drawn of. */
  readonly images: Iterable<{ readonly bytes: number }>;
  /** How many pictures for social networks are drawn. */
  readonly cards: number;
}

/** A card takes about this much. */
const CARD_BYTES = 60_000;
/** Where pictures and cards are written. */
const ASSETS = "assets";

/**
 * How many bytes a site's static files, pictures and cards take. What is there already is not counted: of pictures and cards
 * that is all, where there are any.
 */
export function roomBesidePages(input: string, output: string, { files, images, cards }: BesidePages): number {
  const copied = files.reduce((sum, { from, to }) => {
    const bytes = sizeOf(join(input, from));
    return sum + (bytes === sizeOf(join(output, to)) ? 0 : bytes);
  }, 0);
  if (existsSync(join(output, ASSETS))) return copied;
  // All sizes of a picture together take hardly more than the image.
  return [...images].reduce((sum, { bytes }) => sum + bytes, copied) + cards * CARD_BYTES;
}

function sizeOf(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  return status?.isFile() ? status.size : 0;
}
