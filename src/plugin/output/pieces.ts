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

/** The parts of a page that are minified apart from it. */
export interface Pieces {
  /** Each is whole in itself: what it opens it closes. */
  readonly whole: readonly string[];
  /**
   * A text that is not: its author opened what is never closed, or closed what was never open. A minifier may take away
   * blanks there that a browser shows, so it stays as it is.
   */
  readonly broken: string | undefined;
}

/**
 * Minifies a page by its pieces: what many pages share, such as a menu, is minified once. The result is that of
 * minifying the page whole, but for a broken text.
 *
 * A piece that is not found on the page, is a part of another, or does not begin and end with a block, is minified with
 * the rest.
 */
export async function minifyPage(html: string, pieces: Pieces, minifier: Minifier): Promise<string> {
  const { shell, slots } = takeOut(html, pieces);
  const texts = [
    minifier.minify(shell),
    ...slots.map(({ piece, isWhole }) => (isWhole ? minifier.minifyPiece(piece) : piece)),
  ];
  const [page = "", ...minified] = texts.every(isReady) ? texts : await Promise.all(texts);
  return page.replace(SLOT, (_, index) => minified[Number(index)] ?? "");
}

function isReady(text: string | Promise<string>): text is string {
  return typeof text === "string";
}

/** An element that no minifier knows is a block to it. */
const SLOT = /<pelican-slot-(\d+)><\/pelican-slot-\1>/g;

interface Slot {
  readonly piece: string;
  readonly isWhole: boolean;
}

interface Place extends Slot {
  readonly at: number;
}

function takeOut(html: string, { whole, broken }: Pieces): { shell: string; slots: Slot[] } {
  const places = whole
    .map((piece): Place => ({ piece, isWhole: true, at: isBlock(piece) ? html.indexOf(piece) : -1 }))
    .concat(broken === undefined ? [] : withBlanks(html, broken))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  const slots: Slot[] = [];
  let shell = "";
  let done = 0;
  // A page that writes the slots' name itself has none.
  for (const { piece, isWhole, at } of html.includes("pelican-slot-") ? [] : places) {
    if (at < done) continue;
    shell += `${html.slice(done, at)}<pelican-slot-${slots.length}></pelican-slot-${slots.length}>`;
    slots.push({ piece, isWhole });
    done = at + piece.length;
  }
  return { shell: shell + html.slice(done), slots };
}

/** A text with the blanks beside it: what stands there may be words. */
function withBlanks(html: string, text: string): Place {
  const found = text.trim() === "" ? -1 : html.indexOf(text);
  let [at, end] = [found, found + text.length];
  while (at > 0 && /\s/.test(html[at - 1] ?? "")) at--;
  while (end < html.length && /\s/.test(html[end] ?? "")) end++;
  return { piece: html.slice(at, end), isWhole: false, at };
}

/** Whether a piece begins and ends with a block. */
export function isBlock(html: string): boolean {
  const first = FIRST.exec(html)?.[1] ?? "a";
  // A tag that is longer than this is looked for in vain, which is no harm.
  const last = LAST.exec(html.slice(-300));
  return !INLINE.has(first) && last !== null && !INLINE.has(last[1] ?? "");
}
