import { bounded, printf, textOf } from "./format.ts";
import {
  dict,
  isEqual,
  isKind,
  isSequence,
  itemsOf,
  keyOf,
  known,
  LONGEST,
  type Sequence,
  sequence,
  Unreadable,
  type Value,
} from "./values.ts";

type Known = Exclude<Value, { readonly kind: "unknown" }>;

/** Python counts `True` as 1. */
function numberOf(value: Known): number | undefined {
  return typeof value === "boolean" ? Number(value) : typeof value === "number" ? value : undefined;
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "//": (a, b) => Math.floor(a / b),
  "%": (a, b) => a - b * Math.floor(a / b),
  "**": (a, b) => a ** b,
  "|": (a, b) => a | b,
  "&": (a, b) => a & b,
  "^": (a, b) => a ^ b,
  "<<": (a, b) => a * 2 ** b,
  ">>": (a, b) => Math.floor(a / 2 ** b),
};

/**
 * `left op right`, for the operators that make a new value.
 *
 * @throws {Unreadable} where Python would raise an error, and where the result is none for a setting
 */
export function binary(op: string, one: Value, other: Value): Value {
  const [left, right] = [known(one), known(other)];
  if (op === "%" && typeof left === "string") return printf(left, right);
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) return counted(ARITHMETIC[op]?.(a, b));
  if (op === "*") return repeated(left, right, a, b);
  if (op === "/" && (isKind(left, "path") || isKind(right, "path"))) {
    const to = textOf(right);
    const [path] = [left, right].filter((side) => isKind(side, "path"));
    return { ...path, kind: "path", text: to.startsWith("/") ? to : `${textOf(left).replace(/\/$/, "")}/${to}` };
  }
  if (op === "+" && typeof left === "string" && typeof right === "string") return bounded(left + right);
  if (isSequence(left) && isSequence(right)) return ofSequences(op, left, right);
  if (op === "|" && isKind(left, "dict") && isKind(right, "dict")) {
    return dict([...left.entries.values(), ...right.entries.values()]);
  }
  throw new Unreadable();
}

/** A number that JavaScript has as Python does. */
function counted(value: number | undefined): number {
  if (value === undefined || !Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new Unreadable();
  return value;
}

function repeated(left: Known, right: Known, a: number | undefined, b: number | undefined): Value {
  const [what, times] = a === undefined ? [left, b] : [right, a];
  if (times === undefined) throw new Unreadable();
  const size = typeof what === "string" ? what.length : isSequence(what) ? what.items.length : Number.NaN;
  if (!(size * times <= LONGEST)) throw new Unreadable(Number.isNaN(size) ? undefined : "it is too long");
  const count = Math.max(0, times);
  if (typeof what === "string") return what.repeat(count);
  if (!isSequence(what) || what.kind === "set") throw new Unreadable();
  return sequence(what.kind, Array.from({ length: count }, () => what.items).flat());
}

function ofSequences(op: string, left: Sequence, right: Sequence): Value {
  if (left.kind !== right.kind || (op === "+") === (left.kind === "set")) throw new Unreadable();
  const [ours, theirs] = [new Set(left.items.map(setKey)), new Set(right.items.map(setKey))];
  switch (op) {
    case "+":
    case "|":
      return sequence(left.kind, [...left.items, ...right.items]);
    case "-":
      return sequence(
        "set",
        left.items.filter((item) => !theirs.has(setKey(item))),
      );
    case "&":
      return sequence(
        "set",
        left.items.filter((item) => theirs.has(setKey(item))),
      );
    case "^":
      return sequence("set", [
        ...left.items.filter((item) => !theirs.has(setKey(item))),
        ...right.items.filter((item) => !ours.has(setKey(item))),
      ]);
    default:
      throw new Unreadable();
  }
}

/** Only what is in a set needs a key. */
const setKey = (value: Value): string => (typeof value === "object" && value !== null ? "" : keyOf(value));

/** `left op right`, for the operators that say whether. */
export function compares(op: string, one: Value, other: Value): boolean {
  if (op === "==" || op === "!=") return isEqual(one, other) === (op === "==");
  const [left, right] = [known(one), known(other)];
  if (op === "is" || op === "is not") return isSame(left, right) === (op === "is");
  if (op === "in" || op === "not in") return isIn(left, right) === (op === "in");
  const order = orderOf(left, right);
  return { "<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0 }[op] ?? false;
}

function isSame(left: Known, right: Known): boolean {
  // Whether two texts are one object is Python's own affair; whoever writes so means that they are equal.
  return left === right || (typeof left !== "object" && typeof right !== "object" && isEqual(left, right));
}

function isIn(item: Known, inside: Known): boolean {
  if (typeof inside === "string") return typeof item === "string" && inside.includes(item);
  if (isKind(inside, "dict")) return inside.entries.has(keyOf(item));
  return itemsOf(inside).some((its) => isEqual(item, its));
}

/** Less than 0 where the one is before the other. */
export function orderOf(one: Value, other: Value): number {
  const [left, right] = [known(one), known(other)];
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) return a - b;
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : Number(left > right);
  if (isSequence(left) && isSequence(right) && left.kind === right.kind && left.kind !== "set") {
    for (const [index, item] of left.items.entries()) {
      const its = right.items[index];
      if (its === undefined) return 1;
      const order = orderOf(item, its);
      if (order !== 0) return order;
    }
    return left.items.length - right.items.length;
  }
  if (isKind(left, "moment") && isKind(right, "moment")) return orderOf(left.text, right.text);
  if (isKind(left, "path") && isKind(right, "path")) return orderOf(left.text, right.text);
  throw new Unreadable();
}

/** `value[key]`. */
export function itemAt(value: Value, key: Value): Value {
  const [from, at] = [known(value), known(key)];
  const found = isKind(from, "dict") ? from.entries.get(keyOf(at))?.[1] : placed(from, at);
  if (found === undefined) throw new Unreadable();
  return found;
}

function placed(from: Known, at: Known): Value | undefined {
  if (typeof at !== "number") throw new Unreadable();
  return typeof from === "string"
    ? [...from].at(at)
    : isSequence(from) && from.kind !== "set"
      ? from.items.at(at)
      : undefined;
}

/** `value[from:to:step]`. */
export function sliceOf(value: Value, bounds: readonly (Value | undefined)[]): Value {
  const it = known(value);
  const [from, to, by] = bounds.map((one) => {
    const bound = one === undefined ? undefined : known(one);
    if (bound !== undefined && bound !== null && typeof bound !== "number") throw new Unreadable();
    return bound ?? undefined;
  });
  const step = by ?? 1;
  const items = itemsOf(it);
  if (step === 0 || !Number.isInteger(step)) throw new Unreadable();
  const inOrder = step > 0 ? items : [...items].reverse();
  const bound = (at: number | undefined) =>
    at === undefined ? undefined : step > 0 ? at : at < 0 ? -at - 1 : Math.max(0, items.length - 1 - at);
  const chosen = inOrder.slice(bound(from), bound(to)).filter((_, index) => index % Math.abs(step) === 0);
  if (typeof it === "string") return chosen.map(textOf).join("");
  if (!isSequence(it) || it.kind === "set") throw new Unreadable();
  return sequence(it.kind, chosen);
}
