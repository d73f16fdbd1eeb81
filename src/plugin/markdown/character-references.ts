import type MarkdownIt from "markdown-it";
import entity from "markdown-it/lib/rules_inline/entity.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { matchAt } from "./match-at.ts";

/** A number, from which its sign may be kept apart by a backslash that is gone when browsers read it. */
const NUMBERED = /&\\?#(\d{1,7}|[xX][0-9a-fA-F]{1,6});/y;
/** What browsers take these numbers for, which old programs wrote: those of Windows. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const FIRST = 0x80;

function numbered(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x26) return false;
  const [whole, written = ""] = matchAt(NUMBERED, state) ?? [];
  if (whole === undefined) return entity(state, silent);
  const number = Number.parseInt(written.replace(/^x/i, ""), /^x/i.test(written) ? 16 : 10);
  const sign = WINDOWS[number - FIRST];
  if (sign === undefined && !whole.includes("\\")) return entity(state, silent);
  const { fromCodePoint, isValidEntityCode } = state.md.utils;
  if (sign === undefined && !isValidEntityCode(number)) return false;
  if (!silent)
    Object.assign(state.push("text_special", "", 0), {
      content: sign ?? fromCodePoint(number),
      markup: whole,
      info: "entity",
    });
  state.pos += whole.length;
  return true;
}

/**
 * References to characters as browsers read what Python-Markdown leaves as it is: `&#150;` is a dash.
 * Source: https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state
 */
export function characterReferences(md: MarkdownIt): void {
  md.inline.ruler.at("entity", numbered);
}
