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

const MEGABYTE = 1_000_000;

/** Makes something of a page's text, or says that it would take too much memory. */
export function unlessTooLarge(make: () => Made, { file }: Page, text: string): Made | (Made & { report: Report }) {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TooManyParts)) throw error;
    const megabytes = Number((Buffer.byteLength(text) / MEGABYTE).toPrecision(3));
    const told = report("file-too-large", placeIn(file), { megabytes, mostParts: error.most });
    return { html: "", scanned: scan(""), report: told };
  }
}
