import type { SourceTree } from "./files/source-file.ts";
import { type Finding, finding, sortFindings } from "./findings/finding.ts";
import { indexPages, type PageIndex } from "./links/page-index.ts";
import { makeMenus } from "./menus/make-menus.ts";
import type { Menus } from "./menus/menu.ts";
import { withoutConflicts } from "./pages/conflicts.ts";
import type { Page } from "./pages/page.ts";
import { checkParents } from "./pages/parents.ts";
import { readPage } from "./pages/read-page.ts";
import type { Settings } from "./settings.ts";

/** A whole site as data: what is printed, and what is wrong with it. */
export interface Site {
  readonly settings: Settings;
  readonly pages: readonly Page[];
  readonly index: PageIndex;
  readonly menus: Menus;
  readonly findings: readonly Finding[];
}

/**
 * The one way through the house: files, headers, fields, pages, menus; findings are collected along it.
 *
 * @param layouts the names of the layouts that a `Template` may ask for
 */
export function makeSite(tree: SourceTree, settings: Settings, layouts: ReadonlySet<string>): Site {
  const texts = tree.files.filter((file) => file.text.trim() !== "");
  const empty = tree.files.filter((file) => file.text.trim() === "").map((file) => emptyFile(file.path));
  const read = texts.map((file) => readPage(file, settings));
  const { pages, findings: ofConflicts } = withoutConflicts(read.map(({ page }) => page));
  const index = indexPages(pages);
  const { menus, findings: ofMenus } = makeMenus(pages, index);
  const findings = [
    ...tree.findings,
    ...empty,
    ...read.flatMap((result) => result.findings),
    ...ofConflicts,
    ...checkParents(pages, index),
    ...checkTemplates(pages, layouts),
    ...ofMenus,
  ];
  return { settings, pages, index, menus, findings: sortFindings(findings) };
}

function checkTemplates(pages: readonly Page[], layouts: ReadonlySet<string>): Finding[] {
  return pages.flatMap((page) => {
    if (page.template === undefined || layouts.has(page.template)) return [];
    return finding("template-missing", page.place("template"), {
      field: "Template",
      message: `There is no layout “${page.template}”.`,
      consequence: `The page has the layout ${page.layout}.`,
      fix: `Add _includes/layouts/${page.template}.njk, or remove the line.`,
    });
  });
}

function emptyFile(path: string): Finding {
  return finding(
    "file-empty",
    { file: path, line: 1, column: 1 },
    {
      message: "The file is empty.",
      consequence: "No page is made of it.",
      fix: "Write a header and a text, or remove the file.",
    },
  );
}
