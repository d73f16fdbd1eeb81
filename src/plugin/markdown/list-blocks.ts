import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { indentOf, lineEnd, lineStart } from "./lines.ts";

/** A line of a list, without what encloses the list. */
export interface ListLine {
  readonly text: string;
  /** Whether it is of a fenced block of code, in which nothing is a mark. */
  readonly isFenced: boolean;
}

/** Lines with no blank one between them. */
export type ListBlock = readonly ListLine[];

interface ListRead {
  readonly blocks: readonly ListBlock[];
  /** The number of the first item; undefined for bullets. */
  readonly number: string | undefined;
  /** Begins an item of this list, and finds its text. */
  readonly mark: RegExp;
  readonly end: number;
}

const FIRST = /^ {0,3}(?:(\d+)\.|[*+-]) +/;
const ANY_MARK = /^ {0,3}(?:\d+\.|[*+-]) +(.*)/;
const NUMBER = /^ {0,3}\d+\. +(.*)/;
const BULLET = /^ {0,3}[*+-] +(.*)/;
const UNDERLINE = /^[=-]+ *$/;
const FENCE = /^ *(`{3,}|~{3,})/;

/** A line as Python-Markdown has it: its indent in blanks, and blanks in the place of tabs. */
export function textOf(state: StateBlock, line: number): string {
  const text = state.src.slice(lineStart(state, line), lineEnd(state, line));
  const indented = " ".repeat(Math.max(0, indentOf(state, line) - state.blkIndent)) + text;
  return indented.includes("\t") ? expandTabs(indented) : indented;
}

function expandTabs(text: string): string {
  let expanded = "";
  for (const part of text.split(/(?<=\t)/))
    expanded = part.endsWith("\t")
      ? (expanded + part.slice(0, -1)).padEnd((Math.floor((expanded.length + part.length - 1) / 4) + 1) * 4)
      : expanded + part;
  return expanded;
}

/** Finds where fenced blocks of code within items end. */
function fenceFinder(state: StateBlock, endLine: number): (line: number) => number {
  let vain = { mark: "", until: -1 };
  return (line) => {
    const indent = indentOf(state, line);
    const mark = FENCE.exec(textOf(state, line))?.[1];
    if (mark === undefined || indent <= state.blkIndent) return -1;
    if (line < vain.until && mark.startsWith(vain.mark)) return -1;
    let next = line + 1;
    for (; next < endLine && (state.isEmpty(next) || indentOf(state, next) >= indent); next++) {
      const text = textOf(state, next).trim();
      if (text.startsWith(mark) && text.replaceAll(mark.charAt(0), "") === "") return next;
    }
    vain = { mark, until: next };
    return -1;
  };
}

/** Whether a line ends a block of a list, and the list: what Python-Markdown looks for before it looks for lists. */
function isBreak(state: StateBlock, line: number, endLine: number, isIndented: boolean): boolean {
  const first = state.src.charAt(lineStart(state, line));
  if (indentOf(state, line) - state.blkIndent > 3) return false;
  const isAtMargin = indentOf(state, line) <= state.blkIndent;
  if (first === ">" || ("`~".includes(first) && !isAtMargin)) return false;
  // What is indented belongs to an item before it is looked at.
  if (isIndented && !"`~<!".includes(first)) return false;
  if (first === "#" && isAtMargin) return true;
  return state.md.block.ruler.getRules("list").some((ends) => ends(state, line, endLine, true));
}

function isUnderlined(state: StateBlock, line: number, endLine: number): boolean {
  return line + 1 < endLine && !state.isEmpty(line + 1) && UNDERLINE.test(textOf(state, line + 1));
}

/**
 * Reads the blocks of a list, as Python-Markdown parts a text at its blank lines: those that begin with an item, and those
 * that are indented by four columns. Undefined where none begins.
 */
export function readListBlocks(
  state: StateBlock,
  startLine: number,
  endLine: number,
  isSane: boolean,
): ListRead | undefined {
  const first = FIRST.exec(textOf(state, startLine));
  if (first === null || isUnderlined(state, startLine, endLine)) return undefined;
  const number = first[1];
  const mark = !isSane ? ANY_MARK : number === undefined ? BULLET : NUMBER;
  const fenceEnd = fenceFinder(state, endLine);
  const blocks: ListBlock[] = [];
  let line = startLine;
  let end = startLine;
  let isCut = false;
  while (!isCut && line < endLine && (line === startLine || indentOf(state, line) >= state.blkIndent)) {
    const text = textOf(state, line);
    const isIndented = text.startsWith("    ");
    const belongs = isIndented || (mark.test(text) && !isUnderlined(state, line, endLine));
    if (!belongs || isBreak(state, line, endLine, isIndented)) break;
    const block: ListLine[] = [];
    for (end = line; end < endLine && !state.isEmpty(end); end++) {
      const last = block.at(-1);
      isCut = last !== undefined && isBreak(state, end, endLine, isIndented);
      // An item straight below code that is indented is one all the same.
      if (isCut || (isIndented && last?.isFenced && mark.test(textOf(state, end)))) break;
      const fence = fenceEnd(end);
      block.push({ text: textOf(state, end), isFenced: fence >= 0 });
      for (; end < fence; end++) block.push({ text: textOf(state, end + 1), isFenced: true });
    }
    blocks.push(block);
    line = state.skipEmptyLines(end);
  }
  return { blocks, number, mark, end };
}
