import type MarkdownIt from "markdown-it";
import fence from "markdown-it/lib/rules_block/fence.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import backticks from "markdown-it/lib/rules_inline/backticks.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { lineEnd, lineStart } from "./lines.ts";

const FENCE = /^(`{3,}|~{3,})/;

/** Fences that nothing closes, each by its mark and what it is in: those below it are not closed, either. */
type Unclosed = WeakMap<StateBlock, Set<string>>;
/** Numbers of marks that are nowhere in the rest of a text, each with the text's end. */
type Missing = WeakMap<StateInline, Set<string>>;

function closedFence(state: StateBlock, startLine: number, endLine: number, silent: boolean, unclosed: Unclosed) {
  const isFence = fence(state, startLine, endLine, true);
  if (!isFence) return false;
  const textAt = (line: number) => state.src.slice(lineStart(state, line), lineEnd(state, line));
  const mark = FENCE.exec(textAt(startLine))?.[1] ?? "";
  const key = `${mark} ${state.blkIndent} ${endLine}`;
  const known = unclosed.get(state) ?? new Set();
  if (known.has(key)) return false;
  const { length } = state.tokens;
  fence(state, startLine, endLine, false);
  const last = state.line - 1;
  const close = textAt(last).trimEnd();
  const isClosed = last > startLine && close.startsWith(mark) && close.replaceAll(mark.charAt(0), "") === "";
  if (!isClosed) unclosed.set(state, known.add(key));
  if (isClosed && !silent) return true;
  state.tokens.length = length;
  state.line = startLine;
  return isClosed;
}

/** As markdown-it's rule; where nothing closes so many marks, code begins with fewer of them, and the rest are in it. */
function fewerBackticks(state: StateInline, silent: boolean, missing: Missing): boolean {
  const { pos: start, pending, src, posMax } = state;
  const { length } = state.tokens;
  if (!backticks(state, silent)) return false;
  const end = state.pos;
  const isText = src.slice(start, end).replaceAll("`", "") === "" && state.tokens.length === length;
  if (!isText) return true;
  for (let count = end - start - 1; count > 0; count--) {
    const known = missing.get(state) ?? new Set();
    const key = `${count} ${posMax}`;
    const close = known.has(key) ? undefined : closing(src, end, posMax, count);
    if (close === undefined) missing.set(state, known.add(key));
    if (close === undefined) continue;
    state.pos = close + count;
    if (silent) return true;
    state.pending = pending;
    const code = state.push("code_inline", "code", 0);
    code.markup = "`".repeat(count);
    code.content = src.slice(start + count, close);
    return true;
  }
  return true;
}

/** Where the next marks are that are exactly so many. */
function closing(source: string, from: number, end: number, count: number): number | undefined {
  for (let at = source.indexOf("`", from); at >= 0 && at < end; at = source.indexOf("`", at)) {
    const start = at;
    while (at < end && source.charAt(at) === "`") at++;
    if (at - start === count) return start;
  }
  return undefined;
}

/**
 * Code exactly by Python-Markdown's rules: a fence that nothing closes is text (`FencedBlockPreprocessor`), and so are of
 * marks within a line only those that are too many (`BACKTICK_RE`).
 */
export function pythonCode(md: MarkdownIt): void {
  const unclosed: Unclosed = new WeakMap();
  md.block.ruler.at("fence", (state, start, end, silent) => closedFence(state, start, end, silent, unclosed), {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  const missing: Missing = new WeakMap();
  md.inline.ruler.at("backticks", (state, silent) => fewerBackticks(state, silent, missing));
}
