import { joinPages } from "../../plugin/maps/group-by.ts";
import type { Article } from "./article.ts";
import type { BlockKind } from "./blocks.ts";
import { finderIn, streamOf } from "./page-text.ts";
import type { Pair } from "./pairs.ts";
import type { LostStructure } from "./report.ts";
import type { Sides } from "./sides.ts";
import type { Unit } from "./site.ts";
import { type Sighting, themePlaces } from "./theme-places.ts";

const KINDS = ["heading", "code", "table"] as const;

interface Gone {
  readonly unit: Unit;
  readonly kind: (typeof KINDS)[number];
  readonly pair: Pair;
}

/**
 * The headings, blocks of code and rows of tables whose words the new pages have, but not as such.
 * What is gone with its words is lost text.
 */
export function compareStructure(sides: Sides): LostStructure[] {
  const { pairs, before, old } = sides;
  const gone = pairs.flatMap((pair) => goneFrom(pair, sides));
  const all = pairs.flatMap((pair) => before(pair.old).units.map((unit) => sighting(unit, pair)));
  const { isGonePlace, isRepeated } = themePlaces(
    all,
    gone.map(({ unit, pair }) => sighting(unit, pair)),
    old.few,
  );
  // The name of a page, and those of the entries of a list, are headings in one theme and not in another.
  const own = gone.filter(({ unit, pair, kind }) => {
    const seen = sighting(unit, pair);
    return !isRepeated(seen) && !(kind === "heading" && isGonePlace(seen));
  });
  return joinPages(own.map(({ unit, kind, pair }) => ({ kind, text: unit.text, pages: [pair.old.href] })));
}

function goneFrom(pair: Pair, { before, after, listing }: Sides): Gone[] {
  const own = before(pair.old).units.filter(({ kind, words }) => kind !== "text" && words !== "");
  // A list may be a table in one theme, and have headings in another.
  if (own.length === 0 || listing.isList(pair.old)) return [];
  const article = after(pair.new);
  const inText = finderIn(article.stream);
  return KINDS.flatMap((kind) => {
    const wanted = own.filter((unit) => unit.kind === kind && unit !== pair.old.heading);
    if (wanted.length === 0) return [];
    const inKind = finderIn(streamOf(ofKind(article, kind)));
    return wanted.flatMap((unit): Gone[] => {
      if (inKind.has(unit.words) || !inText.has(unit.words)) return [];
      const isOfListed = listing.isOfListed(pair.old, unit, (page) =>
        page.units.some(({ words }) => words === unit.words),
      );
      return isOfListed ? [] : [{ unit, kind, pair }];
    });
  });
}

function ofKind({ units }: Article, kind: BlockKind): Unit[] {
  return units.filter((unit) => unit.kind === kind);
}

function sighting({ path, words }: Unit, { old }: Pair): Sighting {
  return { path, name: words, page: old.href };
}
