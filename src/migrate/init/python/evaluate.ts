import type { SyntaxNode } from "@lezer/common";
import { cutShort } from "../../../plugin/findings/cut-short.ts";
import { pushAll } from "../../../plugin/maps/many.ts";
import { BUILTINS } from "./builtins.ts";
import { call } from "./calls.ts";
import { bounded, formatted, representation, textOf } from "./format.ts";
import { memberOf } from "./methods.ts";
import { childrenOf, partsOf, splitAt } from "./nodes.ts";
import { binary, compares, itemAt, sliceOf } from "./operators.ts";
import { bind, find, inner, placeOf, type Scope, sourceOf } from "./scope.ts";
import { numberValue, stringValue, unescaped } from "./texts.ts";
import {
  dict,
  type Given,
  isKind,
  isSequence,
  isTrue,
  itemsOf,
  known,
  nothing,
  sequence,
  type Unknown,
  Unreadable,
  type Value,
} from "./values.ts";

/** Python's expressions may be as deep as it likes; those of settings are not. */
export const DEEPEST = 60;

/**
 * The value of an expression, as far as it can be known. Nothing is run: functions are followed, and only those that are
 * known to do nothing but make a value.
 *
 * @throws {Unreadable} where it cannot be known, with the place and the reason
 */
export function evaluate(node: SyntaxNode, scope: Scope): Value {
  const { run } = scope;
  run.depth += 1;
  try {
    if (run.depth > DEEPEST) throw new Unreadable("it is too deep");
    const value = worth(node, scope);
    run.left -= 1 + (node.name === "VariableName" ? 0 : sizeOf(value));
    if (run.left < 0) throw new Unreadable("it takes too long to work out");
    return value;
  } catch (error) {
    throw error instanceof Unreadable ? placed(error, node, scope) : error;
  } finally {
    run.depth -= 1;
  }
}

function sizeOf(value: Value): number {
  if (typeof value === "string") return value.length;
  return value !== null && isSequence(value) ? value.items.length : 0;
}

/** The innermost expression that is not known is the one to tell. */
function placed(error: Unreadable, node: SyntaxNode, scope: Scope): Unreadable {
  const { unknown, message } = error;
  if (unknown && unknown.place !== "") return error;
  const reason = unknown?.reason || message || `only Python can work out “${shortened(sourceOf(node, scope))}”`;
  return new Unreadable({ kind: "unknown", reason, place: placeOf(node, scope) });
}

function shortened(source: string): string {
  return cutShort(source.replace(/\s+/g, " "), 50);
}

/** The value, or that it is unknown. */
export function attempt(node: SyntaxNode, scope: Scope): Value {
  try {
    return evaluate(node, scope);
  } catch (error) {
    return unknownOf(error);
  }
}

/** @throws whatever is no question of knowledge */
export function unknownOf(error: unknown): Unknown {
  if (!(error instanceof Unreadable) || !error.unknown) throw error;
  return error.unknown;
}

function worth(node: SyntaxNode, scope: Scope): Value {
  switch (node.name) {
    case "VariableName":
      return variable(sourceOf(node, scope), scope);
    case "String":
      return stringValue(sourceOf(node, scope)) ?? nothing();
    case "ContinuedString":
      return bounded(
        partsOf(node)
          .map((part) => textOf(evaluate(part, scope)))
          .join(""),
      );
    case "FormatString":
      return formatString(node, scope);
    case "Number":
      return numberValue(sourceOf(node, scope)) ?? nothing();
    case "Boolean":
      return sourceOf(node, scope) === "True";
    case "None":
      return null;
    case "ParenthesizedExpression":
      return parenthesized(node, scope);
    case "ArrayExpression":
      return sequence("list", itemsIn(partsOf(node), scope));
    case "TupleExpression":
      return sequence("tuple", itemsIn(partsOf(node), scope));
    case "SetExpression":
      return sequence("set", itemsIn(partsOf(node), scope));
    case "DictionaryExpression":
      return dictionary(node, scope);
    case "ArrayComprehensionExpression":
    case "ComprehensionExpression":
      return sequence("list", comprehended(inBrackets(node), scope));
    case "SetComprehensionExpression":
      return sequence("set", comprehended(inBrackets(node), scope));
    case "DictionaryComprehensionExpression":
      return dict(comprehended(inBrackets(node), scope).map((pair) => itemsOf(pair) as readonly [Value, Value]));
    case "UnaryExpression":
      return unary(node, scope);
    case "BinaryExpression":
      return operation(node, scope);
    case "ConditionalExpression":
      return conditional(node, scope);
    case "MemberExpression":
      return member(node, scope);
    case "CallExpression":
      return called(node, scope);
    case "LambdaExpression":
      return lambda(node, scope);
    case "NamedExpression": {
      const [name, , expression] = childrenOf(node);
      const value = expression ? evaluate(expression, scope) : nothing();
      if (name) bind([name], value, scope);
      return value;
    }
    default:
      return nothing();
  }
}

