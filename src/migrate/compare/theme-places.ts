import { countBy } from "../../plugin/maps/group-by.ts";

/** Something that the old pages had in some place, such as a link in `footer.post-info>p`. */
export interface Sighting {
  /** The elements and classes around it. */
  readonly path: string;
  /** What it is: the same on another page is a repetition. */
  readonly name: string;
  readonly page: string;
}

/** If so much of what is in a place is gone from the pages that had it, a theme wrote it. */
const [MOST_OF_PLACE, MOST_OF_NAME] = [0.8, 0.9];
/** The number of a page is elsewhere on most pages, too. */
const SOME_OF_NUMBER = 0.2;

/** What is known of the places of an old theme, by repetition over its pages and by nothing else. */
export interface ThemePlaces {
  /** Whether the pages that had something here have lost it nearly all. */
  readonly isGonePlace: (one: Sighting) => boolean;
  /** Whether the same is in the same place of several pages, and gone from nearly all of them. */
  readonly isGoneEverywhere: (one: Sighting) => boolean;
  /** Whether the same is in the same place of several pages. */
  readonly isRepeated: (one: Sighting) => boolean;
}

/**
 * @param all what the old pages had
 * @param lost what of it the new ones lack
 * @param few on how many pages something has to be to count as repeated
 */
export function themePlaces(all: readonly Sighting[], lost: readonly Sighting[], few: number): ThemePlaces {
  const [places, gonePlaces] = [all, lost].map((some) => pagesBy(some, ({ path }) => path));
  const [names, goneNames] = [all, lost].map((some) => pagesBy(some, nameKey));
  const isGone = (before: number, gone: number, share: number) => before >= few && gone >= before * share;
  return {
    isGonePlace: ({ path }) => isGone(places?.get(path) ?? 0, gonePlaces?.get(path) ?? 0, MOST_OF_PLACE),
    isGoneEverywhere: (one) => {
      const share = /^\d{1,3}$/.test(one.name) ? SOME_OF_NUMBER : MOST_OF_NAME;
      return isGone(names?.get(nameKey(one)) ?? 0, goneNames?.get(nameKey(one)) ?? 0, share);
    },
    isRepeated: (one) => (names?.get(nameKey(one)) ?? 0) >= few,
  };
}

const nameKey = ({ path, name }: Sighting): string => `${path}\0${name}`;

/** On how many pages each key is. */
function pagesBy(some: readonly Sighting[], keyOf: (one: Sighting) => string): Map<string, number> {
  const each = new Set(some.map((one) => `${keyOf(one)}\u0001${one.page}`));
  return countBy(Array.from(each, (one) => one.slice(0, one.lastIndexOf("\u0001"))));
}
