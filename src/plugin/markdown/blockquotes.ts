import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";

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
