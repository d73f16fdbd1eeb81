import type { DateTime } from "luxon";
import type { SourceFile, SourceTree, Unmade } from "../files/source-file.ts";
import { compareText, placeIn } from "../findings/finding.ts";
import { printableName } from "../findings/printable.ts";
import { type Report, report } from "../findings/report.ts";
import { isUnreadable } from "../header/header.ts";
import type { Settings } from "../settings.ts";
import { withoutConflicts } from "./conflicts.ts";
import type { Page } from "./page.ts";
import { createPageReader, type PageRead } from "./read-page.ts";
import { copiesOf } from "./subsites.ts";

/** What a site is made of. */
export interface Gathered {
  /** The pages and posts that are written, by the paths of their files. */
  readonly pages: readonly Page[];
  /** Those that an empty `Save_as`, or setting, has no file written for: in lists and feeds they are all the same. */
  readonly unwritten?: readonly Page[];
  /** The pages that would be made, if what their headers lack were there. */
  readonly incomplete?: readonly Page[];
  /** The files of pages that no page is made of: by mistakes, by their `Status`, or because their day has not come. */
  readonly leftOut?: readonly string[];
  /** Those to be skipped, and posts that wait for their day. */
  readonly unwanted?: readonly Page[];
  /** The pages that parts of the site have besides those of their own languages; made when they are asked for. */
  readonly copies?: () => readonly Page[];
  /** Every other file of the content, relative to it. */
  readonly assets: readonly string[];
  /** Sources that no page is made of. */
  readonly unmade?: Unmade | undefined;
  /** The files that are written besides, by other templates of the site; from the output folder. */
  readonly others: readonly string[];
  /** The addresses of earlier builds, and the file that was at each. */
  readonly published?: Readonly<Record<string, string>>;
  readonly reports: readonly Report[];
}

/**
 * Reads the pages of a tree without Eleventy: all files but empty ones, those to be skipped, posts whose day has not come,
 * and those whose place another has taken.
 *
 * @param read makes a page of a file
 */
export function gatherTree(
  tree: SourceTree,
  settings: Settings,
  now: DateTime,
  read: (file: SourceFile) => PageRead = createPageReader({ settings }),
): Gathered {
  const empty = tree.files.filter(isEmpty).map(({ path }) => report("file-empty", placeIn(path), {}));
  const reads = tree.files.filter((file) => !isEmpty(file)).map(read);
  const readable = reads.filter((one) => !isUnreadable(one.reports));
  const all = readable.map(({ page }) => page);
  const unwanted = all.filter((page) => isLeftOut(page, settings, now));
  const made = all.filter((page) => !isLeftOut(page, settings, now));
  const gathered = withoutConflicts(made.filter((page) => !isUnwritten(page)));
  const unwritten = made.filter(isUnwritten);
  const reports = [...tree.reports, ...empty, ...reads.flatMap((one) => one.reports), ...gathered.reports];
  const incomplete = reads.flatMap(({ unmade }) => unmade ?? []);
  const { assets, unmade } = tree;
  const kept = new Set(gathered.pages);
  const leftOut = withoutPage(
    tree.files.map(({ path }) => path),
    gathered.pages,
  );
  const copies = () =>
    copiesOf(
      readable.filter(({ page }) => kept.has(page)),
      settings,
    );
  return {
    pages: gathered.pages,
    unwritten,
    incomplete,
    leftOut,
    unwanted,
    copies,
    assets,
    unmade,
    others: [],
    reports,
  };
}

/** The files that none of these pages is made of. */
export function withoutPage(files: readonly string[], pages: readonly Page[]): string[] {
  const made = new Set(pages.map(({ file }) => file));
  return files.filter((file) => !made.has(file));
}

/** Whether no file is to be written for a page. */
export function isUnwritten({ saveAs }: Page): boolean {
  return saveAs === "";
}

/** Whether nothing but blanks is in a file. */
export function isEmpty({ text }: { readonly text: string }): boolean {
  return text.trim() === "";
}

/** The posts that wait for their day, the next first, in one line; empty where none does. */
export function waitingLine({ unwanted = [] }: Gathered): string {
  const dated = unwanted.flatMap(({ file, status, date }) => (status === "skip" || !date ? [] : [{ file, date }]));
  const [first] = dated.toSorted((a, b) => Number(a.date) - Number(b.date) || compareText(a.file, b.file));
  if (!first) return "";
  const count = dated.length === 1 ? "1 post waits for its date" : `${dated.length} posts wait for their dates`;
  return `${count} (first: ${printableName(first.file)} on ${first.date.toISODate()})`;
}

/** Whether no page is made of a file. A post that is dated after the build waits for its day. */
export function isLeftOut({ kind, status, date }: Page, { withFutureDates }: Settings, now: DateTime): boolean {
  return status === "skip" || (!withFutureDates && kind === "post" && date !== undefined && date > now);
}
