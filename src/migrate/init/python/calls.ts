import { type Given, isKind, known, Unreadable, type Value } from "./values.ts";

/** A given text; the default where there is none. */
export function textIn({ values }: Given, at: number, fallback?: string): string {
  const value = known(values[at] ?? null);
  if (typeof value === "string") return value;
  if (value === null && fallback !== undefined) return fallback;
  throw new Unreadable();
}

/** A given number; the default where there is none. */
export function numberIn({ values }: Given, at: number, fallback?: number): number {
  const value = known(values[at] ?? fallback ?? null);
  if (typeof value !== "number") throw new Unreadable();
  return value;
}

/** An argument by its place, or by its name; undefined where it is not given. */
export function argument({ values, named }: Given, at: number, name?: string): Value | undefined {
  return values[at] ?? (name === undefined ? undefined : named.get(name));
}

/** The first argument. @throws {Unreadable} where there is none */
export const first = ({ values: [value] }: Given): Value => {
  if (value === undefined) throw new Unreadable();
  return value;
};

/** @throws {Unreadable} where it is no function that can be followed */
export function call(callee: Value, values: readonly Value[], named: ReadonlyMap<string, Value> = new Map()): Value {
  const it = known(callee);
  if (!isKind(it, "function")) throw new Unreadable();
  return it.call({ values, named });
}
