import { isBelow } from "../files/is-below.ts";
import type { SourceTree } from "../files/source-file.ts";
import type { Settings } from "../settings.ts";
import type { Form } from "./menu-text.ts";
import { type Modernized, modernizeFile } from "./modernize-file.ts";

export interface ModernizedTree {
  /** The tree with its new texts. */
  readonly tree: SourceTree;
  /** The new text of every file that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** Every file that had numbered fields, in the order of their paths. */
  readonly files: ReadonlyMap<string, Modernized>;
}

/**
 * Writes the numbered fields of a tree as lists.
 *
 * @param folder the folder of the tree whose files are meant; empty for all
 */
export function modernizeTree(tree: SourceTree, form: Form, folder: string, settings: Settings): ModernizedTree {
  const files = new Map<string, Modernized>();
  const texts = new Map<string, string>();
  for (const file of tree.files) {
    if (!isBelow(file.path, [folder === "" ? "." : folder])) continue;
    const made = modernizeFile(file, form, settings);
    if (made) files.set(file.path, made);
    if (made?.kind === "rewritten") texts.set(file.path, made.text);
  }
  const changed = tree.files.map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  return { tree: { ...tree, files: changed }, texts, files };
}
