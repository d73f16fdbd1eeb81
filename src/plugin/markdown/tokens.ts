import type MarkdownIt from "markdown-it";
import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";
import blockquote from "markdown-it/lib/rules_block/blockquote.mjs";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import { lineStart } from "./lines.ts";

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

/** What a quotation looks at in vain is this many times the whole text at most; no author's text comes near it. */
const MOST_IN_VAIN = 10;
/** How far it looks from then on. */
const SHORT = 100;

/**
 * markdown-it looks for a quotation's end among all lines that may go on its last paragraph, and where they do not, looks
 * again from the next one: many are cut short, and joined again as neighbours are.
 */
function quotation(inVain: WeakMap<object, number>): RuleBlock {
  return (state, startLine, endLine, silent) => {
    const isNone = state.src.charAt(lineStart(state, startLine)) !== ">";
    if (silent || isNone) return blockquote(state, startLine, endLine, silent);
    const wasted = inVain.get(state.env) ?? 0;
    const isShort = wasted > MOST_IN_VAIN * state.lineMax;
    const end = Math.min(endLine, isShort ? startLine + SHORT : endLine);
    let blank = startLine;
    while (blank < end && !state.isEmpty(blank)) blank++;
    const isOne = blockquote(state, startLine, end, silent);
    if (isOne) inVain.set(state.env, wasted + Math.max(0, blank - state.line));
    return isOne;
  };
}

/**
 * Paragraphs quoted one by one (`> a`, a blank line, `> b`) are one quotation, as in Python-Markdown and the first
 * Markdown (https://daringfireball.net/projects/markdown/syntax#blockquote).
 */
export function blockquotes(md: MarkdownIt): void {
  md.block.ruler.at("blockquote", quotation(new WeakMap()), { alt: ["paragraph", "reference", "blockquote", "list"] });
  md.core.ruler.after("block", "join_blockquotes", joinNeighbours);
}