function variable(name: string, scope: Scope): Value {
  const value = find(name, scope) ?? (Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined);
  if (value === undefined) throw new Unreadable(`“${name}” is not set before`);
  return value;
}

function parenthesized(node: SyntaxNode, scope: Scope): Value {
  const parts = inBrackets(node);
  const [only, ...rest] = parts;
  if (rest.some(({ name }) => name === "for")) return sequence("list", comprehended(parts, scope));
  return only && rest.length === 0 ? evaluate(only, scope) : nothing();
}

/** The items of a list; one that is not known is an unknown item, as are those of an unknown `*list`. */
export function itemsIn(parts: readonly SyntaxNode[], scope: Scope): Value[] {
  return parts.flatMap((part, index) => {
    if (part.name === "*") return [];
    const value = attempt(part, scope);
    return parts[index - 1]?.name === "*" && !isKind(value, "unknown") ? itemsOf(value) : [value];
  });
}

function dictionary(node: SyntaxNode, scope: Scope): Value {
  const made = dict();
  for (const [first, colon, ...rest] of splitAt(inBrackets(node), ",")) {
    if (first?.name === "**") {
      const others = known(colon ? evaluate(colon, scope) : null);
      if (!isKind(others, "dict")) return nothing();
      for (const [key, entry] of others.entries) made.entries.set(key, entry);
    } else if (first) {
      const [value] = rest;
      if (colon?.name !== ":" || !value) return nothing();
      const added = dict([[known(evaluate(first, scope)), attempt(value, scope)]]);
      for (const [key, entry] of added.entries) made.entries.set(key, entry);
    }
  }
  return made;
}

const inBrackets = (node: SyntaxNode) =>
  childrenOf(node)
    .slice(1, -1)
    .filter(({ name }) => name !== "Comment");

/** `value for name in list if condition`; a pair stands for `key: value`. */
function comprehended(parts: readonly SyntaxNode[], scope: Scope): Value[] {
  const at = parts.findIndex(({ name }) => name === "for");
  const what = parts.slice(0, at).filter(({ name }) => name !== "async" && name !== ":");
  const made: Value[] = [];
  const go = (rest: readonly SyntaxNode[], names: Scope): void => {
    const [word, ...others] = rest;
    if (!word) {
      const values = what.map((part) => evaluate(part, names));
      made.push(values.length === 1 ? (values[0] ?? null) : sequence("tuple", values));
      return;
    }
    const end = others.findIndex(({ name }) => name === "for" || name === "if");
    const [clause, after] = end === -1 ? [others, []] : [others.slice(0, end), others.slice(end)];
    if (word.name === "if") {
      if (isTrue(evaluate(clause[0] ?? nothing(), names))) go(after, names);
      return;
    }
    const split = clause.findIndex(({ name }) => name === "in");
    const [list] = clause.slice(split + 1);
    for (const item of itemsOf(evaluate(list ?? nothing(), names))) {
      const inside = inner(names);
      bind(clause.slice(0, split), item, inside);
      go(after, inside);
    }
  };
  go(parts.slice(at), scope);
  return made;
}

