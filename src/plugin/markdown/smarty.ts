import type MarkdownIt from "markdown-it";
import { type Typography, typogrify } from "../typography/typogrify.ts";
import type { Spoken } from "../words/find-words.ts";

type Render = (source: string, spoken?: Spoken) => string;

const SMARTY: Typography = {
  dashes: "oldschool",
  isSmarty: true,
  ignored: [],
  omitted: ["amp", "caps", "initial_quotes", "widont"],
};

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
    const html = typogrify(render(source, spoken), SMARTY).replace(KEPT, (_, index) => kept[Number(index)] ?? "");
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
  return isExact ? keepHtml(md, render) : (source, spoken) => typogrify(render(source, spoken), SMARTY);
}
