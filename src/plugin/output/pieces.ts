import type { Minifier } from "./minifier.ts";

/**
 * The elements beside which html-minifier-terser keeps a blank, and those in which it keeps all: a piece that begins or
 * ends with one of them, or with text, is not independent of what stands beside it.
 */
const INLINE = new Set(
  "a abbr acronym b bdi bdo big button cite code comment del dfn em font i img input ins kbd label mark math nobr object q rp rt rtc ruby s samp select small span strike strong sub sup svg textarea time tt u var wbr".split(
    " ",
  ),
);
const FIRST = /^\s*<([a-z][a-z0-9]*)[\s>]/;
/** An end tag, or an empty element of a head. */
const LAST = /(?:<\/([a-z][a-z0-9]*)|<(?:link|meta)\s[^<>]*)>\s*$/;

/**
 * Minifies a page by its pieces: what many pages share, such as a menu, is minified once, and what is particular to one,
 * its text, while other work is done. The result is that of minifying the page whole.
 *
 * @param pieces parts of the page, each of which is whole in itself: what it opens it closes. One that is not found on the
 * page, is a part of another, or does not begin and end with a block, is minified with the rest.
 */
export async function minifyPage(
  html: string,
  pieces: readonly string[],
  { minify, minifyPiece }: Minifier,
): Promise<string> {
  const { shell, slots } = takeOut(html, pieces);
  const texts = [minify(shell), ...slots.map((slot) => minifyPiece(slot, true))];
  const [page = "", ...minified] = texts.every(isReady) ? texts : await Promise.all(texts);
  return page.replace(SLOT, (_, index) => minified[Number(index)] ?? "");
}

function isReady(text: string | Promise<string>): text is string {
  return typeof text === "string";
}

/** An element that no minifier knows is a block to it. */
const SLOT = /<pelican-slot-(\d+)><\/pelican-slot-\1>/g;

function takeOut(html: string, pieces: readonly string[]): { shell: string; slots: string[] } {
  // A page that writes the name itself has no slots.
  const places = (html.includes("pelican-slot-") ? [] : pieces)
    .map((piece) => ({ piece, at: isBlock(piece) ? html.indexOf(piece) : -1 }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  const slots: string[] = [];
  let shell = "";
  let done = 0;
  for (const { piece, at } of places) {
    if (at < done) continue;
    shell += `${html.slice(done, at)}<pelican-slot-${slots.length}></pelican-slot-${slots.length}>`;
    slots.push(piece);
    done = at + piece.length;
  }
  return { shell: shell + html.slice(done), slots };
}

/** Whether a piece begins and ends with a block. */
export function isBlock(html: string): boolean {
  const first = FIRST.exec(html)?.[1] ?? "a";
  // A tag that is longer than this is looked for in vain, which is no harm.
  const last = LAST.exec(html.slice(-300));
  return !INLINE.has(first) && last !== null && !INLINE.has(last[1] ?? "");
}
