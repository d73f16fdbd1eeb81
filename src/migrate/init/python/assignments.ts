import type { SyntaxNode } from "@lezer/common";
import { extend } from "./collections.ts";
import { attempt, evaluate, itemsIn } from "./evaluate.ts";
import { childrenOf, partsOf, splitAt } from "./nodes.ts";
import { binary, itemAt } from "./operators.ts";
import { bind, type Scope, setItem, setName, sourceOf } from "./scope.ts";
import { isKind, keyOf, known, sequence, Unreadable, type Value } from "./values.ts";

/** `A = 1`, `A: int = 1`, `A = B = 1`, `A = 1, 2`, `A, *B = list`, `A["key"] = 1`. */
export function assign(statement: SyntaxNode, scope: Scope): undefined {
  const nodes = childrenOf(statement).filter(({ name }) => name !== "TypeDef" && name !== "Comment");
  const groups = splitAt(nodes, "AssignOp");
  if (groups.length < 2) return;
  const value = attemptParts(groups.at(-1) ?? [], scope);
  for (const target of groups.slice(0, -1)) assignTo(target, value, scope);
}

function assignTo(target: readonly SyntaxNode[], value: Value, scope: Scope): void {
  const [only] = target;
  if (target.length > 1 || only?.name !== "MemberExpression") bind(target, value, scope);
  else {
    const { object, key, name } = memberParts(only, scope);
    if (name !== undefined) return;
    if (/^(?:globals|locals|vars)\(\)$/.test(sourceOf(object, scope))) {
      const setting = known(evaluate(key, scope));
      if (typeof setting === "string") setName(setting, value, only, scope);
    } else setItem(evaluate(object, scope), evaluate(key, scope), value);
  }
}

/** `object.name` or `object[key]`. */
function memberParts(node: SyntaxNode, scope: Scope) {
  const [object, dot, key, ...rest] = childrenOf(node);
  if (!object || !key || rest.length > 1) throw new Unreadable();
  return { object, key, name: dot?.name === "." ? sourceOf(key, scope) : undefined };
}

/** One value, or several with commas: a tuple. */
export function valueOfParts(parts: readonly SyntaxNode[], scope: Scope): Value {
  const [only] = parts;
  if (parts.length === 1 && only) return evaluate(only, scope);
  return sequence(
    "tuple",
    itemsIn(
      parts.filter(({ name }) => name !== ","),
      scope,
    ),
  );
}

/** The same, or that it is unknown. */
export function attemptParts(parts: readonly SyntaxNode[], scope: Scope): Value {
  const [only] = parts;
  return parts.length === 1 && only ? attempt(only, scope) : valueOfParts(parts, scope);
}

/** `A += 1`; a list stays the same list. */
export function update(statement: SyntaxNode, scope: Scope): undefined {
  const [target, sign, ...parts] = childrenOf(statement);
  if (!target || !sign) return;
  const operator = sourceOf(sign, scope).slice(0, -1);
  const added = attemptParts(parts, scope);
  const before = evaluate(target, scope);
  if (operator === "+" && isKind(before, "list")) {
    extend(before.items, added);
    return;
  }
  if (isKind(before, "unknown")) return;
  const isName = target.name === "VariableName";
  const value = isKind(added, "unknown") ? { ...added, guess: before } : binary(operator, before, added);
  if (isName) setName(sourceOf(target, scope), value, statement, scope);
  else assignTo([target], value, scope);
}

/** `del A`, `del A["key"]`. */
export function remove(statement: SyntaxNode, scope: Scope): undefined {
  for (const target of partsOf(statement).slice(1)) {
    if (target.name === "VariableName") scope.values.delete(sourceOf(target, scope));
    else {
      const { object, key } = memberParts(target, scope);
      const [from, at] = [known(evaluate(object, scope)), known(evaluate(key, scope))];
      itemAt(from, at);
      if (isKind(from, "dict")) from.entries.delete(keyOf(at));
      else if (isKind(from, "list") && typeof at === "number") from.items.splice(at, 1);
      else throw new Unreadable();
    }
  }
}
