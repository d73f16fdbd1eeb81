import type { Piece } from "./blocks.ts";
import { designLabels, type Label } from "./design-labels.ts";
import { excuses } from "./excuses.ts";
import { type LostSentence, lostSentences } from "./find-lost.ts";
import { type Finder, finderIn, type Placed, streamOf, textsOf } from "./page-text.ts";
import type { Pair } from "./pairs.ts";
import type { LostText } from "./report.ts";
import type { BuiltSite, SitePage, Unit } from "./site.ts";
import { wordsOf } from "./words.ts";

/** A sentence that a page lost, and the block that it was in. */
export interface Lost extends LostSentence {
  readonly pair: Pair;
  readonly unit: Unit;
  /** Its place among the page's blocks. */
  readonly index: number;
  readonly after: string;
}

export interface TextCompared {
  readonly lost: readonly LostText[];
  readonly labels: readonly Label[];
}

/**
 * The sentences of the old pages that their new ones do not have. Text that moved within its page is not lost, nor is what
 * a list of posts shows of them, while they have it themselves.
 *
 * @param renamed addresses of pages whose title is told already, and their heading with it
 */
export function compareText(
  pairs: readonly Pair[],
  old: BuiltSite,
  now: BuiltSite,
  renamed: ReadonlySet<string>,
): TextCompared {
  const isExcused = excuses(pairs, now);
  const lost = pairs.flatMap((pair) =>
    lostOn(pair, old, now).flatMap((one): Lost[] => {
      if (renamed.has(pair.old.href) && one.unit === pair.old.heading) return [];
      const pieces = one.pieces.filter(({ piece }) => !isExcused(pair, one.unit, piece));
      return pieces.length === 0 ? [] : [{ ...one, pieces }];
    }),
  );
  const { labels, isLabel } = designLabels(lost, pairs);
  const left = lost.flatMap((one) => {
    const pieces = one.pieces.filter((piece) => !isLabel(piece.piece));
    return pieces.length === 0 ? [] : [{ ...one, pieces }];
  });
  return { lost: joined(withNeighbours(left)), labels };
}

function lostOn(pair: Pair, oldSite: BuiltSite, newSite: BuiltSite): Lost[] {
  const old = textsOf(pair.old, oldSite);
  const now = textsOf(pair.new, newSite);
  const { unmatched, rest } = withoutEqual(old, now);
  if (unmatched.length === 0) return [];
  const isThere = finderIn(streamOf(rest.map(({ unit }) => unit)));
  const all = new Set(now.map(({ unit }) => unit.words));
  const labels = linkWords(pair.new, newSite);
  const twice = twiceInOnePlace(old);
  const names = oldSite.namesOf(pair.old.key);
  return unmatched.flatMap(({ unit, index }): Lost[] => {
    // A theme may show the same thing in two places, but what an author wrote twice is twice in one place.
    if (all.has(unit.words) && !twice.has(placeOf(unit))) return [];
    // In a menu, the page's own entry may be no link; a site's name is one in some themes.
    const isEntry = oldSite.isFrame(unit) || (unit.heading === 0 && names.has(unit.words));
    if (isEntry && labels.anywhere.has(unit.words)) return [];
    const isItem = unit.isLinks && unit.heading === 0;
    const lost = isItem ? lostLinks(unit, oldSite, labels, isThere) : lostSentences(unit, isThere);
    return lost.flatMap((one) => {
      // What is navigation is told there.
      const pieces = one.pieces.filter(({ piece }) => {
        const link = unit.links[piece.link ?? -1];
        return !link || isItem || unit.heading > 0 || oldSite.navKind(link, unit) === undefined;
      });
      if (pieces.length === 0) return [];
      return [{ ...one, pieces, pair, unit, index, after: contextOf(pair.old, index, one.sentence) }];
    });
  });
}

