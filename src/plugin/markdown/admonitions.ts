import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type { Words } from "../words/english.ts";
import { indentOf, isIndented, lineEnd, lineStart, pushInline } from "./lines.ts";
import { wordsOf } from "./words.ts";

const OPENING = /^!!! ?([\w-]+(?: +[\w-]+)*)(?: +"(.*)")? *$/;

/** The names that have a word in each language: those of reStructuredText, which Python-Markdown suggests. */
const NAMED = ["note", "tip", "hint", "important", "attention", "caution", "warning", "danger", "error"] as const;

/** Without a title, the first of the names is one; an empty title is none. */
function titleOf(names: string, title: string | undefined, words: Words): string {
  const [first = ""] = names.split(" ");
  const known = NAMED.find((name) => name === first);
  return title ?? (known ? words[known] : first.charAt(0).toUpperCase() + first.slice(1));
}

function pushTitle(state: StateBlock, title: string, line: number): void {
  if (title === "") return;
  state.push("paragraph_open", "p", 1).attrs = [["class", "admonition-title"]];
  pushInline(state, title, [line, line + 1]);
  state.push("paragraph_close", "p", -1);
}

function admonition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (isIndented(state, startLine) || state.src.charAt(lineStart(state, startLine)) !== "!") return false;
  const match = OPENING.exec(state.src.slice(lineStart(state, startLine), lineEnd(state, startLine)));
  if (match === null) return false;
  if (silent) return true;
  const names = (match[1] ?? "").toLowerCase().replace(/ +/g, " ");
  let next = startLine + 1;
  while (next < endLine && (state.isEmpty(next) || indentOf(state, next) - state.blkIndent >= 4)) next++;

  const open = state.push("admonition_open", "div", 1);
  open.attrs = [["class", `admonition ${names}`]];
  open.map = [startLine, next];
  pushTitle(state, titleOf(names, match[2], wordsOf(state.env)), startLine);
  const { blkIndent, lineMax } = state;
  state.blkIndent += 4;
  state.lineMax = next;
  state.md.block.tokenize(state, startLine + 1, next);
  state.blkIndent = blkIndent;
  state.lineMax = lineMax;
  state.line = next;
  state.push("admonition_close", "div", -1);
  return true;
}

/** `!!! note "Title"` above an indented text: https://python-markdown.github.io/extensions/admonition/ */
export function admonitions(md: MarkdownIt): void {
  md.block.ruler.before("fence", "admonition", admonition, { alt: ["paragraph", "reference", "blockquote", "list"] });
}
