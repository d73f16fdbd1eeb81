import { kindOf } from "./plain/elements.ts";

const FIRST = /^\s*<([a-z][a-z0-9]*)[\s>]/;
/** An end tag, or an empty element of a head. */
const LAST = /(?:<\/([a-z][a-z0-9]*)|<(?:link|meta)\s[^<>]*)>\s*$/;

/** The parts of a page that are minified apart from it. */
export interface Pieces {
  /** In the order of the page. Each begins and ends with a block, and is whole in itself: what it opens it closes. */
  readonly whole: readonly string[];
  /**
   * A text that is not: its author opened what is never closed, or closed what was never open. A minifier may take away
   * blanks there that a browser shows, so it stays as it is.
   */
  readonly broken: string | undefined;
}

/** A part of a page that stays as it is while the rest is minified. */
export interface Place {
  readonly at: number;
  readonly piece: string;
  /** An author's text that is not whole, which is not minified by itself either. */
  readonly isBroken: boolean;
}

/** Where the pieces stand on a page, in their order; one that is not found after the piece before it is left out. */
export function placesOf(html: string, { whole, broken }: Pieces): readonly Place[] {
  const ofText = broken === undefined ? undefined : withBlanks(html, broken);
  const places: Place[] = [];
  let end = 0;
  for (const piece of whole) {
    const at = html.indexOf(piece, end);
    if (at < 0 || (ofText && overlap(ofText, { at, piece }))) continue;
    places.push({ at, piece, isBroken: false });
    end = at + piece.length;
  }
  if (ofText && ofText.at >= 0) places.push(ofText);
  return places.sort((one, other) => one.at - other.at);
}

function overlap(one: Pick<Place, "at" | "piece">, other: Pick<Place, "at" | "piece">): boolean {
  return one.at < other.at + other.piece.length && other.at < one.at + one.piece.length;
}

/** A text with the blanks beside it: what stands there may be words. */
function withBlanks(html: string, text: string): Place {
  const found = text.trim() === "" ? -1 : html.indexOf(text);
  let [at, end] = [found, found + text.length];
  while (at > 0 && /\s/.test(html[at - 1] ?? "")) at--;
  while (end < html.length && /\s/.test(html[end] ?? "")) end++;
  return { at, piece: html.slice(at, end), isBroken: true };
}

/**
 * Whether a piece begins and ends with a block: with an inline element or a word at its edge, what is left of the blanks
 * there depends on what stands beside it.
 */
export function isBlock(html: string): boolean {
  const first = FIRST.exec(html)?.[1];
  // A tag that is longer than this is looked for in vain, which is no harm.
  const last = LAST.exec(html.slice(-300));
  return first !== undefined && isBlockElement(first) && last !== null && isBlockElement(last[1] ?? "link");
}

function isBlockElement(name: string): boolean {
  const { isInline, isInlineEmpty } = kindOf(name);
  return !isInline && !isInlineEmpty;
}
