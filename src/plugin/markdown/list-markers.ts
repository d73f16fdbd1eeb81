import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";

/** `-`, `*`, `+` or `12.` at the start of a line. */
export interface ListMarker {
  readonly ordered: boolean;
  readonly number: number;
  /** The mark as it is written. */
  readonly text: string;
  /** Where the item's text begins in the source. */
  readonly content: number;
  /** The column of the item's text. */
  readonly column: number;
  readonly isEmpty: boolean;
  readonly isBare: boolean;
}

const BULLETS = "*+-";
// Nine digits are what a browser can count.
const MOST_DIGITS = 9;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Where the mark that begins at `from` ends, or -1. `1)` is none: it never made a list in Python-Markdown. */
function markEnd(source: string, from: number, to: number): number {
  if (from >= to) return -1;
  if (BULLETS.includes(source.charAt(from))) return from + 1;
  let pos = from;
  while (pos < to && pos - from <= MOST_DIGITS && isDigit(source.charCodeAt(pos))) pos++;
  const digits = pos - from;
  return digits > 0 && digits <= MOST_DIGITS && pos < to && source.charAt(pos) === "." ? pos + 1 : -1;
}

/** The list mark a line begins with, if any. */
export function listMarkerAt(state: StateBlock, line: number): ListMarker | undefined {
  const { src } = state;
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const to = state.eMarks[line] ?? 0;
  const end = markEnd(src, from, to);
  if (end < 0) return undefined;

  let content = end;
  let column = (state.sCount[line] ?? 0) + (end - from);
  for (; content < to; content++) {
    const character = src.charAt(content);
    if (character === "\t") column += 4 - ((column + (state.bsCount[line] ?? 0)) % 4);
    else if (character === " ") column++;
    else break;
  }
  if (content === end && content < to) return undefined;
  const text = src.slice(from, end);
  const ordered = text.length > 1;
  const isEmpty = content >= to;
  const isBare = isEmpty && content === end;
  return { ordered, number: ordered ? Number(text.slice(0, -1)) : 0, text, content, column, isEmpty, isBare };
}
