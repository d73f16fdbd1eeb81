import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";

function dropBlank(state: StateCore): void {
  const { tokens } = state;
  // JavaScript's trim takes no-break spaces for whitespace, as Python's strip does.
  const isBlank = (inline: number): boolean =>
    tokens[inline]?.type === "inline" &&
    tokens[inline - 1]?.type === "paragraph_open" &&
    tokens[inline]?.content.trim() === "";
  state.tokens = tokens.filter((_token, i) => !isBlank(i - 1) && !isBlank(i) && !isBlank(i + 1));
}

/** A paragraph of nothing but no-break spaces is none, as in Python-Markdown's `ParagraphProcessor`. */
export function blankParagraphs(md: MarkdownIt): void {
  md.core.ruler.after("block", "blank_paragraphs", dropBlank);
}

/** Joins quotations that have nothing but blank lines between them. */
function joinNeighbours(state: StateCore): void {
  const kept: StateCore["tokens"] = [];
  for (const token of state.tokens) {
    const before = kept.at(-1);
    const joins = token.type === "blockquote_open" && before?.type === "blockquote_close";
    if (joins && before.level === token.level) kept.pop();
    else kept.push(token);
  }
  state.tokens = kept;
}

/**
 * Paragraphs quoted one by one (`> a`, a blank line, `> b`) are one quotation, as in Python-Markdown and the first
 * Markdown (https://daringfireball.net/projects/markdown/syntax#blockquote).
 */
export function blockquotes(md: MarkdownIt): void {
  md.core.ruler.after("block", "join_blockquotes", joinNeighbours);
}

const ALIGNMENT = /^text-align:(\w+)$/;

function alignCells(state: StateCore): void {
  for (const token of state.tokens) if (token.type === "th_open" || token.type === "td_open") alignByClass(token);
}

/** A Content-Security-Policy that is worth having forbids the style attributes that markdown-it writes. */
function alignByClass(cell: Token): void {
  const side = ALIGNMENT.exec(String(cell.attrGet("style") ?? ""))?.[1];
  if (side === undefined) return;
  cell.attrs = (cell.attrs ?? []).filter(([attribute]) => attribute !== "style");
  cell.attrJoin("class", `align-${side}`);
}

/** The sides of cells as they are printed; how tables are written is markdown-it's own rule. */
export function tables(md: MarkdownIt): void {
  md.core.ruler.push("table_cells", alignCells);
}
