import { type Finding, finding } from "../findings/finding.ts";
import type { Page } from "./page.ts";

/** Pages that ask for a layout that the site does not have. */
export function checkTemplates(pages: readonly Page[], layouts: ReadonlySet<string>): Finding[] {
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
