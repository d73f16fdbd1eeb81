import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { toFinding } from "../../plugin/checks/index.ts";
import { decode } from "../../plugin/files/decode.ts";
import { UsageError } from "../usage-error.ts";
import { childrenOf, type Literal, listValue, literalValue } from "./literal.ts";
import type { NotTaken, PelicanSetting } from "./options.ts";

/** A setting with a literal value. */
export interface PythonSetting {
  readonly name: string;
  readonly value: Literal;
  /** Counted from 1. */
  readonly line: number;
}

/** A statement that sets a setting to a value that only Python could compute. */
export interface Unread {
  /** Empty if it is unknown which settings it sets. */
  readonly name: string;
  readonly line: number;
  readonly reason: string;
}

export interface PythonFile {
  readonly settings: readonly PythonSetting[];
  readonly unread: readonly Unread[];
}

/** Pelican reads only names in capitals. */
const SETTING = /^[A-Z][A-Z\d_]*$/;

/**
 * Reads the settings of a `pelicanconf.py` that are literals. The file is parsed, and never run.
 *
 * What is set twice has its last value; what is then changed in a way that only Python could follow has none.
 */
export function readPython(text: string): PythonFile {
  const lineOf = (at: number) => text.slice(0, at).split("\n").length;
  const settings = new Map<string, PythonSetting>();
  const unread: Unread[] = [];
  for (const statement of statementsOf(parser.parse(text).topNode)) {
    const line = lineOf(statement.from);
    for (const { name, value, reason, isCertain } of effectsOf(statement, text)) {
      if (value !== undefined) settings.set(name, { name, value, line });
      else {
        // Under a condition, the value before it is the best guess.
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
  return setting ? `; the value in line ${setting.line} is used` : "";
}

/** A statement sets a setting to this value, or to an unknown one. */
interface Effect {
  readonly name: string;
  readonly value: Literal | undefined;
  readonly reason: string;
  /** Whether it happens every time that the file is run. */
  readonly isCertain: boolean;
}

/** Including several statements on one line. */
function statementsOf(block: SyntaxNode): SyntaxNode[] {
  return childrenOf(block).flatMap((node) => (node.name === "StatementGroup" ? childrenOf(node) : [node]));
}

const INVALID = "this is not valid Python";
const CHANGED = "it is changed in a way that only Python can follow";

function effectsOf(statement: SyntaxNode, text: string): Effect[] {
  const unknown = (names: readonly string[], reason: string, isCertain = true) =>
    names.map((name) => ({ name, value: undefined, reason, isCertain }));
  switch (statement.name) {
    case "AssignStatement":
      return assigned(statement, text);
    case "UpdateStatement":
    case "DeleteStatement":
      return unknown(baseNames(childrenOf(statement).slice(0, 2), text), CHANGED);
    case "ExpressionStatement":
      if (isBroken(statement)) return unknown([""], INVALID);
      return unknown(changedByCall(statement, text), "it is changed by a call");
    case "ImportStatement":
      return imported(statement, text);
    case "IfStatement":
    case "TryStatement":
    case "WithStatement":
    case "ForStatement":
    case "WhileStatement":
      return unknown(namesWithin(statement, text), "it is set under a condition or in a block", false);
    case "⚠":
      return unknown([""], INVALID);
    default:
      return [];
  }
}

/** `A = 1`, `A: int = 1`, `A = B = 1`, `A = 1, 2`, and any other assignment. */
function assigned(statement: SyntaxNode, text: string): Effect[] {
  const nodes = childrenOf(statement).filter(({ name }) => name !== "TypeDef" && name !== "Comment");
  const groups = splitAt(nodes, "AssignOp");
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
      reason: isName ? "its value is not a literal" : CHANGED,
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

/** Where the parser meets an error, it leaves this mark and goes on. */
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
  const isAll = names.trim() === "*";
  if (isAll && module === "pelicanconf") return [];
  const what = isAll ? "settings may come" : "it comes";
  const effect = { value: undefined, reason: `${what} from the module ${module}, which is not run`, isCertain: true };
  const found = isAll ? [""] : (names.match(/\w+/g) ?? []).filter((name) => SETTING.test(name));
  return found.map((name) => ({ name, ...effect }));
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

/** A project's Pelican settings. */
export interface Pelicanconf {
  /** The names of the files that were read. */
  readonly files: readonly string[];
  readonly settings: readonly PelicanSetting[];
  readonly unread: readonly NotTaken[];
}

/** Pelican's settings; those for publishing take precedence. */
const FILES = ["pelicanconf.py", "publishconf.py"] as const;

/**
 * Reads the literal settings of a folder's `pelicanconf.py` and `publishconf.py`. Neither is run.
 *
 * @throws {UsageError} where one of them cannot be read as text
 */
export function readPelicanconf(folder: string): Pelicanconf {
  const files = FILES.filter((file) => existsSync(join(folder, file)));
  const read = files.map((file) => ({ file, ...readPython(textOf(join(folder, file), file)) }));
  const all = read.flatMap((one) =>
    one.settings.map((setting) => ({ ...setting, place: `${one.file}:${setting.line}` })),
  );
  const settings = new Map(all.map(({ name, value, place }) => [name, { name, value, place }]));
  const unread = read.flatMap((one, index) => placed(one.unread, one.file, read[index - 1]));
  return { files, settings: [...settings.values()], unread };
}

/** If the later file's value is unknown, the earlier one's stays. */
function placed(unread: PythonFile["unread"], file: string, before: PythonFile | undefined): NotTaken[] {
  return unread.map(({ name, line, reason }) => {
    const isEarlier = before?.settings.some((setting) => setting.name === name);
    const used = isEarlier ? `; the value in ${FILES[0]} is used` : "";
    return { name, place: `${file}:${line}`, reason: reason + used };
  });
}

function textOf(path: string, file: string): string {
  const result = decode(readFileSync(path), file);
  if ("text" in result) return result.text;
  const { message, fix } = toFinding(result.report);
  throw new UsageError(`${file} cannot be read: ${message} ${fix}`);
}
