import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { hideParagraphs, indentOf, isIndented, lineEnd, lineStart, readItemBlocks } from "./lines.ts";

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
function listMarkerAt(state: StateBlock, line: number): ListMarker | undefined {
  const { src } = state;
  const from = lineStart(state, line);
  const to = lineEnd(state, line);
  const end = markEnd(src, from, to);
  if (end < 0) return undefined;

  let content = end;
  let column = indentOf(state, line) + (end - from);
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

/**
 * The column that an item's own lines begin at. Python-Markdown asks for four; those who write two or three for a nested
 * list, or as many as the mark is wide, mean the same. So the first such line decides, from two up to four.
 */
function itemColumn(state: StateBlock, line: number, endLine: number, marker: ListMarker): number {
  const least = Math.min(indentOf(state, line) + 2, state.blkIndent + 4);
  const most = state.blkIndent + 4;
  let afterBlank = false;
  for (let next = line + 1; next < endLine; next++) {
    if (state.isEmpty(next)) {
      afterBlank = true;
      continue;
    }
    const opensBlock = afterBlank || listMarkerAt(state, next) !== undefined;
    if (opensBlock && indentOf(state, next) < least) break;
    if (opensBlock) return Math.min(indentOf(state, next), most);
  }
  return Math.max(least, Math.min(marker.column, most));
}

/**
 * Reads one item, from its mark's line on.
 *
 * @param isTight whether it is known that the list is tight
 * @returns whether it has blank lines between its parts
 */
function readItem(state: StateBlock, line: number, endLine: number, marker: ListMarker, isTight: boolean): boolean {
  const from = state.tokens.length;
  const open = state.push("list_item_open", "li", 1);
  open.markup = marker.text.slice(-1);
  if (marker.ordered) open.info = marker.text.slice(0, -1);
  const lines: [number, number] = [line, 0];
  open.map = lines;

  const { listIndent, blkIndent } = state;
  const column = itemColumn(state, line, endLine, marker);
  state.listIndent = blkIndent;
  // An item without text that a blank line follows ends there.
  const isAlone = marker.isEmpty && state.isEmpty(line + 1);
  if (isAlone) state.line = Math.min(line + 2, endLine);
  const isLoose = !isAlone && readItemBlocks(state, line, endLine, column, marker.content);
  state.listIndent = listIndent;
  // Once the item ends, its tokens may be gone.
  if (isTight) hideParagraphs(state.tokens.slice(from), state.level);
  state.push("list_item_close", "li", -1).markup = open.markup;
  lines[1] = state.line;
  return isLoose;
}

/** The mark of the list's next item, unless the list ends before this line. */
function nextMarker(state: StateBlock, line: number, endLine: number, ordered: boolean): ListMarker | undefined {
  if (line >= endLine || indentOf(state, line) < state.blkIndent || isIndented(state, line)) return undefined;
  if (state.md.block.ruler.getRules("list").some((ends) => ends(state, line, endLine, true))) return undefined;
  const marker = listMarkerAt(state, line);
  return marker?.ordered === ordered ? marker : undefined;
}

/**
 * Whether a list may begin at a line that goes on a paragraph. Bullets may, and a list that counts from one; another
 * number is a year or a sum that the wrapping brought there, unless the paragraph is a list item's.
 */
function mayInterrupt(state: StateBlock, line: number, marker: ListMarker): boolean {
  if (state.parentType !== "paragraph" || indentOf(state, line) < state.blkIndent) return true;
  if (marker.isEmpty) return false;
  return !marker.ordered || marker.number === 1 || state.listIndent >= 0;
}

function list(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (isIndented(state, startLine)) return false;
  const first = listMarkerAt(state, startLine);
  // A mark with nothing after it, not even a space, does not begin a list: it is decoration.
  if (first === undefined || first.isBare) return false;
  if (silent) return mayInterrupt(state, startLine, first);

  const kind = first.ordered ? "ordered_list" : "bullet_list";
  const from = state.tokens.length;
  const tightLists: Map<number, boolean> | undefined = state.level === 0 ? state.env.tightLists : undefined;
  const isKnownTight = tightLists?.get(startLine);
  const open = state.push(`${kind}_open`, first.ordered ? "ol" : "ul", 1);
  if (first.ordered && first.number !== 1) open.attrs = [["start", String(first.number)]];
  const lines: [number, number] = [startLine, 0];
  open.map = lines;
  const parentType = state.parentType;
  state.parentType = "list";

  let line = startLine;
  let isTight = true;
  let endedBlank = false;
  for (let marker: ListMarker | undefined = first; marker; marker = nextMarker(state, line, endLine, first.ordered)) {
    const isLoose = readItem(state, line, endLine, marker, isKnownTight ?? false);
    if (isLoose || endedBlank) isTight = false;
    endedBlank = state.line - line > 1 && state.isEmpty(state.line - 1);
    line = state.line;
  }

  const close = state.push(`${kind}_close`, first.ordered ? "ol" : "ul", -1);
  lines[1] = line;
  state.parentType = parentType;
  tightLists?.set(startLine, isTight);
  if (isTight && isKnownTight === undefined) hideParagraphs(state.tokens.slice(from), close.level + 2);
  return true;
}

/**
 * Lists by Python-Markdown's rule (https://python-markdown.github.io/#the-basics: four columns of indent), which also
 * take what its authors write in vain there: nesting by two or three columns, a list straight after a line of text, and
 * numbered lists apart from bulleted ones (its `sane_lists`).
 */
export function lists(md: MarkdownIt): void {
  md.block.ruler.at("list", list, { alt: ["paragraph", "reference", "blockquote"] });
}
