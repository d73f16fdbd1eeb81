import type { Edit, Replacement } from "../findings/edit.ts";

/**
 * Applies edits to a file's text. Everything else stays as it is: line ends, byte order mark, blanks. An edit whose
 * place does not hold what was read, or that meets another, is left out.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  // Each line keeps its end; the mark at the file's start is no column of its first line.
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const lines = text.slice(mark.length).match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const removed = new Set<number>();
  const replacements = new Map<number, Replacement[]>();
  for (const edit of edits) {
    if ("remove" in edit) removed.add(edit.line);
    else replacements.set(edit.line, [...(replacements.get(edit.line) ?? []), edit]);
  }
  const changed = lines.map((line, index) => replaceIn(line, replacements.get(index + 1) ?? []));
  return mark + changed.filter((_, index) => !removed.has(index + 1)).join("");
}

/** From the first to the last; what stands between two edits is copied. */
function replaceIn(line: string, edits: readonly Replacement[]): string {
  const length = line.replace(/[\r\n]+$/, "").length;
  let result = "";
  let done = 0;
  for (const { column, old, text } of edits.toSorted((a, b) => a.column - b.column)) {
    const start = column - 1;
    const end = start + old.length;
    if (start < done || end > length || line.slice(start, end) !== old) continue;
    result += line.slice(done, start) + text;
    done = end;
  }
  return result + line.slice(done);
}
