import type { SyntaxNode } from "@lezer/common";
import { assign, attemptParts, remove, update, valueOfParts } from "./assignments.ts";
import { join } from "./branches.ts";
import { express } from "./call-statement.ts";
import { attempt, bindParameters, evaluate, unknownOf } from "./evaluate.ts";
import { namesWithin } from "./names-within.ts";
import { childrenOf, isBroken, splitAt } from "./nodes.ts";
import { bind, type Imports, inner, placeOf, type Scope, setName, sourceOf } from "./scope.ts";
import { copyOf, isKind, isTrue, itemsOf, type Unknown, Unreadable, type Value } from "./values.ts";

/** How a piece of Python ends: by itself, or by one of these words. */
type Ending = "break" | "continue" | { readonly returned: Value } | undefined;

const INVALID = "this is not valid Python";

/** Follows statements one after the other. What cannot be followed leaves the names that it sets unknown. */
export function runBlock(block: SyntaxNode, scope: Scope, imports: Imports): Ending {
  for (const statement of statementsOf(block)) {
    const ending = runSafely(statement, scope, imports);
    if (ending !== undefined) return ending;
  }
  return undefined;
}

/** Including several statements on one line. */
function statementsOf(block: SyntaxNode): SyntaxNode[] {
  return childrenOf(block).flatMap((node) => (node.name === "StatementGroup" ? childrenOf(node) : [node]));
}

function runSafely(statement: SyntaxNode, scope: Scope, imports: Imports): Ending {
  try {
    return run(statement, scope, imports);
  } catch (error) {
    const unknown =
      error instanceof Unreadable && error.unknown === undefined
        ? ofStatement(error, statement, scope)
        : unknownOf(error);
    // In a function, all that comes after may be wrong.
    if (scope.outer) throw new Unreadable(unknown);
    for (const name of namesWithin(statement, scope)) {
      setName(name, { ...unknown, guess: scope.values.get(name) }, statement, scope);
    }
    return undefined;
  }
}

function ofStatement({ message }: Unreadable, statement: SyntaxNode, scope: Scope): Unknown {
  const reason = message || "it is changed in a way that only Python can follow";
  return { kind: "unknown", reason, place: placeOf(statement, scope) };
}

const COMPOUND = /^(?:If|For|While|Try|With)Statement$|^(?:Function|Class)Definition$/;

function run(statement: SyntaxNode, scope: Scope, imports: Imports): Ending {
  if (statement.name === "⚠" || (!COMPOUND.test(statement.name) && isBroken(statement))) {
    return invalid(statement, scope, imports);
  }
  switch (statement.name) {
    case "AssignStatement":
      return assign(statement, scope);
    case "UpdateStatement":
      return update(statement, scope);
    case "DeleteStatement":
      return remove(statement, scope);
    case "ExpressionStatement":
      return express(statement, scope, imports);
    case "ImportStatement":
      imports.follow(statement, scope);
      return undefined;
    case "IfStatement":
      return choose(statement, scope, imports);
    case "TryStatement":
      return tryOut(statement, scope, imports);
    case "WithStatement":
      return runWith(statement, scope, imports);
    case "ForStatement":
      return repeat(statement, scope, imports);
    case "WhileStatement":
      return runWhile(statement, scope, imports);
    case "FunctionDefinition":
      return define(statement, scope, imports);
    case "ClassDefinition":
    case "DecoratedStatement":
      return leaveUnknown(statement, scope);
    case "BreakStatement":
      return "break";
    case "ContinueStatement":
      return "continue";
    case "ReturnStatement": {
      const [, ...parts] = childrenOf(statement);
      return { returned: parts.length === 0 ? null : valueOfParts(parts, scope) };
    }
    case "ScopeStatement":
      throw new Unreadable();
    default:
      return undefined;
  }
}

function invalid(statement: SyntaxNode, scope: Scope, imports: Imports): undefined {
  const names = namesWithin(statement, scope);
  const place = placeOf(statement, scope);
  if (names.length === 0) imports.report(place, INVALID);
  for (const name of names) setName(name, { kind: "unknown", reason: INVALID, place }, statement, scope);
}

/** `if`, `elif` and `else`, with what each is for. */
function branchesOf(statement: SyntaxNode): { condition: SyntaxNode | undefined; body: SyntaxNode }[] {
  const nodes = childrenOf(statement).filter(({ name }) => name !== "Comment");
  return nodes.flatMap((body, index) => {
    const before = nodes[index - 1];
    return body.name === "Body"
      ? [{ condition: before && /^(?:else|finally)$/.test(before.name) ? undefined : before, body }]
      : [];
  });
}

function choose(statement: SyntaxNode, scope: Scope, imports: Imports): Ending {
  const branches = branchesOf(statement);
  for (const [index, { condition, body }] of branches.entries()) {
    const value = condition ? attempt(condition, scope) : true;
    if (isKind(value, "unknown")) {
      const rest = branches.slice(index).map((branch) => branch.body);
      const hasElse = branches.at(-1)?.condition === undefined;
      return either([...rest, ...(hasElse ? [] : [undefined])], value, scope, imports);
    }
    if (isTrue(value)) return runBlock(body, scope, imports);
  }
  return undefined;
}

/** One of these pieces is run, and nobody knows which. */
function either(bodies: readonly (SyntaxNode | undefined)[], why: Unknown, scope: Scope, imports: Imports): Ending {
  const before = scope.values;
  const ways = bodies.map((body) => {
    scope.values = copyOf(before);
    const ending = body && runBlock(body, scope, imports);
    if (ending !== undefined) throw new Unreadable(why);
    return scope.values;
  });
  scope.values = join(before, ways, { ...why, reason: `it is set under a condition: ${why.reason}` });
  return undefined;
}

