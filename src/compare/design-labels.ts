import type { Piece } from "./blocks.ts";
import type { Lost } from "./compare-text.ts";
import { holds, streamOf } from "./page-text.ts";
import type { Pair } from "./pairs.ts";
import type { SitePage } from "./site.ts";
import { wordsOf } from "./words.ts";

/** Words that the old theme wrote, such as “Category:”, and the pages that had them. */
export interface Label {
  readonly text: string;
  readonly pages: readonly string[];
}

/** A theme's label is no longer, in words. */
const LONGEST = 3;
/** So often the same words are in the same place that a theme wrote them. */
const OFTEN = 3;

/**
 * Tells a theme's words from an author's: they are short, on several pages in the same place, and gone from all of
 * them; or they stand before or behind each page's own words, as in “Articles by Juliet”, “Articles by Romeo”.
 */
export function designLabels(
  lost: readonly Lost[],
  pairs: readonly Pair[],
): { readonly labels: readonly Label[]; readonly isLabel: (piece: Piece) => boolean } {
  const gone = new Map<string, Lost[]>();
  for (const one of lost) {
    for (const { piece } of one.pieces) {
      const key = placeOf(one, piece);
      gone.set(key, [...(gone.get(key) ?? []), one]);
    }
  }
  const total = occurrences(new Set(gone.keys()), pairs);
  const frames = framesOf(lost);
  const found = new Map<string, Set<string>>();
  const note = (text: string, one: Lost) => {
    found.set(text, (found.get(text) ?? new Set()).add(one.pair.old.href));
  };
  const labels = new Set<Piece>();
  const words = new Set<string>();
  for (const one of lost) {
    for (const { piece } of one.pieces) {
      const key = placeOf(one, piece);
      const places = gone.get(key)?.length ?? 0;
      const isShort = piece.words.split(" ").length <= LONGEST;
      if (isShort && places >= OFTEN && places >= (total.get(key) ?? 0) * 0.9) {
        labels.add(piece);
        if (piece.link === undefined) words.add(piece.words);
        note(piece.text, one);
        continue;
      }
      const frame = frames.get(one.unit.path);
      const rest = frame && inside(piece.words, frame);
      if (frame && rest !== undefined && (rest === "" || isOn(one.pair.new, rest))) {
        labels.add(piece);
        note(`${frame.before} … ${frame.behind}`.trim(), one);
      }
    }
  }
  // What a theme wrote in one place it wrote in others, where it is not often.
  const isLabel = (piece: Piece) => labels.has(piece) || (piece.link === undefined && words.has(piece.words));
  return {
    labels: [...found].map(([text, pages]) => ({ text, pages: [...pages] })),
    isLabel,
  };
}

function placeOf({ unit }: Pick<Lost, "unit">, { words }: Piece): string {
  return `${unit.path}\0${words}`;
}

function occurrences(keys: ReadonlySet<string>, pairs: readonly Pair[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const { old } of pairs) {
    for (const unit of old.units) {
      for (const piece of unit.pieces) {
        const key = placeOf({ unit }, piece);
        if (keys.has(key)) total.set(key, (total.get(key) ?? 0) + 1);
      }
    }
  }
  return total;
}

interface Frame {
  readonly before: string;
  readonly behind: string;
}

/** What the lost pieces in one place have in common at their ends. */
function framesOf(lost: readonly Lost[]): Map<string, Frame> {
  const texts = new Map<string, Set<string>>();
  const pages = new Map<string, Set<SitePage>>();
  for (const { unit, pieces, pair } of lost) {
    for (const { piece } of pieces) texts.set(unit.path, (texts.get(unit.path) ?? new Set()).add(piece.words));
    pages.set(unit.path, (pages.get(unit.path) ?? new Set()).add(pair.old));
  }
  const frames = new Map<string, Frame>();
  for (const [path, all] of texts) {
    if (all.size < OFTEN || (pages.get(path)?.size ?? 0) < OFTEN) continue;
    const words = [...all].map((text) => text.split(" "));
    const before = common(words);
    const behind = common(words.map((one) => one.slice(before.length).reverse())).reverse();
    if (before.length + behind.length > 0) frames.set(path, { before: before.join(" "), behind: behind.join(" ") });
  }
  return frames;
}

function common(texts: readonly (readonly string[])[]): string[] {
  const first = texts[0] ?? [];
  const at = first.findIndex((word, index) => texts.some((text) => text[index] !== word));
  return first.slice(0, at < 0 ? first.length : at);
}

function inside(words: string, { before, behind }: Frame): string | undefined {
  const whole = ` ${words} `;
  const [start, end] = [before === "" ? " " : ` ${before} `, behind === "" ? " " : ` ${behind} `];
  if (!whole.startsWith(start) || !whole.endsWith(end)) return undefined;
  return whole.slice(start.length - 1, whole.length - end.length + 1).trim();
}

function isOn(page: SitePage, words: string): boolean {
  return holds(streamOf([...page.units, { words: wordsOf(page.fullTitle).join(" ") }]), words);
}
