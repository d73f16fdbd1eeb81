import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { type Attributes, give, LONGEST, listBehind, readList } from "./attribute-lists.ts";
import { isIndented, lineEnd, lineStart } from "./lines.ts";

const RAW = "{=html}";
const BOX = /^:{3,}[ \t]*(?:\{([^{}]*)\}|([\w-]+))?[ \t]*:*$/;
// More boxes in each other are none: the bound keeps a page of open ones cheap.
const DEEPEST = 8;

/** Code that is said to be HTML is HTML. */
function rawHtml({ tokens, src }: StateCore): void {
  if (!src.includes(RAW)) return;
  for (const token of tokens) {
    if (token.type === "fence" && token.info.trim() === RAW) token.type = "html_block";
    const children = token.children ?? [];
    children.forEach((child, index) => {
      const next = children[index + 1];
      if (child.type !== "code_inline" || next?.type !== "text" || !next.content.startsWith(RAW)) return;
      child.type = "html_inline";
      next.content = next.content.slice(RAW.length);
    });
  }
}

/** What a line of colons opens: a box with attributes; one without any closes it. */
function boxAt(state: StateBlock, line: number): Attributes | undefined {
  const from = lineStart(state, line);
  if (!state.src.startsWith(":::", from)) return undefined;
  const match = BOX.exec(state.src.slice(from, Math.min(lineEnd(state, line), from + LONGEST)));
  if (match === null) return undefined;
  const [, list, name] = match;
  if (name !== undefined) return [["class", name]];
  return list === undefined ? [] : readList(["", ":", list], false);
}

function box(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (isIndented(state, startLine)) return false;
  const attributes = boxAt(state, startLine);
  if (attributes === undefined || attributes.length === 0) return false;
  let depth = 1;
  let last = startLine;
  while (depth > 0 && ++last < endLine) {
    const other = boxAt(state, last);
    if (other) depth += other.length === 0 ? -1 : 1;
    if (depth > DEEPEST) return false;
  }
  if (depth > 0) return false;
  if (silent) return true;
  const open = state.push("box_open", "div", 1);
  give(open, attributes);
  open.map = [startLine, last + 1];
  const { lineMax } = state;
  state.lineMax = last;
  state.md.block.tokenize(state, startLine + 1, last);
  state.lineMax = lineMax;
  state.line = last + 1;
  state.push("box_close", "div", -1);
  return true;
}

/** What only pandoc writes: raw HTML, boxes with attributes, WordPress's classes of images, `don\'t`. */
const ITS_OWN = /\{=html\}|^:{3,}[ \t]*\{|\]\([^)]*\)\{\.(?:wp-|align|size-)|[a-z]\\'(?:d|ll|m|re|s|t|ve)\b/m;
/** Code between fences, indented, and within a line: `it\'s` there is no sign of pandoc's. */
const CODE = /^ *(```|~~~)[\s\S]*?^ *\1|^(?: {4}|\t).*$|(`+)[^`][\s\S]*?\2/gm;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

function notePandoc({ src, env }: StateCore): void {
  if (src.includes("\\") && ITS_OWN.test(src) && ITS_OWN.test(src.replace(CODE, ""))) env.isPandocs = true;
}

/** Pandoc sets a backslash before any sign, and at the end of a line for a break; before a blank it keeps words together. */
function pandocEscape(state: StateInline, silent: boolean): boolean {
  const { src, pos, env } = state;
  if (src.charCodeAt(pos) !== 0x5c || !env.isPandocs) return false;
  const next = src.charAt(pos + 1);
  if (next !== "\n" && next !== " " && !PUNCTUATION.test(next)) return false;
  if (next === "\n" && !silent) state.push("hardbreak", "br", 0);
  else if (next === " " && !silent) state.pending += "\u00a0";
  else if (!silent)
    Object.assign(state.push("text_special", "", 0), { content: next, markup: `\\${next}`, info: "escape" });
  state.pos += 2;
  while (next === "\n" && src.charAt(state.pos) === " ") state.pos++;
  return true;
}

/** `[words]{.class}`, where `[words]` is no link. */
function span(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax, md } = state;
  if (src.charCodeAt(pos) !== 0x5b) return false;
  const end = md.helpers.parseLinkLabel(state, pos, true);
  const list = end < 0 ? undefined : listBehind(src.slice(end + 1, posMax));
  if (list === undefined) return false;
  if (!silent) {
    give(state.push("span_open", "span", 1), list.attributes);
    state.pos = pos + 1;
    state.posMax = end;
    md.inline.tokenize(state);
    state.posMax = posMax;
    state.push("span_close", "span", -1);
  }
  state.pos = end + 1 + list.length;
  return true;
}

/**
 * What pandoc writes, by which `pelican-import` makes Markdown of other sites: `` `<b>`{=html} ``, `[words]{.class}`, and
 * `::: {.class}` up to `:::`. In Pelican both are text. Source: https://pandoc.org/MANUAL.html#divs-and-spans
 */
export function pandoc(md: MarkdownIt): void {
  md.core.ruler.after("normalize", "pandoc_note", notePandoc);
  md.inline.ruler.before("plain_backslash", "pandoc_escape", pandocEscape);
  md.inline.ruler.after("link", "pandoc_span", span);
  md.core.ruler.before("attribute_lists", "pandoc_html", rawHtml);
  md.block.ruler.before("fence", "pandoc_box", box, { alt: ["paragraph", "reference", "blockquote", "list"] });
}
