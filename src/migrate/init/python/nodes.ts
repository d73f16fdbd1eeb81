import type { SyntaxNode } from "@lezer/common";

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** What is between brackets, commas and colons. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(({ name }) => !/^[()[\]{},:]$/.test(name) && name !== "Comment");
}

/** The nodes between separators; nothing after a last one. */
export function splitAt(nodes: readonly SyntaxNode[], separator: string): SyntaxNode[][] {
  const ends = nodes.flatMap((node, index) => (node.name === separator ? [index] : []));
  return [...ends, nodes.length].map((end, index) => nodes.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end));
}

/** Where the parser meets an error, it leaves this mark and goes on. */
export function isBroken(node: SyntaxNode): boolean {
  return childrenOf(node).some((child) => child.name === "⚠" || isBroken(child));
}
