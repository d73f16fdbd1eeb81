import { argument, call, numberIn } from "./calls.ts";
import { pairsIn, sorted } from "./collections.ts";
import { representation, textOf } from "./format.ts";
import { binary } from "./operators.ts";
import { numberValue } from "./texts.ts";
import {
  type Callable,
  dict,
  type Given,
  isKind,
  isSequence,
  isTrue,
  itemsOf,
  known,
  LONGEST,
  type Namespace,
  sequence,
  Unreadable,
  type Value,
} from "./values.ts";

/** A function of Python's. */
export const native = (run: (given: Given) => Value, members?: Members): Callable => ({
  kind: "function",
  call: run,
  ...(members && { members }),
});

/** What a module has, by names. */
export type Members = Readonly<Record<string, Value>>;

/** A module, or what has members like one. */
export const namespace = (members: Members): Namespace => ({
  kind: "module",
  member: (name) => (Object.hasOwn(members, name) ? members[name] : undefined),
  names: () => Object.keys(members),
});

const itemsIn = (given: Given, at = 0): readonly Value[] => {
  const value = given.values[at];
  return value === undefined ? [] : itemsOf(value);
};

const only = ({ values: [value] }: Given): Value => known(value ?? null);

function range(given: Given): Value {
  const [one, two, step = 1] = given.values.map((_, at) => numberIn(given, at));
  const [from, to] = two === undefined ? [0, one ?? 0] : [one ?? 0, two];
  const count = Math.max(0, Math.ceil((to - from) / step));
  if (!(count <= LONGEST)) throw new Unreadable("it is too long");
  return sequence(
    "list",
    Array.from({ length: count }, (_, index) => from + index * step),
  );
}

function length(given: Given): Value {
  const value = only(given);
  return typeof value === "string" ? [...value].length : itemsOf(value).length;
}

function whole(given: Given): Value {
  const value = only(given);
  const text = typeof value === "string" ? value.trim().replace(/^(-?)0+(?=\d)/, "$1") : "";
  const number = typeof value === "string" ? (/^-?\d+$/.test(text) ? Number(text) : Number.NaN) : Number(value);
  if (typeof value === "object" || !Number.isFinite(number)) throw new Unreadable();
  return Math.trunc(number);
}

function decimal(given: Given): Value {
  const value = only(given);
  const number = typeof value === "string" ? numberValue(value.trim()) : value;
  if (typeof number !== "number") throw new Unreadable();
  return number;
}

/** The first in an order; `max` turns it round. */
function extreme(sign: number): Callable {
  return native((given) => {
    const items = given.values.length > 1 ? given.values : itemsIn(given);
    const named = new Map([...given.named, ["reverse", sign < 0] as const]);
    return sorted(items, { values: [], named })[0] ?? given.named.get("default") ?? fail();
  });
}

function fail(): never {
  throw new Unreadable();
}

function zip(given: Given): Value {
  const lists = given.values.map((_, at) => itemsIn(given, at));
  const count = lists.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
  return sequence(
    "list",
    Array.from({ length: lists.length > 0 ? count : 0 }, (_, at) =>
      sequence(
        "tuple",
        lists.map((list) => list[at] ?? null),
      ),
    ),
  );
}

function rounded(given: Given): Value {
  const digits = numberIn(given, 1, 0);
  return Number(numberIn(given, 0).toFixed(Math.max(0, digits)));
}

/** The names that are there in every file. */
export const BUILTINS: Readonly<Record<string, Value>> = {
  str: native((given) => (given.values.length === 0 ? "" : textOf(only(given)))),
  unicode: native((given) => textOf(only(given))),
  repr: native((given) => representation(only(given))),
  int: native((given) => (given.values.length === 0 ? 0 : whole(given))),
  float: native(decimal),
  bool: native((given) => isTrue(only(given))),
  // What is compiled is run: a text is as good.
  compile: native(({ values: [text = null] }) => text),
  len: native(length),
  range: native(range),
  list: native((given) => sequence("list", itemsIn(given))),
  tuple: native((given) => sequence("tuple", itemsIn(given))),
  set: native((given) => sequence("set", itemsIn(given))),
  frozenset: native((given) => sequence("set", itemsIn(given))),
  dict: native((given) => dict(pairsIn(given)), {
    fromkeys: native((given) => dict(itemsIn(given).map((key) => [key, given.values[1] ?? null]))),
  }),
  sorted: native((given) => sequence("list", sorted(itemsIn(given), given))),
  reversed: native((given) => sequence("list", [...itemsIn(given)].reverse())),
  enumerate: native((given) => {
    const start = known(argument(given, 1, "start") ?? 0);
    if (typeof start !== "number") throw new Unreadable();
    return sequence(
      "list",
      itemsIn(given).map((item, at) => sequence("tuple", [start + at, item])),
    );
  }),
  zip: native(zip),
  // Of what is made one by one, the first.
  next: native((given) => itemsIn(given)[0] ?? given.values[1] ?? fail()),
  map: native((given) =>
    sequence(
      "list",
      itemsIn(given, 1).map((item) => call(only(given), [item])),
    ),
  ),
  filter: native((given) =>
    sequence(
      "list",
      itemsIn(given, 1).filter((item) => isTrue(given.values[0] === null ? item : call(only(given), [item]))),
    ),
  ),
  any: native((given) => itemsIn(given).some(isTrue)),
  all: native((given) => itemsIn(given).every(isTrue)),
  sum: native((given) =>
    itemsIn(given).reduce((sum, item) => binary("+", sum, item), argument(given, 1, "start") ?? 0),
  ),
  min: extreme(1),
  max: extreme(-1),
  abs: native((given) => Math.abs(numberIn(given, 0))),
  round: native(rounded),
  isinstance: native((given) => isInstance(only(given), given.values[1] ?? null)),
  print: native(() => null),
  input: { kind: "unknown", reason: "it is asked for", place: "" },
};

/** What of Python's types a value can be recognized as. */
function isInstance(value: Value, type: Value): boolean {
  const types = isKind(type, "tuple") ? type.items : [type];
  const name =
    typeof value === "string"
      ? "str"
      : typeof value === "boolean"
        ? "bool"
        : isSequence(value) || isKind(value, "dict")
          ? value.kind
          : typeof value === "number"
            ? "int"
            : "";
  const its = BUILTINS[name];
  if (its === undefined) throw new Unreadable();
  return types.some((one) => one === its);
}
