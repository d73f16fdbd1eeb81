/** What is made of a page or a name when it is first asked for: the command line asks for no summaries. */
export interface OnDemand<Key, Value> {
  readonly get: (key: Key) => Value;
}

/** Makes a thing once for each key, be it nothing. */
export function onDemand<Key, Value>(make: (key: Key) => Value): OnDemand<Key, Value> {
  const made = new Map<Key, { readonly value: Value }>();
  return {
    get: (key) => {
      const found = made.get(key) ?? { value: make(key) };
      made.set(key, found);
      return found.value;
    },
  };
}
