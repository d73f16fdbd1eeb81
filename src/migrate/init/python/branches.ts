import { isAlike, isKind, type Unknown, type Value } from "./values.ts";

/**
 * The names after one of several ways was gone, and nobody knows which: what all ways agree on is known.
 *
 * @param before the names before; their values are the best guesses
 */
export function join(
  before: ReadonlyMap<string, Value>,
  ways: readonly ReadonlyMap<string, Value>[],
  why: Unknown,
): Map<string, Value> {
  const names = new Set(ways.flatMap((way) => [...way.keys()]));
  return new Map([...names].map((name) => [name, joined(name, before, ways, why)]));
}

function joined(
  name: string,
  before: ReadonlyMap<string, Value>,
  ways: readonly ReadonlyMap<string, Value>[],
  why: Unknown,
): Value {
  const [first, ...others] = ways.map((way) => way.get(name));
  const isSame = first !== undefined && others.every((value) => value !== undefined && isAlike(first, value));
  if (isSame) return first;
  const isGuess = (value: Value | undefined) => value !== undefined && !isKind(value, "unknown");
  return { ...why, guess: [before.get(name), first, ...others].find(isGuess) };
}
