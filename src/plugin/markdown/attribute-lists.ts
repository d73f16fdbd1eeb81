import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";

export type Attributes = readonly (readonly [name: string, value: string])[];

const LIST = "\\{(:?)[ \\t]*([^{}]+)\\}";
/** Straight behind an element within a text. */
const BEHIND = new RegExp(`^${LIST}`);
/** At the end of a heading, of a term, of a table's cell. */
const AT_END = new RegExp(`[ \\t]${LIST}[ \\t]*$`);
/** A line for itself, the last of a block. */
const WHOLE_LINE = new RegExp(`^[ \\t]*${LIST}[ \\t]*$`);
// More than this between braces is no list; the bound keeps a text of open braces cheap.
export const LONGEST = 1000;

const ATTRIBUTE = /([#.])([^\s{}="']+)|([a-z_:][\w:.-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/iy;

/**
 * Takes `#id .class key="value"` apart; undefined where something else is between the braces. A word alone is an
 * attribute only behind a colon, `{: reversed }`: without one it is more likely a text in braces; Python-Markdown takes it
 * away all the same.
 */
export function readList(
  [, colon = "", list = ""]: RegExpExecArray | readonly string[],
  isExact: boolean,
): Attributes | undefined {
  const found: [string, string][] = [];
  const words = new RegExp(ATTRIBUTE);
  const text = list.trim();
  for (let place = 0; place < text.length; ) {
    words.lastIndex = place;
    const match = words.exec(text);
    if (match === null) return undefined;
    const [whole, mark, word = "", key = "", a, b, c] = match;
    const value = a ?? b ?? c;
    const isBare = mark === undefined && value === undefined && colon === "";
    if (isBare && !isExact) return undefined;
    if (!isBare) found.push(mark === "#" ? ["id", word] : mark === "." ? ["class", word] : [key, value ?? key]);
    place += whole.length;
    if (place < text.length && !/\s/.test(text.charAt(place))) return undefined;
    while (/\s/.test(text.charAt(place))) place++;
  }
  return found;
}

export function give(token: Token, attributes: Attributes): void {
  for (const [name, value] of attributes) {
    if (name === "class") token.attrJoin(name, value);
    else token.attrSet(name, value);
  }
}

/** The list that a text begins with, and its length. */
export function listBehind(text: string): { readonly attributes: Attributes; readonly length: number } | undefined {
  const match = text.charAt(0) === "{" ? BEHIND.exec(text.slice(0, LONGEST)) : null;
  const attributes = match ? readList(match, false) : undefined;
  return match && attributes ? { attributes, length: match[0].length } : undefined;
}

/** What has a text in the place of an element that ends: the element's token, which has the attributes. */
function elementBefore(tokens: readonly Token[], index: number): Token | undefined {
  const end = tokens[index - 1];
  if (end === undefined || end.type === "html_inline") return undefined;
  if (end.nesting === 0) return ["image", "code_inline"].includes(end.type) ? end : undefined;
  if (end.nesting > 0) return undefined;
  for (let at = index - 2; at >= 0; at--) {
    if (tokens[at]?.nesting === 1 && tokens[at]?.level === end.level) return tokens[at];
  }
  return undefined;
}

/** The texts from here on as one, over the ends of lines: pandoc breaks its lists, too. */
function textFrom(tokens: readonly Token[], index: number): { text: string; count: number } {
  let text = "";
  let count = 0;
  for (let at = index; at < tokens.length; at++) {
    const { type, content, info } = tokens[at] as Token;
    // A sign behind a backslash is one, too (`target="\_blank"`), unless it is a brace.
    const isText = type === "text" || (type === "text_special" && !(info === "escape" && "{}".includes(content)));
    if (text.includes("}") || text.length > LONGEST || (!isText && type !== "softbreak")) break;
    text += isText ? content : "\n";
    count++;
  }
  return { text, count };
}

/** Moves the lists behind images, links, emphasis and code into these. */
function takeBehind(children: Token[], isExact: boolean): void {
  const taken = new Set<Token>();
  for (let index = 1; index < children.length; index++) {
    const token = children[index];
    if (token?.type !== "text" || token.content.charAt(0) !== "{") continue;
    const element = elementBefore(children, index);
    if (element === undefined) continue;
    const { text, count } = textFrom(children, index);
    const match = BEHIND.exec(text.slice(0, LONGEST));
    const attributes = match && readList(match, isExact);
    if (!attributes) continue;
    give(element, attributes);
    token.content = text.slice(match[0].length);
    for (let at = index + 1; at < index + count; at++) taken.add(children[at] as Token);
  }
  if (taken.size === 0) return;
  const left = children.filter((token) => !taken.has(token));
  children.length = 0;
  for (const token of left) children.push(token);
}

/** Takes the list that ends a text off it. */
function takeLast(children: Token[], pattern: RegExp, isExact: boolean): Attributes | undefined {
  const last = children.at(-1);
  if (last?.type !== "text" || !last.content.trimEnd().endsWith("}")) return undefined;
  const match = pattern.exec(last.content.slice(-LONGEST));
  const attributes = match ? readList(match, isExact) : undefined;
  if (match && attributes) last.content = last.content.slice(0, last.content.length - match[0].length);
  return attributes;
}

const ENDS_WITH_LIST: ReadonlySet<string> = new Set(["heading_open", "dt_open", "th_open", "td_open"]);

/** Moves the list that ends a block into the block. */
function takeOfBlock(tokens: readonly Token[], index: number, children: Token[], isExact: boolean): void {
  const open = tokens[index - 1];
  if (open === undefined) return;
  if (ENDS_WITH_LIST.has(open.type)) {
    const attributes = takeLast(children, AT_END, isExact);
    const last = children.at(-1);
    if (attributes) give(open, attributes);
    // What closes a heading may stand before the list: `## Text ## {#id}`.
    if (attributes && last && open.type === "heading_open")
      last.content = last.content
        .trimEnd()
        .replace(/(?<!#)#+$/, "")
        .trimEnd();
    return;
  }
  const before = children.at(-2)?.type;
  if (open.type !== "paragraph_open" || (before !== "softbreak" && before !== "hardbreak")) return;
  const attributes = takeLast(children, WHOLE_LINE, isExact);
  if (!attributes) return;
  children.splice(before === "softbreak" ? -2 : -1);
  // The text of a tight list's item is in no paragraph of its own.
  const item = tokens[index - 2];
  give(open.hidden && item?.nesting === 1 ? item : open, attributes);
}

function takeLists({ tokens, src }: StateCore, isExact: boolean): void {
  if (!src.includes("}")) return;
  tokens.forEach(({ type, content, children }, index) => {
    if (type !== "inline" || children === null || !content.includes("}")) return;
    takeBehind(children, isExact);
    takeOfBlock(tokens, index, children, isExact);
  });
}

/**
 * `{: #id .class key="value" }` behind a link, an image, emphasis or code, at the end of a heading or a table's cell, and
 * as the last line of a paragraph or a list's item: https://python-markdown.github.io/extensions/attr_list/
 */
export function attributeLists(md: MarkdownIt, isExact: boolean): void {
  md.core.ruler.after("inline", "attribute_lists", (state) => takeLists(state, isExact));
}
