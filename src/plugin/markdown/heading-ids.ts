import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { ascii } from "../dialect/ascii.ts";
import type { MarkdownSetting } from "../settings/markdown.ts";

const HTML_ID = /\sid\s*=\s*["']?([^\s"'>]+)/gi;

/** The text of a heading, without its tags. */
export function headingText(inline: Token | undefined): string {
  const parts = inline?.children ?? [];
  const isBreak = (token: Token): boolean => token.type === "softbreak" || token.type === "hardbreak";
  const isText = (token: Token): boolean => token.type === "text" || token.type === "code_inline";
  return parts.map((token) => (isText(token) ? token.content : isBreak(token) ? " " : "")).join("");
}

/**
 * Python-Markdown's `slugify` (extension toc). It leaves out letters that are not Latin, so that an id of them says nothing
 * and is that of another heading: where a site has no addresses of that extension's, they are written as in slugs.
 */
function slugify(text: string, { separator, slugify }: MarkdownSetting["toc"]): string {
  const parts = /[^\u0000-\u007f]/.test(text) ? text.normalize("NFKD") : text;
  const isLess = slugify === "pelican" && /[\p{L}\p{N}]/u.test(parts.replace(/[\p{M}\0-\x7f]/gu, ""));
  return (isLess ? ascii(text.normalize("NFKC")) : parts.replace(/[^\u0000-\u007f]+/g, ""))
    .replace(/[^\w\s-]/g, "")
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, () => separator);
}

/** Gives out ids that are not taken yet, as Python-Markdown's `unique` does: `a`, `a_1`, `a_2`. */
function idGiver(taken: Set<string>): (wanted: string) => string {
  const next = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    const [, base = wanted, number] = /^(.*)_(\d+)$/.exec(wanted) ?? [];
    while (id === "" || taken.has(id)) {
      const count = next.get(base) ?? Number(number ?? 0) + 1;
      next.set(base, count + 1);
      id = `${base}_${count}`;
    }
    taken.add(id);
    return id;
  };
}

/** The ids that the author has given, in Markdown and in raw HTML. */
function givenIds(tokens: readonly Token[]): Set<string> {
  const ids = new Set<string>();
  for (const token of tokens) {
    const id = token.attrGet("id");
    if (id !== null) ids.add(id);
    addHtmlIds(token, ids);
    for (const child of token.children ?? []) addHtmlIds(child, ids);
  }
  return ids;
}

function addHtmlIds({ type, content }: Token, ids: Set<string>): void {
  if (!type.startsWith("html_")) return;
  for (const [, given = ""] of content.matchAll(HTML_ID)) ids.add(given);
}

function setIds(state: StateCore, setting: MarkdownSetting["toc"], give: (wanted: string) => string): void {
  state.tokens.forEach((open, index) => {
    if (open.type !== "heading_open" || open.attrGet("id") !== null) return;
    open.attrSet("id", give(slugify(headingText(state.tokens[index + 1]), setting)));
  });
}

/** Makes every heading one of a lower level. */
function lower(tokens: readonly Token[], levels: number): void {
  for (const token of tokens) {
    if (token.type.startsWith("heading_")) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + levels)}`;
  }
}

/**
 * Ids for headings, unique in the page, by Python-Markdown's extension toc:
 * https://python-markdown.github.io/extensions/toc/
 */
export function headingIds(md: MarkdownIt, setting: MarkdownSetting["toc"]): void {
  const { baselevel } = setting;
  /** By what a text is rendered with: its portions give out their ids together. */
  const givers = new WeakMap<object, (wanted: string) => string>();
  md.core.ruler.push("heading_ids", (state) => {
    if (baselevel > 1) lower(state.tokens, baselevel - 1);
    const give = givers.get(state.env) ?? idGiver(givenIds(state.tokens));
    givers.set(state.env, give);
    setIds(state, setting, give);
  });
}
