import type { SyntaxNode } from "@lezer/common";
import { childrenOf, splitAt } from "./nodes.ts";
import { type Scope, sourceOf } from "./scope.ts";

/** The names that are set or changed anywhere in a statement; a function's names are its own. */
export function namesWithin(statement: SyntaxNode, scope: Scope): string[] {
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

/** The name that a chain of members begins with: `A` of `A["b"].c`. */
export function baseOf(node: SyntaxNode): SyntaxNode | undefined {
  if (node.name === "VariableName") return node;
  return node.name === "MemberExpression" && node.firstChild ? baseOf(node.firstChild) : undefined;
}
