import type MarkdownIt from "markdown-it";
import reference from "markdown-it/lib/rules_block/reference.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { isIndented, lineEnd, lineStart } from "./lines.ts";

// What is longer is no definition; the bound keeps a page of open brackets from costing its square.
const LONGEST = 2000;
const DEFINITION = /^\[[^[\]^][^[\]]*\]:[ \t]*\S+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;
/** As Python-Markdown has it, with any sign in the title: `[comment]: <> (a (b))`. */
const ANY_DEFINITION = /^\[([^[\]^][^[\]]*)\]:[ \t]*(\S+)[ \t]+(?:"(.*)"|'(.*)'|\((.*)\))[ \t]*$/;

/** What is a definition by `ReferenceProcessor` alone. */
function anyDefinition(state: StateBlock, startLine: number, silent: boolean): boolean {
  const from = lineStart(state, startLine);
  if (isIndented(state, startLine) || lineEnd(state, startLine) - from > LONGEST) return false;
  const [, id, address = "", a, b, c] = ANY_DEFINITION.exec(state.src.slice(from, lineEnd(state, startLine))) ?? [];
  if (id === undefined) return false;
  if (silent) return true;
  const href = state.md.normalizeLink(address.replace(/^<(.*)>$/, "$1"));
  if (!state.md.validateLink(href)) return false;
  const definition = { [state.md.utils.normalizeReference(id)]: { href, title: a ?? b ?? c ?? "" } };
  state.env.references = Object.assign(state.env.references ?? {}, definition);
  state.line = startLine + 1;
  return true;
}

/** Ends a paragraph before a line that defines a link; the definition itself is read by markdown-it's own rule. */
function definitionAfterText(state: StateBlock, startLine: number, silent: boolean, isExact: boolean): boolean {
  if (!silent || state.sCount[startLine] === undefined) return false;
  const from = lineStart(state, startLine);
  const to = lineEnd(state, startLine);
  if (state.src.charCodeAt(from) !== 0x5b || to - from > LONGEST) return false;
  const line = state.src.slice(from, to);
  return DEFINITION.test(line) || (isExact && ANY_DEFINITION.test(line));
}

/** Of two definitions the last one holds (`ReferenceProcessor` writes it over the first). */
function lastDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.src.charCodeAt(lineStart(state, startLine)) !== 0x5b) return false;
  const { references } = state.env;
  state.env.references = {};
  const isOne = reference(state, startLine, endLine, silent);
  state.env.references = Object.assign(references ?? {}, state.env.references);
  return isOne;
}

/**
 * What links lead to, as Python-Markdown reads it: `[id]: address` may follow a line of text with no blank line between
 * (`ReferenceProcessor` looks at every line of a block).
 *
 * @param isExact whether titles may hold any sign
 */
export function definitions(md: MarkdownIt, isExact: boolean): void {
  const afterText = (state: StateBlock, line: number, _end: number, silent: boolean) =>
    definitionAfterText(state, line, silent, isExact);
  md.block.ruler.before("reference", "definition_after_text", afterText, { alt: ["paragraph"] });
  md.block.ruler.at("reference", (state, line, end, silent) => {
    return lastDefinition(state, line, end, silent) || (isExact && anyDefinition(state, line, silent));
  });
}
