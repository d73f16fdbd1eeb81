import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";

/** A backslash at the end of a line is a backslash: only two blanks break a line in Python-Markdown. */
function trailingBackslash(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5c || state.src.charCodeAt(state.pos + 1) !== 0x0a) return false;
  if (!silent) state.pending += "\\";
  state.pos++;
  return true;
}

/** Hard line breaks by Python-Markdown's rule: https://python-markdown.github.io/ ("two or more spaces"). */
export function lineBreaks(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "trailing_backslash", trailingBackslash);
}
