import { diffArrays } from "diff";
import type { TextEdit } from "vscode-languageserver-types";
import { splitLines } from "../plugin/files/lines.ts";

/** The changes of whole lines that make one text of another. Editors keep a byte order mark to themselves. */
export function textEdits(before: string, after: string): TextEdit[] {
  const old = linesOf(before);
  const edits: TextEdit[] = [];
  let line = 0;
  for (const { removed, added, value } of diffArrays(old, linesOf(after))) {
    const last = edits.at(-1);
    if (removed) {
      edits.push({ range: { start: { line, character: 0 }, end: endOf(old, line + value.length) }, newText: "" });
    } else if (added && last && isAt(last, line, old)) {
      last.newText += value.join("");
    } else if (added) {
      const at = endOf(old, line);
      edits.push({ range: { start: at, end: at }, newText: value.join("") });
    }
    if (!added) line += value.length;
  }
  return edits;
}

/** Whether what is added there takes the place of what an edit removes. */
function isAt({ range, newText }: TextEdit, line: number, old: readonly string[]): boolean {
  const { line: ends, character } = endOf(old, line);
  return newText === "" && range.end.line === ends && range.end.character === character;
}

/** The place before a line; behind the last one, where a text has no line break at its end. */
function endOf(lines: readonly string[], line: number): { line: number; character: number } {
  const last = lines[line - 1];
  return line < lines.length || last === undefined || /[\r\n]$/.test(last)
    ? { line, character: 0 }
    : { line: line - 1, character: last.length };
}

function linesOf(text: string): string[] {
  return splitLines(text.replace(/^\ufeff/, "")).map(({ text: line, end }) => line + end);
}
