import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { elementOf } from "../html/elements.ts";
import { pushInline } from "./lines.ts";
import { TAG } from "./tag-pairs.ts";

const OPENING = /^\s*<([a-z][a-z0-9]*)((?:\s+[a-z:_-][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*)\s*>/i;
const ATTRIBUTE = /(?<!\s)\s+markdown(?:\s*=\s*(?:"(\w*)"|'(\w*)'|(\w+)))?(?=\s|$)/i;
const KINDS: readonly (string | undefined)[] = ["1", "block", "span", ""];

/** Blocks of HTML that Python-Markdown does not take for any: what is in them is Markdown always. */
const READ_INTO: ReadonlySet<string> = new Set(["center", "dialog", "dir", "search"]);

/**
 * Renders the Markdown within a block element that has `markdown="1"` (or `block`, `span`), by Python-Markdown's
 * extension md_in_html. Returns false, and does nothing, where the element does not ask for it.
 */
export function pushMarkdownInHtml(state: StateBlock, source: string): boolean {
  const start = source.slice(0, source.indexOf(">") + 1);
  const isReadInto = READ_INTO.has(TAG.exec(start)?.[1]?.toLowerCase() ?? "");
  if (!isReadInto && !start.includes("markdown")) return false;
  const [tag = "", name = "", attributes = ""] = OPENING.exec(source) ?? [];
  if (name === "") return false;
  const asked = ATTRIBUTE.exec(attributes);
  const close = source.lastIndexOf("</");
  const inner = source.slice(tag.length, close);
  // Without a blank line, what is in it is text, and in no paragraph of its own.
  const kind = asked?.[1] ?? asked?.[2] ?? asked?.[3] ?? (isReadInto && !/\n[ \t]*\n/.test(inner) ? "span" : "");
  if ((asked === null && !isReadInto) || !KINDS.includes(kind) || close < tag.length) return false;

  state.push("html_block", "", 0).content = `<${name}${attributes.replace(ATTRIBUTE, "")}>\n`;
  // In an element that holds text and no paragraphs, `markdown="1"` means inline Markdown.
  if (kind === "span" || (kind !== "block" && elementOf(name.toLowerCase()).holdsText)) {
    pushInline(state, inner.trim());
  } else {
    const StateOf = state.md.block.State;
    const nested = new StateOf(inner, state.md, state.env, state.tokens);
    nested.level = state.level + 1;
    state.md.block.tokenize(nested, 0, nested.lineMax);
  }
  state.push("html_block", "", 0).content = source.slice(close);
  return true;
}
