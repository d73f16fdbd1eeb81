import type { Literal } from "../literal.ts";

/**
 * A value of Python's, as far as it can be known without Python. Lists and dictionaries are changed in place, as Python
 * does: two names may have the same.
 */
export type Value =
  | string
  | number
  | boolean
  | null
  | Sequence
  | Dict
  | Callable
  | Namespace
  | Moment
  | FilePath
  | Unknown;

interface Items<Kind> {
  readonly kind: Kind;
  readonly items: Value[];
  /** What `os.walk` gives: whoever changes its folders on the way changes what comes. */
  readonly isWalk?: boolean;
  /** What the items of a set are known by, once it grows one by one. */
  keys?: Set<string> | undefined;
}

export type Sequence = Items<"list"> | Items<"tuple"> | Items<"set">;

export interface Dict {
  readonly kind: "dict";
  /** By what the key is known by: see {@link keyOf}. */
  readonly entries: Map<string, readonly [key: Value, value: Value]>;
}

/** The arguments of a call. */
export interface Given {
  readonly values: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

/** Methods by their names. */
export type Methods<Self> = Readonly<Record<string, (self: Self, given: Given) => Value>>;

/** A function, or a class, which may have functions of its own. */
export interface Callable {
  readonly kind: "function";
  readonly call: (given: Given) => Value;
  readonly members?: Readonly<Record<string, Value>>;
}

/** A module; also what has members like one. */
export interface Namespace {
  readonly kind: "module";
  /** What stands for it as data: Pelican's plugins may be named by their modules. */
  readonly name?: string;
  readonly member: (name: string) => Value | undefined;
  /** All names that `import *` brings; none where they are not known. */
  readonly names?: () => Iterable<string>;
}

/** A date, with or without a time. */
export interface Moment {
  readonly kind: "moment";
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** As `isoformat` writes it. */
  readonly text: string;
}

/** A path of `pathlib`. */
export interface FilePath {
  readonly kind: "path";
  readonly text: string;
  /** What is there, for the methods that ask. */
  readonly disk?: PathDisk;
}

/** What a path asks of the disk: of the project's folder, and no more. */
export interface PathDisk {
  readonly exists: (path: string) => boolean;
  readonly isFolder: (path: string) => boolean;
  readonly isFile: (path: string) => boolean;
  readonly list: (path: string) => readonly string[];
  readonly glob: (path: string, pattern: string) => readonly string[];
}

/** What only Python could compute. */
export interface Unknown {
  readonly kind: "unknown";
  readonly reason: string;
  /** The file and line of what is not known. */
  readonly place: string;
  /** What it is most likely, all the same. */
  readonly guess?: Value | undefined;
  /** The module that it may be, by its whole name: Pelican's plugins may be modules. */
  readonly module?: string;
}

/** Thrown where a value cannot be known; it ends a statement's evaluation, never the reading. */
export class Unreadable extends Error {
  readonly unknown: Unknown | undefined;
  /** @param what why, or the unknown value that was needed; without it, the expression itself is the reason */
  constructor(what?: string | Unknown) {
    super(typeof what === "string" ? what : "");
    this.unknown = typeof what === "object" ? what : undefined;
  }
}

/** @throws {Unreadable} for which the expression itself is the reason */
export function nothing(): never {
  throw new Unreadable();
}

/** Longer texts and lists are no settings. */
export const LONGEST = 100_000;

/** Settings are flat: nothing deeper is one. */
const DEEPEST = 20;

/** Whether a value is of a kind that is no plain text, number, boolean or None. */
export const isKind = <Kind extends Exclude<Value, string | number | boolean | null>["kind"]>(
  value: Value,
  kind: Kind,
): value is Extract<Value, { readonly kind: Kind }> =>
  typeof value === "object" && value !== null && value.kind === kind;

/** Whether a value is a list, a tuple or a set. */
export const isSequence = (value: Value): value is Sequence =>
  isKind(value, "list") || isKind(value, "tuple") || isKind(value, "set");

/** @throws {Unreadable} where it is not known */
export function known<Known extends Value>(value: Known): Exclude<Known, Unknown> {
  if (isKind(value, "unknown")) throw new Unreadable(value);
  return value as Exclude<Known, Unknown>;
}

/** A list, each item of which may be unknown. */
export function sequence(kind: Sequence["kind"], items: readonly Value[]): Sequence {
  if (items.length > LONGEST) throw new Unreadable("it is too long");
  if (kind !== "set") return { kind, items: [...items] };
  return { kind, items: [...new Map(items.map((item) => [keyOf(item), item])).values()] };
}

/** A dictionary of these entries; of a key that is there twice the last holds. */
export function dict(entries: Iterable<readonly [Value, Value]> = []): Dict {
  return { kind: "dict", entries: new Map([...entries].map((entry) => [keyOf(entry[0]), entry])) };
}

/** What makes two keys the same: Python compares them by value. */
export function keyOf(value: Value): string {
  if (isKind(value, "tuple")) return `(${value.items.map(keyOf).join()})`;
  if (isKind(value, "path") || isKind(value, "moment")) return `${value.kind} ${value.text}`;
  if (isKind(value, "unknown")) return `? ${value.place} ${value.reason}`;
  if (typeof value === "object" && value !== null) throw new Unreadable();
  return typeof value === "boolean" ? String(Number(value)) : JSON.stringify(value);
}

/** Python's `bool`. */
export function isTrue(value: Value): boolean {
  const it = known(value);
  if (isSequence(it)) return it.items.length > 0;
  if (isKind(it, "dict")) return it.entries.size > 0;
  return typeof it === "object" ? it !== null : Boolean(it);
}

/** What a `for` goes through. */
export function itemsOf(value: Value): readonly Value[] {
  const it = known(value);
  if (typeof it === "string") return [...it];
  if (isKind(it, "dict")) return [...it.entries.values()].map(([key]) => key);
  if (isSequence(it)) return it.items;
  throw new Unreadable();
}

/** What counts how much was looked at, so that lists within themselves come to an end. */
function counter(): (depth: number) => void {
  let left = LONGEST;
  return (depth) => {
    left -= 1;
    if (left < 0 || depth > DEEPEST) throw new Unreadable("it is too long or too deep");
  };
}

/** Whether nothing tells the one from the other: what is not known of them is the same, too. */
export function isAlike(left: Value, right: Value): boolean {
  try {
    return compared(left, right, (a, b) => isKind(b, "unknown") && a.place === b.place && a.reason === b.reason);
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

/** Python's `==`. */
export function isEqual(left: Value, right: Value): boolean {
  return compared(left, right, (unknown) => {
    throw new Unreadable(unknown);
  });
}

function compared(left: Value, right: Value, ofUnknown: (a: Unknown, b: Value) => boolean): boolean {
  const count = counter();
  const compare = (a: Value, b: Value, depth: number): boolean => {
    count(depth);
    if (a === b) return true;
    if (isKind(a, "unknown")) return ofUnknown(a, b);
    if (isKind(b, "unknown")) return ofUnknown(b, a);
    if (isSequence(a) && isSequence(b)) {
      if (a.kind !== b.kind || a.items.length !== b.items.length) return false;
      if (a.kind === "set") return a.items.every((item) => b.items.some((its) => compare(item, its, depth + 1)));
      return a.items.every((item, index) => compare(item, b.items[index] ?? null, depth + 1));
    }
    if (isKind(a, "dict") && isKind(b, "dict")) {
      const others = b.entries;
      return (
        a.entries.size === others.size &&
        [...a.entries].every(([key, [, value]]) => {
          const its = others.get(key);
          return its !== undefined && compare(value, its[1], depth + 1);
        })
      );
    }
    if (isPlain(a) && isPlain(b))
      return Number.isFinite(Number(a)) && isNumber(a) && isNumber(b) && Number(a) === Number(b);
    return (isKind(a, "path") || isKind(a, "moment")) && isKind(b, a.kind) && a.text === b.text;
  };
  return compare(left, right, 0);
}

const isPlain = (value: Value): value is string | number | boolean | null =>
  typeof value !== "object" || value === null;
const isNumber = (value: Value) => typeof value === "number" || typeof value === "boolean";

/** A value as data, and what of it is not known: parts that are not are left out. */
export interface AsLiteral {
  /** Undefined where nothing is known, and for what has no counterpart in JSON. */
  readonly literal: Literal | undefined;
  readonly unknown: readonly Unknown[];
}

/** The value of a setting as data: what is of no use outside of Python, such as a function, is unknown. */
export function asLiteral(value: Value, place: string): AsLiteral {
  const count = counter();
  const unknown: Unknown[] = [];
  const convert = (one: Value, depth: number): Literal | undefined => {
    count(depth);
    if (isPlain(one)) return one;
    if (isKind(one, "path") || isKind(one, "moment")) return one.text;
    if (isSequence(one)) return one.items.map((item) => convert(item, depth + 1)).filter((item) => item !== undefined);
    if (isKind(one, "dict")) {
      const pairs = [...one.entries.values()].flatMap(([key, its]) => {
        const literal = convert(its, depth + 1);
        return literal === undefined ? [] : [[keyText(key), literal] as const];
      });
      return Object.fromEntries(pairs);
    }
    if (isKind(one, "module") && one.name !== undefined) return one.name;
    if (!isKind(one, "unknown")) {
      unknown.push({ kind: "unknown", reason: "a function or a module is not data", place });
      return undefined;
    }
    unknown.push(one);
    return one.guess === undefined ? undefined : convert(one.guess, depth + 1);
  };
  try {
    return { literal: convert(value, 0), unknown };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { literal: undefined, unknown: [{ kind: "unknown", reason: error.message, place }] };
  }
}

/** In JSON all keys are texts. */
function keyText(key: Value): string {
  if (typeof key === "string") return key;
  if (isKind(key, "path")) return key.text;
  return isPlain(key) ? String(key) : keyOf(key);
}

/** A copy of names with their values, in which lists that were the same still are. */
export function copyOf(values: ReadonlyMap<string, Value>): Map<string, Value> {
  const copies = new Map<Value, Value>();
  const copy = (value: Value, depth: number): Value => {
    if ((!isSequence(value) && !isKind(value, "dict")) || depth > DEEPEST) return value;
    const before = copies.get(value);
    if (before) return before;
    if (isSequence(value)) {
      const items: Value[] = [];
      const made: Sequence = { kind: value.kind, items };
      copies.set(value, made);
      for (const item of value.items) items.push(copy(item, depth + 1));
      return made;
    }
    const made = dict();
    copies.set(value, made);
    for (const [key, [name, its]] of value.entries) made.entries.set(key, [name, copy(its, depth + 1)]);
    return made;
  };
  return new Map([...values].map(([name, value]) => [name, copy(value, 0)]));
}
