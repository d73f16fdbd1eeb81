import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { type Emphasis, findEmphasis, OTHER } from "./emphasis-patterns.ts";

/** Each mark is a token of its own, until all others are known. */
function marks(state: StateInline, silent: boolean): boolean {
  const mark = state.src.charAt(state.pos);
  if (silent || (mark !== "*" && mark !== "_")) return false;
  state.push("text", "", 0).content = mark;
  state.pos++;
  return true;
}

/** The place behind the element that begins at a token; behind the token itself, where that begins none. */
function behind(tokens: readonly Token[], index: number, end: number): number {
  let depth = 0;
  for (let at = index; at < end; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth <= 0) return at + 1;
  }
  return end;
}

function textOf({ type, content }: Token): string {
  if (type === "softbreak") return "\n";
  return type === "text" ? content : OTHER;
}

function toTag(token: Token | undefined, { tag }: Emphasis, nesting: 1 | -1): void {
  if (token === undefined) return;
  token.markup = token.content.repeat(tag === "em" ? 1 : 2);
  token.type = `${tag}_${nesting > 0 ? "open" : "close"}`;
  token.tag = tag;
  token.nesting = nesting;
  token.content = "";
}

/** Makes tags of the marks of one text, and of those in the elements within it. */
function emphasizeIn(tokens: readonly Token[], from: number, end: number): void {
  /** The token of each character of the text. */
  const tokenAt: (Token | undefined)[] = [];
  let text = "";
  let hasMarks = false;
  for (let index = from; index < end; ) {
    const token = tokens[index];
    if (token === undefined) break;
    const next = behind(tokens, index, end);
    if (token.nesting > 0) emphasizeIn(tokens, index + 1, next - 1);
    const part = textOf(token);
    if (part === "*" || part === "_") {
      hasMarks = true;
      tokenAt[text.length] = token;
    }
    text += part;
    index = next;
  }
  if (!hasMarks) return;
  for (const one of findEmphasis(text)) {
    for (const at of [...range(one.start, one.from), ...range(one.to, one.end)]) {
      const token = tokenAt[at];
      if (token && at !== one.start && at !== one.to) token.content = "";
    }
    toTag(tokenAt[one.start], one, 1);
    toTag(tokenAt[one.to], one, -1);
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** Emphasis by Python-Markdown's own patterns, in what is left when links, code and tags are found. */
export function pythonEmphasis(md: MarkdownIt): void {
  md.inline.ruler.at("emphasis", marks);
  md.inline.ruler2.at("emphasis", ({ tokens }) => {
    if (tokens.some(isMark)) emphasizeIn(tokens, 0, tokens.length);
    return false;
  });
}

function isMark({ type, content }: Token): boolean {
  return type === "text" && (content === "*" || content === "_");
}
