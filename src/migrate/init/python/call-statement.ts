import type { SyntaxNode } from "@lezer/common";
import { attempt, evaluate } from "./evaluate.ts";
import { baseOf } from "./names-within.ts";
import { childrenOf, partsOf, splitAt } from "./nodes.ts";
import { find, type Imports, inner, placeOf, type Scope, setName, sourceOf } from "./scope.ts";
import { isKind, isSequence, type Value } from "./values.ts";

/** A call may change what it is called on; `print(A)` changes nothing. */
export function express(statement: SyntaxNode, scope: Scope, imports: Imports): undefined {
  const [call] = childrenOf(statement);
  if (call?.name !== "CallExpression") return;
  const [callee, list] = childrenOf(call);
  if (callee && list && RUNS.test(sourceOf(callee, scope)) && !scope.outer) {
    runText(list, statement, scope, imports);
    return;
  }
  if (callee && list && LOADS.test(sourceOf(callee, scope))) {
    const [module, path] = partsOf(list).map((one) => attempt(one, scope));
    if (typeof module === "string" && typeof path === "string") imports.name(module, path, scope);
  }
  if (callee && list && /^(?:globals|locals|vars)\(\)\.update$/.test(sourceOf(callee, scope))) {
    for (const [name, value] of namesGiven(call, scope)) setName(name, value, call, scope);
    return;
  }
  const base = callee?.name === "MemberExpression" ? baseOf(callee) : undefined;
  const name = base && sourceOf(base, scope);
  const before = name === undefined ? undefined : find(name, scope);
  const value = attempt(call, scope);
  if (name === undefined || before === undefined || !isKind(value, "unknown")) return;
  if (isSequence(before) || isKind(before, "dict")) {
    setName(name, { ...value, reason: "it is changed by a call", guess: before }, statement, scope);
  }
}

/** What runs Python that is a text, or a file. */
const RUNS = /^(?:exec|execfile)$/;

/** Pelican's own, and Python's before 3.12: the file is a module that an `import` then names. */
const LOADS = /^(?:\w+\.)*load_source$/;

/** `exec(open("more.py").read())`: what a file of the project says is as if it stood here. */
function runText(list: SyntaxNode, statement: SyntaxNode, scope: Scope, imports: Imports): void {
  const [first] = partsOf(list);
  const value = first && attempt(first, scope);
  if (typeof value === "string") imports.run(value, statement, scope);
  else imports.report(placeOf(statement, scope), "settings may come from what is run here, and is not known");
}

/** `locals().update(…)` is the same as `dict(…)`. */
function namesGiven(call: SyntaxNode, scope: Scope): [string, Value][] {
  const made = inner(scope);
  const argumentList = call.lastChild;
  if (!argumentList) return [];
  const values = partsOf(argumentList);
  const [only] = values;
  const given = values.length === 1 && only ? evaluate(only, made) : undefined;
  if (given !== undefined && isKind(given, "dict")) {
    return [...given.entries.values()].flatMap(([key, value]) =>
      typeof key === "string" ? [[key, value] as [string, Value]] : [],
    );
  }
  return splitAt(childrenOf(argumentList).slice(1, -1), ",").flatMap(([name, equals, value]) =>
    name && value && equals?.name === "AssignOp"
      ? [[sourceOf(name, scope), attempt(value, scope)] as [string, Value]]
      : [],
  );
}
