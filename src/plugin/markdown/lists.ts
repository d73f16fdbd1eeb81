import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { type ListMarker, listMarkerAt } from "./list-markers.ts";

const indentOf = (state: StateBlock, line: number): number => state.sCount[line] ?? 0;

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

/** Reads one item, from its mark's line on. Returns whether it has blank lines between its parts. */
function readItem(state: StateBlock, line: number, endLine: number, marker: ListMarker): boolean {
  const open = state.push("list_item_open", "li", 1);
  open.markup = marker.text.slice(-1);
  if (marker.ordered) open.info = marker.text.slice(0, -1);
  const lines: [number, number] = [line, 0];
  open.map = lines;

  const before = { tight: state.tight, shift: state.tShift[line] ?? 0, indent: indentOf(state, line) };
  const outer = { list: state.listIndent, block: state.blkIndent };
  const column = itemColumn(state, line, endLine, marker);
  state.listIndent = outer.block;
  state.blkIndent = column;
  state.tight = true;
  state.tShift[line] = marker.content - (state.bMarks[line] ?? 0);
  state.sCount[line] = column;
  // An item without text that a blank line follows ends there.
  if (marker.isEmpty && state.isEmpty(line + 1)) state.line = Math.min(line + 2, endLine);
  else state.md.block.tokenize(state, line, endLine);
  const isLoose = !state.tight;

  state.blkIndent = outer.block;
  state.listIndent = outer.list;
  state.tShift[line] = before.shift;
  state.sCount[line] = before.indent;
  state.tight = before.tight;
  state.push("list_item_close", "li", -1).markup = open.markup;
  lines[1] = state.line;
  return isLoose;
}

/** The mark of the list's next item, unless the list ends before this line. */
function nextMarker(state: StateBlock, line: number, endLine: number, ordered: boolean): ListMarker | undefined {
  const indent = indentOf(state, line);
  if (line >= endLine || indent < state.blkIndent || indent - state.blkIndent >= 4) return undefined;
  if (state.md.block.ruler.getRules("list").some((ends) => ends(state, line, endLine, true))) return undefined;
  const marker = listMarkerAt(state, line);
  return marker?.ordered === ordered ? marker : undefined;
}

/** Marks the paragraphs of a list without blank lines, so that its items' text is not wrapped in `<p>`. */
function hideParagraphs(tokens: Token[], from: number, level: number): void {
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    const isParagraph = token?.type === "paragraph_open" || token?.type === "paragraph_close";
    if (isParagraph && token.level === level + 2) token.hidden = true;
  }
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
  if (indentOf(state, startLine) - state.blkIndent >= 4) return false;
  const first = listMarkerAt(state, startLine);
  // A mark with nothing behind it, not even a blank, begins no list: it is an ornament.
  if (first === undefined || first.isBare) return false;
  if (silent) return mayInterrupt(state, startLine, first);

  const kind = first.ordered ? "ordered_list" : "bullet_list";
  const from = state.tokens.length;
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
    const isLoose = readItem(state, line, endLine, marker);
    if (isLoose || endedBlank) isTight = false;
    endedBlank = state.line - line > 1 && state.isEmpty(state.line - 1);
    line = state.line;
  }

  const close = state.push(`${kind}_close`, first.ordered ? "ol" : "ul", -1);
  lines[1] = line;
  state.parentType = parentType;
  if (isTight) hideParagraphs(state.tokens, from, close.level);
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
