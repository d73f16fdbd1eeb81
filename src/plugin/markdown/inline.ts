import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";

/** What a backslash makes text of: Python-Markdown's `ESCAPED_CHARS`, and the bar that its tables add. */
const ESCAPED = "\\`*_{}[]()>#+-.!|";

/**
 * Before any other character a backslash is a backslash: formulas hold `\,` and `\%`. At the end of a line it is one, too:
 * only two spaces break a line.
 */
function plainBackslash(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5c || ESCAPED.includes(state.src.charAt(state.pos + 1))) return false;
  if (!silent) state.pending += "\\";
  state.pos++;
  return true;
}

/** Backslashes and hard line breaks by Python-Markdown's rules: https://python-markdown.github.io/ ("two or more spaces"). */
export function backslashes(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "plain_backslash", plainBackslash);
}

const STAR = 0x2a;
const UNDERSCORE = 0x5f;
const WORD = /[\p{L}\p{N}_]/u;

/** At the edges of a text as well. */
const isWhitespace = (character: string): boolean => character === "" || /\s/.test(character);

/**
 * Whether a run of marks may open or close emphasis. A star does so by the whitespace around it alone (`**Note:**text` is
 * strong, though CommonMark says no), an underscore only at the edge of a word.
 */
function roles(mark: number, length: number, before: string, after: string): { open: boolean; close: boolean } {
  if (mark === UNDERSCORE) {
    return { open: !WORD.test(before) && !isWhitespace(after), close: !WORD.test(after) && !isWhitespace(before) };
  }
  // `** Note:** text` and `**Note: ** text` are strong in Python-Markdown; a lone star among spaces is only a star.
  const isPair = length === 2;
  return {
    open: !isWhitespace(after) || (isPair && isWhitespace(before)),
    close: !isWhitespace(before) || (isPair && isWhitespace(after)),
  };
}

function emphasisMarks(state: StateInline, silent: boolean): boolean {
  const mark = state.src.charCodeAt(state.pos);
  if (silent || (mark !== STAR && mark !== UNDERSCORE)) return false;
  let end = state.pos + 1;
  while (end < state.posMax && state.src.charCodeAt(end) === mark) end++;
  const length = end - state.pos;
  // A character may take two code units.
  const before = [...state.src.slice(Math.max(0, state.pos - 2), state.pos)].at(-1) ?? "";
  const [after = ""] = state.src.slice(end, Math.min(end + 2, state.posMax));
  const { open, close } = roles(mark, length, before, after);
  for (let i = 0; i < length; i++) {
    state.push("text", "", 0).content = String.fromCharCode(mark);
    state.delimiters.push({ marker: mark, length, token: state.tokens.length - 1, end: -1, open, close });
  }
  state.pos = end;
  return true;
}

/** Emphasis by Python-Markdown's rule, with its "smart" underscores: https://python-markdown.github.io/#middle-word-emphasis */
export function emphasis(md: MarkdownIt): void {
  md.inline.ruler.at("emphasis", emphasisMarks);
}
