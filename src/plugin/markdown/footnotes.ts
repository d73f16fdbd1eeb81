import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";

interface Mention {
  readonly number: number;
  readonly count: number;
}

interface Notes {
  /** The Markdown of each note, by its name. */
  readonly sources: Map<string, string>;
  /** The names in the order of their first mention, each with its number and how often it is mentioned. */
  readonly mentions: Map<string, Mention>;
}

const NAME = /\[\^([^\s[\]]{1,200})\]/y;

/** The name in `[^name]` at a place of a text. */
function nameAt(source: string, place: number): string | undefined {
  const name = new RegExp(NAME);
  name.lastIndex = place;
  return name.exec(source)?.[1];
}

/** The line after a note: it goes on to the next blank line, and past it with lines that are indented by four. */
function noteEnd(state: StateBlock, startLine: number, endLine: number): number {
  let end = startLine + 1;
  for (let line = end; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    const isIndented = (state.sCount[line] ?? 0) - state.blkIndent >= 4;
    const isNextNote = nameAt(state.src, (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)) !== undefined;
    if (!isIndented && (line > end || isNextNote)) break;
    end = line + 1;
  }
  return end;
}

/** `<sup>` with the note's number, which is its place in the order of mentions. */
function mentionHtml(name: string, number: number, count: number): string {
  const id = count === 1 ? `fnref:${name}` : `fnref${count}:${name}`;
  return `<sup id="${id}"><a class="footnote-ref" href="#fn:${name}" role="doc-noteref">${number}</a></sup>`;
}

function backHtml(name: string, number: number): string {
  const label = `Jump back to footnote ${number} in the text`;
  return ` <a class="footnote-backref" href="#fnref:${name}" role="doc-backlink" aria-label="${label}">↩</a>`;
}

/** Reads a note's Markdown, and puts the way back to its mention at the end of its last paragraph. */
function noteTokens(state: StateCore, source: string, back: string): Token[] {
  const tokens: Token[] = [];
  state.md.block.parse(source, state.md, state.env, tokens);
  for (const token of tokens) {
    if (token.type === "inline") state.md.inline.parse(token.content, state.md, state.env, token.children ?? []);
  }
  const link = new state.Token("html_inline", "", 0);
  link.content = back;
  const last = tokens.at(-1)?.type === "paragraph_close" ? tokens.at(-2) : undefined;
  if (last?.children) last.children.push(link);
  else tokens.push(link);
  return tokens;
}

/**
 * Footnotes, numbered in the order of their mention and printed at the end of the page; a note that nobody mentions is
 * left out. https://python-markdown.github.io/extensions/footnotes/
 */
export function footnotes(md: MarkdownIt): void {
  // One entry for each page that is being rendered; its key is the page's own environment.
  const pages = new WeakMap<object, Notes>();
  const { escapeHtml } = md.utils;

  function notesOf(env: object): Notes {
    const notes = pages.get(env) ?? { sources: new Map<string, string>(), mentions: new Map<string, Mention>() };
    pages.set(env, notes);
    return notes;
  }

  function definition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
    if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
    const from = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    const name = nameAt(state.src, from);
    const text = from + (name ?? "").length + "[^]:".length;
    if (name === undefined || state.src.charAt(text - 1) !== ":") return false;
    if (silent) return true;
    const end = noteEnd(state, startLine, endLine);
    const first = state.src.slice(text, state.eMarks[startLine]).trim();
    const rest = state.getLines(startLine + 1, end, state.blkIndent + 4, false);
    notesOf(state.env).sources.set(name, `${first}\n${rest}`);
    state.line = end;
    return true;
  }

  function mention(state: StateInline, silent: boolean): boolean {
    if (!state.src.startsWith("[^", state.pos)) return false;
    const name = nameAt(state.src, state.pos);
    const { sources, mentions } = notesOf(state.env);
    if (name === undefined || !sources.has(name)) return false;
    if (!silent) {
      const { number, count } = mentions.get(name) ?? { number: mentions.size + 1, count: 0 };
      mentions.set(name, { number, count: count + 1 });
      state.push("html_inline", "", 0).content = mentionHtml(escapeHtml(name), number, count + 1);
    }
    state.pos += name.length + "[^]".length;
    return true;
  }

  function tail(state: StateCore): void {
    const { sources, mentions } = notesOf(state.env);
    if (mentions.size === 0) return;
    const html = (content: string): void => {
      const token = new state.Token("html_block", "", 0);
      token.content = content;
      state.tokens.push(token);
    };
    html('<section class="footnotes" role="doc-endnotes"><hr><ol>\n');
    // A note may mention another one: the map grows while it is read.
    for (const [name, { number }] of mentions) {
      html(`<li id="fn:${escapeHtml(name)}">\n`);
      state.tokens.push(...noteTokens(state, sources.get(name) ?? "", backHtml(escapeHtml(name), number)));
      html("</li>\n");
    }
    html("</ol></section>\n");
  }

  md.block.ruler.before("reference", "footnote", definition, { alt: ["paragraph", "reference"] });
  md.inline.ruler.before("link", "footnote_mention", mention);
  md.core.ruler.after("inline", "footnotes", tail);
}
