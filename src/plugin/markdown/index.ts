import MarkdownIt from "markdown-it";
import abbr from "markdown-it-abbr";
import { attributeLists } from "./attribute-lists.ts";
import { codeLanguage } from "./code-language.ts";
import { definitionLists } from "./definition-lists.ts";
import { footnotes } from "./footnotes.ts";
import { headingIds } from "./heading-ids.ts";
import { headings } from "./headings.ts";
import { createHighlighter } from "./highlighting.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { emphasis, lineBreaks } from "./inline.ts";
import { links } from "./links.ts";
import { lists } from "./lists.ts";
import { tables } from "./table-cells.ts";
import { toc } from "./toc.ts";
import { blankParagraphs, blockquotes } from "./tokens.ts";

/**
 * A renderer for Markdown as Pelican's authors write it: Python-Markdown with the extensions `extra` and `codehilite`
 * (https://python-markdown.github.io/), where CommonMark reads the same text in another way.
 *
 * The function keeps nothing between two calls.
 *
 * @param amend what the site changes of it
 */
export function createMarkdown(amend: (md: MarkdownIt) => void = () => {}): (source: string) => string {
  const md = new MarkdownIt({ html: true, linkify: false, typographer: false });
  // Python-Markdown knows no `~~`: what is written between them is text.
  md.disable("strikethrough");

  md.use(headings).use(lists).use(blankParagraphs).use(blockquotes).use(htmlBlocks).use(definitionLists).use(footnotes);
  md.use(emphasis).use(lineBreaks).use(links);
  md.use(abbr).use(attributeLists).use(headingIds).use(toc).use(codeLanguage, createHighlighter()).use(tables);
  amend(md);

  return (source) => md.render(source, {});
}
