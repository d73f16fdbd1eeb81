import type { SyntaxNode, SyntaxNodeRef, Tree } from "@lezer/common";
import { childrenOf, splitAt } from "./nodes.ts";

/** A place in a text, and why Python does not read on there. */
interface Refused {
  readonly at: number;
  readonly reason: string;
}

/** What a word needs around it. */
const WITHIN: Readonly<Record<string, "function" | "loop">> = {
  return: "function",
  yield: "function",
  await: "function",
  break: "loop",
  continue: "loop",
};

/** The first thing that has the form of Python and is none: what is set cannot be, or a word stands where it has no meaning. */
export function refused(text: string, tree: Tree): Refused | undefined {
  let found: Refused | undefined;
  const around: ("function" | "class" | "loop")[] = [];
  tree.iterate({
    enter: (node) => {
      const kind = blockKind(node.name);
      if (kind) around.push(kind);
      const reason = found ? undefined : reasonAgainst(node, text, around);
      if (reason !== undefined) found = { at: node.from, reason };
    },
    leave: ({ name }) => void (blockKind(name) && around.pop()),
  });
  return found;
}

function blockKind(name: string): "function" | "class" | "loop" | undefined {
  if (name === "FunctionDefinition" || name === "LambdaExpression") return "function";
  if (name === "ClassDefinition") return "class";
  return name === "ForStatement" || name === "WhileStatement" ? "loop" : undefined;
}

function reasonAgainst(
  one: SyntaxNodeRef,
  text: string,
  around: readonly ("function" | "class" | "loop")[],
): string | undefined {
  const { name } = one;
  const needed = Object.hasOwn(WITHIN, name) ? WITHIN[name] : undefined;
  if (needed && !isWithin(needed, around)) return `“${name}” stands in no ${needed}`;
  switch (name) {
    case "AssignStatement":
      return ofAssignment(one.node, text);
    case "ImportStatement":
      return ofImport(one.node);
    case "TryStatement":
      return childrenOf(one.node).some((part) => /^(?:except|finally)$/.test(part.name))
        ? undefined
        : "“try” has no “except” below it";
    case "StatementGroup":
      return childrenOf(one.node).some((part, index, all) => part.name === ";" && all[index + 1]?.name === ";")
        ? "there is a “;” too many"
        : undefined;
    case "ArgList":
      return ofArguments(one.node);
    default:
      return undefined;
  }
}

function isWithin(needed: "function" | "loop", around: readonly ("function" | "class" | "loop")[]): boolean {
  return needed === "function" ? around.includes("function") : around.at(-1) === "loop";
}

function ofAssignment(statement: SyntaxNode, text: string): string | undefined {
  const nodes = childrenOf(statement).filter(({ name }) => name !== "TypeDef" && name !== "Comment");
  const targets = splitAt(nodes, "AssignOp").slice(0, -1).flat();
  const odd = targets.find((target) => !isTarget(target));
  if (!odd) return undefined;
  const written = text.slice(odd.from, Math.min(odd.to, odd.from + LONGEST));
  const isOwn = odd.name === "Boolean" || odd.name === "None";
  return isOwn ? `“${written}” is Python's own word: it cannot be set` : `“${written}” cannot be set: it is not a name`;
}

/** So much of what is wrong is shown. */
const LONGEST = 40;
const NAMES = /^(?:VariableName|MemberExpression|[*,()[\]]|Comment)$/;
const SEVERAL = /^(?:Tuple|Array|Parenthesized)Expression$/;

function isTarget(node: SyntaxNode): boolean {
  // As many brackets as are followed elsewhere may be in one another.
  return NAMES.test(node.name) || (SEVERAL.test(node.name) && childrenOf(node).every((one) => isTarget(one)));
}

function ofImport(statement: SyntaxNode): string | undefined {
  const nodes = childrenOf(statement).filter(({ name }) => name !== "Comment");
  if (nodes.at(-1)?.name === ",") return "there is a comma at the end of the line";
  const from = nodes.findIndex(({ name }) => name === "from");
  const names = from < 0 ? [] : nodes.slice(nodes.findIndex(({ name }) => name === "import"));
  return names.some(({ name }) => name === ".") ? "what is imported from a module is a name without a dot" : undefined;
}

/** Values by their places come before those by their names. */
function ofArguments(list: SyntaxNode): string | undefined {
  const given = splitAt(childrenOf(list).slice(1, -1), ",").map((nodes) =>
    nodes.filter(({ name }) => name !== "Comment"),
  );
  const named = given.findIndex(([, sign]) => sign?.name === "AssignOp");
  const isLate = named >= 0 && given.slice(named).some((nodes) => nodes.length === 1);
  return isLate ? "a value without a name stands behind one with a name" : undefined;
}
