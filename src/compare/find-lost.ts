import type { Piece } from "./blocks.ts";
import { type Finder, RUN } from "./page-text.ts";
import type { Unit } from "./site.ts";

/** A sentence of a block that is not on the new page, or not whole. */
export interface LostSentence {
  readonly text: string;
  /** What of it is lost; of a long piece perhaps only some words. */
  readonly pieces: readonly { readonly piece: Piece; readonly lost: string }[];
  /** Where in the block it is, and where those end that are told with it. */
  readonly sentence: number;
  readonly last: number;
}

/**
 * What of a block is not in a text: first it is looked for as a whole, then by its sentences, then by their pieces, since
 * the other theme may put them together in another way.
 *
 * @param isThere finds words among those of the new page that belong to no other block
 */
export function lostSentences(unit: Unit, isThere: Finder): LostSentence[] {
  if (isThere(unit.words)) return [];
  return sentencesOf(unit).flatMap(({ pieces, sentence }): LostSentence[] => {
    if (isThere(pieces.map(({ words }) => words).join(" "))) return [];
    const lost = pieces.flatMap((piece) => {
      const words = isNoteMark(piece, unit) ? "" : lostWords(piece, isThere);
      return words === "" ? [] : [{ piece, lost: words }];
    });
    return lost.length === 0 ? [] : [{ text: sentenceText(pieces), pieces: lost, sentence, last: sentence }];
  });
}

/** The sentences of a block, as pieces. */
export function sentencesOf({ pieces }: Pick<Unit, "pieces">): { sentence: number; pieces: Piece[] }[] {
  const sentences: { sentence: number; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const last = sentences.at(-1);
    if (last?.sentence === piece.sentence) last.pieces.push(piece);
    else sentences.push({ sentence: piece.sentence, pieces: [piece] });
  }
  return sentences;
}

export function sentenceText(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .join(" ")
    .replace(/ (?=[.,;:!?)\]])/g, "");
}

/** The number of a footnote, and the arrow back. */
function isNoteMark({ link, words }: Piece, unit: Unit): boolean {
  return link !== undefined && unit.links[link]?.isLocal === true && words.length <= 3;
}

/** The words of a piece that are in no run of words that the text has. */
function lostWords({ words, text }: Piece, isThere: Finder): string {
  if (isThere(words)) return "";
  // The number of an item is text in one theme, and the list's own in another.
  const bare = /(?:^|\s)\d{1,3}[.)]$/.test(text) ? words.replace(/ ?\d{1,3}$/, "") : words;
  if (bare === "" || isThere(bare)) return "";
  const all = bare.split(" ");
  const lost: string[] = [];
  let at = 0;
  while (at < all.length) {
    const run = longestRun(all, at, isThere);
    if (run >= RUN) at += run;
    else lost.push(all[at++] ?? "");
  }
  return lost.join(" ");
}

function longestRun(words: readonly string[], start: number, isThere: Finder): number {
  let run = 0;
  // As a window that grows: what the text lacks at four words it lacks at five.
  for (let end = Math.min(start + RUN, words.length); end <= words.length; end++) {
    if (!isThere(words.slice(start, end).join(" "))) break;
    run = end - start;
  }
  return run;
}
