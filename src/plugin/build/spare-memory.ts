import { setFlagsFromString } from "node:v8";
import type { Page } from "../pages/page.ts";

/** So many characters of a text make it a long one. */
const LONG = 1_000_000;
/** How much there may be beyond what is in use, in hundredths of that, before V8 looks for what is not. */
const SPARE = 30;
/** V8 decides by itself: it may wait for four times as much. */
const BY_ITSELF = 0;

/**
 * Lets V8 look for free memory earlier, where a site has a text of megabytes: what its steps leave behind is some times as large
 * as the text. With texts of usual length all is as it was.
 * Source: `heap_growing_percent` in https://github.com/v8/v8/blob/main/src/flags/flag-definitions.h
 *
 * @param before the pages of the build before
 */
export function spareMemory(pages: readonly Page[], before: readonly Page[]): void {
  const percent = hasLong(pages) ? SPARE : BY_ITSELF;
  if (percent !== BY_ITSELF || hasLong(before)) setFlagsFromString(`--heap-growing-percent=${percent}`);
}

function hasLong(pages: readonly Page[]): boolean {
  return pages.some(({ header }) => header.body.length >= LONG);
}
