import type { SyntaxNode, Tree } from "@lezer/common";
import { childrenOf, splitAt } from "./nodes.ts";

/** What is Python, and most likely not what was meant. */
export interface Doubt {
  readonly at: number;
  /** The setting that it is in. */
  readonly name: string;
  readonly reason: string;
}

const SETTING = /^[A-Z][A-Z\d_]*$/;
/** Values that are no types. */
const VALUE = /^(?:String|ContinuedString|FormatString|Number|Boolean|None|(?:Array|Tuple|Dictionary|Set)Expression)$/;
const LISTS = /^(?:Array|Tuple|Set)Expression$/;

/** A colon in place of “=”, and texts of a list that are one, as no comma parts them. */
export function doubtsIn(text: string, tree: Tree): Doubt[] {
  const doubts: Doubt[] = [];
  let setting = "";
  tree.iterate({
    // To ask for the node of each would take longer, the deeper they are.
    enter: (one) => {
      const { name, from } = one;
      if (name !== "AssignStatement" && name !== "ContinuedString") return;
      const { node } = one;
      if (name === "AssignStatement") {
        setting = text.slice(from, node.firstChild?.to ?? from);
        const value = annotated(node);
        if (value && SETTING.test(setting)) {
          const written = text.slice(value.from, value.to);
          const shown = written.length > LONGEST || written.includes("\n") ? "…" : written;
          doubts.push({
            at: from,
            name: setting,
            reason: `“:” stands where “=” is to be, so it is not set: write ${setting} = ${shown}`,
          });
        }
      }
      if (
        name === "ContinuedString" &&
        SETTING.test(setting) &&
        LISTS.test(node.parent?.name ?? "") &&
        isSplit(node, text)
      ) {
        const [first, second] = childrenOf(node).map((one) => text.slice(one.from, one.to));
        const reason = `there is no comma between ${first} and ${second}, so they are one text`;
        doubts.push({ at: from, name: setting, reason });
      }
    },
  });
  return doubts;
}

const LONGEST = 60;

/** The value that stands in the place of a type. */
function annotated(statement: SyntaxNode): SyntaxNode | undefined {
  const nodes = childrenOf(statement);
  if (splitAt(nodes, "AssignOp").length > 1) return undefined;
  const type = nodes.find(({ name }) => name === "TypeDef")?.lastChild;
  return type && VALUE.test(type.name) ? type : undefined;
}

const WORD = /^["'][\w.-]+["']$/;
const ADDRESS = /^["'](?:https?:\/)?\/\S*["']$/;

/** Names, and addresses that begin each by themselves, are hardly the parts of one long text. */
function isSplit(node: SyntaxNode, text: string): boolean {
  const parts = childrenOf(node).map(({ from, to }) => text.slice(from, to));
  return parts.every((part) => WORD.test(part)) || parts.slice(1).every((part) => ADDRESS.test(part));
}
