/** How much is read of one file: what is larger would take more memory than a machine may have, and ends in words instead. */

export const MEGABYTE = 1_000_000;

/** The most that `largestText` may be, in megabytes: at up to fifty times its size, a longer text would need more than the 4 GB that Node takes by default. */
export const MOST_OF_TEXT = 100;
/** What `largestText` is by itself. */
export const USUAL_OF_TEXT = 25;
/** Of a header: a field is in data, menus and views, and takes a hundred times its size. */
export const MOST_OF_HEADER = 1 * MEGABYTE;
export const MOST_FIELDS = 50_000;
/** What is kept of each line while a text is read takes more memory than the line: 20 MB of these took two gigabytes. */
export const MOST_LINES = 2_000_000;
/** Of a text that is read at once, as one with footnotes is: two millions of them take 1.4 GB. */
export const MOST_PARTS = 1_000_000;
/** The HTML of a text, in megabytes: feeds, the page and the disk take ten copies of it, and formulas become eight times as long. */
export function mostOfHtml(largestText: number): number {
  return 2 * Math.max(largestText, USUAL_OF_TEXT);
}
/** Data of pages, in bytes: read here and by Eleventy, it takes up to fifteen times its size. */
export const MOST_OF_DATA = 50 * MEGABYTE;
/** A layout or an include, or an icon that is in each page: what Nunjucks makes of one takes up to two hundred times its size. */
export const MOST_OF_TEMPLATE = 5 * MEGABYTE;
/** No site has so many addresses: these are 300,000, and where all of them are gone, that many findings take 900 MB. */
export const MOST_OF_LEDGER = 10 * MEGABYTE;
/** A source that is converted or included, in bytes; an image in it takes a part of a notebook, and is none of the page's text. */
export const MOST_OF_SOURCE = 100 * MEGABYTE;
/** Of reStructuredText: docutils takes a hundred times its size, and twelve seconds a megabyte. */
export const MOST_OF_RST = 5 * MEGABYTE;
/** A page of a built site that is compared: what is known of each of its links and words takes a hundred times its size. */
export const MOST_OF_PAGE = 10 * MEGABYTE;
/** Longer files are no settings. */
export const MOST_OF_SETTINGS = 1 * MEGABYTE;
/**
 * A longer script or stylesheet is served as it is: what is read of a script to make it smaller takes two hundred times its
 * size, and lightningcss takes the square of a stylesheet's addresses.
 */
export const MOST_OF_ASSET = 2 * MEGABYTE;

/** A file has more than is read, in megabytes. */
export class FileTooLarge extends Error {
  readonly megabytes: number;
  readonly most: number;

  constructor(file: string, bytes: number, mostBytes: number) {
    const [megabytes, most] = [megabytesOf(bytes), megabytesOf(mostBytes)];
    super(`${file} has ${megabytes} MB, more than the ${most} MB that are read`);
    this.megabytes = megabytes;
    this.most = most;
  }
}

/** A size as people read it. */
export function megabytesOf(bytes: number): number {
  return Number((bytes / MEGABYTE).toPrecision(3));
}
