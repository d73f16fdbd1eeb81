import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { indentOf, isIndented, lineStart } from "./lines.ts";
import { textOf } from "./list-blocks.ts";
import { isBlockTag, TAG } from "./tag-pairs.ts";

const MARK = /^ {0,3}> ?/;

/** Whether a line is taken out of the text before quotations are read: code between fences, or raw HTML. */
function isKept(state: StateBlock, line: number, endLine: number, text: string): boolean {
  if (text.startsWith("<")) return isBlockTag(TAG.exec(text)?.[1]?.toLowerCase() ?? "");
  return /^(?:```|~~~)/.test(text) && isFence(state, line, endLine);
}

function isFence(state: StateBlock, line: number, endLine: number): boolean {
  return state.md.block.ruler.getRules("blockquote").some((rule) => rule(state, line, endLine, true));
}

function quotation(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (isIndented(state, startLine) || state.src.charAt(lineStart(state, startLine)) !== ">") return false;
  if (silent) return true;
  const lines: string[] = [];
  let next = startLine;
  for (; next < endLine && !state.isEmpty(next) && indentOf(state, next) >= state.blkIndent; next++) {
    const text = textOf(state, next);
    if (next > startLine && isKept(state, next, endLine, text)) break;
    lines.push(text.replace(MARK, ""));
  }
  state.push("blockquote_open", "blockquote", 1).map = [startLine, next];
  const StateOf = state.md.block.State;
  const nested = new StateOf(lines.join("\n"), state.md, state.env, state.tokens);
  nested.level = state.level;
  state.md.block.tokenize(nested, 0, nested.lineMax);
  state.push("blockquote_close", "blockquote", -1);
  state.line = next;
  return true;
}

/**
 * Quotations exactly by Python-Markdown's rule (`BlockQuoteProcessor`): one goes on to the next blank line, whether its lines
 * have the mark or not.
 */
export function pythonQuotations(md: MarkdownIt): void {
  md.block.ruler.at("blockquote", quotation, { alt: ["paragraph", "reference", "blockquote", "list"] });
}
