import { type Report, report } from "../findings/report.ts";
import { isHtmlFile } from "../html/is-html-file.ts";
import { groupBy } from "../maps/group-by.ts";
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
  const places = groupBy([...lines.keys()].reverse(), (index) => beginningOf(lines[index]?.trim() ?? ""));
  let above = 0;
  return listLines.flatMap((found) => {
    const [first = ""] = found;
    const same = places.get(beginningOf(first)) ?? [];
    while ((same.at(-1) ?? lines.length) <= above) same.pop();
    const at = same.at(-1);
    if (at === undefined) return [];
    above = at;
    const place = { file, line: header.bodyLine + at, column: 1 };
    return [report("list-as-text", place, { text: first.trim(), isSure: found.length > 1 })];
  });
}

/** More of a line is not looked at for its first letters. */
const LONGEST = 1000;

/** What a line of Markdown and one of what was made of it have in common: the mark and the first letters. */
function beginningOf(line: string): string {
  const letters = line
    .slice(0, LONGEST)
    .replace(/<[^>]*>/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
  return line.charAt(0) + letters.slice(0, 8);
}
