import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";

function dropBlank(state: StateCore): void {
  const { tokens } = state;
  // Only blanks, or no-break spaces: JavaScript's trim takes them for blanks too, as Python's strip does.
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
