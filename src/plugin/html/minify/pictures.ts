import { collapseEnds } from "./whitespace.ts";

/** Characters that no text has: Unicode leaves them to private use (https://www.unicode.org/faq/private_use.html). */
const OPEN = "\uE0F1";
const CLOSE = "\uE0F2";
const RESERVED = /[\uE0F1\uE0F2]/;
const PICTURE = /\s*(?:<picture\b[\s\S]*?<\/picture>)+\s*/g;
const MARK = /(\s*)\uE0F1(\d+)\uE0F2(\s*)/g;

/**
 * A page in which a mark, which is a word to the minifier, takes the place of each picture.
 *
 * @returns undefined where the page has the marks' own characters
 */
export function takeOut(html: string): { html: string; pictures: readonly string[] } | undefined {
  if (RESERVED.test(html)) return undefined;
  const pictures: string[] = [];
  const marked = html.replace(PICTURE, (picture) => `\t${OPEN}${pictures.push(picture) - 1}${CLOSE}\t`);
  return { html: marked, pictures };
}

/** The pictures in their places, one space beside them where there was whitespace. */
export function putBack(html: string, pictures: readonly string[]): string {
  if (pictures.length === 0) return html;
  return html.replace(MARK, (_, before: string, index: string, after: string) => {
    const picture = pictures[Number(index)] ?? "";
    return collapseEnds(`${before === "\t" ? "" : before}${picture}${after === "\t" ? "" : after}`);
  });
}

/** Whether a text has a mark in it. */
export const hasPicture = (text: string) => text.includes(OPEN);
