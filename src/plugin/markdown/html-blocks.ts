import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { BLOCK_TAGS, pairTags, type TagPairs } from "./html-tags.ts";
import { pushMarkdownInHtml } from "./markdown-in-html.ts";

const TAG = /^<\/?([a-z][a-z0-9]*)(?=[\s/>])/i;
const ONLY_TAGS = /^(?:<\/?[a-z][^<>]*>[ \t]*)+$/i;
const LONGEST_NAME = 32;

/** What is no element, and how it ends. */
const SPECIAL: readonly (readonly [start: string, end: string])[] = [
  ["<!--", "-->"],
  ["<?", "?>"],
  ["<![CDATA[", "]]>"],
  ["<!", ">"],
];

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
    if ((state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line)) {
      facts.outside.set(state.blkIndent, line);
      return -1;
    }
    if (place <= (state.eMarks[line] ?? 0)) return line;
  }
  return -1;
}

/** The last line of the raw HTML that begins at this line, or -1 where there is none. */
function lastLine(state: StateBlock, line: number, endLine: number, facts: SourceFacts): number {
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const to = state.eMarks[line] ?? 0;
  const special = SPECIAL.find(([start]) => state.src.startsWith(start, from));
  if (special !== undefined) {
    if ((facts.lastEnd.get(special[1]) ?? -1) < from) return -1;
    return lineOfPlace(state, line, endLine, state.src.indexOf(special[1], from) + special[1].length, facts);
  }
  const name = TAG.exec(state.src.slice(from, Math.min(to, from + LONGEST_NAME)))?.[1]?.toLowerCase();
  if (name === undefined || !BLOCK_TAGS.has(name)) return -1;
  const end = facts.pairs.get(from);
  const last = end === undefined ? -1 : lineOfPlace(state, line, endLine, end, facts);
  if (last >= 0) return last;
  // A tag without its partner: it is kept as it is if it has the line for itself, and what follows is Markdown.
  return ONLY_TAGS.test(state.src.slice(from, to)) ? line : -1;
}

/**
 * Raw HTML by Python-Markdown's rule (https://python-markdown.github.io/extensions/md_in_html/): a block element is kept
 * up to its own closing tag, across blank lines; every other element is a part of the text it stands in.
 */
export function htmlBlocks(md: MarkdownIt): void {
  const known = new WeakMap<StateBlock, SourceFacts>();

  function htmlBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
    const indent = state.sCount[startLine] ?? 0;
    if (indent - state.blkIndent >= 4) return false;
    // Python-Markdown sees no blocks behind four blanks; within a running paragraph such a tag belongs to the text.
    if (silent && indent >= 4) return false;
    if (state.src.charCodeAt((state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)) !== 0x3c) return false;
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

  md.block.ruler.at("html_block", htmlBlock, { alt: ["paragraph", "reference", "blockquote"] });
}
