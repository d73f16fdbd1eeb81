import { refill } from "../../../plugin/maps/many.ts";
import { call, first, numberIn } from "./calls.ts";
import { limit } from "./format.ts";
import { orderOf } from "./operators.ts";
import {
  type Dict,
  dict,
  type Given,
  isEqual,
  isKind,
  isTrue,
  itemsOf,
  keyOf,
  known,
  type Methods,
  type Sequence,
  sequence,
  Unreadable,
  type Value,
} from "./values.ts";

/** In the order of Python's `sorted`. */
export function sorted(items: readonly Value[], { named }: Given): Value[] {
  const [key, reverse] = [named.get("key") ?? null, named.get("reverse") ?? false];
  const keyed = items.map((item) => ({ item, by: key === null ? item : call(key, [item]) }));
  const sign = isTrue(reverse) ? -1 : 1;
  return keyed.sort((a, b) => sign * orderOf(a.by, b.by)).map(({ item }) => item);
}

/** Changes a list, and returns nothing, as the methods do that change one. */
function changing(change: (items: Value[], given: Given) => void): (self: Sequence, given: Given) => null {
  return (self, given) => {
    change(self.items, given);
    limit(self.items.length);
    self.keys = undefined;
    return null;
  };
}

/** Items that are not known are one unknown item. */
const itemsOrUnknown = (value: Value): readonly Value[] => (isKind(value, "unknown") ? [value] : itemsOf(value));

/** `list += value`: the list stays the same list. */
export function extend(items: Value[], value: Value): void {
  const more = [...itemsOrUnknown(value)];
  limit(items.length + more.length);
  for (const item of more) items.push(item);
}

const indexOf = (items: readonly Value[], value: Value) => items.findIndex((item) => isEqual(item, value));

function removed(items: Value[], given: Given): void {
  const at = indexOf(items, first(given));
  if (at === -1) throw new Unreadable();
  items.splice(at, 1);
}

/** Source: https://docs.python.org/3/tutorial/datastructures.html#more-on-lists */
export const OF_LIST: Methods<Sequence> = {
  append: changing((items, given) => items.push(first(given))),
  extend: changing((items, given) => extend(items, first(given))),
  insert: changing((items, given) => items.splice(numberIn(given, 0), 0, given.values[1] ?? null)),
  remove: changing(removed),
  reverse: changing((items) => items.reverse()),
  clear: changing((items) => items.splice(0)),
  sort: changing((items, given) => refill(items, sorted(items, given))),
  pop: ({ items }, given) => {
    const [gone] = items.splice(numberIn(given, 0, -1), 1);
    if (gone === undefined) throw new Unreadable();
    return gone;
  },
  index: ({ items }, given) => {
    const at = indexOf(items, first(given));
    if (at === -1) throw new Unreadable();
    return at;
  },
  count: ({ items }, given) => items.filter((item) => isEqual(item, first(given))).length,
  copy: ({ kind, items }) => sequence(kind, items),
};

function added(self: Sequence, values: readonly Value[]): null {
  self.keys ??= new Set(self.items.map(keyOf));
  for (const value of values) {
    const key = keyOf(value);
    if (!self.keys.has(key)) self.items.push(value);
    self.keys.add(key);
  }
  limit(self.items.length);
  return null;
}

/** Source: https://docs.python.org/3/library/stdtypes.html#set */
export const OF_SET: Methods<Sequence> = {
  add: (self, given) => added(self, [first(given)]),
  update: (self, { values }) => added(self, values.flatMap(itemsOrUnknown)),
  union: ({ items }, { values }) => sequence("set", [...items, ...values.flatMap(itemsOf)]),
  discard: changing((items, given) => {
    const at = indexOf(items, first(given));
    if (at !== -1) items.splice(at, 1);
  }),
  remove: changing(removed),
  copy: ({ items }) => sequence("set", items),
};

/** What `dict` and `update` are given: another dictionary, a list of pairs, or names. */
export function pairsIn({ values, named }: Given): (readonly [Value, Value])[] {
  const [from] = values;
  const it = from === undefined ? undefined : known(from);
  const others = it === undefined ? [] : isKind(it, "dict") ? [...it.entries.values()] : itemsOf(it).map(pairOf);
  return [...others, ...named];
}

function pairOf(value: Value): readonly [Value, Value] {
  const [key, its, ...rest] = itemsOf(value);
  if (key === undefined || its === undefined || rest.length > 0) throw new Unreadable();
  return [key, its];
}

const entryOf = ({ entries }: Dict, given: Given) => entries.get(keyOf(known(first(given))))?.[1];

/** Source: https://docs.python.org/3/library/stdtypes.html#mapping-types-dict */
export const OF_DICT: Methods<Dict> = {
  get: (self, given) => entryOf(self, given) ?? given.values[1] ?? null,
  keys: (self) => sequence("list", itemsOf(self)),
  values: ({ entries }) =>
    sequence(
      "list",
      [...entries.values()].map(([, value]) => value),
    ),
  items: ({ entries }) =>
    sequence(
      "list",
      [...entries.values()].map((pair) => sequence("tuple", pair)),
    ),
  iteritems: ({ entries }) =>
    sequence(
      "list",
      [...entries.values()].map((pair) => sequence("tuple", pair)),
    ),
  copy: ({ entries }) => dict(entries.values()),
  has_key: (self, given) => entryOf(self, given) !== undefined,
  clear: ({ entries }) => {
    entries.clear();
    return null;
  },
  update: ({ entries }, given) => {
    for (const pair of pairsIn(given)) entries.set(keyOf(pair[0]), pair);
    return null;
  },
  setdefault: (self, given) => {
    const there = entryOf(self, given) ?? given.values[1] ?? null;
    self.entries.set(keyOf(first(given)), [first(given), there]);
    return there;
  },
  pop: (self, given) => {
    const gone = entryOf(self, given) ?? given.values[1];
    if (gone === undefined) throw new Unreadable();
    self.entries.delete(keyOf(first(given)));
    return gone;
  },
};
