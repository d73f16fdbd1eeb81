import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { Spoken } from "../words/find-words.ts";
import { indentOf, isIndented, lineEnd, lineStart, pushInline } from "./lines.ts";
import { wordsFor } from "./words.ts";

const NAMES = "[\\p{L}\\p{N}_-]+(?: +[\\p{L}\\p{N}_-]+)*";
const OPENING = /^!!! ?([\w-]+(?: +[\w-]+)*)(?: +"(.*)")? *$/;
const SUMMARY = new RegExp(`^\\?{3}(\\+)? ?(?:(${NAMES})? +"(.*?)"|(${NAMES})) *$`, "u");

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

/** The line that opens a box, where one does. */
function openingLine(state: StateBlock, line: number, sign: string): string | undefined {
  const start = lineStart(state, line);
  return isIndented(state, line) || !state.src.startsWith(sign, start)
    ? undefined
    : state.src.slice(start, lineEnd(state, line));
}

/** What is indented below a line, within an element. */
function box(state: StateBlock, lines: readonly [start: number, end: number], open: Token, pushTitle: () => void) {
  const [startLine, endLine] = lines;
  let next = startLine + 1;
  while (next < endLine && (state.isEmpty(next) || indentOf(state, next) - state.blkIndent >= 4)) next++;
  open.map = [startLine, next];
  pushTitle();
  const { blkIndent, lineMax } = state;
  state.blkIndent += 4;
  state.lineMax = next;
  state.md.block.tokenize(state, startLine + 1, next);
  state.blkIndent = blkIndent;
  state.lineMax = lineMax;
  state.line = next;
  state.push(open.type.replace("_open", "_close"), open.tag, -1);
}

function admonition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const match = OPENING.exec(openingLine(state, startLine, "!!!") ?? "");
  if (match === null) return false;
  if (silent) return true;
  const names = (match[1] ?? "").toLowerCase().replace(/ +/g, " ");
  const open = state.push("admonition_open", "div", 1);
  open.attrs = [["class", `admonition ${names}`]];
  const title = titleOf(names, match[2], wordsFor(state.env));
  box(state, [startLine, endLine], open, () => pushTitle(state, title, startLine));
  return true;
}

/** `!!! note "Title"` above an indented text: https://python-markdown.github.io/extensions/admonition/ */
export function admonitions(md: MarkdownIt): void {
  md.block.ruler.before("fence", "admonition", admonition, { alt: ["paragraph", "reference", "blockquote", "list"] });
}

function closedBox(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const match = SUMMARY.exec(openingLine(state, startLine, "???") ?? "");
  if (match === null) return false;
  if (silent) return true;
  const [, plus, classes = "", title, alone] = match;
  const names = (alone ?? classes).toLowerCase().replace(/ +/g, " ");
  const [first = ""] = names.split(" ");
  const open = state.push("details_open", "details", 1);
  if (plus) open.attrSet("open", "");
  if (names !== "") open.attrSet("class", names);
  box(state, [startLine, endLine], open, () => {
    state.push("summary_open", "summary", 1);
    pushInline(state, title ?? first.charAt(0).toUpperCase() + first.slice(1), [startLine, startLine + 1]);
    state.push("summary_close", "summary", -1);
  });
  return true;
}

/** `??? note "Title"` above an indented text: https://facelessuser.github.io/pymdown-extensions/extensions/details/ */
export function details(md: MarkdownIt): void {
  md.block.ruler.before("fence", "details", closedBox, { alt: ["paragraph", "reference", "blockquote", "list"] });
}
