import { type Report, report } from "../findings/report.ts";
import { isHtmlFile } from "../html/is-html-file.ts";
import type { Page } from "../pages/page.ts";
import type { CheckedSite } from "./rule.ts";

/** Lists that are none by the rule that the site has chosen: each is told at its first line. */
export function listsAsText({ scanned, settings }: CheckedSite): Report[] {
  if (!settings.markdown.exact) return [];
  // In HTML such lines are meant as they are.
  const isMarkdown = ({ file }: Page) => !isHtmlFile(file);
  return [...scanned].flatMap(([page, { listLines }]) =>
    listLines.length > 0 && isMarkdown(page) ? ofPage(page, listLines) : [],
  );
}

function ofPage({ file, header }: Page, listLines: readonly (readonly string[])[]): Report[] {
  const lines = header.body.split("\n");
  let above = 0;
  return listLines.flatMap((found) => {
    const [first = ""] = found;
    let at = above + 1;
    while (at < lines.length && !isSame(lines[at]?.trim() ?? "", first)) at++;
    if (at === lines.length) return [];
    above = at;
    const place = { file, line: header.bodyLine + at, column: 1 };
    return [report("list-as-text", place, { text: first.trim(), isSure: found.length > 1 })];
  });
}

/** Whether a line of Markdown and one of what was made of it begin with the same mark and the same letters. */
function isSame(source: string, shown: string): boolean {
  return source.charAt(0) === shown.charAt(0) && lettersOf(source) === lettersOf(shown);
}

function lettersOf(line: string): string {
  return line
    .replace(/<[^>]*>/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .slice(0, 8);
}
