import { Parser } from "htmlparser2";
import { textOf } from "../content/summary.ts";

/** So much search engines show of a description. */
const LONGEST = 155;
/** So much of a text is read for it: enough for the tags around the first words. */
const READ = 20_000;

/**
 * What a page is about, of its first words: those of its paragraphs, else of whatever text it has.
 *
 * @param html the page's text
 */
export function describe(html: string): string | undefined {
  const beginning = html.slice(0, READ);
  const text = textOf(paragraphsOf(beginning).join(" ")) || textOf(beginning);
  return text === "" ? undefined : shorten(text);
}

/** A text cut between words, where it is too long. */
export function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  // Room for the dots; a text without blanks is cut where it must be, never through a letter of two code units.
  const words =
    /^([\s\S]*\S)\s/.exec(text.slice(0, LONGEST))?.[1] ?? text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, "");
  return `${words.replace(/[\s,;:.–—-]+$/, "")}…`;
}

/** The first paragraphs, up to the length of a description. */
function paragraphsOf(html: string): string[] {
  const paragraphs: string[] = [];
  let start: number | undefined;
  let length = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (name === "p") start = parser.endIndex + 1;
    },
    onclosetag: (name) => {
      if (name !== "p" || start === undefined || length > LONGEST) return;
      const paragraph = html.slice(start, parser.startIndex);
      paragraphs.push(paragraph);
      length += textOf(paragraph).length;
      start = undefined;
    },
  });
  parser.end(html);
  return paragraphs;
}
