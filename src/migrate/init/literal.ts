import type { SyntaxNode } from "@lezer/common";

/** The value of a Python literal. A tuple is a list; the keys of a dictionary are strings. */
export type Literal = string | number | boolean | null | readonly Literal[] | { readonly [key: string]: Literal };

/** Settings are flat: nothing deeper is one. */
const DEEPEST = 20;

/**
 * The value of a literal, as `ast.literal_eval` reads it. Nothing is run.
 *
 * @param text the whole file that the node is in
 * @returns undefined for anything else, for an incomplete literal, and for one without a counterpart in JSON: bytes, sets,
 *   complex numbers
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

/** The values of a list's items; undefined if one of them is not a literal. */
export function listValue(nodes: readonly SyntaxNode[], text: string, depth = 0): Literal[] | undefined {
  const values = nodes.map((node) => literalValue(node, text, depth));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** Keys and values alternate. */
function dictionaryValue(parts: readonly Literal[] | undefined): Literal | undefined {
  if (!parts || parts.length % 2 !== 0) return undefined;
  const entries = parts.flatMap((key, index) => (index % 2 === 0 ? [[key, parts[index + 1] ?? null] as const] : []));
  return entries.every(([key]) => typeof key === "string") ? Object.fromEntries(entries) : undefined;
}

/** What is between brackets and commas. */
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
  // In Python no number but 0 has a leading zero; JavaScript reads `0o17`, `0b1` and `0xff` in the same way.
  const value = /^0\d/.test(digits) ? Number.NaN : Number(digits);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * The text of a Python string, in quotes of any kind, raw or not.
 * Source: https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
 *
 * @param source the string with its prefix and quotes
 * @returns undefined for bytes, for an unclosed string, and for one with an escape that Python rejects
 */
function stringValue(source: string): string | undefined {
  const match = /^([a-z]*)("""|'''|"|')([\s\S]*)\2$/i.exec(source);
  const [, prefix = "", , body = ""] = match ?? [];
  if (!match || !/^[ur]?$/i.test(prefix)) return undefined;
  const text = body.replace(/\r\n?/g, "\n");
  return /r/i.test(prefix) ? text : unescaped(text);
}

/** What a backslash and one character mean. */
const SINGLE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "\n": "",
    "\\": "\\",
    "'": "'",
    '"': '"',
    a: "\x07",
    b: "\b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
    v: "\v",
  }),
);

const ESCAPE = /\\(?:([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g;

function unescaped(text: string): string | undefined {
  let isValid = true;
  const value = text.replace(ESCAPE, (whole, octal, hex, short, long, other) => {
    const digits = hex ?? short ?? long;
    const code = octal === undefined ? Number.parseInt(digits, 16) : Number.parseInt(octal, 8);
    if (other === undefined && code <= 0x10ffff) return String.fromCodePoint(code);
    // Characters by name, and escapes that lack digits.
    if (other === undefined || /[NxuU]/.test(other)) isValid = false;
    return SINGLE.get(other) ?? whole;
  });
  return isValid ? value : undefined;
}
