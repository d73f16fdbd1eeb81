import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import { shield, unshield } from "../typography/smarten.ts";
import { type Typography, typogrify } from "../typography/typogrify.ts";
import type { Spoken } from "../words/find-words.ts";

type Render = (source: string, spoken?: Spoken) => string;

const SMARTY: Typography = {
  dashes: "oldschool",
  isSmarty: true,
  ignored: [],
  omitted: ["amp", "caps", "initial_quotes", "widont"],
};

/** What stands behind a backslash is no mark of typography. */
function shieldEscaped({ tokens, src }: StateCore): void {
  if (!src.includes("\\")) return;
  for (const token of tokens)
    for (const child of token.children ?? []) if (child.info === "escape") child.content = shield(child.content);
}

function withSmarty(html: string): string {
  return unshield(typogrify(html, SMARTY));
}

/** Stands for raw HTML: no text has it, for markdown-it replaces its sign in any. */
const KEPT = /<!--\0(\d+)-->/g;

/** Sets raw HTML aside, which is an author's as it is. */
function keepHtml(md: MarkdownIt, render: Render): Render {
  let kept: string[] = [];
  md.renderer.rules.html_block = (tokens, index) => {
    const { content = "" } = tokens[index] ?? {};
    // The table of contents is of the text.
    if (content.startsWith('<nav class="toc"')) return content;
    kept.push(content);
    return `<!--\0${kept.length - 1}-->`;
  };
  return (source, spoken) => {
    const outer = kept;
    kept = [];
    const html = withSmarty(render(source, spoken)).replace(KEPT, (_, index) => kept[Number(index)] ?? "");
    kept = outer;
    return html;
  };
}

/**
 * Typography as by Python-Markdown's extension: https://python-markdown.github.io/extensions/smarty/
 *
 * @param isExact whether raw HTML is as it is written
 */
export function smarty(md: MarkdownIt, render: Render, isExact: boolean): Render {
  md.core.ruler.before("text_join", "shield", shieldEscaped);
  return isExact ? keepHtml(md, render) : (source, spoken) => withSmarty(render(source, spoken));
}