/** `except` is for modules that are not there: nothing else fails that is followed here. */
function tryOut(statement: SyntaxNode, scope: Scope, imports: Imports): Ending {
  const nodes = childrenOf(statement);
  const before = copyOf(scope.values);
  const words = nodes.flatMap((node, index) =>
    /^(?:try|except|else|finally)$/.test(node.name) ? [{ word: node.name, index }] : [],
  );
  const parts = words.map(({ word, index }) => ({
    word,
    body: nodes.slice(index).find(({ name }) => name === "Body"),
  }));
  const bodyOf = (name: string) => parts.find(({ word }) => word === name)?.body;
  const body = bodyOf("try");
  const missing: SyntaxNode[] = [];
  const watched: Imports = {
    ...imports,
    follow: (node, its) => {
      const isThere = imports.follow(node, its);
      if (!isThere) missing.push(node);
      return isThere;
    },
  };
  const ending = body && runBlock(body, scope, watched);
  const [first] = missing;
  const handler = bodyOf("except");
  if (first && handler) {
    const tried = scope.values;
    scope.values = before;
    runBlock(handler, scope, imports);
    const why = {
      kind: "unknown",
      reason: "it depends on which modules are there",
      place: placeOf(first, scope),
    } as const;
    const isAll = /\bimport\s*\*/.test(sourceOf(first, scope));
    if (!isAll) scope.values = join(before, [tried, scope.values], why);
    return undefined;
  }
  for (const name of ["else", "finally"]) {
    const rest = bodyOf(name);
    const its = rest && ending === undefined ? runBlock(rest, scope, imports) : undefined;
    if (its !== undefined) return its;
  }
  return ending;
}

function runWith(statement: SyntaxNode, scope: Scope, imports: Imports): Ending {
  const nodes = childrenOf(statement);
  const body = nodes.at(-1);
  for (const [what, as, ...target] of splitAt(nodes.slice(1, -1), ",")) {
    const value = what ? attempt(what, scope) : null;
    if (as?.name === "as") bind(target, value, scope);
  }
  return body && runBlock(body, scope, imports);
}

function repeat(statement: SyntaxNode, scope: Scope, imports: Imports): Ending {
  const nodes = childrenOf(statement).filter(({ name }) => name !== "Comment");
  const [at, start] = [nodes.findIndex(({ name }) => name === "in"), nodes.findIndex(({ name }) => name === "Body")];
  const [body, ...others] = nodes.filter(({ name }) => name === "Body");
  const list = attemptParts(nodes.slice(at + 1, start), scope);
  const target = nodes.slice(1, at);
  if (!body) return undefined;
  if (isKind(list, "unknown")) {
    bind(target, list, scope);
    return either([body, undefined], list, scope, imports);
  }
  if (isKind(list, "list") && list.isWalk && leavesOut(target, body, scope)) {
    throw new Unreadable("folders are left out on the way");
  }
  for (const item of [...itemsOf(list)]) {
    bind(target, item, scope);
    const ending = runBlock(body, scope, imports);
    if (ending === "break") return undefined;
    if (ending !== undefined && ending !== "continue") return ending;
    if (scope.run.left < 0) throw new Unreadable("it takes too long to work out");
  }
  const [otherwise] = others;
  return otherwise && runBlock(otherwise, scope, imports);
}

/** Whether the list of folders that `os.walk` gives is changed: then it goes into fewer. */
function leavesOut(target: readonly SyntaxNode[], body: SyntaxNode, scope: Scope): boolean {
  const names = target.filter(({ name }) => name === "VariableName").map((node) => sourceOf(node, scope));
  const name = names[1] ?? names[0];
  return new RegExp(`\\b${name}(?:\\[[^\\]]*\\])?\\s*(?:=(?!=)|\\.\\w+\\()|\\bdel\\s+${name}\\b`).test(
    sourceOf(body, scope),
  );
}

function runWhile(statement: SyntaxNode, scope: Scope, imports: Imports): Ending {
  const [, condition, body] = childrenOf(statement).filter(({ name }) => name !== "Comment");
  if (!condition || !body) return undefined;
  while (isTrue(evaluate(condition, scope))) {
    const ending = runBlock(body, scope, imports);
    if (ending === "break") return undefined;
    if (ending !== undefined && ending !== "continue") return ending;
  }
  return undefined;
}

/** A function is followed where it is called. */
function define(statement: SyntaxNode, scope: Scope, imports: Imports): undefined {
  const nodes = childrenOf(statement);
  const name = nodes.find((node) => node.name === "VariableName");
  const [list, body] = ["ParamList", "Body"].map((kind) => nodes.find((node) => node.name === kind));
  if (!name || !body) return;
  const value: Value = {
    kind: "function",
    call: (given) => {
      const inside = inner(scope);
      bindParameters(list, given, inside, scope);
      const ending = runBlock(body, inside, imports);
      return typeof ending === "object" ? ending.returned : null;
    },
  };
  setName(sourceOf(name, scope), value, name, scope);
}

function leaveUnknown(statement: SyntaxNode, scope: Scope): undefined {
  const definition = statement.name === "ClassDefinition" ? statement : (statement.lastChild ?? statement);
  const name = childrenOf(definition).find((node) => node.name === "VariableName");
  const reason = "it is made by a class or a decorator, which is not run";
  if (name) setName(sourceOf(name, scope), { kind: "unknown", reason, place: placeOf(statement, scope) }, name, scope);
}
