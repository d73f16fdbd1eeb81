import { countBy, joinPages } from "../../plugin/maps/group-by.ts";
import type { Fragment } from "./blocks.ts";
import { designLabels, type Label } from "./design-labels.ts";
import { type Lost, type LostSentence, lostSentences } from "./find-lost.ts";
import { type Finder, finderIn, type Placed, streamOf, textsOf } from "./page-text.ts";
import type { Pair } from "./pairs.ts";
import type { LostText } from "./report.ts";
import type { Sides } from "./sides.ts";
import type { BuiltSite, SitePage, Unit } from "./site.ts";
import { themeText } from "./theme-text.ts";
import { wordKey } from "./words.ts";

/**
 * The sentences of the old pages that the new ones do not have. Text that moved within its page is not lost, nor is what
 * a list shows of its posts: what they lost is told of them.
 *
 * @param renamed addresses of pages whose title, and with it their heading, is reported already
 */
export function compareText(
  sides: Sides,
  renamed: ReadonlySet<string>,
): { readonly lost: readonly LostText[]; readonly labels: readonly Label[] } {
  const { pairs, old, now, listing } = sides;
  const isExcused = ({ pair, unit }: Lost, { words }: Fragment) =>
    !old.isOnMany(unit) && listing.isTextOfListed(pair.old, unit, words);
  const all = pairs.flatMap((pair) =>
    lostOn(pair, old, now).filter(({ unit }) => !renamed.has(pair.old.href) || unit !== pair.old.heading),
  );
  // What a theme wrote is known by all that is gone, lists included.
  const { isThemes, labelsOf } = themeText(all, sides);
  const lost = withFragments(all, (one, fragment) => !isExcused(one, fragment));
  const own = withFragments(lost, (one, fragment) => !isThemes(one, fragment));
  const { labels, isLabel } = designLabels(own, pairs);
  const left = withFragments(own, (_, fragment) => !isLabel(fragment));
  return { lost: asReported(withNeighbours(left)), labels: [...labelsOf(lost), ...labels] };
}

/** Losses with those of their fragments that count, as far as any do. */
function withFragments<One extends LostSentence>(lost: readonly One[], isKept: (one: One, part: Fragment) => boolean) {
  return lost
    .map((one) => ({ ...one, fragments: one.fragments.filter(({ fragment }) => isKept(one, fragment)) }))
    .filter(({ fragments }) => fragments.length > 0);
}

function lostOn(pair: Pair, oldSite: BuiltSite, newSite: BuiltSite): Lost[] {
  const old = textsOf(pair.old, oldSite);
  const now = textsOf(pair.new, newSite);
  const { unmatched, rest } = withoutEqual(old, now);
  if (unmatched.length === 0) return [];
  const there = finderIn(streamOf(rest.map(({ unit }) => unit)));
  const all = new Set(now.map(({ unit }) => unit.words));
  const labels = linkWords(pair.new, newSite);
  const counts = countBy(old.map(({ unit }) => placeOf(unit)));
  const names = oldSite.namesOf(pair.old.key);
  return unmatched.flatMap(({ unit, index }): Lost[] => {
    // A theme may show the same thing in two places, but what an author wrote twice is twice in one place.
    if (all.has(unit.words) && counts.get(placeOf(unit)) === 1) return [];
    // In a menu, the page's own entry may be no link; a site's name is one in some themes.
    const isEntry = oldSite.isFrame(unit) || (unit.heading === 0 && names.has(unit.words));
    if (isEntry && labels.anywhere.has(unit.words)) return [];
    const isItem = unit.isLinks && unit.heading === 0;
    const lost = isItem ? lostLinks(unit, oldSite, labels, there) : lostSentences(unit, there);
    // Navigation is reported as such.
    const isText = (_: LostSentence, { link: at, words }: Fragment) => {
      const link = unit.links[at ?? -1];
      if (link && labels.anywhere.has(words)) return false;
      return !link || isItem || unit.heading > 0 || oldSite.navKind(link, unit) === undefined;
    };
    return withFragments(lost, isText).map((one) => {
      return { ...one, pair, unit, index, after: contextOf(pair.old, index, one.sentence) };
    });
  });
}

