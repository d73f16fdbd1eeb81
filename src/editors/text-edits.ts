import { type ArrayChange, diffArrays } from "diff";
import type { TextEdit } from "vscode-languageserver-types";
import { splitLines } from "../plugin/files/lines.ts";

/** More lines of difference are not told apart: the time for that grows with their square. */
const MOST = 2_000;

/** The changes of whole lines that make one text of another. Editors keep a byte order mark to themselves. */
export function textEdits(before: string, after: string): TextEdit[] {
  const old = linesOf(before);
  const edits: TextEdit[] = [];
  let line = 0;
  for (const { removed, added, value } of differences(old, linesOf(after))) {
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

function differences(old: readonly string[], now: readonly string[]): readonly ArrayChange<string>[] {
  const change = (value: readonly string[], removed: boolean): ArrayChange<string> => {
    return { value: [...value], count: value.length, removed, added: !removed };
  };
  return diffArrays([...old], [...now], { maxEditLength: MOST }) ?? [change(old, true), change(now, false)];
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
