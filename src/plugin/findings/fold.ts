/** So many findings of one kind are kept of a file: of those beyond it is kept how many there are. */
export const MOST_OF_A_KIND = 1_000;

/** Something, and for how many of its kind it stands. */
export interface Counted<Item> {
  readonly item: Item;
  readonly count: number;
}

/**
 * The first of each kind, and behind them one that stands for all that are left of it: whatever number comes in, a bounded one
 * is kept.
 *
 * @param countOf for how many one stands already
 */
export function foldMany<Item>(
  items: Iterable<Item>,
  kindOf: (item: Item) => string,
  countOf: (item: Item) => number = () => 1,
): Counted<Item>[] {
  const all: { item: Item; count: number }[] = [];
  const kinds = new Map<string, { kept: number; rest?: { count: number } }>();
  for (const item of items) {
    const kind = kinds.get(kindOf(item)) ?? { kept: 0 };
    const one = { item, count: countOf(item) };
    if (kind.rest) kind.rest.count += one.count;
    else all.push(one);
    kinds.set(kindOf(item), kind.kept < MOST_OF_A_KIND ? { kept: kind.kept + 1 } : { ...kind, rest: kind.rest ?? one });
  }
  return all;
}
