import { type HtmlReader, readHtml } from "./read.ts";

/** What a reader reads of some HTML, in one line. */
export function textOf(html: string): string {
  const texts: string[] = [];
  readHtml(html, [{ onText: (text) => texts.push(text), onClose: () => texts.push(" ") }]);
  return oneLine(texts.join(""));
}

/** A text with its character references read; what looks like a tag is text. */
export function characters(text: string): string {
  if (!text.includes("&")) return text;
  const texts: string[] = [];
  readHtml(text.replaceAll("<", "&lt;"), [{ onText: (part) => texts.push(part) }]);
  return texts.join("");
}

/** A text with one space between its words, and none before a comma or the like that came after a tag. */
export function oneLine(text: string): string {
  return singleSpaced(text).replace(/ ([.,;:!?])/g, "$1");
}

/** A text in one line, with one space between its words. */
export function singleSpaced(text: string): string {
  // To replace each space by itself takes longer.
  return text.replace(/\s{2,}|[^\S ]/g, " ").trim();
}

/** A word, or a character of a script that has no spaces between its words (Pelican's `truncate_html_words`). */
const WORD = /[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af]|[\p{L}\p{N}_](?:(?![\u4e00-\u9fff])[\p{L}\p{N}_'-])*/gu;

/** Whether a reader reads a letter or a digit in some HTML. */
function hasWords(html: string): boolean {
  let isFound = false;
  const onText = (text: string) => {
    isFound ||= /[\p{L}\p{N}]/u.test(text);
  };
  readHtml(html, [{ onText }], () => isFound);
  return isFound;
}

/** Of a text in one piece that is longer than this, and has not enough words, all is read. */
const LONGEST = 1_000_000;

/**
 * The first words of some HTML, cut between words and never within a tag; what is open there is closed.
 * Source: https://docs.getpelican.com/en/latest/settings.html (SUMMARY_MAX_LENGTH)
 *
 * @param end what follows the last word, if anything was cut
 */
export function truncateWords(html: string, words: number, end: string): string {
  const open: string[] = [];
  let found = 0;
  let cut: number | undefined;
  let text = "";
  /** Where each code unit of the text ends in the source: a character reference is longer there. */
  let ends: number[] = [];
  // A word ends where a tag begins; a character reference within it does not end it.
  const count = () => {
    for (const word of text.matchAll(WORD)) if (++found === words) cut = ends[word.index + word[0].length - 1];
    [text, ends] = ["", []];
  };
  // Of a long text without a tag, the first words are enough; the last of what is there may go on.
  const isEnough = () => {
    if (text.length > LONGEST || cut !== undefined) return cut !== undefined;
    let whole = found;
    for (const word of text.matchAll(WORD)) {
      const end = word.index + word[0].length;
      if (++whole !== words || end === text.length) continue;
      cut = ends[end - 1];
      return true;
    }
    return false;
  };
  const reader: HtmlReader = {
    onOpen: (name) => {
      count();
      if (cut === undefined) open.push(name);
    },
    onClose: (name) => {
      count();
      if (cut === undefined && open.at(-1) === name) open.pop();
    },
    onText: (part, { startIndex, endIndex }) => {
      if (cut !== undefined) return;
      text += part;
      const isReference = endIndex + 1 - startIndex !== part.length;
      for (let unit = 1; unit <= part.length; unit++) ends.push(isReference ? endIndex + 1 : startIndex + unit);
    },
  };
  readHtml(html, [reader], isEnough);
  if (cut === undefined) count();
  if (cut === undefined || !hasWords(html.slice(cut))) return html;
  const closing = open.reverse().map((name) => `</${name}>`);
  return `${html.slice(0, cut)} ${end}${closing.join("")}`;
}
