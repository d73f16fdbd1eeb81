import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { isInstalled, requireLibrary } from "../files/libraries.ts";
import { messageOf } from "../findings/plain-error.ts";
import { indentOf } from "./lines.ts";
import { asTemml, definitionsIn, numbersIn, redefining, withNames } from "./mathjax.ts";

/** A formula in a text. */
interface Formula {
  readonly tex: string;
  readonly isDisplay: boolean;
  readonly end: number;
}

// What is longer is no formula; the bound keeps a text of open dollar signs cheap.
const LONGEST = 5000;
/** What is for itself, wherever it is written. */
const OF_DISPLAY = /\\begin\{(?:align|alignat|eqnarray|equation|gather|multline)\*?\}/;
const ENVIRONMENT = /\\begin\{([a-zA-Z]+\*?)\}/y;
const REFERENCE = /\\(?:eq)?ref\{[^{}\s]+\}/y;
/** How formulas begin and end, the longer first: a backslash may be doubled, for Markdown takes one of two away. */
const PAIRS: readonly (readonly [open: string, close: string, isDisplay: boolean])[] = [
  ["$$", "$$", true],
  ["\\\\[", "\\\\]", true],
  ["\\\\(", "\\\\)", false],
  ["\\[", "\\]", true],
  ["\\(", "\\)", false],
];

function closed(source: string, from: number, close: string): number {
  const at = source.slice(from, from + LONGEST).indexOf(close);
  return at < 0 ? -1 : from + at;
}

