import type { Collector } from "./read.ts";

/** A tag or a value of a template engine, and an attribute list. */
const UNREAD = /\{%-?\s*[a-z][^%]*%\}|\{\{\s+[^{}]+\s+\}\}|\{:[ \t]*[.#a-z][^{}\n]*\}|\{[.#][a-z][^{}\n]*\}/gi;

/** What a text says to no program that reads it. */
export interface Unread {
  /** Tags, values and attribute lists: `{% … %}`, `{: .class }`. */
  readonly unread: readonly string[];
  /** Formulas that could not be typeset, as they are written, and why. */
  readonly brokenFormulas: readonly { readonly text: string; readonly reason: string }[];
}

/** Collects what is written for some program and stands in the text: nothing has read it. Code shows what it likes. */
export function unreadCollector(): Collector<Unread> {
  const texts: string[] = [];
  const brokenFormulas: { text: string; reason: string }[] = [];
  let broken: { text: string; reason: string } | undefined;
  let inCode = 0;
  const isCode = (name: string) => /^(?:code|pre|script|style|kbd|samp|math|textarea)$/.test(name);
  return {
    onOpen: (name, attributes) => {
      if (isCode(name)) inCode++;
      if (attributes.class === "math-error") broken = { text: "", reason: attributes.title ?? "" };
    },
    onText: (text) => {
      if (inCode === 0) texts.push(text);
      if (broken) broken.text += text;
    },
    onClose: (name) => {
      if (broken) brokenFormulas.push(broken);
      broken = undefined;
      if (isCode(name)) inCode--;
      else if (inCode === 0) texts.push("\n");
    },
    result: () => ({ unread: [...new Set(texts.join("").match(UNREAD))], brokenFormulas }),
  };
}