function formatString(node: SyntaxNode, scope: Scope): Value {
  const source = sourceOf(node, scope);
  const [start = "", prefix = "", quote = ""] = /^([a-z]*)("""|'''|"|')/i.exec(source) ?? [];
  const plain = (from: number, to: number) => {
    const text = scope.file.text.slice(from, to).replaceAll("{{", "{").replaceAll("}}", "}");
    return /r/i.test(prefix) ? text : (unescaped(text) ?? nothing());
  };
  const fields = childrenOf(node).filter(({ name }) => name === "FormatReplacement");
  let from = node.from + start.length;
  let text = "";
  for (const field of fields) {
    text += plain(from, field.from) + replacement(field, scope);
    from = field.to;
  }
  return bounded(text + plain(from, node.to - quote.length));
}

function replacement(field: SyntaxNode, scope: Scope): string {
  const [expression, ...rest] = partsOf(field);
  const named = (name: string) => rest.find((node) => node.name === name);
  const value = known(expression ? evaluate(expression, scope) : nothing());
  const [conversion, spec] = [named("FormatConversion"), named("FormatSpec")];
  const isRepresented = conversion !== undefined && sourceOf(conversion, scope) === "!r";
  const shown = isRepresented ? representation(value) : value;
  return formatted(shown, spec ? sourceOf(spec, scope).slice(1) : "");
}

function unary(node: SyntaxNode, scope: Scope): Value {
  const [operator, operand] = childrenOf(node);
  const value = operand ? known(evaluate(operand, scope)) : nothing();
  const sign = operator ? sourceOf(operator, scope) : "";
  if (sign === "not") return !isTrue(value);
  if (typeof value !== "number" || sign === "~") return nothing();
  return sign === "-" ? -value : value;
}

const COMPARES = /^(?:==|!=|<=|>=|<|>|in|is|not in|is not)$/;

/** The operands and the words between them; comparisons may be a chain. */
function partsOfOperation(node: SyntaxNode, scope: Scope): { left: SyntaxNode; operator: string; right: SyntaxNode } {
  const children = childrenOf(node).filter(({ name }) => name !== "Comment");
  const [left, right] = [children[0], children.at(-1)];
  const operator = children
    .slice(1, -1)
    .map((word) => sourceOf(word, scope))
    .join(" ");
  if (!left || !right || operator === "") return nothing();
  return { left, operator, right };
}

function operation(node: SyntaxNode, scope: Scope): Value {
  const { left, operator, right } = partsOfOperation(node, scope);
  if (operator === "and" || operator === "or") {
    const value = evaluate(left, scope);
    return isTrue(value) === (operator === "and") ? evaluate(right, scope) : value;
  }
  if (!COMPARES.test(operator)) return binary(operator, evaluate(left, scope), evaluate(right, scope));
  const before = left.name === "BinaryExpression" ? partsOfOperation(left, scope) : undefined;
  const isChain = before !== undefined && COMPARES.test(before.operator);
  if (isChain && !isTrue(operation(left, scope))) return false;
  return compares(operator, evaluate(isChain ? before.right : left, scope), evaluate(right, scope));
}

function conditional(node: SyntaxNode, scope: Scope): Value {
  const [yes, , condition, , no] = partsOf(node);
  if (!yes || !condition || !no) return nothing();
  return evaluate(isTrue(evaluate(condition, scope)) ? yes : no, scope);
}

function member(node: SyntaxNode, scope: Scope): Value {
  const [object, dot, ...rest] = childrenOf(node);
  const value = object ? evaluate(object, scope) : nothing();
  if (dot?.name === ".") return memberOf(value, rest[0] ? sourceOf(rest[0], scope) : "");
  const inside = rest.slice(0, -1);
  if (inside.some(({ name }) => name === ":")) {
    return sliceOf(
      value,
      splitAt(inside, ":").map(([bound]) => (bound ? evaluate(bound, scope) : undefined)),
    );
  }
  const [key, ...others] = inside;
  return key && others.length === 0 ? itemAt(value, evaluate(key, scope)) : nothing();
}

function called(node: SyntaxNode, scope: Scope): Value {
  const [callee, list] = childrenOf(node);
  if (!callee || !list) return nothing();
  const { values, named } = argumentsIn(list, scope);
  return call(evaluate(callee, scope), values, named);
}

/** The arguments; one that is not known is unknown, and only matters where it is used. */
function argumentsIn(list: SyntaxNode, scope: Scope): Given {
  const parts = inBrackets(list);
  if (parts.some(({ name }) => name === "for")) {
    return { values: [sequence("list", comprehended(parts, scope))], named: new Map() };
  }
  const values: Value[] = [];
  const named = new Map<string, Value>();
  for (const [first, second, third] of splitAt(parts, ",")) {
    if (first?.name === "**" && second) {
      const others = known(evaluate(second, scope));
      if (!isKind(others, "dict")) return nothing();
      for (const [key, value] of others.entries.values()) named.set(textOf(key), value);
    } else if (first?.name === "*" && second) pushAll(values, itemsOf(evaluate(second, scope)));
    else if (first && second?.name === "AssignOp" && third) named.set(sourceOf(first, scope), attempt(third, scope));
    else if (first) values.push(attempt(first, scope));
  }
  return { values, named };
}

function lambda(node: SyntaxNode, scope: Scope): Value {
  const list = childrenOf(node).find(({ name }) => name === "ParamList");
  const body = node.lastChild;
  return {
    kind: "function",
    call: (given) => {
      const inside = inner(scope);
      bindParameters(list, given, inside, scope);
      return body ? evaluate(body, inside) : nothing();
    },
  };
}

/** Gives a function's parameters their values. */
export function bindParameters(
  list: SyntaxNode | undefined,
  { values, named }: Given,
  inside: Scope,
  outside: Scope,
): void {
  const rest = [...values];
  const left = new Map(named);
  const parts = (list ? childrenOf(list) : []).filter(({ name }) => !/^(?:[()]|TypeDef|Comment)$/.test(name));
  for (const [first, second, third] of splitAt(parts, ",")) {
    if (first?.name === "*" && second) bind([second], sequence("tuple", rest.splice(0)), inside);
    else if (first?.name === "**" && second) bind([second], dict([...left]), inside);
    else if (first && first.name !== "*" && first.name !== "/") {
      const name = sourceOf(first, outside);
      const value = rest.shift() ?? left.get(name) ?? (second && third ? evaluate(third, outside) : nothing());
      left.delete(name);
      bind([first], value, inside);
    }
  }
  if (rest.length > 0) nothing();
}
