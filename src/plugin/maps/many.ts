/** Puts items behind those of a list. As arguments of one call to `push`, some hundred thousand would be too many. */
export function pushAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** Puts other items into a list that somebody else holds. */
export function refill<Item>(list: Item[], items: readonly Item[]): void {
  list.length = 0;
  pushAll(list, items);
}

/** The greatest of some numbers; of those of a whole text, too. */
export function greatest(numbers: Iterable<number>, least = 0): number {
  let most = least;
  for (const number of numbers) if (number > most) most = number;
  return most;
}
