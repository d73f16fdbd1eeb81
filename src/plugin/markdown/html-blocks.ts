import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { elementOf } from "../html/elements.ts";
import { indentOf, isIndented, lineEnd, lineStart, pushInline } from "./lines.ts";

/** Where each block element of a source ends: from the place of its `<` to the place after its closing tag. */
export type TagPairs = ReadonlyMap<number, number>;

/**
 * Pairs the opening and closing tags of a whole source, in one pass. Tags that have no partner are left out, so that one
 * forgotten `</p>` does not make raw HTML of the rest of the page.
 */
function pairTags(source: string): TagPairs {
  const pairs = new Map<number, number>();
  const open = new Map<string, number[]>();
  const lastComment = source.lastIndexOf("-->");
  let tagEnd = -1;
  const tags = /<(?:!--|(\/?)([a-z][a-z0-9]*)(?=[\s/>]))/gi;
  for (let match = tags.exec(source); match !== null; match = tags.exec(source)) {
    const [, slash, name = ""] = match;
    const place = match.index;
    if (name === "") {
      if (lastComment > place) tags.lastIndex = source.indexOf("-->", place);
      continue;
    }
    // The next ">" is looked for once and kept, so that many "<p" before it cost nothing.
    if (tagEnd < place) tagEnd = source.indexOf(">", place);
    if (tagEnd < 0) break;
    const tag = name.toLowerCase();
    if (!isBlockTag(tag)) continue;
    const places = open.get(tag) ?? [];
    open.set(tag, places);
    if (slash === "") places.push(place);
    else {
      const opened = places.pop();
      if (opened !== undefined) pairs.set(opened, tagEnd + 1);
    }
  }
  return pairs;
}

/** Whether Python-Markdown takes an element for a block. */
function isBlockTag(name: string): boolean {
  const { isBlock, isMarkdownBlock } = elementOf(name);
  return isBlock || isMarkdownBlock;
}

