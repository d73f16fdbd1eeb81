import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import { type Attributes, give, readList } from "./attribute-lists.ts";
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
  const match = BOX.exec(state.src.slice(from, lineEnd(state, line)));
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

/**
 * What pandoc writes, by which `pelican-import` makes Markdown of other sites: `` `<b>`{=html} ``, and `::: {.class}` up to
 * `:::`. In Pelican both are text. Source: https://pandoc.org/MANUAL.html#divs-and-spans
 */
export function pandoc(md: MarkdownIt): void {
  md.core.ruler.before("attribute_lists", "pandoc_html", rawHtml);
  md.block.ruler.before("fence", "pandoc_box", box, { alt: ["paragraph", "reference", "blockquote", "list"] });
}