/** What is a formula behind a blank, too: signs of TeX; and what is none: words. */
const RAISED = /\^|_\{|[A-Za-z]_[A-Za-z0-9](?![A-Za-z])/;
const TEX = new RegExp(`\\\\|${RAISED.source}`);
const COMMAND = /\\[A-Za-z,;:!]/;
const WORDS = /\s\p{L}{3,}[.,;:!?]?(?=\s|$)/u;

/**
 * What a bracket behind one backslash is the beginning of, where it is a formula: Markdown takes the backslash away, and so
 * brackets that are no more than that (`\\[sic\\]`) are written, too.
 */
const IN_BRACKETS = /\\[A-Za-z]|\\\\|[\^=+\n]|(?<!\\)_|^\s*[A-Za-z]'*(?:\([a-z]\))?\s*$/;
const PLAIN_ESCAPE = /\\["'_*`]/;

/** What a formula has open: words in braces, in which there may be formulas. */
const IN_WORDS = /\\(?:text[a-z]*|mbox)\{[^{}]*$/;

/**
 * `$x$`: no blank before the last sign, unless there is a command, or an index and no words; one behind the first only where that is no price and the
 * rest no words, and no digit behind them, so that prices are prices; and no code.
 */
function dollars(source: string, start: number): Formula | undefined {
  const last = Math.min(source.length, start + LONGEST);
  if (source.charAt(start + 1) === "$") return undefined;
  const isPrice = /[A-Za-z0-9]/.test(source.charAt(start - 1));
  const isTex = (tex: string) => !/^\s/.test(tex) || (!isPrice && (TEX.test(tex) || !WORDS.test(tex)));
  let inWords = 0;
  for (let at = start + 1; at < last; at++) {
    const character = source.charAt(at);
    if (character === "`") return undefined;
    if (character === "\\") at++;
    else if (character === "$") {
      // A formula in the words of a formula; more than two are none.
      if (inWords < 4 && IN_WORDS.test(source.slice(start + 1, at))) {
        inWords++;
        continue;
      }
      const tex = source.slice(start + 1, at);
      const mayEndBlank = COMMAND.test(tex) || (RAISED.test(tex) && !WORDS.test(tex));
      const isEnd = (!/\s$/.test(tex) || mayEndBlank) && !/\d/.test(source.charAt(at + 1));
      return isEnd && isTex(tex) ? { tex, isDisplay: false, end: at + 1 } : undefined;
    }
  }
  return undefined;
}

/** The formula that begins here, with its environment, as `render_math` finds them. */
function formulaAt(source: string, start: number): Formula | undefined {
  ENVIRONMENT.lastIndex = start;
  const [begin, name] = ENVIRONMENT.exec(source) ?? [];
  if (begin !== undefined) {
    const end = closed(source, start + begin.length, `\\end{${name}}`);
    if (end < 0) return undefined;
    const after = end + `\\end{${name}}`.length;
    return { tex: source.slice(start, after), isDisplay: true, end: after };
  }
  REFERENCE.lastIndex = start;
  const [reference] = REFERENCE.exec(source) ?? [];
  if (reference !== undefined) return { tex: reference, isDisplay: false, end: start + reference.length };
  const pair = PAIRS.find(([open]) => source.startsWith(open, start));
  if (pair === undefined) return source.charAt(start) === "$" ? dollars(source, start) : undefined;
  const [open, close, isDisplay] = pair;
  const end = closed(source, start + open.length, close);
  const tex = source.slice(start + open.length, end);
  if (end < 0 || tex.trim() === "") return undefined;
  if (/^\\[[(]/.test(open) && (!IN_BRACKETS.test(tex) || PLAIN_ESCAPE.test(tex))) return undefined;
  return { tex, isDisplay, end: end + close.length };
}

function math(state: StateInline, silent: boolean): boolean {
  const code = state.src.charCodeAt(state.pos);
  if ((code !== 0x24 && code !== 0x5c) || state.src.charAt(state.pos - 1) === "\\") return false;
  const formula = formulaAt(state.src, state.pos);
  if (formula === undefined || formula.end > state.posMax) return false;
  if (!silent) {
    const token = state.push("math", "math", 0);
    token.content = formula.tex;
    token.markup = state.src.slice(state.pos, formula.end);
    token.block = formula.isDisplay;
  }
  state.pos = formula.end;
  return true;
}

/** Tells, line after line, whether a formula for itself is open: what follows is no list then, and no heading. */
function openCounter(): { read: (text: string) => void; isOpen: () => boolean } {
  let [signs, environments, brackets] = [0, 0, 0];
  return {
    read: (text) => {
      const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
      signs += count(/(?<!\\)\$\$/g);
      environments += count(/\\begin\{/g) - count(/\\end\{/g);
      brackets += count(/\\\[/g) - count(/\\\]/g);
    },
    isOpen: () => signs % 2 === 1 || environments > 0 || brackets > 0,
  };
}

/** markdown-it's paragraph, which nothing ends while a formula is open. */
function paragraph(state: StateBlock, startLine: number, endLine: number): boolean {
  const rules = state.md.block.ruler.getRules("paragraph");
  const { parentType } = state;
  state.parentType = "paragraph";
  const counter = openCounter();
  let next = startLine + 1;
  for (; next < endLine && !state.isEmpty(next); next++) {
    counter.read(state.getLines(next - 1, next, state.blkIndent, false));
    const indent = indentOf(state, next);
    if (indent - state.blkIndent > 3 || indent < 0) continue;
    if (rules.some((ends) => ends(state, next, endLine, true)) && !counter.isOpen()) break;
  }
  state.line = next;
  state.push("paragraph_open", "p", 1).map = [startLine, next];
  const inline = state.push("inline", "", 0);
  inline.content = state.getLines(startLine, next, state.blkIndent, false).trim();
  inline.map = [startLine, next];
  inline.children = [];
  state.push("paragraph_close", "p", -1);
  state.parentType = parentType;
  return true;
}

/** Numbers may be referred to above the formula that has them. */
function noteNumbers({ src, env, tokens }: StateCore): void {
  if (!src.includes("\\label") || !src.includes("\\tag")) return;
  const formulas = tokens.flatMap(({ children }) => children?.filter(({ type }) => type === "math") ?? []);
  env.numbers = new Map([...(env.numbers ?? []), ...formulas.flatMap(({ content }) => numbersIn(content))]);
}

type Typeset = (tex: string, isDisplay: boolean) => string;

/** Loaded for the first formula; undefined where it is not installed. */
function loadTemml(): Typeset | undefined {
  if (!isInstalled("temml")) return undefined;
  const { renderToString } = requireLibrary("temml") as typeof import("temml");
  const typeset = (tex: string, displayMode: boolean) =>
    // A policy that is worth having forbids attributes of style.
    renderToString(tex, { displayMode, throwOnError: true }).replace(/(<m[a-z]+\b[^>]*?) style="[^"]*"/g, "$1");
  return (tex, isDisplay) => {
    try {
      return typeset(redefining(tex), isDisplay);
    } catch (error) {
      const other = asTemml(tex);
      const isShown = isDisplay || OF_DISPLAY.test(tex);
      if (other === tex && isShown === isDisplay) throw error;
      return typeset(redefining(other), isShown);
    }
  };
}

/** What is wrong with a formula, in one line. */
function faultOf(error: unknown): string {
  const [first = ""] = messageOf(error).split("\n");
  return first
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/:\s*$/, "")
    .trim();
}

/**
 * Formulas (`$…$`, `$$…$$`, `\(…\)`, `\[…\]`, `\begin{…}`), which no other rule touches, typeset to MathML by Temml. Where
 * that is not installed they stay as they are written. One that is broken is shown as code, which a check finds.
 * Source: https://github.com/pelican-plugins/render-math
 */
export function formulas(md: MarkdownIt): void {
  const { escapeHtml } = md.utils;
  let typeset: Typeset | false | undefined;
  md.inline.ruler.before("plain_backslash", "math", math);
  md.block.ruler.at("paragraph", paragraph);
  md.core.ruler.push("formula_numbers", noteNumbers);
  md.renderer.rules.math = (tokens, index, _options, env) => {
    const { content = "", markup = "", block = false } = tokens[index] ?? {};
    typeset ??= loadTemml() ?? false;
    if (!typeset) return `<span class="math">${escapeHtml(markup)}</span>`;
    try {
      const html = typeset((env.definitions ?? "") + content, block);
      env.definitions = ((env.definitions ?? "") + definitionsIn(content)).slice(0, LONGEST);
      return withNames(html, content, env.numbers ?? new Map());
    } catch (error) {
      return `<code class="math-error" title="${escapeHtml(faultOf(error))}">${escapeHtml(markup)}</code>`;
    }
  };
}
