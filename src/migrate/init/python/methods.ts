import { formatFields, formatted, joined, limit, textOf } from "./format.ts";
import { orderOf } from "./operators.ts";
import {
  type Dict,
  dict,
  type FilePath,
  type Given,
  isEqual,
  isKind,
  isSequence,
  isTrue,
  itemsOf,
  keyOf,
  known,
  type Moment,
  type Sequence,
  sequence,
  Unreadable,
  type Value,
} from "./values.ts";

type Methods<Self> = Readonly<Record<string, (self: Self, given: Given) => Value>>;

/** A given text; the default where there is none. */
export function textIn({ values }: Given, at: number, fallback?: string): string {
  const value = known(values[at] ?? null);
  if (typeof value === "string") return value;
  if (value === null && fallback !== undefined) return fallback;
  throw new Unreadable();
}

export function argument({ values, named }: Given, at: number, name?: string): Value | undefined {
  return values[at] ?? (name === undefined ? undefined : named.get(name));
}

/** The characters that `strip` takes away. */
function stripper(side: RegExp["source"]) {
  return (self: string, given: Given) => {
    const letters = [...textIn(given, 0, " \t\n\r\f\v")];
    const start = side.includes("l") ? [...self].findIndex((one) => !letters.includes(one)) : 0;
    if (start === -1) return "";
    const kept = [...self].slice(start);
    const last = side.includes("r") ? kept.findLastIndex((one) => !letters.includes(one)) : kept.length - 1;
    return kept.slice(0, last + 1).join("");
  };
}

const prefixes = (given: Given) => {
  const value = known(given.values[0] ?? null);
  return isKind(value, "tuple") ? value.items.map(textOf) : [textIn(given, 0)];
};

function split(self: string, given: Given): Value {
  const separator = known(argument(given, 0, "sep") ?? null);
  const most = known(argument(given, 1, "maxsplit") ?? -1);
  if (typeof most !== "number" || (separator !== null && (typeof separator !== "string" || separator === "")))
    throw new Unreadable();
  const text = separator === null ? self.trim() : self;
  const parts = text === "" && separator === null ? [] : text.split(separator ?? /\s+/);
  if (most < 0 || parts.length <= most + 1) return sequence("list", parts);
  if (separator === null) throw new Unreadable();
  return sequence("list", [...parts.slice(0, most), parts.slice(most).join(separator)]);
}

function rsplit(self: string, given: Given): Value {
  const most = known(argument(given, 1, "maxsplit") ?? -1);
  const parts = self.split(textIn(given, 0));
  if (typeof most !== "number") throw new Unreadable();
  if (most < 0 || parts.length <= most + 1) return sequence("list", parts);
  const at = parts.length - most;
  return sequence("list", [parts.slice(0, at).join(textIn(given, 0)), ...parts.slice(at)]);
}

function parted(self: string, separator: string, at: number): Value {
  if (at === -1) return sequence("tuple", [self, "", ""]);
  return sequence("tuple", [self.slice(0, at), separator, self.slice(at + separator.length)]);
}

const title = (self: string) =>
  self.toLowerCase().replace(/\p{L}+/gu, (word) => word[0]?.toUpperCase() + word.slice(1));

/** Source: https://docs.python.org/3/library/stdtypes.html#string-methods */
const OF_TEXT: Methods<string> = {
  lower: (self) => self.toLowerCase(),
  casefold: (self) => self.toLowerCase(),
  upper: (self) => self.toUpperCase(),
  title: (self) => title(self),
  capitalize: (self) => self.slice(0, 1).toUpperCase() + self.slice(1).toLowerCase(),
  strip: stripper("lr"),
  lstrip: stripper("l"),
  rstrip: stripper("r"),
  replace: (self, given) => {
    const [from, to] = [textIn(given, 0), textIn(given, 1)];
    limit(self.length + (self.split(from).length + 1) * to.length);
    return self.replaceAll(from, () => to);
  },
  split,
  rsplit,
  splitlines: (self) => sequence("list", self.replace(/\n$/, "").split(/\r\n?|\n/)),
  partition: (self, given) => parted(self, textIn(given, 0), self.indexOf(textIn(given, 0))),
  rpartition: (self, given) => parted(self, textIn(given, 0), self.lastIndexOf(textIn(given, 0))),
  join: (self, given) =>
    joined(itemsOf(given.values[0] ?? null), self, (item) => textIn({ values: [item], named: new Map() }, 0)),
  startswith: (self, given) => prefixes(given).some((one) => self.startsWith(one)),
  endswith: (self, given) => prefixes(given).some((one) => self.endsWith(one)),
  removeprefix: (self, given) => (self.startsWith(textIn(given, 0)) ? self.slice(textIn(given, 0).length) : self),
  removesuffix: (self, given) =>
    textIn(given, 0) !== "" && self.endsWith(textIn(given, 0)) ? self.slice(0, -textIn(given, 0).length) : self,
  find: (self, given) => self.indexOf(textIn(given, 0)),
  rfind: (self, given) => self.lastIndexOf(textIn(given, 0)),
  count: (self, given) => self.split(textIn(given, 0)).length - 1,
  zfill: (self, given) => {
    limit(numberIn(given, 0));
    return self.padStart(numberIn(given, 0), "0");
  },
  isdigit: (self) => /^\d+$/.test(self),
  encode: (self) => self,
  decode: (self) => self,
  format: (self, { values, named }) => formatFields(self, { values, named, member: memberOf }),
  format_map: (self, given) => {
    const map = known(given.values[0] ?? null);
    if (!isKind(map, "dict")) throw new Unreadable();
    const named = new Map([...map.entries.values()].map(([key, value]) => [textOf(key), value]));
    return formatFields(self, { values: [], named, member: memberOf });
  },
};