/** Removes from both sides the blocks that are the same. */
function withoutEqual(old: readonly Placed[], now: readonly Placed[]) {
  const without = (from: readonly Placed[], others: readonly Placed[]) => {
    const counts = countBy(others.map(({ unit }) => unit.words));
    return from.filter(({ unit: { words } }) => {
      const left = counts.get(words) ?? 0;
      if (left > 0) counts.set(words, left - 1);
      return left === 0;
    });
  };
  return { unmatched: without(old, now), rest: without(now, old) };
}

interface LinkWords {
  readonly inMain: ReadonlySet<string>;
  readonly anywhere: ReadonlySet<string>;
  readonly hasMain: boolean;
}

function linkWords({ units }: SitePage, site: BuiltSite): LinkWords {
  const words = (some: readonly Unit[]) =>
    new Set(some.flatMap(({ links }) => links.map(({ label }) => wordKey(label))));
  const main = units.filter(({ landmark }) => landmark === "main");
  const own = main.filter((unit) => !unit.isLinks || unit.links.some((link) => !site.navKind(link, unit)));
  return { inMain: words(own), anywhere: words(units), hasMain: main.length > 0 };
}

/** An item that is a link may be a menu entry on the new page, unless both pages mark their content. */
function lostLinks(unit: Unit, site: BuiltSite, labels: LinkWords, found: Finder): LostSentence[] {
  const isSure = labels.hasMain && unit.landmark === "main";
  const there = isSure ? labels.inMain : labels.anywhere;
  return unit.fragments.flatMap((fragment): LostSentence[] => {
    const link = unit.links[fragment.link ?? -1];
    const isNavigation = link && (link.isLocal || site.navKind(link, unit) !== undefined);
    if (isNavigation || there.has(fragment.words) || found.has(fragment.words)) return [];
    const { text, words, sentence } = fragment;
    return [{ text, fragments: [{ fragment, lost: words }], sentence, last: sentence }];
  });
}

function placeOf({ path, words }: Unit): string {
  return `${path}\0${words}`;
}

/** How many characters of the text before a loss are shown. */
const CONTEXT = 80;

function contextOf({ units }: SitePage, index: number, sentence: number): string {
  const unit = units[index];
  const before = unit?.fragments.filter((fragment) => fragment.sentence < sentence).map(({ text }) => text) ?? [];
  const text = before.length > 0 ? before.join(" ") : (units[index - 1]?.text ?? "");
  return text.length > CONTEXT ? `…${text.slice(-CONTEXT).replace(/^\S*\s/, "")}` : text;
}

/** Consecutive sentences of a block are one loss. */
function withNeighbours(lost: readonly Lost[]): Lost[] {
  const all: Lost[] = [];
  for (const one of lost) {
    const last = all.at(-1);
    const isNext = last?.pair === one.pair && last.index === one.index && last.last + 1 === one.sentence;
    if (!last || !isNext) all.push(one);
    else {
      const text = `${last.text} ${one.text}`;
      all[all.length - 1] = { ...last, text, fragments: [...last.fragments, ...one.fragments], last: one.last };
    }
  }
  return all;
}

/** The same sentence lost on many pages is one loss. */
function asReported(lost: readonly Lost[]): LostText[] {
  const each = lost.map(({ text, fragments, after, pair, unit: { kind } }): LostText => {
    return { kind, text, words: fragments.map((one) => one.lost).join(" "), after, pages: [pair.old.href] };
  });
  return joinPages(each, ({ kind, text }) => `${kind} ${text}`).sort((a, b) => b.pages.length - a.pages.length);
}
