import type { SyntaxNode } from "@lezer/common";
import { join } from "./branches.ts";
import { attempt, bindParameters, evaluate, itemsIn, unknownOf } from "./evaluate.ts";
import { extend } from "./methods.ts";
import { childrenOf, isBroken, partsOf, splitAt } from "./nodes.ts";
import { binary, itemAt } from "./operators.ts";
import { bind, find, inner, placeOf, type Scope, setItem, setName, sourceOf } from "./scope.ts";
import {
  copyOf,
  isKind,
  isSequence,
  isTrue,
  itemsOf,
  keyOf,
  known,
  sequence,
  type Unknown,
  Unreadable,
  type Value,
} from "./values.ts";

/** How a piece of Python ends: by itself, or by one of these words. */
type Ending = "break" | "continue" | { readonly returned: Value } | undefined;

/** What the statements of a file need of other files. */
export interface Imports {
  /** Does what an `import` says. @returns whether there is such a module */
  readonly follow: (statement: SyntaxNode, scope: Scope) => boolean;
  /** Does what a text of Python's says, among the names of a scope. */
  readonly run: (text: string, statement: SyntaxNode, scope: Scope) => void;
  /** Is told what is no Python, or cannot be followed, and which names it may set. */
  readonly report: (place: string, reason: string) => void;
}

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

/** `A = 1`, `A: int = 1`, `A = B = 1`, `A = 1, 2`, `A, *B = list`, `A["key"] = 1`. */
function assign(statement: SyntaxNode, scope: Scope): undefined {
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
function valueOfParts(parts: readonly SyntaxNode[], scope: Scope): Value {
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

function attemptParts(parts: readonly SyntaxNode[], scope: Scope): Value {
  const [only] = parts;
  return parts.length === 1 && only ? attempt(only, scope) : valueOfParts(parts, scope);
}

/** `A += 1`; a list stays the same list. */
function update(statement: SyntaxNode, scope: Scope): undefined {
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

function remove(statement: SyntaxNode, scope: Scope): undefined {
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

/** A call may change what it is called on; `print(A)` changes nothing. */
function express(statement: SyntaxNode, scope: Scope, imports: Imports): undefined {
  const [call] = childrenOf(statement);
  if (call?.name !== "CallExpression") return;
  const [callee, list] = childrenOf(call);
  if (callee && list && RUNS.test(sourceOf(callee, scope)) && !scope.outer) {
    runText(list, statement, scope, imports);
    return;
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

function baseOf(node: SyntaxNode): SyntaxNode | undefined {
  if (node.name === "VariableName") return node;
  return node.name === "MemberExpression" && node.firstChild ? baseOf(node.firstChild) : undefined;
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

/** The names that are set or changed anywhere in a statement; a function's names are its own. */
function namesWithin(statement: SyntaxNode, scope: Scope): string[] {
  const names = new Set<string>();
  const add = (nodes: readonly SyntaxNode[]): void => {
    for (const node of nodes) {
      if (/^(?:Tuple|Array|Parenthesized)Expression$/.test(node.name)) add(childrenOf(node));
      const base = baseOf(node);
      if (base) names.add(sourceOf(base, scope));
    }
  };
  statement.cursor().iterate(({ node }) => {
    if (/^(?:Function|Class)Definition$/.test(node.name)) return false;
    const children = childrenOf(node);
    if (node.name === "AssignStatement") for (const target of splitAt(children, "AssignOp").slice(0, -1)) add(target);
    else if (node.name === "UpdateStatement") add(children.slice(0, 1));
    else if (node.name === "DeleteStatement") add(children.slice(1));
    else if (node.name === "ForStatement")
      add(
        children.slice(
          1,
          children.findIndex(({ name }) => name === "in"),
        ),
      );
    else if (node.name === "ExpressionStatement" && node.firstChild?.name === "CallExpression") {
      const callee = node.firstChild.firstChild;
      if (callee?.name === "MemberExpression") add([callee]);
    }
    return true;
  });
  return [...names];
}