export function numberIn({ values }: Given, at: number, fallback?: number): number {
  const value = known(values[at] ?? fallback ?? null);
  if (typeof value !== "number") throw new Unreadable();
  return value;
}

/** In the order of Python's `sorted`. */
export function sorted(items: readonly Value[], { named }: Given): Value[] {
  const [key, reverse] = [named.get("key") ?? null, named.get("reverse") ?? false];
  const keyed = items.map((item) => ({ item, by: key === null ? item : call(key, [item]) }));
  const sign = isTrue(reverse) ? -1 : 1;
  return keyed.sort((a, b) => sign * orderOf(a.by, b.by)).map(({ item }) => item);
}

/** @throws {Unreadable} where it is no function that can be followed */
export function call(callee: Value, values: readonly Value[], named: ReadonlyMap<string, Value> = new Map()): Value {
  const it = known(callee);
  if (!isKind(it, "function")) throw new Unreadable();
  return it.call({ values, named });
}

/** Changes a list, and returns nothing, as the methods do that change one. */
function changing(change: (items: Value[], given: Given) => void): (self: Sequence, given: Given) => null {
  return (self, given) => {
    change(self.items, given);
    sequence(self.kind, self.items);
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

const first = ({ values: [value] }: Given): Value => {
  if (value === undefined) throw new Unreadable();
  return value;
};

const indexOf = (items: readonly Value[], value: Value) => items.findIndex((item) => isEqual(item, value));

function removed(items: Value[], given: Given): void {
  const at = indexOf(items, first(given));
  if (at === -1) throw new Unreadable();
  items.splice(at, 1);
}

/** Source: https://docs.python.org/3/tutorial/datastructures.html#more-on-lists */
const OF_LIST: Methods<Sequence> = {
  append: changing((items, given) => items.push(first(given))),
  extend: changing((items, given) => extend(items, first(given))),
  insert: changing((items, given) => items.splice(numberIn(given, 0), 0, given.values[1] ?? null)),
  remove: changing(removed),
  reverse: changing((items) => items.reverse()),
  clear: changing((items) => items.splice(0)),
  sort: changing((items, given) => items.splice(0, items.length, ...sorted(items, given))),
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
  self.items.splice(0, self.items.length, ...sequence("set", [...self.items, ...values]).items);
  return null;
}

const OF_SET: Methods<Sequence> = {
  add: (self, given) => added(self, [first(given)]),
  update: (self, { values }) => added(self, values.flatMap(itemsOrUnknown)),
  union: ({ items }, { values }) => sequence("set", [...items, ...values.flatMap(itemsOf)]),
  discard: (self, given) => {
    const at = indexOf(self.items, first(given));
    if (at !== -1) self.items.splice(at, 1);
    return null;
  },
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
const OF_DICT: Methods<Dict> = {
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

const OF_MOMENT: Methods<Moment> = {
  isoformat: ({ text }) => text,
  strftime: (self, given) => formatted(self, textIn(given, 0)),
  date: ({ kind, year, month, day, text }) => ({ kind, year, month, day, text: text.slice(0, 10) }),
};

const folderOf = ({ text }: FilePath): FilePath => ({ kind: "path", text: text.replace(/\/[^/]*$/, "") || "/" });
const below = (self: FilePath, { values }: Given): FilePath => ({
  kind: "path",
  text: values.reduce<string>((path, part) => {
    const to = textOf(part);
    return to.startsWith("/") ? to : `${path}/${to}`;
  }, self.text),
});

const OF_PATH: Methods<FilePath> = {
  resolve: (self) => self,
  absolute: (self) => self,
  expanduser: (self) => self,
  joinpath: below,
  as_posix: ({ text }) => text,
};

const PATH_MEMBERS: Methods<FilePath> = {
  parent: folderOf,
  name: ({ text }) => text.replace(/^.*\//, ""),
  stem: ({ text }) => text.replace(/^.*\//, "").replace(/(?!^)\.[^.]*$/, ""),
};

/**
 * `value.name`.
 *
 * @throws {Unreadable} for what is not there, or cannot be followed
 */
export function memberOf(value: Value, name: string): Value {
  const it = known(value);
  const own = (members: object) => Object.hasOwn(members, name);
  if (isKind(it, "module")) return it.member(name) ?? nothing();
  if (isKind(it, "function")) return (own(it.members ?? {}) ? it.members?.[name] : undefined) ?? nothing();
  if (typeof it === "string") return method(OF_TEXT, it, name);
  if (isKind(it, "list") || isKind(it, "tuple")) return method(OF_LIST, it, name);
  if (isSequence(it)) return method(OF_SET, it, name);
  if (isKind(it, "dict")) return method(OF_DICT, it, name);
  if (isKind(it, "path"))
    return own(PATH_MEMBERS) ? (PATH_MEMBERS[name]?.(it, NONE) ?? null) : method(OF_PATH, it, name);
  if (isKind(it, "moment")) {
    if (name === "year" || name === "month" || name === "day") return it[name];
    return method(OF_MOMENT, it, name);
  }
  return nothing();
}

const NONE: Given = { values: [], named: new Map() };

function nothing(): never {
  throw new Unreadable();
}

function method<Self>(methods: Methods<Self>, self: Self, name: string): Value {
  const found = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!found) return nothing();
  return { kind: "function", call: (given) => found(self, given) };
}
