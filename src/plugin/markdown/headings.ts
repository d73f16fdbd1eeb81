import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { indentOf, isIndented, lineEnd, lineStart, pushInline } from "./lines.ts";

const HASH = 0x23;

function pushHeading(state: StateBlock, level: number, text: string, lines: [number, number], markup: string): void {
  state.line = lines[1];
  if (text === "") return;
  const open = state.push("heading_open", `h${level}`, 1);
  open.markup = markup;
  open.map = lines;
  pushInline(state, text, lines);
  state.push("heading_close", `h${level}`, -1).markup = markup;
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x09;

/** A hash that is a part of a name: `C#`. */
const NAMED = /(?<![\p{L}\p{N}])[A-Za-z]#$/u;

/** Cuts closing hashes off: those after a space (`## Text ##`), and as many as the opening ones (`##Text##`), but `C#` stays. */
function withoutClosing(text: string, level: number): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === HASH) end--;
  const count = text.length - end;
  if (count === 0 || text[end - 1] === "\\") return text;
  const isClosing = end === 0 || isSpace(text.charCodeAt(end - 1)) || (count === level && !NAMED.test(text));
  return isClosing ? text.slice(0, end).trimEnd() : text;
}

/** `## Text`, and `##Text` at the very start of a line. Hashes alone are no heading: they are dropped. */
function hashHeading(state: StateBlock, startLine: number, silent: boolean, isExact: boolean): boolean {
  const indent = indentOf(state, startLine);
  if (isIndented(state, startLine) || (isExact && indent > state.blkIndent)) return false;
  const from = lineStart(state, startLine);
  const to = lineEnd(state, startLine);
  let pos = from;
  while (pos < to && pos - from < 6 && state.src.charCodeAt(pos) === HASH) pos++;
  const level = pos - from;
  if (level === 0) return false;
  const isLoose = pos < to && !isSpace(state.src.charCodeAt(pos));
  // A `#1` that wraps onto an indented line of a list item is text; one at the start of a line is a heading.
  if (isLoose && indent > (silent ? 0 : state.blkIndent)) return false;
  if (silent) return true;
  const text = withoutClosing(state.src.slice(pos, to).trim(), level);
  pushHeading(state, level, text, [startLine, startLine + 1], "#".repeat(level));
  return true;
}

/** One line of text over a line of `=` or `-`. In a longer paragraph such a line is a rule, or text. */
function underlinedHeading(state: StateBlock, startLine: number, endLine: number, isExact: boolean): boolean {
  const next = startLine + 1;
  if (next >= endLine || isIndented(state, startLine)) return false;
  const indent = indentOf(state, next);
  if (indent < state.blkIndent || isIndented(state, next) || (isExact && indent > state.blkIndent)) return false;
  const from = lineStart(state, next);
  const to = state.skipSpacesBack(lineEnd(state, next), from);
  const mark = state.src.charCodeAt(from);
  if ((mark !== 0x3d && mark !== 0x2d) || state.skipChars(from, mark) < to) return false;
  const text = state.getLines(startLine, next, state.blkIndent, false).trim();
  pushHeading(state, mark === 0x3d ? 1 : 2, text, [startLine, next + 1], String.fromCharCode(mark));
  return true;
}

/**
 * Headings by Python-Markdown's `HashHeaderProcessor` and `SetextHeaderProcessor`: the space after the hashes may be absent.
 *
 * @param isExact whether hashes and underlines that are indented are none
 */
export function headings(md: MarkdownIt, isExact: boolean): void {
  md.block.ruler.at("heading", (state, line, _end, silent) => hashHeading(state, line, silent, isExact), {
    alt: ["paragraph", "reference", "blockquote"],
  });
  md.block.ruler.at("lheading", (state, line, end) => underlinedHeading(state, line, end, isExact));
}
