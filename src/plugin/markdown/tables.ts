import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { headingText } from "./heading-ids.ts";

const ALIGNMENT = /^text-align:(\w+)$/;

/**
 * Puts each table into a box that scrolls by itself and that the keyboard reaches. The box is a landmark, and named by
 * the heading above it: of several of one name nobody can tell which is which.
 */
function wrapTables(state: StateCore): void {
  const counts = new Map<string, number>();
  let heading = "";
  const nameOf = () => {
    const count = (counts.get(heading) ?? 0) + 1;
    counts.set(heading, count);
    return `Table${count === 1 ? "" : ` ${count}`}${heading === "" ? "" : `: ${heading}`}`;
  };
  state.tokens = state.tokens.flatMap((token, index, tokens) => {
    if (token.type === "heading_open") heading = headingText(tokens[index + 1]).trim();
    if (token.type === "th_open" || token.type === "td_open") alignByClass(token);
    if (token.type === "table_open") return [boxOpen(state, nameOf()), token];
    return token.type === "table_close" ? [token, boxClose(state)] : [token];
  });
}

function boxOpen(state: StateCore, name: string): Token {
  const box = new state.Token("table_box_open", "div", 1);
  box.block = true;
  box.attrs = [
    ["class", "table"],
    ["role", "region"],
    ["aria-label", name],
    ["tabindex", "0"],
  ];
  return box;
}

function boxClose(state: StateCore): Token {
  const box = new state.Token("table_box_close", "div", -1);
  box.block = true;
  return box;
}

/** A Content-Security-Policy that is worth having forbids the style attributes that markdown-it writes. */
function alignByClass(cell: Token): void {
  const side = ALIGNMENT.exec(String(cell.attrGet("style") ?? ""))?.[1];
  if (side === undefined) return;
  cell.attrs = (cell.attrs ?? []).filter(([attribute]) => attribute !== "style");
  cell.attrJoin("class", `align-${side}`);
}

/** Tables as they are printed; how they are written is markdown-it's own rule. */
export function tables(md: MarkdownIt): void {
  md.core.ruler.push("table_boxes", wrapTables);
}
