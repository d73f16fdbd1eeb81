import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";

const DEFINITION = /^\*\[([^[\]]{1,100})\][ \t]?:[ \t]*(.*)$/;
const WORD = /[\p{L}\p{N}_]+(?:[.&/+-][\p{L}\p{N}_]+)*/gu;

/**
 * Abbreviations: a line `*[XML]: Extensible Markup Language` explains the word wherever it stands in the page.
 * https://python-markdown.github.io/extensions/abbreviations/
 */
export function abbreviations(md: MarkdownIt): void {
  // One entry for each page that is being rendered; its key is the page's own environment.
  const pages = new WeakMap<object, Map<string, string>>();

  function definition(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
    if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
    const from = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    if (!state.src.startsWith("*[", from)) return false;
    const [, word, meaning = ""] = DEFINITION.exec(state.src.slice(from, state.eMarks[startLine])) ?? [];
    if (word === undefined) return false;
    if (silent) return true;
    const known = pages.get(state.env) ?? new Map<string, string>();
    pages.set(state.env, known.set(word.trim(), meaning.trim()));
    state.line = startLine + 1;
    return true;
  }

  /** Splits a text at the words that are known. */
  function explain(state: StateCore, token: Token, known: ReadonlyMap<string, string>): Token[] {
    const parts: Token[] = [];
    let done = 0;
    const push = (type: string, content: string): void => {
      const part = new state.Token(type, "", 0);
      part.content = content;
      part.level = token.level;
      parts.push(part);
    };
    for (const match of token.content.matchAll(WORD)) {
      const meaning = known.get(match[0]);
      if (meaning === undefined) continue;
      if (match.index > done) push("text", token.content.slice(done, match.index));
      push("html_inline", `<abbr title="${md.utils.escapeHtml(meaning)}">`);
      push("text", match[0]);
      push("html_inline", "</abbr>");
      done = match.index + match[0].length;
    }
    if (done === 0) return [token];
    if (done < token.content.length) push("text", token.content.slice(done));
    return parts;
  }

  function explainAll(state: StateCore): void {
    const known = pages.get(state.env);
    if (known === undefined) return;
    for (const inline of state.tokens) {
      if (inline.type !== "inline" || !inline.children) continue;
      inline.children = inline.children.flatMap((token) =>
        token.type === "text" ? explain(state, token, known) : [token],
      );
    }
  }

  md.block.ruler.before("reference", "abbreviation", definition, { alt: ["paragraph", "reference"] });
  md.core.ruler.after("text_join", "abbreviations", explainAll);
}
