import { elementOf } from "../elements.ts";

const FIRST = /^\s*<([a-z][a-z0-9]*)[\s>]/;
/** An end tag, or a void element of a head. */
const LAST = /(?:<\/([a-z][a-z0-9]*)|<(?:link|meta)\s[^<>]*)>\s*$/;

/** The parts of a page that are minified apart from it. */
export interface Fragments {
  /** In the order of the page. Each begins and ends with a block, and is balanced: what it opens it closes. */
  readonly balanced: readonly string[];
  /**
   * A text that is not: its author opened what is never closed, or closed what was never open. A minifier may take away
   * whitespace there that a browser shows, so it stays as it is.
   */
  readonly unbalanced: string | undefined;
}

/** Where a fragment is on a page. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly fragment: string;
  /** It is not minified by itself either. */
  readonly isUnbalanced: boolean;
}

/** Where the fragments are on a page, in their order; one that is not found after the one before it is left out. */
export function placesOf(html: string, { balanced, unbalanced }: Fragments): readonly Place[] {
  const text = unbalanced === undefined ? undefined : withWhitespace(html, unbalanced);
  const places: Place[] = [];
  let done = 0;
  for (const fragment of balanced) {
    const start = html.indexOf(fragment, done);
    const end = start + fragment.length;
    if (start < 0 || (text && text.start < end && start < text.end)) continue;
    places.push({ start, end, fragment, isUnbalanced: false });
    done = end;
  }
  if (text && text.start >= 0) places.push(text);
  return places.sort((a, b) => a.start - b.start);
}

/** A text with the whitespace beside it: what is there may be words. */
function withWhitespace(html: string, text: string): Place {
  const found = text.trim() === "" ? -1 : html.indexOf(text);
  let [start, end] = [found, found + text.length];
  while (start > 0 && /\s/.test(html[start - 1] ?? "")) start--;
  while (end < html.length && /\s/.test(html[end] ?? "")) end++;
  return { start, end, fragment: html.slice(start, end), isUnbalanced: true };
}

/**
 * Whether a fragment begins and ends with a block: with an inline element or a word at its edge, what is left of the
 * whitespace there depends on what is beside it.
 */
export function isBlock(html: string): boolean {
  const first = FIRST.exec(html)?.[1];
  // A tag that is longer than this is looked for in vain, which is no harm.
  const last = LAST.exec(html.slice(-300));
  return first !== undefined && !elementOf(first).isInline && last !== null && !elementOf(last[1] ?? "link").isInline;
}
