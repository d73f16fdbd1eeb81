import type { SyntaxNode } from "@lezer/common";
import { LineCounter } from "yaml";
import { childrenOf, splitAt } from "./nodes.ts";
import { isKind, isSequence, itemsOf, keyOf, known, sequence, Unreadable, type Value } from "./values.ts";

/** A file of Python's. */
export interface PythonSource {
  readonly text: string;
  /** As it is named to people. */
  readonly shown: string;
  /** Absolute. */
  readonly path: string;
  readonly lines: Pick<LineCounter, "linePos">;
}

/** A file, ready to say on which line something is. */
export function pythonSource(text: string, path: string, shown: string): PythonSource {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return { text, path, shown, lines };
}

/** What all files together may cost. */
export interface Run {
  left: number;
  depth: number;
}

/** A place in a file: its line is counted where somebody asks. */
export interface Place {
  readonly file: PythonSource;
  readonly at: number;
}

/** The names that a piece of Python sees. */
export interface Scope {
  values: Map<string, Value>;
  /** Where each name was set. */
  places: Map<string, Place>;
  readonly outer: Scope | undefined;
  readonly file: PythonSource;
  readonly run: Run;
}

/** What the statements of a file need of other files. */
export interface Imports {
  /** Does what an `import` says. @returns whether there is such a module */
  readonly follow: (statement: SyntaxNode, scope: Scope) => boolean;
  /** Does what a text of Python's says, among the names of a scope. */
  readonly run: (text: string, statement: SyntaxNode, scope: Scope) => void;
  /** Has a file of the project be the module of a name. */
  readonly name: (module: string, path: string, scope: Scope) => void;
  /** Takes note of what is not Python, or cannot be followed: where it is, and why. */
  readonly report: (place: string, reason: string) => void;
}

/** A scope within another, such as that of a function. */
export const inner = (outer: Scope): Scope => ({ ...outer, values: new Map(), places: new Map(), outer });

/** What a name stands for, in a scope or those around it. */
export function find(name: string, scope: Scope): Value | undefined {
  return scope.values.get(name) ?? (scope.outer && find(name, scope.outer));
}

/** The text of a node. */
export const sourceOf = (node: SyntaxNode, { file }: Scope): string => file.text.slice(node.from, node.to);

/** The file and line of a node, for messages. */
export const placeOf = (node: SyntaxNode, { file }: Scope): string => shownPlace({ file, at: node.from });

/** A place, for messages. */
export const shownPlace = ({ file, at }: Place): string => `${file.shown}:${file.lines.linePos(at).line}`;

/** Gives names that stand for a value, or for the items of a list, their values. Anything else is no business of a name's. */
export function bind(target: readonly SyntaxNode[], value: Value, scope: Scope): void {
  const parts = target.filter(({ name }) => name !== "Comment");
  const [only] = parts;
  if (parts.length === 1 && only?.name === "VariableName") setName(sourceOf(only, scope), value, only, scope);
  else if (parts.length === 1 && only && /^(?:Tuple|Array|Parenthesized)Expression$/.test(only.name)) {
    bind(childrenOf(only).slice(1, -1), value, scope);
  } else if (parts.length > 1)
    bindEach(
      splitAt(parts, ",").filter((part) => part.length > 0),
      value,
      scope,
    );
}

/** Gives a name its value, and remembers where. */
export function setName(name: string, value: Value, node: SyntaxNode, scope: Scope): void {
  const before = scope.values.get(name);
  const isEarlierFile = before !== undefined && scope.places.get(name)?.file !== scope.file;
  // What a file that is read before says is more likely than nothing.
  const guessed =
    isKind(value, "unknown") && value.guess === undefined && isEarlierFile ? { ...value, guess: before } : value;
  scope.values.set(name, guessed);
  scope.places.set(name, { file: scope.file, at: node.from });
}

/** `a, *b = list`. */
function bindEach(targets: readonly SyntaxNode[][], value: Value, scope: Scope): void {
  if (isKind(value, "unknown")) {
    for (const target of targets)
      bind(
        target.filter(({ name }) => name !== "*"),
        value,
        scope,
      );
    return;
  }
  const items = itemsOf(value);
  const star = targets.findIndex(([first]) => first?.name === "*");
  const many = items.length - targets.length + 1;
  if (star === -1 ? items.length !== targets.length : many < 0) throw new Unreadable();
  for (const [index, target] of targets.entries()) {
    if (index === star) bind(target.slice(1), sequence("list", items.slice(star, star + many)), scope);
    else bind(target, items[star !== -1 && index > star ? index + many - 1 : index] ?? null, scope);
  }
}

/** `value[key] = item`, in place. */
export function setItem(value: Value, key: Value, item: Value): void {
  const it = known(value);
  const at = known(key);
  if (isKind(it, "dict")) it.entries.set(keyOf(at), [at, item]);
  else if (isSequence(it) && it.kind === "list" && typeof at === "number" && at < it.items.length) {
    it.items.splice(at < 0 ? it.items.length + at : at, 1, item);
  } else throw new Unreadable();
}
