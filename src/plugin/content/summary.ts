import { Parser } from "htmlparser2";

/** A word, or a letter of a script that has no blanks between its words (Pelican's `truncate_html_words`). */
const WORD = /[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af]|[\p{L}\p{N}_](?:(?![\u4e00-\u9fff])[\p{L}\p{N}_'-])*/gu;
const VOID = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "param",
  "source",
  "track",
  "wbr",
]);

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
  const parser = new Parser({
    onopentagname: (name) => {
      if (cut === undefined && !VOID.has(name)) open.push(name);
    },
    onclosetag: (name) => {
      if (cut === undefined && open.at(-1) === name) open.pop();
    },
    ontext: (text) => {
      // An entity comes as a text of its own, shorter than its source: the offset is where it starts.
      for (const match of cut === undefined ? text.matchAll(WORD) : []) {
        found++;
        if (found === words) cut = parser.startIndex + match.index + match[0].length;
        if (found > words) break;
      }
    },
  });
  parser.end(html);
  if (cut === undefined || !/[\p{L}\p{N}]/u.test(textOf(html.slice(cut)))) return html;
  return `${html.slice(0, cut)} ${end}${open
    .reverse()
    .map((name) => `</${name}>`)
    .join("")}`;
}

/** What a reader reads of a piece of HTML, in one line. */
export function textOf(html: string): string {
  const texts: string[] = [];
  const parser = new Parser({ ontext: (text) => texts.push(text), onclosetag: () => texts.push(" ") });
  parser.end(html);
  return texts
    .join("")
    .replace(/\s+/g, " ")
    .replace(/ ([.,;:!?])/g, "$1")
    .trim();
}
