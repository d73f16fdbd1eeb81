import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type { MarkdownSetting } from "../settings/markdown.ts";
import { matchAt } from "./match-at.ts";

type Addresses = Exclude<MarkdownSetting["wikilinks"], false>;

const LINK = /\[\[([\p{L}\p{N}_ -]+)\]\]/uy;

/** `[[Page name]]`: https://python-markdown.github.io/extensions/wikilinks/ */
export function wikiLinks(md: MarkdownIt, { base_url: base, end_url: end, html_class: name }: Addresses): void {
  function wikiLink(state: StateInline, silent: boolean): boolean {
    if (!state.src.startsWith("[[", state.pos)) return false;
    const match = matchAt(LINK, state);
    if (match === null) return false;
    state.pos += match[0].length;
    const label = (match[1] ?? "").trim();
    if (silent || label === "") return true;
    const open = state.push("link_open", "a", 1);
    open.attrs = [["href", state.md.normalizeLink(`${base}${label.replace(/ +_|_ +| +/g, "_")}${end}`)]];
    if (name !== "") open.attrSet("class", name);
    state.push("text", "", 0).content = label;
    state.push("link_close", "a", -1);
    return true;
  }
  md.inline.ruler.before("link", "wiki_link", wikiLink);
}
