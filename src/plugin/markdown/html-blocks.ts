import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { indentOf, isIndented, lineEnd, lineStart } from "./lines.ts";
import { pushMarkdownInHtml } from "./markdown-in-html.ts";
import { rawFences, withoutFences } from "./raw-fences.ts";
import { isBlockTag, pairTags, TAG, type TagPairs } from "./tag-pairs.ts";

const RULE = /^<hr(?=[\s/>])[^<>]*>/i;
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
  return { pairs: pairTags(withoutFences(source)), lastEnd, outside: new Map() };
}

/** The line that the end of a block is in, or -1 where a line before it is outside of the list item it began in. */
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

/** Where raw HTML ends: the line, and the place in the source. */
interface End {
  readonly line: number;
  readonly place: number;
}

/** Where the raw HTML ends that begins at this line; undefined where there is none. */
function endOf(state: StateBlock, line: number, endLine: number, facts: SourceFacts): End | undefined {
  const from = lineStart(state, line);
  const to = lineEnd(state, line);
  const at = (place: number): End | undefined => {
    const last = lineOfPlace(state, line, endLine, place, facts);
    return last < 0 ? undefined : { line: last, place };
  };
  // In a quotation or a list, only a comment is none of the text.
  const special = SPECIAL.find(
    ([start]) => state.src.startsWith(start, from) && (state.level === 0 || start === "<!--"),
  );
  if (special !== undefined) {
    if ((facts.lastEnd.get(special[1]) ?? -1) < from) return undefined;
    return at(state.src.indexOf(special[1], from) + special[1].length);
  }
  const name = TAG.exec(state.src.slice(from, Math.min(to + 1, from + LONGEST_NAME)))?.[1]?.toLowerCase();
  if (name === undefined || !isBlockTag(name)) return undefined;
  const end = facts.pairs.get(from);
  const paired = end === undefined ? undefined : at(end);
  if (paired) return paired;
  const rule = name === "hr" ? RULE.exec(state.src.slice(from, to)) : null;
  if (rule) return { line, place: from + rule[0].length };
  // A tag without its partner: it is kept as it is if it has the line for itself, and what follows is Markdown.
  return ONLY_TAGS.test(state.src.slice(from, to)) ? { line, place: to } : undefined;
}

/** Makes a line begin where the raw HTML before it ends, unless nothing is left of it. */
function cutLine(state: StateBlock, { line, place }: End): boolean {
  const start = state.skipSpaces(place);
  if (start >= lineEnd(state, line)) return false;
  state.bMarks[line] = place;
  state.tShift[line] = start - place;
  // However many blanks are between, it is no code.
  state.sCount[line] = state.blkIndent + Math.min(start - place, 3);
  return true;
}

/** Reads one block of Markdown. */
function readBlock(state: StateBlock, line: number, endLine: number): void {
  for (const rule of state.md.block.ruler.getRules("")) if (rule(state, line, endLine, false)) return;
}

/** What is nothing but text for a browser, too: fences are a part of it. */
const KEPT = /^<(?:pre|script|style|textarea)\b/i;

/** Prints raw HTML as it is, save for the code between fences that is in it. */
function pushRaw(state: StateBlock, source: string, map: [number, number]): void {
  const push = (type: "html_block" | "fence", content: string) => {
    const token = state.push(type, type === "fence" ? "code" : "", 0);
    token.map = map;
    token.content = content;
    return token;
  };
  let at = 0;
  for (const { start, end, mark, info, code } of KEPT.test(source) ? [] : rawFences(source)) {
    push("html_block", source.slice(at, start));
    Object.assign(push("fence", code), { markup: mark, info });
    at = end;
  }
  push("html_block", source.slice(at));
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
    let end = endOf(state, startLine, endLine, facts);
    if (end === undefined || silent) return end !== undefined;

    for (let line = startLine; end !== undefined; end = endOf(state, line, endLine, facts)) {
      const lines = state.getLines(line, end.line + 1, state.blkIndent, false);
      const source = lines.slice(0, lines.length - (lineEnd(state, end.line) - end.place));
      state.line = end.line + 1;
      if (!pushMarkdownInHtml(state, `${source}\n`)) pushRaw(state, `${source}\n`, [line, end.line + 1]);
      line = end.line;
      // What is behind it is Markdown, or more of it.
      if (!cutLine(state, end)) return true;
    }
    readBlock(state, state.line - 1, endLine);
    return true;
  }

  md.block.ruler.at("html_block", htmlBlock, { alt: ["paragraph", "reference", "blockquote", "list"] });
}
