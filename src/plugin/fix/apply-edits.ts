import { splitLines } from "../files/lines.ts";
import type { Edit, Replacement } from "../findings/finding.ts";
import { groupBy } from "../maps/group-by.ts";

/**
 * Applies edits to a file's text. Everything else stays as it is: line breaks, byte order mark, whitespace. An edit whose
 * place does not hold what was read, or that overlaps another, is left out.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  // The mark at the beginning is no column of the first line.
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const removed = new Set<number>();
  for (const edit of edits) if ("remove" in edit) removed.add(edit.line);
  const replacements = groupBy(
    edits.filter((edit) => "old" in edit),
    ({ line }) => line,
  );
  const lines = splitLines(text.slice(mark.length)).flatMap((line, index) => {
    return removed.has(index + 1)
      ? []
      : replaceIn(line.text, replacements.get(index + 1) ?? [], line.end || "\n") + line.end;
  });
  return mark + lines.join("");
}

/** From the first edit to the last; what is between them is copied. Lines that are new end as this one does. */
function replaceIn(line: string, edits: readonly Replacement[], end: string): string {
  let result = "";
  let done = 0;
  for (const { column, old, text } of edits.toSorted((a, b) => a.column - b.column)) {
    const start = column - 1;
    const behind = start + old.length;
    if (start < done || behind > line.length || line.slice(start, behind) !== old) continue;
    result += line.slice(done, start) + text.replaceAll("\n", end);
    done = behind;
  }
  return result + line.slice(done);
}
