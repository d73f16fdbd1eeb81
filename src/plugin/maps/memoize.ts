/** Makes a value once for each key, when it is first asked for, and remembers it, even if it is undefined. */
export function memoize<Key, Value>(make: (key: Key) => Value): Memoized<Key, Value> {
  const made = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const found = made.get(key) ?? { value: make(key) };
    made.set(key, found);
    return found.value;
  };
}

/** The same for objects: what was made of one is forgotten with it. */
export function memoizeByObject<Key extends object, Value>(make: (key: Key) => Value): Memoized<Key, Value> {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = made.get(key) ?? { value: make(key) };
    made.set(key, found);
    return found.value;
  };
}

export type Memoized<Key, Value> = (key: Key) => Value;
