import { collapseEnds } from "./whitespace.ts";

/** Characters that no text has: Unicode leaves them to private use (https://www.unicode.org/faq/private_use.html). */
const OPEN = "\uE0F1";
const CLOSE = "\uE0F2";
const RESERVED = /[\uE0F1\uE0F2]/;
const PICTURES = /(?:<picture\b[\s\S]*?<\/picture>)+/g;
const END = "</picture>";
const MARK = /\uE0F1(\d+)\uE0F2/g;

/**
 * A page in which a mark, which is a word to the minifier, takes the place of each picture.
 *
 * @returns undefined where the page has the marks' own characters
 */
export function takeOut(html: string): { html: string; pictures: readonly string[] } | undefined {
  if (RESERVED.test(html)) return undefined;
  const pictures: string[] = [];
  const marked = replaceSpaced(html, picturesIn(html), ({ before, text, after }) => {
    return `\t${OPEN}${pictures.push(before + text + after) - 1}${CLOSE}\t`;
  });
  return { html: marked, pictures };
}

/** The pictures in their places, one space beside them where there was whitespace. */
export function putBack(html: string, pictures: readonly string[]): string {
  if (pictures.length === 0) return html;
  const marks = Array.from(html.matchAll(MARK), ({ 0: mark, index }) => ({ start: index, end: index + mark.length }));
  return replaceSpaced(html, marks, ({ before, text, after }) => {
    const picture = pictures[Number(text.slice(1, -1))] ?? "";
    return collapseEnds(`${before === "\t" ? "" : before}${picture}${after === "\t" ? "" : after}`);
  });
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where pictures are; those that touch each other are one. What has no end is none. */
function picturesIn(html: string): Range[] {
  const last = html.lastIndexOf(END);
  return Array.from(html.slice(0, last + END.length).matchAll(PICTURES), ({ 0: text, index }) => {
    return { start: index, end: index + text.length };
  });
}

interface Spaced {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** Replaces parts and the whitespace beside them, which an expression would look for from each blank that there is. */
function replaceSpaced(html: string, parts: readonly Range[], change: (part: Spaced) => string): string {
  let done = 0;
  const changed = parts.map(({ start, end }) => {
    let [from, to] = [start, end];
    while (from > done && /\s/.test(html.charAt(from - 1))) from--;
    while (to < html.length && /\s/.test(html.charAt(to))) to++;
    const kept = html.slice(done, from);
    done = to;
    return kept + change({ before: html.slice(from, start), text: html.slice(start, end), after: html.slice(end, to) });
  });
  return changed.join("") + html.slice(done);
}

/** Whether a text has a mark in it. */
export const hasPicture = (text: string) => text.includes(OPEN);
