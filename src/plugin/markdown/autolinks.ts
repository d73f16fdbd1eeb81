import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { matchAt } from "./match-at.ts";

/** `AUTOLINK_RE` of Python-Markdown: there may be blanks in an address. */
const ADDRESS = /<((?:ftp|https?):\/\/[^<>]*)>/iy;
/** What a backslash before makes text of. */
const ESCAPED = /\\([\\`*_{}[\]()>#+\-.!])/g;
/** Elements of other people's scripts (`<gcse:search></gcse:search>`): these names are no schemes. */
const WIDGET = /<\/?(?:fb|g|gcse):[a-z][^<>]*>/iy;

function widget(state: StateInline, silent: boolean): boolean {
  const tag = matchAt(WIDGET, state)?.[0];
  if (tag === undefined) return false;
  if (!silent) state.push("html_inline", "", 0).content = tag;
  state.pos += tag.length;
  return true;
}

function address(state: StateInline, silent: boolean): boolean {
  const [whole = "", written] = matchAt(ADDRESS, state) ?? [];
  if (written === undefined) return false;
  if (!silent) {
    const url = written.replace(ESCAPED, "$1");
    state.push("link_open", "a", 1).attrs = [["href", state.md.normalizeLink(url)]];
    state.push("text", "", 0).content = url;
    state.push("link_close", "a", -1);
  }
  state.pos += whole.length;
  return true;
}

/** Addresses in angle brackets as Python-Markdown takes them; those of other schemes are markdown-it's. */
export function autolinks(md: MarkdownIt): void {
  md.inline.ruler.before("autolink", "address", (state, silent) => {
    return state.src.charCodeAt(state.pos) === 0x3c && (widget(state, silent) || address(state, silent));
  });
}
