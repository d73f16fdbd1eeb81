import type { Collector } from "./read.ts";

/** A tag or a value of a template engine, and an attribute list. */
const UNREAD = /\{%-?\s*[a-z][^%]*%\}|\{\{\s+[^{}]+\s+\}\}|\{:[ \t]*[.#a-z][^{}\n]*\}|\{[.#][a-z][^{}\n]*\}/gi;

/** Collects what is written for some program and stands in the text: nothing has read it. Code shows what it likes. */
export function unreadCollector(): Collector<string[]> {
  const texts: string[] = [];
  let inCode = 0;
  const isCode = (name: string) => /^(?:code|pre|script|style|kbd|samp|math|textarea)$/.test(name);
  return {
    onOpen: (name) => {
      if (isCode(name)) inCode++;
    },
    onText: (text) => {
      if (inCode === 0) texts.push(text);
    },
    onClose: (name) => {
      if (isCode(name)) inCode--;
      else if (inCode === 0) texts.push("\n");
    },
    result: () => [...new Set(texts.join("").match(UNREAD))],
  };
}
