import MarkdownIt from "markdown-it";
import { type Dialect, markdownSetting } from "../settings/markdown.ts";
import type { Spoken } from "../words/find-words.ts";
import { abbreviations } from "./abbreviations.ts";
import { admonitions, details } from "./admonitions.ts";
import { attributeLists } from "./attribute-lists.ts";
import { autolinks } from "./autolinks.ts";
import { characterReferences } from "./character-references.ts";
import { codeLanguage } from "./code-language.ts";
import { definitionLists } from "./definition-lists.ts";
import { emptyReferences } from "./empty-references.ts";
import { footnotes } from "./footnotes.ts";
import { headingIds } from "./heading-ids.ts";
import { headingLinks } from "./heading-links.ts";
import { headings } from "./headings.ts";
import { createHighlighter } from "./highlighting.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { imageTexts } from "./image-texts.ts";
import { backslashes, emphasis } from "./inline.ts";
import { inlineHtml } from "./inline-html.ts";
import { links } from "./links.ts";
import { liquidTags } from "./liquid-tags.ts";
import { lists } from "./lists.ts";
import { magicLinks } from "./magic-links.ts";
import { markedText } from "./marked-text.ts";
import { formulas } from "./math.ts";
import { pandoc } from "./pandoc.ts";
import { portions as inPortions, PORTIONS, type Portions, renderInPortions } from "./portions.ts";
import { pythonCode } from "./python-code.ts";
import { pythonEmphasis } from "./python-emphasis.ts";
import { pythonLists } from "./python-lists.ts";
import { pythonQuotations } from "./python-quotations.ts";
import { smartSymbols } from "./smart-symbols.ts";
import { smarty } from "./smarty.ts";
import { tabLength } from "./tab-length.ts";
import { tables } from "./table-cells.ts";
import { taskLists } from "./task-lists.ts";
import { toc } from "./toc.ts";
import { blankParagraphs, blockquotes } from "./tokens.ts";
import { wikiLinks } from "./wiki-links.ts";

/**
 * Makes HTML of a text.
 *
 * @param spoken the words of the interface for the text; in English without them
 */
export type Render = (source: string, spoken?: Spoken) => string;

/** Makes a change to a renderer. */
type Amend = (md: MarkdownIt) => void;

const NO_SETTING = markdownSetting.parse(undefined);

/**
 * A renderer for Markdown as Pelican's authors write it: Python-Markdown with the extensions `extra` and `codehilite`
 * (https://python-markdown.github.io/), where CommonMark reads the same text in another way.
 *
 * The function keeps nothing between two calls.
 *
 * @param setting which extensions are on besides, and how those are that always are
 * @param amend what the site changes of it
 * @param portions how much is held of a long text
 */
export function createMarkdown(
  setting: Dialect = NO_SETTING,
  amend: Amend = () => {},
  portions: Portions = PORTIONS,
): Render {
  const md = new MarkdownIt({ html: true, linkify: setting.magiclink, breaks: setting.nl2br, typographer: false });
  const { codehilite, footnotes: ofFootnotes, toc: ofContents } = setting;
  md.use(headings, setting.exact).use(inlineHtml).use(imageTexts, setting.exact);
  if (setting.exact) md.use(pythonLists, setting.sane_lists).use(pythonEmphasis).use(pythonCode);
  else md.use(lists).use(emphasis);
  md.use(characterReferences).use(blankParagraphs).use(blockquotes).use(htmlBlocks).use(definitionLists);
  md.use(footnotes, ofFootnotes, setting.exact)
    .use(backslashes)
    .use(links, setting.exact)
    .use(autolinks)
    .use(emptyReferences);
  md.use(abbreviations).use(attributeLists, setting.exact).use(pandoc).use(headingIds, ofContents).use(toc, ofContents);
  md.use(headingLinks, ofContents);
  md.use(codeLanguage, createHighlighter(), setting.exact, codehilite.linenums).use(
    tables,
    setting.math === true,
    setting.exact,
  );
  if (setting.exact) md.use(pythonQuotations);
  extend(md, setting);
  tabLength(md, setting.tab_length);
  const own = md.core.ruler.getRules("");
  amend(md);
  const isOwn = isSame(own, md.core.ruler.getRules(""));
  md.use(inPortions);
  const mayBeParted = (source: string) => isOwn && (ofContents.marker === "" || !source.includes(ofContents.marker));
  const render: Render = (source, spoken) =>
    source.length < portions.from
      ? md.render(source, { spoken })
      : renderInPortions(md, source, { spoken }, mayBeParted, portions);
  return setting.smarty ? smarty(md, render, setting.exact) : render;
}

function isSame<Item>(some: readonly Item[], others: readonly Item[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** The extensions that are on only where a site says so. */
function extend(md: MarkdownIt, setting: Dialect): void {
  if (setting.admonition) md.use(admonitions);
  if (setting.details) md.use(details);
  if (setting.math) md.use(formulas);
  if (setting.liquid_tags) md.use(liquidTags);
  if (setting.tasklist) md.use(taskLists);
  if (setting.wikilinks) md.use(wikiLinks, setting.wikilinks);
  if (setting.smartsymbols) md.use(smartSymbols);
  if (setting.magiclink) md.use(magicLinks);
  // Python-Markdown knows no `~~` by itself: what is written between them is text.
  md.disable("strikethrough");
  for (const name of ["caret", "del_ins", "mark", "tilde"] as const) if (setting[name]) md.use(markedText, name);
}
