import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { groupBy } from "../maps/group-by.ts";

/** The line below a table's head; within a quotation or an item of a list it has something before it. */
const RULE = /^[\s>]*(?:[|:][\s:]*)?-[-:|\s]*$/;
/** That line as Python-Markdown takes it, too: with bars alone. */
const BARS = /^ {0,3}\|(?:[ :]*\|)+ *$/;
/** Stands for a bar within code until the cells are known: no text has it, for markdown-it replaces it in any. */
const BAR = "\0";

/** Hides the bars within the code of a table's row. */
function hideBars(line: string): string {
  if (!line.includes("`")) return line;
  const runs = [...line.matchAll(/`+/g)];
  const places = groupBy([...runs.keys()].reverse(), (at) => runs[at]?.[0].length);
  let hidden = "";
  let done = 0;
  for (let open = 0; open < runs.length; open++) {
    const { 0: marks = "", index = 0 } = runs[open] ?? {};
    if (line[index - 1] === "\\") continue;
    const same = places.get(marks.length) ?? [];
    while ((same.at(-1) ?? runs.length) <= open) same.pop();
    const close = same.at(-1);
    if (close === undefined) continue;
    const end = runs[close]?.index ?? index;
    hidden += line.slice(done, index) + line.slice(index, end).replaceAll("|", BAR);
    done = end;
    open = close;
  }
  return hidden + line.slice(done);
}

/** A formula in a line, by the rule that prices are none. */
const FORMULA = /\$(?:\|[^$`]*\||(?![\s$|])[^$`]*?[^\s$|])\$(?!\d)/g;

/** Marks of headings, quotations and lists, which are none in a table. */
const MARKED = /^ {0,3}(?:[#>*+-]|\d+\.).*\|/;

function hideInTables(state: StateCore, isMath: boolean, isExact: boolean): void {
  const isAsked = isExact || state.src.includes("`") || (isMath && state.src.includes("$"));
  if (!isAsked || !state.src.includes("|")) return;
  const lines = state.src.split("\n");
  let rule = -1;
  const hidden = lines.map((line, index) => {
    if (rule < 0) rule = line.includes("|") && RULE.test(lines[index + 1] ?? "") ? index + 1 : -1;
    else if (line.trim() === "") rule = -1;
    if (rule < 0) return line;
    const isMarked = isExact && index > rule && lines[rule]?.includes("|") && MARKED.test(line);
    const hidden = hideBars(isMarked ? `|${line}` : line);
    return isMath ? hidden.replace(FORMULA, (formula) => formula.replaceAll("|", BAR)) : hidden;
  });
  state.src = hidden.join("\n");
}

/** Writes dashes into the lines below a head that have bars alone. */
function addDashes(state: StateCore): void {
  if (!/^ {0,3}\|[ :|]*\| *$/m.test(state.src)) return;
  const lines = state.src.split("\n");
  const isHead = (index: number) => /^ {0,3}\|/.test(lines[index] ?? "") && (lines[index - 1] ?? "").trim() === "";
  state.src = lines
    .map((line, index) => (BARS.test(line) && isHead(index - 1) ? line.replace(/\|(?=[ :]*\|)/g, "|-") : line))
    .join("\n");
}

function showBars({ tokens, src }: StateCore): void {
  if (!src.includes(BAR)) return;
  for (const token of tokens) if (token.content.includes(BAR)) token.content = token.content.replaceAll(BAR, "|");
}

const ALIGNMENT = /^text-align:(\w+)$/;

function alignCells(state: StateCore): void {
  for (const token of state.tokens) if (token.type === "th_open" || token.type === "td_open") alignByClass(token);
}

/** A Content-Security-Policy that is worth having forbids the style attributes that markdown-it writes. */
function alignByClass(cell: Token): void {
  const side = ALIGNMENT.exec(String(cell.attrGet("style") ?? ""))?.[1];
  if (side === undefined) return;
  cell.attrs = (cell.attrs ?? []).filter(([attribute]) => attribute !== "style");
  cell.attrJoin("class", `align-${side}`);
}

/**
 * How tables are written is markdown-it's own rule; what is Python-Markdown's is that a bar within code ends no cell
 * (https://python-markdown.github.io/extensions/tables/), nor one within a formula, which is ours; and, if exact, that
 * a row may begin with the mark of a heading or of a list. The sides of cells are
 * printed as classes.
 */
export function tables(md: MarkdownIt, isMath: boolean, isExact: boolean): void {
  if (isExact) md.core.ruler.after("normalize", "add_dashes", addDashes);
  md.core.ruler.after("normalize", "hide_bars", (state) => hideInTables(state, isMath, isExact));
  md.core.ruler.after("block", "show_bars", showBars);
  md.core.ruler.push("table_cells", alignCells);
}
