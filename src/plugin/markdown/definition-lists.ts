import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { hideParagraphs, indentOf, isIndented, lineEnd, lineStart, pushInline, readItemBlocks } from "./lines.ts";

// More lines than this before a definition are no terms; the bound also keeps long paragraphs cheap.
const MOST_TERMS = 16;

/** Where the text of a `:   definition` begins in the source, or -1. */
function definitionStart(state: StateBlock, line: number, base = state.blkIndent): number {
  const indent = indentOf(state, line) - base;
  const from = lineStart(state, line);
  if (indent < 0 || indent >= 4 || state.src.charAt(from) !== ":") return -1;
  const text = state.skipSpaces(from + 1);
  return text > from + 1 && text < lineEnd(state, line) ? text : -1;
}

/** The line after the terms that begin here, if a definition follows them (a blank line may be between); else -1. */
function afterTerms(state: StateBlock, startLine: number, endLine: number): number {
  let line = startLine;
  if (indentOf(state, line) < state.blkIndent || isIndented(state, line)) return -1;
  const isTerm = (): boolean =>
    !state.isEmpty(line) && indentOf(state, line) >= state.blkIndent && definitionStart(state, line) < 0;
  while (line < endLine && isTerm()) if (++line - startLine > MOST_TERMS) return -1;
  if (line === startLine) return -1;
  const next = line < endLine && state.isEmpty(line) ? line + 1 : line;
  // After a blank line only a single line is a term: more of them are a paragraph.
  if (next >= endLine || definitionStart(state, next) < 0 || (next > line && line > startLine + 1)) return -1;
  return next;
}

function pushTerms(state: StateBlock, from: number, to: number): void {
  for (let line = from; line < to; line++) {
    if (state.isEmpty(line)) continue;
    state.push("dt_open", "dt", 1).map = [line, line + 1];
    pushInline(state, state.getLines(line, line + 1, state.blkIndent, false).trim(), [line, line + 1]);
    state.push("dt_close", "dt", -1);
  }
}

/** Reads one definition; its further paragraphs are indented by four columns. Returns the line after it. */
function pushDefinition(state: StateBlock, line: number, endLine: number, text: number): number {
  const from = state.tokens.length;
  const { level } = state.push("dd_open", "dd", 1);
  const isLoose = readItemBlocks(state, line, endLine, state.blkIndent + 4, text);
  if (!isLoose) hideParagraphs(state.tokens.slice(from), level + 1);
  state.push("dd_close", "dd", -1);
  return state.line;
}

function definitionList(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  // Within a list, the next definition ends the paragraph of the one before.
  if (silent) return state.ddIndent >= 0 && definitionStart(state, startLine, state.ddIndent) >= 0;
  let next = afterTerms(state, startLine, endLine);
  if (next < 0) return false;
  const { ddIndent } = state;
  state.ddIndent = state.blkIndent;
  const list = state.push("dl_open", "dl", 1);
  let line = startLine;
  while (next >= 0) {
    pushTerms(state, line, next);
    line = next;
    for (
      let text = definitionStart(state, line);
      text >= 0;
      text = line < endLine ? definitionStart(state, line) : -1
    ) {
      line = state.skipEmptyLines(pushDefinition(state, line, endLine, text));
    }
    next = line < endLine ? afterTerms(state, line, endLine) : -1;
  }
  list.map = [startLine, line];
  state.line = Math.min(line, endLine);
  state.ddIndent = ddIndent;
  state.push("dl_close", "dl", -1);
  return true;
}

/** Definition lists: https://python-markdown.github.io/extensions/definition_lists/ */
export function definitionLists(md: MarkdownIt): void {
  md.block.ruler.before("lheading", "definition_list", definitionList, { alt: ["paragraph"] });
}
