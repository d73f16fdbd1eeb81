import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import footnote from "markdown-it-footnote";

/**
 * Footnotes, numbered in the order of their mention and printed at the end of the page, with the ids and classes of
 * Python-Markdown; a note that nobody mentions is left out. https://python-markdown.github.io/extensions/footnotes/
 */
export function footnotes(md: MarkdownIt): void {
  // Python-Markdown has no notes within the text: `^[note]`.
  md.use(footnote).disable("footnote_inline");
  const noteOf = (tokens: Token[], index: number) => {
    const { id, subId, label } = tokens[index]?.meta ?? {};
    return { name: md.utils.escapeHtml(String(label)), number: id + 1, mention: subId + 1 };
  };
  Object.assign(md.renderer.rules, {
    footnote_ref: (tokens: Token[], index: number) => {
      const { name, number, mention } = noteOf(tokens, index);
      const id = `fnref${mention === 1 ? "" : mention}:${name}`;
      return `<sup id="${id}"><a class="footnote-ref" href="#fn:${name}" role="doc-noteref">${number}</a></sup>`;
    },
    footnote_block_open: () => '<section class="footnotes" role="doc-endnotes"><hr><ol>\n',
    footnote_block_close: () => "</ol></section>\n",
    footnote_open: (tokens: Token[], index: number) => `<li id="fn:${noteOf(tokens, index).name}">\n`,
    // The first mention is the one to go back to.
    footnote_anchor: (tokens: Token[], index: number) => {
      const { name, number, mention } = noteOf(tokens, index);
      const label = `Jump back to footnote ${number} in the text`;
      return mention > 1
        ? ""
        : ` <a class="footnote-backref" href="#fnref:${name}" role="doc-backlink" aria-label="${label}">↩</a>`;
    },
  });
}
