/** Items by their keys, in the order in which the keys appear: `Map.groupBy`, which Node has from version 21 on. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, [Item, ...Item[]]> {
  const groups = new Map<Key, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** How often each key appears. */
export function countBy<Key>(keys: Iterable<Key>): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * Joins what is the same on several pages into one entry with all of them.
 *
 * @param keyOf what entries must have in common to be the same: all but their pages by default
 */
export function joinPages<Entry extends { readonly pages: readonly string[] }>(
  entries: Iterable<Entry>,
  keyOf: (entry: Entry) => string = ({ pages: _, ...rest }) => JSON.stringify(rest),
): Entry[] {
  return [...groupBy(entries, keyOf).values()].map((same) => ({
    ...same[0],
    pages: [...new Set(same.flatMap(({ pages }) => pages))],
  }));
}
