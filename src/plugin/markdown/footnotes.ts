import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import footnote from "markdown-it-footnote";
import type { MarkdownSetting } from "../settings/markdown.ts";
import { fillWord } from "../words/find-words.ts";
import { wordsFor } from "./words.ts";

/**
 * Footnotes, printed at the end of the page, with the ids and classes of Python-Markdown. They are numbered in the order of
 * their mention, and a note that nobody mentions is left out. https://python-markdown.github.io/extensions/footnotes/
 *
 * @param isExact whether they are numbered as they are written down, as in Python-Markdown, and all of them are printed
 */
export function footnotes(md: MarkdownIt, setting: MarkdownSetting["footnotes"], isExact: boolean): void {
  const { SEPARATOR, BACKLINK_TEXT, PLACE_MARKER } = setting;
  const [separator, back] = [SEPARATOR, BACKLINK_TEXT].map(md.utils.escapeHtml);
  // Python-Markdown has no notes within the text: `^[note]`.
  md.use(footnote).disable("footnote_inline");
  const noteOf = (tokens: Token[], index: number) => {
    const { id, subId, label } = tokens[index]?.meta ?? {};
    return { name: md.utils.escapeHtml(String(label)), number: id + 1, mention: subId + 1 };
  };
  Object.assign(md.renderer.rules, {
    footnote_ref: (tokens: Token[], index: number) => {
      const { name, number, mention } = noteOf(tokens, index);
      const id = `fnref${mention === 1 ? "" : mention}${separator}${name}`;
      return `<sup id="${id}"><a class="footnote-ref" href="#fn${separator}${name}" role="doc-noteref">${number}</a></sup>`;
    },
    footnote_block_open: () => '<section class="footnotes" role="doc-endnotes"><hr><ol>\n',
    footnote_block_close: () => "</ol></section>\n",
    footnote_open: (tokens: Token[], index: number) => `<li id="fn${separator}${noteOf(tokens, index).name}">\n`,
    // The first mention is the one to go back to.
    footnote_anchor: (tokens: Token[], index: number, _: unknown, env: unknown) => {
      const { name, number, mention } = noteOf(tokens, index);
      const { words, attributes } = wordsFor(env);
      const label = md.utils.escapeHtml(fillWord(words.footnoteBack, { number: String(number) }));
      return mention > 1 || isUnmentioned(env, number - 1)
        ? ""
        : ` <a class="footnote-backref" href="#fnref${separator}${name}" role="doc-backlink" aria-label="${label}"${attributes}>${back}</a>`;
    },
  });
  if (isExact) md.core.ruler.before("inline", "footnote_order", numberNotes);
  md.core.ruler.after("footnote_tail", "footnote_place", ({ tokens }) => moveNotes(tokens, PLACE_MARKER));
}

/** What markdown-it-footnote keeps of a text: by each label, with a colon before it, its note's place in the list. */
interface Notes {
  readonly refs?: Record<string, number>;
  list?: readonly { readonly label: string; readonly count: number }[];
}

/** Gives the notes their numbers before any is mentioned. */
function numberNotes({ env }: StateCore): void {
  const notes: Notes | undefined = env.footnotes;
  if (!notes?.refs) return;
  const keys = Object.keys(notes.refs);
  notes.list = keys.map((key) => ({ label: key.slice(1), count: 0 }));
  for (const [index, key] of keys.entries()) notes.refs[key] = index;
}

function isUnmentioned(env: unknown, index: number): boolean {
  const { footnotes: notes } = env as { footnotes?: Notes };
  return notes?.list?.[index]?.count === 0;
}

/** Puts the notes where a paragraph of the marker alone stands. */
function moveNotes(tokens: Token[], marker: string): void {
  const first = tokens.findIndex(({ type }) => type === "footnote_block_open");
  const place = first < 0 ? -1 : tokens.findIndex(({ type, content }) => type === "inline" && content === marker);
  if (place < 0 || tokens[place - 1]?.type !== "paragraph_open") return;
  const last = tokens.findIndex(({ type }) => type === "footnote_block_close");
  const notes = tokens.splice(first, last - first + 1);
  tokens.splice(place - 1, 3, ...notes);
}
