import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { childrenOf, type Literal, listValue, literalValue } from "./literal.ts";

/** A setting whose value is written in the file. */
export interface PythonSetting {
  readonly name: string;
  readonly value: Literal;
  /** Counted from 1. */
  readonly line: number;
}

/** Something that sets a setting, and that only Python could know the value of. */
export interface Unread {
  /** Empty where it is not known which settings it sets. */
  readonly name: string;
  readonly line: number;
  readonly reason: string;
}

export interface PythonFile {
  readonly settings: readonly PythonSetting[];
  readonly unread: readonly Unread[];
}

/** Pelican reads the names that are in capitals. */
const SETTING = /^[A-Z][A-Z\d_]*$/;

/**
 * Reads the settings of a `pelicanconf.py` that are literals. The file is parsed and never run.
 *
 * What is set twice has its last value; what is changed afterwards in a way that only Python could follow has none.
 */
export function readPython(text: string): PythonFile {
  const lineOf = lineCounter(text);
  const settings = new Map<string, PythonSetting>();
  const unread: Unread[] = [];
  for (const statement of statementsOf(parser.parse(text).topNode)) {
    const line = lineOf(statement.from);
    for (const { name, value, reason, isCertain } of effectsOf(statement, text)) {
      if (value !== undefined) settings.set(name, { name, value, line });
      else {
        // Under a condition, the value that is written before it is the best there is.
        if (isCertain) settings.delete(name);
        unread.push({ name, line, reason: isCertain ? reason : `${reason}${kept(settings.get(name))}` });
      }
    }
  }
  const each = new Map(unread.map((one) => [`${one.line} ${one.name} ${one.reason}`, one]));
  return { settings: [...settings.values()], unread: [...each.values()].filter(({ name }) => !isSetAgain(name)) };

  function isSetAgain(name: string): boolean {
    const set = settings.get(name);
    return set !== undefined && unread.every((one) => one.name !== name || one.line < set.line);
  }
}

function kept(setting: PythonSetting | undefined): string {
  return setting ? `; the value of line ${setting.line} was taken` : "";
}

/** What a statement does to a setting: it gives it this value, or one that is not known. */
interface Effect {
  readonly name: string;
  readonly value: Literal | undefined;
  readonly reason: string;
  /** Whether it happens whenever the file is run. */
  readonly isCertain: boolean;
}

/** Statements on one line, too. */
function statementsOf(block: SyntaxNode): SyntaxNode[] {
  return childrenOf(block).flatMap((node) => (node.name === "StatementGroup" ? childrenOf(node) : [node]));
}

function effectsOf(statement: SyntaxNode, text: string): Effect[] {
  const unknown =
    (reason: string, isCertain = true) =>
    (name: string) => {
      return { name, value: undefined, reason, isCertain };
    };
  switch (statement.name) {
    case "AssignStatement":
      return assigned(statement, text);
    case "UpdateStatement":
    case "DeleteStatement":
      return baseNames(statement.firstChild?.nextSibling ? childrenOf(statement).slice(0, 2) : [], text).map(
        unknown("it is changed by what only Python can follow"),
      );
    case "ExpressionStatement":
      return isBroken(statement)
        ? [unknown("this is not understood as Python")("")]
        : changedByCall(statement, text).map(unknown("it is changed by a call"));
    case "ImportStatement":
      return imported(statement, text);
    case "IfStatement":
    case "TryStatement":
    case "WithStatement":
    case "ForStatement":
    case "WhileStatement":
      return namesWithin(statement, text).map(unknown("it is set under a condition or in a block", false));
    case "⚠":
      return [unknown("this is not understood as Python")("")];
    default:
      return [];
  }
}

/** `A = 1`, `A: int = 1`, `A = B = 1`, `A = 1, 2`, and what is none of these. */
function assigned(statement: SyntaxNode, text: string): Effect[] {
  const groups = splitAt(
    childrenOf(statement).filter(({ name }) => name !== "TypeDef" && name !== "Comment"),
    "AssignOp",
  );
  const targets = groups.slice(0, -1);
  const parts = groups.at(-1) ?? [];
  const items = parts.filter(({ name }) => name !== ",");
  const isTuple = parts.length > items.length;
  const [only] = items;
  const value = isTuple ? listValue(items, text) : only && literalValue(only, text);
  return targets.flatMap((target) => {
    const [name, ...others] = target;
    const isName = name?.name === "VariableName" && others.length === 0;
    return baseNames(target, text).map((setting) => ({
      name: setting,
      value: isName ? value : undefined,
      reason: isName ? "its value is no literal" : "it is changed by what only Python can follow",
      isCertain: true,
    }));
  });
}

function splitAt(nodes: readonly SyntaxNode[], separator: string): SyntaxNode[][] {
  const ends = nodes.flatMap((node, index) => (node.name === separator ? [index] : []));
  return [...ends, nodes.length].map((end, index) => nodes.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end));
}

/** `A` of `A`, of `A["key"]` and of `A.name`. */
function baseNames(nodes: readonly SyntaxNode[], text: string): string[] {
  return nodes.flatMap((node) => {
    if (node.name === "MemberExpression") return baseNames(childrenOf(node).slice(0, 1), text);
    if (/^(?:Tuple|Array|Parenthesized)Expression$/.test(node.name)) return baseNames(childrenOf(node), text);
    const name = text.slice(node.from, node.to);
    return node.name === "VariableName" && SETTING.test(name) ? [name] : [];
  });
}

/** Where the parser meets what it cannot place, it leaves this mark and goes on. */
function isBroken(statement: SyntaxNode): boolean {
  return childrenOf(statement).some((child) => child.name === "⚠" || isBroken(child));
}

/** `A.append(1)` changes `A`; `print(A)` does not. */
function changedByCall(statement: SyntaxNode, text: string): string[] {
  const callee = statement.firstChild?.name === "CallExpression" ? statement.firstChild.firstChild : undefined;
  return callee?.name === "MemberExpression" ? baseNames([callee], text) : [];
}

function imported(statement: SyntaxNode, text: string): Effect[] {
  const source = text.slice(statement.from, statement.to);
  const from = /^from\s+(\S+)\s+import\b([\s\S]*)/.exec(source);
  const [, module = "", names = ""] = from ?? [];
  const effect = (name: string) => ({
    name,
    value: undefined,
    reason: `it comes from the module ${module}, which is not run`,
    isCertain: true,
  });
  if (names.trim() !== "*") return (names.match(/\w+/g) ?? []).filter((name) => SETTING.test(name)).map(effect);
  return module === "pelicanconf"
    ? []
    : [{ ...effect(""), reason: `settings may come from the module ${module}, which is not run` }];
}

/** The settings that are set or changed anywhere in a block; a function's names are its own. */
function namesWithin(block: SyntaxNode, text: string): string[] {
  const names = new Set<string>();
  block.cursor().iterate(({ node }) => {
    if (/^(?:Function|Class)Definition$/.test(node.name)) return false;
    if (/^(?:Assign|Update|Delete|Expression|Import)Statement$/.test(node.name)) {
      for (const { name } of effectsOf(node, text)) names.add(name);
    }
    return true;
  });
  return [...names];
}

/** @returns the line of a place in the text, counted from 1 */
function lineCounter(text: string): (at: number) => number {
  return (at) => text.slice(0, at).split("\n").length;
}
