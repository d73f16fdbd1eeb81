import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type Token from "markdown-it/lib/token.mjs";

/** Where a line's text begins in the source, after its indent and what encloses it. */
export function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** Where a line ends in the source. */
export function lineEnd(state: StateBlock, line: number): number {
  return state.eMarks[line] ?? 0;
}

/** The columns that a line is indented by. */
export function indentOf(state: StateBlock, line: number): number {
  return state.sCount[line] ?? 0;
}

/** Whether a line is indented by so much that it is code, or goes on with what is above it. */
export function isIndented(state: StateBlock, line: number): boolean {
  return indentOf(state, line) - state.blkIndent >= 4;
}

/**
 * Reads the blocks of a list's item: its first line begins after the item's mark, the others are indented.
 *
 * @param column where the other lines begin
 * @param text where the first line begins in the source
 * @returns whether there are blank lines between the blocks
 */
export function readItemBlocks(state: StateBlock, line: number, endLine: number, column: number, text: number) {
  const { blkIndent, tight } = state;
  const before = { shift: state.tShift[line] ?? 0, indent: indentOf(state, line) };
  state.blkIndent = column;
  state.tight = true;
  state.tShift[line] = text - (state.bMarks[line] ?? 0);
  state.sCount[line] = column;
  state.md.block.tokenize(state, line, endLine);
  const isLoose = !state.tight;
  state.blkIndent = blkIndent;
  state.tight = tight;
  state.tShift[line] = before.shift;
  state.sCount[line] = before.indent;
  return isLoose;
}

/** Text whose inline Markdown is read when all blocks are known. */
export function pushInline(state: StateBlock, content: string, lines: [number, number] | null = null): void {
  const token = state.push("inline", "", 0);
  token.content = content;
  token.map = lines;
  token.children = [];
}

/** Hides the paragraphs of one level, so that the text of a tight list is not wrapped in `<p>`. */
export function hideParagraphs(tokens: readonly Token[], level: number): void {
  for (const token of tokens) if (token.level === level && token.type.startsWith("paragraph_")) token.hidden = true;
}
