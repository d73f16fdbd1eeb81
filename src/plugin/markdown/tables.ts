import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";

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

/** The sides of cells as they are printed; how tables are written is markdown-it's own rule. */
export function tables(md: MarkdownIt): void {
  md.core.ruler.push("table_cells", alignCells);
}
