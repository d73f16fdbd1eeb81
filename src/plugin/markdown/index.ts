import MarkdownIt from "markdown-it";
import { abbreviations } from "./abbreviations.ts";
import { addresses } from "./addresses.ts";
import { blankParagraphs } from "./blank-paragraphs.ts";
import { blockquotes } from "./blockquotes.ts";
import { codeLanguage } from "./code-language.ts";
import { definitionLists } from "./definition-lists.ts";
import { emphasis } from "./emphasis.ts";
import { footnotes } from "./footnotes.ts";
import { headingIds } from "./heading-ids.ts";
import { headings } from "./headings.ts";
import { createHighlighter } from "./highlighting.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { lineBreaks } from "./line-breaks.ts";
import { lists } from "./lists.ts";
import { looseLinks } from "./loose-links.ts";
import { plainText } from "./plain-text.ts";
import { references } from "./references.ts";
import { tables } from "./tables.ts";
import { toc } from "./toc.ts";

/**
 * A renderer for Markdown as Pelican's authors write it: Python-Markdown with the extensions `extra` and `codehilite`
 * (https://python-markdown.github.io/), where CommonMark reads the same text in another way.
 *
 * The function keeps nothing between two calls.
 */
export function createMarkdown(): (source: string) => string {
  const md = new MarkdownIt({ html: true, linkify: false, typographer: false });
  // Python-Markdown knows no `~~`: what is written between them is text.
  md.disable("strikethrough");

  md.use(plainText)
    .use(headings)
    .use(lists)
    .use(blankParagraphs)
    .use(blockquotes)
    .use(htmlBlocks)
    .use(references)
    .use(definitionLists)
    .use(footnotes);
  md.use(emphasis).use(lineBreaks).use(looseLinks).use(addresses);
  md.use(abbreviations).use(headingIds).use(toc).use(codeLanguage, createHighlighter()).use(tables);

  return (source) => md.render(source, {});
}
