import { isRecord } from "../../plugin/maps/is-record.ts";
import type { Literal } from "./literal.ts";

/** A list of pairs, which Pelican takes for a dictionary; a value that is none, where it is something else. */
export function dictionaryOf(pairs: readonly Literal[]): Literal {
  const isPair = (pair: Literal) => Array.isArray(pair) && pair.length === 2 && typeof pair[0] === "string";
  return pairs.every(isPair) ? Object.fromEntries(pairs as [string, Literal][]) : pairs;
}

/** Year, month, day and what follows, as Python's datetime has them. */
export function dateOf([year, month, day, ...time]: readonly Literal[]): Literal {
  const two = (value: Literal | undefined) => String(value ?? 0).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)} ${[0, 1, 2].map((part) => two(time[part])).join(":")}`;
}

/** A setting of fields without those that are no texts: themes of Pelican's may have dictionaries there. */
export interface Fields {
  readonly value: Literal;
  /** What was left out, by where it is. */
  readonly left: readonly string[];
}

/** How deep the fields of a setting are; other settings have none. */
const DEPTHS: Readonly<Record<string, number>> = { defaultMetadata: 1, extraPathMetadata: 2 };

/** The value of a setting without the fields that are no texts, and the names of these. */
export function withoutNested(option: string, value: Literal): Fields {
  const depth = Object.hasOwn(DEPTHS, option) ? DEPTHS[option] : undefined;
  return depth === undefined ? { value, left: [] } : fieldsAt(depth, value, "");
}

function fieldsAt(depth: number, value: Literal, path: string): Fields {
  if (!isRecord(value)) return { value, left: [] };
  const read = Object.entries(value).map(([name, one]) => {
    const at = path === "" ? name : `${path}: ${name}`;
    if (depth > 1) return { name, ...fieldsAt(depth - 1, one, at) };
    return isText(one) ? { name, value: one, left: [] } : { name, value: undefined, left: [at] };
  });
  const kept = read.flatMap(({ name, value: one }) => (one === undefined ? [] : [[name, one] as const]));
  return { value: Object.fromEntries(kept), left: read.flatMap(({ left }) => left) };
}

function isText(value: Literal): boolean {
  return (
    value === null ||
    typeof value !== "object" ||
    (Array.isArray(value) && value.every((one) => typeof one !== "object"))
  );
}
