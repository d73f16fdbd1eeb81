import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type { Spoken } from "../words/find-words.ts";
import { indentOf, isIndented, lineEnd, lineStart, pushInline } from "./lines.ts";
import { wordsFor } from "./words.ts";

const OPENING = /^!!! ?([\w-]+(?: +[\w-]+)*)(?: +"(.*)")? *$/;

/** The names that have a word in each language: those of reStructuredText, which Python-Markdown suggests. */
const NAMED = ["note", "tip", "hint", "important", "attention", "caution", "warning", "danger", "error"] as const;

/** A title, and its language, where that is not the text's. */
interface Title {
  readonly text: string;
  readonly lang: string | undefined;
}

/** Without a title, the first of the names is one; an empty title is none. */
function titleOf(names: string, title: string | undefined, { words, lang, attributes }: Spoken): Title {
  const [first = ""] = names.split(" ");
  const known = NAMED.find((name) => name === first);
  if (title === undefined && known) return { text: words[known], lang: attributes === "" ? undefined : lang };
  return { text: title ?? first.charAt(0).toUpperCase() + first.slice(1), lang: undefined };
}

function pushTitle(state: StateBlock, { text, lang }: Title, line: number): void {
  if (text === "") return;
  state.push("paragraph_open", "p", 1).attrs = [
    ["class", "admonition-title"],
    ...(lang === undefined ? [] : [["lang", lang] as [string, string]]),
  ];
  pushInline(state, text, [line, line + 1]);
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
  pushTitle(state, titleOf(names, match[2], wordsFor(state.env)), startLine);
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
