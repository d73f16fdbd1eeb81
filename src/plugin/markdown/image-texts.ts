import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";

const BREAKS: ReadonlySet<string> = new Set(["softbreak", "hardbreak"]);

/**
 * What stands in for a picture is its text as it is read, with that of code and of signs behind a backslash, which
 * markdown-it leaves out.
 *
 * @param isExact whether the marks of emphasis are a part of it, as in Python-Markdown: `(a|b)*` may be one
 */
export function imageTexts(md: MarkdownIt, isExact: boolean): void {
  function textOf({ type, content, children, markup }: Token): string {
    if (type === "image") return (children ?? []).map(textOf).join("");
    if (BREAKS.has(type)) return "\n";
    return isExact && /^(?:em|strong)_/.test(type) ? markup : content;
  }

  md.renderer.renderInlineAsText = (tokens) => tokens.map(textOf).join("");
}
