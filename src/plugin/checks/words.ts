import type { Edit, Place } from "../findings/finding.ts";

/** Asks for what is most like what was written; where nothing is, says what to write. */
export function didYouMean(near: string | undefined, otherwise: string, quote = (text: string) => text): string {
  return near === undefined ? otherwise : `Did you mean “${quote(near)}”?`;
}

/** A text from an author's file, as long as fits a message. */
export function shorten(text: string, length = 80): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** Puts another text in place of the one at a place. */
export function replace({ line, column }: Place, old: string, text: string): Edit[] {
  return [{ line, column, old, text }];
}

/** What follows where a whole header is missed in a site that makes no page without. */
export const NO_HEADER = "The header is not read as one, so no page is made of the file, as in Pelican.";
