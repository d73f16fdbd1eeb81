import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";

interface Target {
  readonly address: string;
  readonly title: string;
  readonly end: number;
}

// A target longer than this is no address; the bound keeps a page of open brackets from costing its square.
const LONGEST = 2000;
const DEEPEST = 8;
const TITLE = /\s(["'])(.*)\1\s*$/s;

/** Reads `(address "title")` where the address has blanks in it or the title has quotes in it. */
function readTarget(source: string, from: number, end: number): Target | undefined {
  const last = Math.min(end, from + LONGEST);
  let depth = 0;
  for (let pos = from; pos < last; pos++) {
    const character = source.charAt(pos);
    if (character === "\\") pos++;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    if (depth > DEEPEST) return undefined;
    if (depth > 0) continue;
    const inner = source.slice(from + 1, pos);
    const title = TITLE.exec(inner);
    const address = (title === null ? inner : inner.slice(0, title.index)).trim().replace(/^<(.*)>$/, "$1");
    return { address, title: title?.[2] ?? "", end: pos + 1 };
  }
  return undefined;
}

function pushLink(state: StateInline, label: [start: number, end: number], href: string, title: string): void {
  const { pos, posMax } = state;
  const open = state.push("link_open", "a", 1);
  open.attrs = [["href", href]];
  if (title !== "") open.attrs.push(["title", title]);
  [state.pos, state.posMax] = label;
  state.md.inline.tokenize(state);
  state.push("link_close", "a", -1);
  state.pos = pos;
  state.posMax = posMax;
}

function pushImage(state: StateInline, label: string, src: string, title: string): void {
  const token = state.push("image", "img", 0);
  token.content = label;
  token.children = [];
  state.md.inline.parse(label, state.md, state.env, token.children);
  token.attrs = [
    ["src", src],
    ["alt", ""],
  ];
  if (title !== "") token.attrs.push(["title", title]);
}

function looseLink(state: StateInline, silent: boolean): boolean {
  const start = state.pos;
  const isImage = state.src.startsWith("![", start);
  if (!isImage && state.src.charCodeAt(start) !== 0x5b) return false;
  const labelStart = start + (isImage ? 2 : 1);
  const labelEnd = state.md.helpers.parseLinkLabel(state, labelStart - 1, !isImage);
  if (labelEnd < 0 || state.src.charAt(labelEnd + 1) !== "(") return false;
  const target = readTarget(state.src, labelEnd + 1, state.posMax);
  if (target === undefined) return false;
  const address = state.md.normalizeLink(state.md.utils.unescapeAll(target.address));
  if (!state.md.validateLink(address)) return false;
  const title = state.md.utils.unescapeAll(target.title);
  if (!silent && isImage) pushImage(state, state.src.slice(labelStart, labelEnd), address, title);
  else if (!silent) pushLink(state, [labelStart, labelEnd], address, title);
  state.pos = target.end;
  return true;
}

/**
 * Links and images that CommonMark does not take but Python-Markdown does (its `LinkInlineProcessor.getLink`): addresses
 * with blanks, titles with quotes in them.
 */
export function looseLinks(md: MarkdownIt): void {
  md.inline.ruler.after("image", "loose_link", looseLink);
}
