import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { namesOf } from "../names-of.ts";

const OPENING = /^\s*<([a-z][a-z0-9]*)((?:\s+[a-z:_-][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*)\s*>/i;
const ATTRIBUTE = /\s+markdown(?:\s*=\s*(?:"(\w*)"|'(\w*)'|(\w+)))?(?=\s|$)/i;
// These hold text, no paragraphs: what `markdown="1"` means in them is inline Markdown.
const TEXT_ELEMENTS = namesOf("address dt h1 h2 h3 h4 h5 h6 legend p summary td th");
const KINDS: readonly (string | undefined)[] = ["1", "block", "span", ""];

/**
 * Renders the Markdown within a block element that has `markdown="1"` (or `block`, `span`), by Python-Markdown's
 * extension md_in_html. Returns false, and does nothing, where the element does not ask for it.
 */
export function pushMarkdownInHtml(state: StateBlock, source: string): boolean {
  if (!source.slice(0, source.indexOf(">") + 1).includes("markdown")) return false;
  const opening = OPENING.exec(source);
  const [tag = "", name = "", attributes = ""] = opening ?? [];
  const asked = ATTRIBUTE.exec(attributes);
  const kind = asked?.[1] ?? asked?.[2] ?? asked?.[3] ?? "";
  const close = source.lastIndexOf("</");
  if (asked === null || !KINDS.includes(kind) || close < tag.length) return false;

  const inner = source.slice(tag.length, close);
  state.push("html_block", "", 0).content = `<${name}${attributes.replace(ATTRIBUTE, "")}>\n`;
  if (kind === "span" || (kind !== "block" && TEXT_ELEMENTS.has(name.toLowerCase()))) {
    const inline = state.push("inline", "", 0);
    inline.content = inner.trim();
    inline.children = [];
  } else {
    const StateOf = state.md.block.State;
    const nested = new StateOf(inner, state.md, state.env, state.tokens);
    nested.level = state.level + 1;
    state.md.block.tokenize(nested, 0, nested.lineMax);
  }
  state.push("html_block", "", 0).content = source.slice(close);
  return true;
}