/** Takes from both sides what is the same block for block. */
function withoutEqual(
  old: readonly Placed[],
  now: readonly Placed[],
): { readonly unmatched: readonly Placed[]; readonly rest: readonly Placed[] } {
  const counts = new Map<string, number>();
  for (const { unit } of now) counts.set(unit.words, (counts.get(unit.words) ?? 0) + 1);
  const taken = new Map<string, number>();
  const unmatched = old.filter(({ unit: { words } }) => {
    const there = counts.get(words) ?? 0;
    if (there === 0) return true;
    counts.set(words, there - 1);
    taken.set(words, (taken.get(words) ?? 0) + 1);
    return false;
  });
  const rest = now.filter(({ unit: { words } }) => {
    const used = taken.get(words) ?? 0;
    if (used > 0) taken.set(words, used - 1);
    return used === 0;
  });
  return { unmatched, rest };
}

interface LinkWords {
  readonly inMain: ReadonlySet<string>;
  readonly anywhere: ReadonlySet<string>;
  readonly hasMain: boolean;
}

function linkWords({ units }: SitePage, site: BuiltSite): LinkWords {
  const words = (some: readonly Unit[]) =>
    new Set(some.flatMap(({ links }) => links.map(({ label }) => wordsOf(label).join(" "))));
  const main = units.filter(({ landmark }) => landmark === "main");
  const own = main.filter((unit) => !unit.isLinks || unit.links.some((link) => !site.navKind(link, unit)));
  return { inMain: words(own), anywhere: words(units), hasMain: main.length > 0 };
}

/** An item that is a link may be a menu's entry on the other side; where both say what their content is, it may not. */
function lostLinks(unit: Unit, site: BuiltSite, labels: LinkWords, isThere: Finder): LostSentence[] {
  const isSure = labels.hasMain && unit.landmark === "main";
  const there = isSure ? labels.inMain : labels.anywhere;
  return unit.pieces.flatMap((piece): LostSentence[] => {
    const link = unit.links[piece.link ?? -1];
    const isNavigation = link && (link.isLocal || site.navKind(link, unit) !== undefined);
    if (isNavigation || there.has(piece.words) || isThere(piece.words)) return [];
    return [
      { text: piece.text, pieces: [{ piece, lost: piece.words }], sentence: piece.sentence, last: piece.sentence },
    ];
  });
}

function placeOf({ path, words }: Unit): string {
  return `${path}\0${words}`;
}

function twiceInOnePlace(texts: readonly Placed[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { unit } of texts) {
    const place = placeOf(unit);
    if (seen.has(place)) twice.add(place);
    seen.add(place);
  }
  return twice;
}

const CONTEXT = 80;

function contextOf({ units }: SitePage, index: number, sentence: number): string {
  const unit = units[index];
  const before = unit?.pieces.filter((piece: Piece) => piece.sentence < sentence).map(({ text }) => text) ?? [];
  const text = before.length > 0 ? before.join(" ") : (units[index - 1]?.text ?? "");
  return text.length > CONTEXT ? `…${text.slice(-CONTEXT).replace(/^\S*\s/, "")}` : text;
}

/** Sentences of one block that follow each other are one loss. */
function withNeighbours(lost: readonly Lost[]): Lost[] {
  const all: Lost[] = [];
  for (const one of lost) {
    const last = all.at(-1);
    const isNext = last?.pair === one.pair && last.index === one.index && last.last + 1 === one.sentence;
    if (!last || !isNext) all.push(one);
    else {
      const text = `${last.text} ${one.text}`;
      all[all.length - 1] = { ...last, text, pieces: [...last.pieces, ...one.pieces], last: one.last };
    }
  }
  return all;
}

/** The same sentence lost on many pages is one loss. */
function joined(lost: readonly Lost[]): LostText[] {
  const bySentence = new Map<string, { readonly one: Omit<LostText, "pages">; readonly pages: string[] }>();
  for (const { text, pieces, after, pair } of lost) {
    const words = pieces.map((piece) => piece.lost).join(" ");
    const same = bySentence.get(text);
    if (!same) bySentence.set(text, { one: { text, words, after }, pages: [pair.old.href] });
    else if (same.pages.at(-1) !== pair.old.href) same.pages.push(pair.old.href);
  }
  return [...bySentence.values()]
    .map(({ one, pages }) => ({ ...one, pages }))
    .sort((a, b) => b.pages.length - a.pages.length);
}
