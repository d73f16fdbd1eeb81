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
    footnote_anchor: (tokens: Token[], index: number, _: unknown, env: unknown) => {
      const { name, number, mention } = noteOf(tokens, index);
      const { words, attributes } = wordsFor(env);
      const label = md.utils.escapeHtml(fillWord(words.footnoteBack, { number: String(number) }));
      const [blank, href] = mention === 1 ? [" ", "#fnref"] : ["", `#fnref${mention}`];
      return `${blank}<a class="footnote-backref" href="${href}${separator}${name}" role="doc-backlink" aria-label="${label}"${attributes}>${back}</a>`;
    },
  });
  if (isExact) md.core.ruler.before("inline", "footnote_order", numberNotes);
  md.core.ruler.at("footnote_tail", (state) => placeNotes(state, PLACE_MARKER));
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

/**
 * Puts the notes at the end, or where a paragraph of the marker alone stands. The library's own rule copies the whole text
 * for each of them.
 */
function placeNotes(state: StateCore, marker: string): void {
  const notes: Notes | undefined = state.env.footnotes;
  if (!notes) return;
  const texts = new Map<string, Token[]>();
  const others: Token[] = [];
  let into = others;
  for (const token of state.tokens) {
    if (token.type === "footnote_reference_close") into = others;
    else if (token.type === "footnote_reference_open") {
      into = [];
      texts.set(token.meta.label, into);
    } else into.push(token);
  }
  state.tokens = others;
  if (!notes.list) return;
  const place = others.findIndex(({ type, content }) => type === "inline" && content === marker);
  const isPlaced = others[place - 1]?.type === "paragraph_open";
  const [start, end] = isPlaced ? [place - 1, place + 2] : [others.length, others.length];
  state.tokens = [...others.slice(0, start), ...printedNotes(state, notes.list, texts), ...others.slice(end)];
}

/** Each note with what leads back from it at the end of its last paragraph: to each of its mentions. */
function printedNotes(
  { Token }: Pick<StateCore, "Token">,
  list: NonNullable<Notes["list"]>,
  texts: ReadonlyMap<string, readonly Token[]>,
): Token[] {
  const tokens = [new Token("footnote_block_open", "", 1)];
  const push = (type: string, nesting: Token["nesting"], meta: object) =>
    tokens.push(Object.assign(new Token(type, "", nesting), { meta }));
  for (const [id, { label, count }] of list.entries()) {
    push("footnote_open", 1, { id, label });
    for (const token of texts.get(label) ?? []) tokens.push(token);
    const last = tokens.at(-1)?.type === "paragraph_close" ? tokens.pop() : undefined;
    for (let subId = 0; subId < count; subId++) push("footnote_anchor", 0, { id, subId, label });
    if (last) tokens.push(last);
    tokens.push(new Token("footnote_close", "", -1));
  }
  tokens.push(new Token("footnote_block_close", "", -1));
  return tokens;
}