const TAG = /^<\/?([a-z][a-z0-9]*)(?=[\s/>])/i;
const OPENING = /^\s*<([a-z][a-z0-9]*)((?:\s+[a-z:_-][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*)\s*>/i;
const ATTRIBUTE = /\s+markdown(?:\s*=\s*(?:"(\w*)"|'(\w*)'|(\w+)))?(?=\s|$)/i;
const KINDS: readonly (string | undefined)[] = ["1", "block", "span", ""];

/** Blocks of HTML that Python-Markdown does not take for any: what is in them is Markdown always. */
const READ_INTO: ReadonlySet<string> = new Set(["center", "dialog", "dir", "search"]);

/**
 * Renders the Markdown within a block element that has `markdown="1"` (or `block`, `span`), by Python-Markdown's
 * extension md_in_html. Returns false, and does nothing, where the element does not ask for it.
 */
function pushMarkdownInHtml(state: StateBlock, source: string): boolean {
  const start = source.slice(0, source.indexOf(">") + 1);
  const isReadInto = READ_INTO.has(TAG.exec(start)?.[1]?.toLowerCase() ?? "");
  if (!isReadInto && !start.includes("markdown")) return false;
  const opening = OPENING.exec(source);
  const [tag = "", name = "", attributes = ""] = opening ?? [];
  const asked = ATTRIBUTE.exec(attributes);
  const close = source.lastIndexOf("</");
  const inner = source.slice(tag.length, close);
  // A line or some lines are text: it is in no paragraph of its own then.
  const kind = asked?.[1] ?? asked?.[2] ?? asked?.[3] ?? (isReadInto && !/\n\s*\n/.test(inner.trim()) ? "span" : "");
  if ((asked === null && !isReadInto) || !KINDS.includes(kind) || close < tag.length) return false;

  state.push("html_block", "", 0).content = `<${name}${attributes.replace(ATTRIBUTE, "")}>\n`;
  // In an element that holds text and no paragraphs, `markdown="1"` means inline Markdown.
  if (kind === "span" || (kind !== "block" && elementOf(name.toLowerCase()).holdsText)) {
    pushInline(state, inner.trim());
  } else {
    const StateOf = state.md.block.State;
    const nested = new StateOf(inner, state.md, state.env, state.tokens);
    nested.level = state.level + 1;
    state.md.block.tokenize(nested, 0, nested.lineMax);
  }
  state.push("html_block", "", 0).content = source.slice(close);
  return true;
}

const ONLY_TAGS = /^(?:<\/?[a-z][^<>]*>[ \t]*)+$/i;
const LONGEST_NAME = 32;

/** What is no element, and how it ends. */
const SPECIAL = Object.entries({ "<!--": "-->", "<?": "?>", "<![CDATA[": "]]>", "<!": ">" });

/** What is known about a source as a whole; found once, when the first tag is met. */
interface SourceFacts {
  readonly pairs: TagPairs;
  readonly lastEnd: ReadonlyMap<string, number>;
  /** By the indent of a list item: a line that is known to be outside of it. */
  readonly outside: Map<number, number>;
}

function factsOf(source: string): SourceFacts {
  const lastEnd = new Map(SPECIAL.map(([, end]) => [end, source.lastIndexOf(end)]));
  return { pairs: pairTags(source), lastEnd, outside: new Map() };
}

/** The line that a place of the source is in, or -1 where a line before it is outside of the list item it began in. */
function lineOfPlace(state: StateBlock, from: number, endLine: number, place: number, facts: SourceFacts): number {
  const outside = facts.outside.get(state.blkIndent) ?? -1;
  if (outside > from && outside < endLine && place > (state.bMarks[outside] ?? 0)) return -1;
  for (let line = from; line < endLine; line++) {
    if (indentOf(state, line) < state.blkIndent && !state.isEmpty(line)) {
      facts.outside.set(state.blkIndent, line);
      return -1;
    }
    if (place <= lineEnd(state, line)) return line;
  }
  return -1;
}

/** The last line of the raw HTML that begins at this line, or -1 where there is none. */
function lastLine(state: StateBlock, line: number, endLine: number, facts: SourceFacts): number {
  const from = lineStart(state, line);
  const to = lineEnd(state, line);
  const special = SPECIAL.find(([start]) => state.src.startsWith(start, from));
  if (special !== undefined) {
    if ((facts.lastEnd.get(special[1]) ?? -1) < from) return -1;
    return lineOfPlace(state, line, endLine, state.src.indexOf(special[1], from) + special[1].length, facts);
  }
  const name = TAG.exec(state.src.slice(from, Math.min(to + 1, from + LONGEST_NAME)))?.[1]?.toLowerCase();
  if (name === undefined || !isBlockTag(name)) return -1;
  const end = facts.pairs.get(from);
  const last = end === undefined ? -1 : lineOfPlace(state, line, endLine, end, facts);
  if (last >= 0) return last;
  // A tag without its partner: it is kept as it is if it has the line for itself, and what follows is Markdown.
  return ONLY_TAGS.test(state.src.slice(from, to)) ? line : -1;
}

/**
 * Raw HTML by Python-Markdown's rule (https://python-markdown.github.io/extensions/md_in_html/): a block element is kept
 * up to its own closing tag, across blank lines; every other element is part of the text around it.
 */
export function htmlBlocks(md: MarkdownIt): void {
  const known = new WeakMap<StateBlock, SourceFacts>();

  function htmlBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
    const indent = indentOf(state, startLine);
    if (isIndented(state, startLine)) return false;
    // Python-Markdown sees no blocks after four spaces; within a running paragraph such a tag belongs to the text.
    if (silent && indent >= 4) return false;
    if (state.src.charCodeAt(lineStart(state, startLine)) !== 0x3c) return false;
    const facts = known.get(state) ?? factsOf(state.src);
    known.set(state, facts);
    const last = lastLine(state, startLine, endLine, facts);
    if (last < 0) return false;
    if (silent) return true;

    const source = state.getLines(startLine, last + 1, state.blkIndent, true);
    state.line = last + 1;
    if (pushMarkdownInHtml(state, source)) return true;
    const token = state.push("html_block", "", 0);
    token.map = [startLine, last + 1];
    token.content = source;
    return true;
  }

  md.block.ruler.at("html_block", htmlBlock, { alt: ["paragraph", "reference", "blockquote", "list"] });
}
