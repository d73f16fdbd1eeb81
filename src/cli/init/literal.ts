import type { SyntaxNode } from "@lezer/common";
import { stringValue } from "./string-value.ts";

/** What a Python literal stands for. A tuple is a list; the keys of a dictionary are text. */
export type Literal = string | number | boolean | null | readonly Literal[] | { readonly [key: string]: Literal };

/** Settings are flat; what is deeper is no setting. */
const DEEPEST = 20;

/**
 * The value of a literal, as `ast.literal_eval` reads it. Nothing is run.
 *
 * @param text the whole file, in which the node is
 * @returns undefined for what is no literal, is not whole, or has no counterpart in JSON: bytes, sets, complex numbers
 */
export function literalValue(node: SyntaxNode, text: string, depth = 0): Literal | undefined {
  if (depth > DEEPEST) return undefined;
  const source = text.slice(node.from, node.to);
  const inside = (nodes: readonly SyntaxNode[]) => listValue(nodes, text, depth + 1);
  switch (node.name) {
    case "String":
      return stringValue(source);
    case "ContinuedString": {
      const parts = inside(partsOf(node));
      return parts?.every((part) => typeof part === "string") ? parts.join("") : undefined;
    }
    case "Number":
      return numberValue(source);
    case "UnaryExpression": {
      const value = node.lastChild && literalValue(node.lastChild, text, depth + 1);
      return typeof value !== "number" ? undefined : source.startsWith("-") ? -value : undefined;
    }
    case "Boolean":
      return source === "True";
    case "None":
      return null;
    case "ParenthesizedExpression": {
      const [value, ...rest] = partsOf(node);
      return value && rest.length === 0 ? literalValue(value, text, depth + 1) : undefined;
    }
    case "ArrayExpression":
    case "TupleExpression":
      return inside(partsOf(node));
    case "DictionaryExpression":
      return dictionaryValue(inside(partsOf(node)));
    default:
      return undefined;
  }
}

/** The values of a list's items; undefined where one is no literal. */
export function listValue(nodes: readonly SyntaxNode[], text: string, depth = 0): Literal[] | undefined {
  const values = nodes.map((node) => literalValue(node, text, depth));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** Keys and values come in turn. */
function dictionaryValue(parts: readonly Literal[] | undefined): Literal | undefined {
  if (!parts || parts.length % 2 !== 0) return undefined;
  const entries = parts.flatMap((key, index) => (index % 2 === 0 ? [[key, parts[index + 1] ?? null] as const] : []));
  return entries.every(([key]) => typeof key === "string") ? Object.fromEntries(entries) : undefined;
}

/** What stands between brackets and commas. */
function partsOf(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(({ name }) => !/^[()[\]{},:]$/.test(name) && name !== "Comment");
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

function numberValue(source: string): number | undefined {
  const digits = source.replaceAll("_", "");
  // In Python no number has a leading zero but 0 itself, and JavaScript reads `0o17`, `0b1` and `0xff` the same.
  const value = /^0\d/.test(digits) ? Number.NaN : Number(digits);
  return Number.isFinite(value) ? value : undefined;
}
