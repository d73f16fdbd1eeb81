import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { definitions } from "./definitions.ts";

interface Target {
  readonly address: string;
  readonly title: string;
  readonly end: number;
}

// What is longer is no address; the bound keeps a page of open brackets from costing its square.
const LONGEST = 2000;
const DEEPEST = 8;
const TITLE = /\s(["'])(.*)\1\s*$/s;
/** As Python-Markdown has it, with no blank before it. */
const ANY_TITLE = /(?<=^[^"']*)(["'])(.*)\1\s*$/s;

/** Reads `(address "title")` where the address has spaces in it or the title has quotes in it. */
function readTarget(source: string, from: number, end: number, isExact: boolean): Target | undefined {
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
    const title = (isExact && ANY_TITLE.exec(inner)) || TITLE.exec(inner);
    const address = (title === null ? inner : inner.slice(0, title.index)).trim().replace(/^<(.*)>$/, "$1");
    return { address, title: title?.[2]?.trim() ?? "", end: pos + 1 };
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

/** What CommonMark does not take: addresses with spaces, titles with quotes in them (`LinkInlineProcessor.getLink`). */
function looseLink(state: StateInline, silent: boolean, isExact: boolean): boolean {
  const start = state.pos;
  const isImage = state.src.startsWith("![", start);
  if (!isImage && state.src.charCodeAt(start) !== 0x5b) return false;
  const labelStart = start + (isImage ? 2 : 1);
  const labelEnd = state.md.helpers.parseLinkLabel(state, labelStart - 1, !isImage);
  if (labelEnd < 0 || state.src.charAt(labelEnd + 1) !== "(") return false;
  const target = readTarget(state.src, labelEnd + 1, state.posMax, isExact);
  if (target === undefined) return false;
  const address = state.md.normalizeLink(state.md.utils.unescapeAll(target.address));
  if (!state.md.validateLink(address)) return false;
  const title = state.md.utils.unescapeAll(target.title);
  if (!silent && isImage) pushImage(state, state.src.slice(labelStart, labelEnd), address, title);
  else if (!silent) pushLink(state, [labelStart, labelEnd], address, title);
  state.pos = target.end;
  return true;
}

const BEHIND = /^\]\s?\[([^[\]]*)\]/;

/**
 * What CommonMark does not take: a blank within `[text] [id]`; and `[text]` by itself before a name that stands for nothing.
 *
 * @param isShort whether it is the latter that is looked for
 */
function looseReference(state: StateInline, silent: boolean, isShort: boolean): boolean {
  if (state.env?.references === undefined) return false;
  const isImage = state.src.startsWith("![", state.pos);
  if (!isImage && state.src.charCodeAt(state.pos) !== 0x5b) return false;
  const labelStart = state.pos + (isImage ? 2 : 1);
  const labelEnd = state.md.helpers.parseLinkLabel(state, labelStart - 1, !isImage);
  if (labelEnd < 0) return false;
  const text = state.src.slice(labelStart, labelEnd);
  const [whole, id = ""] = isShort ? ["]"] : (BEHIND.exec(state.src.slice(labelEnd, labelEnd + LONGEST)) ?? []);
  const target = state.env.references[state.md.utils.normalizeReference(id === "" ? text : id)];
  if (whole === undefined || !target || labelEnd + whole.length > state.posMax) return false;
  if (!silent && isImage) pushImage(state, text, target.href, target.title);
  else if (!silent) pushLink(state, [labelStart, labelEnd], target.href, target.title);
  state.pos = labelEnd + whole.length;
  return true;
}

/** In brackets, an address ends before a quotation mark: a title begins with it, `(a.png" "Title")` (`LinkInlineProcessor`). */
function unquoted(parse: MarkdownIt["helpers"]["parseLinkDestination"]): typeof parse {
  return (source, start, end) => {
    const read = parse(source, start, end);
    const isQuoted = read.ok && /["']$/.test(read.str) && /\(\s*$/.test(source.slice(Math.max(0, start - 2), start));
    return isQuoted ? { ...read, ok: false } : read;
  };
}

/**
 * Links and images as Python-Markdown takes them. Addresses stay as they are written, where markdown-it rewrites
 * host names to Punycode and other characters to percent codes: only what an address cannot contain (spaces, control
 * characters) is encoded, and the line ends that browsers leave out are left out. Which schemes may be linked at all is markdown-it's own check (`validateLink`), and it stays on;
 * only a file of the author's own computer is a link here, too, which browsers do not follow, so that it can be told.
 */
export function links(md: MarkdownIt, isExact: boolean): void {
  definitions(md, isExact);
  md.inline.ruler.after("image", "loose_link", (state, silent) => looseLink(state, silent, isExact));
  md.inline.ruler.before("link", "spaced_reference", (state, silent) => looseReference(state, silent, false));
  md.inline.ruler.after("loose_link", "short_reference", (state, silent) => looseReference(state, silent, true));
  md.normalizeLink = (url) =>
    url.replace(/[\n\r]/g, "").replace(/[\u0000-\u0020\u007f]/g, (character) => encodeURIComponent(character));
  md.normalizeLinkText = (url) => url;
  if (isExact) Object.assign(md.helpers, { parseLinkDestination: unquoted(md.helpers.parseLinkDestination) });
  const isSafe = md.validateLink;
  md.validateLink = (url) => isSafe(url) || /^file:/i.test(url.trim());
}
