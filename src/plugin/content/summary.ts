import { Parser } from "htmlparser2";
import { readHtml } from "./read-html.ts";
import { VOID } from "./void.ts";

/** A word, or a letter of a script that has no blanks between its words (Pelican's `truncate_html_words`). */
const WORD = /[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af]|[\p{L}\p{N}_](?:(?![\u4e00-\u9fff])[\p{L}\p{N}_'-])*/gu;

/**
 * The first words of a piece of HTML, cut between words and never within a tag; what is open there is closed.
 * Source: https://docs.getpelican.com/en/latest/settings.html (SUMMARY_MAX_LENGTH)
 *
 * @param end what is put behind the last word, where anything was cut
 */
export function summarize(html: string, words: number, end: string): string {
  const open: string[] = [];
  let found = 0;
  let cut: number | undefined;
  let run: Piece[] = [];
  // A word ends where a tag begins; an entity within it does not end it.
  const count = () => {
    for (const wordEnd of cut === undefined ? wordEnds(run) : []) {
      found++;
      if (found === words) cut = wordEnd;
    }
    run = [];
  };
  const parser = new Parser({
    onopentag: (name) => {
      count();
      if (cut === undefined && !VOID.has(name)) open.push(name);
    },
    onclosetag: (name) => {
      count();
      if (cut === undefined && open.at(-1) === name) open.pop();
    },
    ontext: (text) => run.push({ text, start: parser.startIndex, end: parser.endIndex + 1 }),
    onend: count,
  });
  parser.end(html);
  if (cut === undefined || !/[\p{L}\p{N}]/u.test(textOf(html.slice(cut)))) return html;
  return `${html.slice(0, cut)} ${end}${open
    .reverse()
    .map((name) => `</${name}>`)
    .join("")}`;
}

/** A piece of text as it is read, and where it stands in the source: an entity is longer there. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The offsets in the source at which the words of a run of text end. */
function wordEnds(run: readonly Piece[]): number[] {
  const text = run.map((piece) => piece.text).join("");
  const ends: number[] = [];
  let [index, before] = [0, 0];
  for (const match of text.matchAll(WORD)) {
    const wordEnd = match.index + match[0].length;
    for (; before + (run[index]?.text.length ?? 0) < wordEnd; index++) before += run[index]?.text.length ?? 0;
    const piece = run[index];
    if (!piece) break;
    const isEntity = piece.end - piece.start !== piece.text.length;
    ends.push(isEntity ? piece.end : piece.start + wordEnd - before);
  }
  return ends;
}

/** What a reader reads of a piece of HTML, in one line. */
export function textOf(html: string): string {
  const texts: string[] = [];
  readHtml(html, [{ onText: (text) => texts.push(text), onClose: () => texts.push(" ") }]);
  return oneLine(texts.join(""));
}

/** A text with one blank between its words, and none before a comma or the like that stood behind a tag. */
export function oneLine(text: string): string {
  return (
    text
      // Runs of blanks, and blanks that are no blank: to replace each blank by itself takes longer.
      .replace(/\s{2,}|[^\S ]/g, " ")
      .replace(/ ([.,;:!?])/g, "$1")
      .trim()
  );
}
