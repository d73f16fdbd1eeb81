import { isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, type Scalar } from "yaml";
import type { HeaderNode, NestedField } from "./header.ts";
import { parseYaml } from "./parse-yaml.ts";

/** Where a part of a file that is YAML begins: what its first line and the columns on it count from. */
export interface Origin {
  readonly line: number;
  readonly column: number;
}

/** No menu is nested deeper; what is, is not looked at. */
const DEEPEST = 4;

/** A key and its value, with the places of all parts. */
export function nestedField({ key, value }: Pair<Scalar, unknown>, counter: LineCounter, origin: Origin): NestedField {
  const place = placeOf(key?.range?.[0] ?? 0, counter, origin);
  return { ...place, key: String(key?.value), value: toNode(value, place, counter, origin, 0) };
}

/** One entry of a menu as YAML in an attribute of an element: `{ name: History, url: history }`. */
export function entryNode(text: string, origin: Origin): HeaderNode {
  const counter = new LineCounter();
  const document = parseYaml(text, counter);
  const place = { line: origin.line, column: origin.column };
  if (!document || document.errors.length > 0) return { ...place, kind: "text", text };
  return toNode(document.contents, place, counter, origin, 0);
}

function toNode(value: unknown, above: Origin, counter: LineCounter, origin: Origin, depth: number): HeaderNode {
  if (depth > DEEPEST || isAlias(value)) return { ...above, kind: "other" };
  if (isScalar(value)) {
    const isQuoted = value.type === "QUOTE_DOUBLE" || value.type === "QUOTE_SINGLE";
    const place = value.range ? placeOf(value.range[0] + (isQuoted ? 1 : 0), counter, origin) : above;
    return { ...place, kind: "text", text: scalarText(value) };
  }
  const deeper = (inner: unknown, place: Origin) => toNode(inner, place, counter, origin, depth + 1);
  if (isSeq(value)) {
    const place = placeOf(value.range?.[0] ?? 0, counter, origin);
    return { ...place, kind: "list", items: value.items.map((item) => deeper(item, place)) };
  }
  if (isMap(value)) {
    const place = placeOf(value.range?.[0] ?? 0, counter, origin);
    const pairs = (value.items as Pair<Scalar, unknown>[]).map((pair) => {
      const at = placeOf(pair.key?.range?.[0] ?? 0, counter, origin);
      return { ...at, key: String(pair.key?.value), value: deeper(pair.value, at) };
    });
    return { ...place, kind: "map", pairs };
  }
  return { ...above, kind: value === null ? "text" : "other", text: "" };
}

/** A scalar as it is written, so that `010`, dates and `yes` stay text. */
export function scalarText({ value, source }: Scalar): string {
  return typeof value === "string" ? value : (source ?? "");
}

function placeOf(offset: number, counter: LineCounter, origin: Origin): Origin {
  const { line, col } = counter.linePos(offset);
  return { line: line - 1 + origin.line, column: line === 1 ? col - 1 + origin.column : col };
}
