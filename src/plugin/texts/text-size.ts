import { MEGABYTE, megabytesOf, mostOfHtml } from "../findings/bounds.ts";
import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { type Scanned, scan } from "../html/scan.ts";
import { TooManyParts } from "../markdown/counting-states.ts";
import type { Page } from "../pages/page.ts";

/** What was made of a text. */
interface Made {
  readonly html: string;
  readonly scanned: Scanned;
}

/** A page's text with what it includes, where that is no longer than a page's may be; else without any text. */
export function unlessTooLong(
  text: string,
  { file }: Page,
  limit: number,
): { readonly text: string; readonly reports: readonly Report[] } {
  if (text.length <= limit * MEGABYTE) return { text, reports: [] };
  const values = { megabytes: megabytesOf(Buffer.byteLength(text)), limit, isWhole: true };
  return { text: "", reports: [report("file-too-large", placeIn(file), values)] };
}

/** A text has become so much HTML that what is made of that would take all memory: formulas do. */
class TooMuchHtml extends Error {
  readonly most: number;

  constructor(most: number) {
    super(`The text has more than ${most} MB of HTML.`);
    this.most = most;
  }
}

/**
 * Lets go of HTML that is too long.
 *
 * @param largest what the setting `largestText` says
 * @throws {TooMuchHtml}
 */
export function unlessTooMuch(html: string, largest: number): string {
  const most = mostOfHtml(largest);
  if (html.length > most * MEGABYTE) throw new TooMuchHtml(most);
  return html;
}

/** Makes something of a page's text, or says that it would take too much memory. */
export function unlessTooLarge(make: () => Made, { file }: Page, text: string): Made | (Made & { report: Report }) {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TooManyParts || error instanceof TooMuchHtml)) throw error;
    const megabytes = megabytesOf(Buffer.byteLength(text));
    const most = error instanceof TooMuchHtml ? { mostHtml: error.most } : { mostParts: error.most };
    const told = report("file-too-large", placeIn(file), { megabytes, ...most });
    return { html: "", scanned: scan(""), report: told };
  }
}
