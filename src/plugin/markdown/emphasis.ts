import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";

const STAR = 0x2a;
const UNDERSCORE = 0x5f;
const WORD = /[\p{L}\p{N}_]/u;

const isBlank = (character: string): boolean => character === "" || /\s/.test(character);

/** The character that ends at a place; whole, also where it takes two code units. */
function characterBefore(text: string, place: number): string {
  const unit = text.charCodeAt(place - 1);
  const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff;
  return text.slice(Math.max(0, place - (isSecondHalf ? 2 : 1)), place);
}

function characterAfter(text: string, place: number, end: number): string {
  const point = place < end ? text.codePointAt(place) : undefined;
  return point === undefined ? "" : String.fromCodePoint(point);
}

/**
 * Whether a run of marks may open or close emphasis. A star does so by the blanks around it alone (`**Note:**text` is
 * strong, though CommonMark says no), an underscore only at the edge of a word.
 */
function roles(mark: number, length: number, before: string, after: string): { open: boolean; close: boolean } {
  if (mark === UNDERSCORE) {
    return { open: !WORD.test(before) && !isBlank(after), close: !WORD.test(after) && !isBlank(before) };
  }
  // `** Note:** text` and `**Note: ** text` are strong in Python-Markdown; a lone star among blanks is only a star.
  const isPair = length === 2;
  return {
    open: !isBlank(after) || (isPair && isBlank(before)),
    close: !isBlank(before) || (isPair && isBlank(after)),
  };
}

function emphasisMarks(state: StateInline, silent: boolean): boolean {
  const mark = state.src.charCodeAt(state.pos);
  if (silent || (mark !== STAR && mark !== UNDERSCORE)) return false;
  let end = state.pos + 1;
  while (end < state.posMax && state.src.charCodeAt(end) === mark) end++;
  const length = end - state.pos;
  const before = characterBefore(state.src, state.pos);
  const { open, close } = roles(mark, length, before, characterAfter(state.src, end, state.posMax));
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
