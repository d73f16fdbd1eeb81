import type { HasLayout } from "../files/layouts.ts";
import { type Finding, finding } from "../findings/finding.ts";
import { valuePlace } from "../header/header.ts";
import type { Page } from "./page.ts";

/** Pages that ask for a layout that the site does not have. */
export function checkTemplates(pages: readonly Page[], layouts: ReadonlySet<string>, hasLayout: HasLayout): Finding[] {
  return pages.flatMap((page) => {
    if (isLayoutMissing(page, hasLayout)) return noSuchLayout(page);
    if (page.template === undefined || layouts.has(page.template)) return [];
    return finding("template-missing", page.place("template"), {
      field: "Template",
      message: `There is no layout “${page.template}”.`,
      consequence: `The page has the layout ${page.layout}.`,
      fix: `Add _includes/layouts/${page.template}.njk, or remove the line.`,
    });
  });
}

/** Whether a page's front matter, which is Eleventy's, names a layout that is nowhere. */
export function isLayoutMissing({ header }: Page, hasLayout: HasLayout): boolean {
  const { layout } = header.data;
  return (
    layout !== undefined && layout !== null && layout !== false && !(typeof layout === "string" && hasLayout(layout))
  );
}

function noSuchLayout(page: Page): Finding {
  const line = page.header.lines.find(({ key }) => key === "layout");
  const place = line ? valuePlace(line, page.file) : { file: page.file, line: 1, column: 1 };
  return finding("template-missing", place, {
    field: "layout",
    message: `There is no layout “${String(page.header.data.layout)}”.`,
    consequence: `The page has the layout ${page.layout}.`,
    fix: "Write the path of a file in _includes, such as “layouts/wide.njk”, or remove the line.",
  });
}
