import type MarkdownIt from "markdown-it";
import html from "markdown-it/lib/rules_inline/html_inline.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { elementNames, elementOf } from "../html/elements.ts";
import { matchAt } from "./match-at.ts";

/** A script or a style sheet: what is in it is nobody's text. */
const NAMES = elementNames(({ isRawText }) => isRawText);
const RAW = new RegExp(`<(${NAMES.join("|")})(?:\\s[^<>]*)?>`, "iy");
const FIRST = NAMES.flatMap((name) => [name.charAt(0), name.charAt(0).toUpperCase()]);
/** A tag that is none by HTML's rules, as browsers and Python-Markdown's `HTML_RE` take it: `<img src='a')>`. */
const LOOSE = /<([a-z][a-z0-9]*)(?=\s[^<>]*>)\s[^<>]*=\s*["'][^<>]*>/iy;

/**
 * HTML within a line of text. What is no tag and no comment is text (`Class<?>`, `<!DOCTYPE x>`), as in Python-Markdown; a
 * script or a style sheet stays as it is up to its end tag, of which Python-Markdown makes text.
 */
export function inlineHtml(md: MarkdownIt): void {
  /** The texts in which a script was met that has no end: none is looked for again. */
  const unclosed = new WeakSet<StateInline>();

  function rawEnd(state: StateInline): number {
    const name = FIRST.includes(state.src.charAt(state.pos + 1)) ? matchAt(RAW, state)?.[1] : undefined;
    if (name === undefined || unclosed.has(state)) return -1;
    const close = new RegExp(`</${name}\\s*>`, "gi");
    close.lastIndex = state.pos;
    if (close.test(state.src)) return close.lastIndex;
    unclosed.add(state);
    return -1;
  }

  function looseEnd(state: StateInline): number {
    const [tag = "", name = ""] = matchAt(LOOSE, state) ?? [];
    return elementOf(name.toLowerCase()).isKnown ? state.pos + tag.length : -1;
  }

  function htmlInline(state: StateInline, silent: boolean): boolean {
    const { src, pos } = state;
    if (src.charAt(pos) !== "<" || src.charAt(pos + 1) === "?") return false;
    if (src.charAt(pos + 1) === "!") return src.startsWith("<!--", pos) && html(state, silent);
    const raw = rawEnd(state);
    if (raw < 0 && html(state, silent)) return true;
    const end = raw < 0 ? looseEnd(state) : raw;
    if (end < 0 || end > state.posMax) return false;
    if (!silent) state.push("html_inline", "", 0).content = src.slice(pos, end);
    state.pos = end;
    return true;
  }

  md.inline.ruler.at("html_inline", htmlInline);
}
