import { type Report, report } from "../findings/report.ts";
import type { Page } from "./page.ts";

export interface WithoutConflicts {
  readonly pages: readonly Page[];
  readonly reports: readonly Report[];
}

/**
 * Keeps of the pages that would be written to one file the first, by the files' paths; the others are reported.
 * A file where another page needs a folder (`about` and `about/index.html`) is a conflict, too. Names that differ in
 * case only are one file on some disks: both pages are kept, and it is said.
 */
export function withoutConflicts(pages: readonly Page[]): WithoutConflicts {
  const byFile = new Map<string, Page>();
  const byFolder = new Map<string, Page>();
  const byLowerCase = new Map<string, Page>();
  const byUrl = new Map<string, Page>();
  const kept: Page[] = [];
  const reports: Report[] = [];
  for (const page of pages) {
    const path = page.saveAs;
    const folders = foldersOf(path);
    const taken = byFile.get(path) ?? byFolder.get(path) ?? folders.map((folder) => byFile.get(folder)).find(Boolean);
    if (taken) {
      reports.push(leftOut(page, taken));
      continue;
    }
    kept.push(page);
    byFile.set(path, page);
    for (const folder of folders) if (!byFolder.has(folder)) byFolder.set(folder, page);
    const alike = byLowerCase.get(asOneFile(path));
    if (alike) reports.push(report("save-as-case", page.place("saveAs"), twoFiles(page, alike)));
    else byLowerCase.set(asOneFile(path), page);
    if (page.status === "draft") continue;
    // Each part of the site has addresses of its own.
    const url = `${page.subsite ?? ""}:${page.url}`;
    const sameUrl = byUrl.get(url);
    if (sameUrl) reports.push(report("url-taken", page.place("url"), { url: page.url, otherFile: sameUrl.file }));
    else byUrl.set(url, page);
  }
  return { pages: kept, reports };
}

/** As disks of Windows and macOS take names: capitals do not count, nor how an accent is written. */
export function asOneFile(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** The folders that a path leads through, from the first. */
export function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** A page whose place another page has. */
export function leftOut(page: Page, first: Page): Report {
  return report("save-as-taken", page.place("saveAs"), twoFiles(page, first));
}

function twoFiles({ saveAs }: Page, { file: otherFile, saveAs: otherSaveAs }: Page) {
  return { saveAs, otherFile, otherSaveAs };
}
