import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";

const DEFINITION = /^\[[^[\]^][^[\]]*\]:[ \t]*\S+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;
const LONGEST = 2000;

/** Ends a paragraph before a line that defines a link; the definition itself is read by markdown-it's own rule. */
function definitionAfterText(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (!silent || state.sCount[startLine] === undefined) return false;
  const from = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const to = state.eMarks[startLine] ?? 0;
  if (state.src.charCodeAt(from) !== 0x5b || to - from > LONGEST) return false;
  return DEFINITION.test(state.src.slice(from, to));
}

/**
 * `[id]: address` may follow a line of text without a blank line between, as in Python-Markdown (its
 * `ReferenceProcessor` looks at every line of a block).
 */
export function references(md: MarkdownIt): void {
  md.block.ruler.before("reference", "definition_after_text", definitionAfterText, { alt: ["paragraph"] });
}
