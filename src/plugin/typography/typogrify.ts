import { type Dashes, smarten } from "./smarten.ts";

export const FILTERS = ["amp", "caps", "initial_quotes", "smartypants", "widont"] as const;

/** What Pelican's settings say of typography. */
export interface Typography {
  readonly dashes: Dashes;
  /**
   * Whether it is that of Python-Markdown's smarty: the mark in “the ’80s” is an apostrophe, and a backslash that Markdown has
   * left is one, but before a quotation mark.
   */
  readonly isSmarty?: boolean;
  /** Elements that stay as they are: `h3`, `.note`, `#top`, `div.note`. */
  readonly ignored: readonly string[];
  /** What is not done. */
  readonly omitted: readonly (typeof FILTERS)[number][];
}

const TAG = /^<(\/?)([a-z][a-z\d-]*)/i;
const INLINE = /^(?:a|abbr|b|cite|code|em|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|u)$/;
/** What may stand around the first and the last word of a block. */
const AROUND_WORDS = /^(?:a|b|em|i|span|strong)$/;
const SMARTY_ESCAPES = /\\(["'])/g;
const DECADE = /(?<![\p{L}\p{N}_])'(?=\d{2}s)/gu;
const BLOCK = /^(?:p|h[1-6]|li|dt|dd)$/;
const ALWAYS_IGNORED = new Set(["pre", "samp", "code", "tt", "kbd", "script", "style", "math", "textarea"]);

const W = "[\\p{L}\\p{N}_]";
const CAPITALS = new RegExp(`(?<!${W})(?:(?:[A-Z]+\\.\\s?){2,}(?=\\s|${W}|$)|[A-Z\\d]+(?:'+[A-Z\\d]+)*(?!${W}))`, "gu");
const AMPERSAND = /(?<=\s|&nbsp;)(?:&amp;|&#38;|&)(?=\s|&nbsp;)/g;

/** The tags and comments of some HTML and the texts between them, in one pass. */
function* piecesOf(html: string): Generator<string> {
  const lastComment = html.lastIndexOf("-->");
  // What is looked for and is not there is looked for once.
  let close = -1;
  for (let at = 0, end = 0; at < html.length; at = end) {
    if (html.charAt(at) !== "<") {
      const open = html.indexOf("<", at);
      end = open < 0 ? html.length : open;
    } else if (lastComment > at && html.startsWith("<!--", at)) end = html.indexOf("-->", at) + 3;
    else {
      if (close < at) close = html.indexOf(">", at);
      if (close < 0) close = html.length;
      end = close < html.length ? close + 1 : at + 1;
    }
    yield html.slice(at, end);
  }
}

/** A quotation mark that a block begins with; one that is straight after all was escaped. */
const CURLED = /^(\s*)(?:(“)|(‘))/;
const STRAIGHT = /^(\s*)(?:("|&quot;|“)|(['‘]))/;

function withCapitals(text: string): string {
  return text.replace(CAPITALS, (found) => {
    const capitals = found.trimEnd();
    const areTwo = capitals.endsWith(".") || /^[A-Z\d]*?[A-Z]\d*[A-Z]/.test(capitals);
    return areTwo ? `<span class="caps">${capitals}</span>${found.slice(capitals.length)}` : found;
  });
}

/** Whether an element is one of those that are named by their tag, class or id. */
function isIgnored(source: string, name: string, ignored: Typography["ignored"]): boolean {
  if (ALWAYS_IGNORED.has(name)) return true;
  return ignored.some((selector) => {
    const [, tag = "", mark = "", value = ""] = /^([^.#]*)([.#]?)(.*)$/.exec(selector.trim()) ?? [];
    if (tag !== "" && tag.toLowerCase() !== name) return false;
    if (mark === "") return tag !== "";
    const given = (mark === "." ? /\sclass\s*=\s*["']?([^"'>]*)/i : /\sid\s*=\s*["']?([^"'>]*)/i).exec(source)?.[1];
    return given?.split(/\s+/).some((one) => one.toLowerCase() === value.toLowerCase()) ?? false;
  });
}

/** A tag, a comment, or the text between two of them, with its typography. */
interface Piece {
  readonly html: string;
  readonly isText: boolean;
}

/** Puts a no-break space between the last two words of a block, which ends behind these pieces. */
function joinLastWords(pieces: Piece[]): void {
  const isAround = (piece: Piece | undefined): boolean =>
    piece?.isText === false && AROUND_WORDS.test(TAG.exec(piece.html)?.[2]?.toLowerCase() ?? "");
  const isPassed = (piece: Piece): boolean =>
    piece.html.trim() === "" || (piece.html.startsWith("</") && isAround(piece));
  const last = pieces.findLastIndex((piece) => !isPassed(piece));
  const { html, isText } = pieces[last] ?? { html: "", isText: false };
  if (!isText) return;
  const words = html.trimEnd();
  let start = words.length;
  while (start > 0 && !/[\s<>]/.test(words.charAt(start - 1))) start--;
  const before = words.slice(0, start).trimEnd();
  if (start === words.length || before.length === start || (before === "" && !isAround(pieces[last - 1]))) return;
  pieces[last] = { html: `${before}\u00a0${words.slice(start)}${html.slice(words.length)}`, isText };
}

/**
 * Typography for some HTML, as Typogrify makes it: quotation marks, dashes and dots; an ampersand, capitals and a mark at a
 * block's beginning have a class for the stylesheet; the last word of a block does not stand alone. Code stays as it is.
 * Source: https://docs.getpelican.com/en/latest/settings.html (TYPOGRIFY)
 */
export function typogrify(html: string, { dashes, isSmarty, ignored, omitted }: Typography): string {
  const does = (filter: (typeof FILTERS)[number]): boolean => !omitted.includes(filter);
  const [doesQuotes, doesCapitals, doesAmpersands] = [does("smartypants"), does("caps"), does("amp")];
  const [doesInitials, doesLast] = [does("initial_quotes"), does("widont")];
  const pieces: Piece[] = [];
  let before = "";
  let isInitial = true;
  /** The element that stays as it is, and how many of its name are open in it. */
  let ignoredName = "";
  let depth = 0;
  for (const piece of piecesOf(html)) {
    const [, slash, written] = TAG.exec(piece) ?? [];
    if (written !== undefined) {
      const name = written.toLowerCase();
      if (depth > 0) depth += name !== ignoredName ? 0 : slash === "" ? 1 : -1;
      else if (slash === "" && isIgnored(piece, name, ignored)) [ignoredName, depth] = [name, 1];
      if (slash !== "" && doesLast && BLOCK.test(name)) joinLastWords(pieces);
      // Of the text that a quotation mark is in, what stands before it says whether it opens or closes.
      if (slash === "" || !INLINE.test(name)) before = "";
      if (!AROUND_WORDS.test(name)) isInitial = slash === "" && BLOCK.test(name);
    }
    if (written !== undefined || piece.startsWith("<") || depth > 0) {
      if (written === undefined && !piece.startsWith("<!--")) before = piece.slice(-1);
      pieces.push({ html: piece, isText: written === undefined && depth > 0 });
      continue;
    }
    const shown = isSmarty ? piece.replace(DECADE, "’") : piece;
    let text = doesQuotes ? smarten(shown, dashes, before, isSmarty ? SMARTY_ESCAPES : undefined) : piece;
    if (doesCapitals) text = withCapitals(text);
    if (doesAmpersands) text = text.replace(AMPERSAND, '<span class="amp">&amp;</span>');
    if (doesInitials && isInitial) text = text.replace(doesQuotes ? CURLED : STRAIGHT, wrapInitial);
    if (piece.trim() !== "") isInitial = false;
    before = piece.slice(-1);
    pieces.push({ html: text, isText: true });
  }
  return pieces.map(({ html }) => html).join("");
}

function wrapInitial(_: string, space: string, double: string | undefined, single: string | undefined): string {
  return `${space}<span class="${double === undefined ? "quo" : "dquo"}">${double ?? single}</span>`;
}
