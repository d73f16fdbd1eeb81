import type MarkdownIt from "markdown-it";
import { TAB_LENGTH } from "../settings/markdown.ts";

const INDENT = /^[ \t]+(?=\S)/gm;
const OF_CODE = /^ +/gm;
/** Their text is not Markdown: it is printed as it was written. */
const CODE = new Set(["code_block", "fence", "html_block"]);

/** An indent in columns: a tab goes on to the next one that so many divide. */
function columnsOf(indent: string, length: number): number {
  return [...indent].reduce((at, character) => (character === "\t" ? at + length - (at % length) : at + 1), 0);
}

/** An indent of as many levels, of another length each, and as many blanks besides. */
function relevelled(columns: number, from: number, to: number): string {
  return " ".repeat(Math.floor(columns / from) * to + (columns % from));
}

/**
 * Nests by other than four columns, as Python-Markdown's `tab_length` says: of each level four are made before the text is
 * read, and as many as there were in code after it.
 */
export function tabLength(md: MarkdownIt, length: number): void {
  if (length === TAB_LENGTH) return;
  md.core.ruler.after("normalize", "tab_length", (state) => {
    state.src = state.src.replace(INDENT, (indent) => relevelled(columnsOf(indent, length), length, TAB_LENGTH));
  });
  md.core.ruler.after("block", "tab_length_of_code", ({ tokens }) => {
    for (const token of tokens)
      if (CODE.has(token.type))
        token.content = token.content.replace(OF_CODE, (indent) => relevelled(indent.length, TAB_LENGTH, length));
  });
}
