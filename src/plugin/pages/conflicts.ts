import { type Finding, finding } from "../findings/finding.ts";
import type { Page } from "./page.ts";

export interface WithoutConflicts {
  readonly pages: readonly Page[];
  readonly findings: readonly Finding[];
}

/**
 * Keeps of the pages that would be written to one file the first, by the files' paths; the others are findings.
 * A file where another page needs a folder (`about` and `about/index.html`) is a conflict, too. Names that differ in
 * case only are one file on some disks: both pages are kept, and it is said.
 */
export function withoutConflicts(pages: readonly Page[]): WithoutConflicts {
  const byFile = new Map<string, Page>();
  const byFolder = new Map<string, Page>();
  const byLowerCase = new Map<string, Page>();
  const byUrl = new Map<string, Page>();
  const kept: Page[] = [];
  const findings: Finding[] = [];
  for (const page of pages) {
    const path = page.saveAs;
    const folders = foldersOf(path);
    const taken = byFile.get(path) ?? byFolder.get(path) ?? folders.map((folder) => byFile.get(folder)).find(Boolean);
    if (taken) {
      findings.push(sameFile(page, taken));
      continue;
    }
    kept.push(page);
    byFile.set(path, page);
    for (const folder of folders) if (!byFolder.has(folder)) byFolder.set(folder, page);
    const alike = byLowerCase.get(path.toLowerCase());
    if (alike) findings.push(otherCase(page, alike));
    else byLowerCase.set(path.toLowerCase(), page);
    if (page.status === "draft") continue;
    const sameUrl = byUrl.get(page.url);
    if (sameUrl) findings.push(oneUrl(page, sameUrl));
    else byUrl.set(page.url, page);
  }
  return { pages: kept, findings };
}

function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function sameFile(page: Page, first: Page): Finding {
  const isSame = page.saveAs === first.saveAs;
  return finding("save-as-taken", page.place("saveAs"), {
    field: "Save_as",
    message: isSame
      ? `The page would be written to ${page.saveAs}, and so is ${first.file}.`
      : `The page would be written to ${page.saveAs}, which cannot be beside ${first.saveAs} of ${first.file}.`,
    consequence: "This page was left out; the other one is there.",
    fix: "Give one of the two another Save_as, or remove it.",
  });
}

function otherCase(page: Page, first: Page): Finding {
  return finding("save-as-case", page.place("saveAs"), {
    field: "Save_as",
    message: `The page is written to ${page.saveAs}, and ${first.file} to ${first.saveAs}: they differ in case only.`,
    consequence: "On many disks and hosts they are one file, and one of the two pages is lost.",
    fix: "Give one of the two another Save_as.",
  });
}

function oneUrl(page: Page, first: Page): Finding {
  return finding("url-taken", page.place("url"), {
    field: "Url",
    message: `The Url “${page.url}” is also that of ${first.file}.`,
    consequence: "Menus that name it lead to the other page.",
    fix: "Give one of the two another Url.",
  });
}
