import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";

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
