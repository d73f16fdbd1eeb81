import type { Collector } from "./read.ts";

/** A tag or a value of a template engine, and an attribute list. */
const BRACES =
  /\{%-?\s*[a-z][^%]*%\}|\{\{\s(?=[^{}]*\s\}\})[^{}]*[a-z][^{}]*\}\}|\{:[ \t]*[.#a-z][^{}\n]*\}|\{[.#][a-z][^{}\n]*\}/;
/** What is an address, or as good as one: between brackets it was meant to be led to. */
const ADDRESS = String.raw`(?:(?:https?:\/\/|mailto:|\/|\{[a-z]+\})[^\s()[\]]+|[\w./-]+\.(?:html?|md|png|jpe?g|gif|svg|pdf)\b)`;
const LABEL = String.raw`\[(?=[^\][()\n]{0,80}\p{L}{3})[^\][()\n]{3,160}`;
/**
 * Markdown that is nearly right: a link with its brackets the wrong way round, one to an address that is named nowhere, one with
 * a space between its brackets, and one that lacks a bracket.
 */
const LINKS = [
  String.raw`\([^()\n]{1,80}\)\[${ADDRESS}\]`,
  String.raw`(?<=^|\s)\[(?=[^\][\n]*\]\[[\p{L}\d_ .-]{1,40}\])[^\][\n]*?\p{L}{3}[^\][\n]*\]\[[^\]]*\]`,
  String.raw`!?${LABEL}\][ \t]*\(${ADDRESS}\)?`,
  String.raw`!?${LABEL}\(${ADDRESS}\)(?![^\n]{0,300}\])`,
  String.raw`${LABEL}\]\{(?:filename|static|attach)\}[^\s<>]+`,
].join("|");
/** Bold text with a space inside its marks; `**kwargs` is a name. */
const BOLD =
  /(?<![\p{L}\d*])\*\*(?=[^*\n]*\p{L}{2})(?:(?!kw|args\b)[^\s*][^*\n]{0,200}[ \t]\*\*(?!\*)|[ \t]+[^\s*][^*\n]{0,200}[^\s*]\*\*(?![\p{L}\d*]))/u;
/**
 * A note that is nowhere, a block of code that never ends, a heading that does not begin its line, the first row of a
 * table that has no row of dashes, and a comment that never ends.
 */
const BLOCKS =
  /\[\^\d{1,3}\]|^```+[\w-]*$|^#{2,6} [^\n]+|(?<!\|[ \t]*\n)^\|[^\n|]+\|[^\n]*\|[ \t]*(?=\n\|(?![ :|-]+$))|<!--[^\n]*/;
const UNREAD = new RegExp([BRACES.source, LINKS, BOLD.source, BLOCKS.source].join("|"), "gimu");
/** Bold text that never ends; a name in a program does not begin with a capital. */
const OPEN_BOLD = /(?<![\p{L}\d*])\*\*\p{Lu}[^*\n]{2,200}$/muy;

/** What a text says to no program that reads it. */
export interface Unread {
  /** Tags, values and attribute lists: `{% … %}`, `{: .class }`; and Markdown that is nearly right. */
  readonly unread: readonly string[];
  /** Formulas that could not be typeset, as they are written, and why. */
  readonly brokenFormulas: readonly { readonly text: string; readonly reason: string }[];
  /** Of each paragraph with lines that begin like items of a list: these lines. */
  readonly listLines: readonly (readonly string[])[];
}

const LIST_LINE = /\n[ \t]*((?:[*+-]|1\.)[ \t]+[^\n]+)/g;

/** Whether there is anything to collect. */
export function mayBeUnread(html: string): boolean {
  return /\{|math-error|\][[]|\)[[]|\][ \t]*\(|[[][^\][()\n]*\(|[[]\^\d|```|\||\*\*|&lt;!--|[>\n]##|\n[ \t]*(?:[*+-]|1\.)[ \t]/.test(
    html,
  );
}

/** Collects what is written for some program and stands in the text: nothing has read it. Code shows what it likes. */
export function unreadCollector(): Collector<Unread> {
  const texts: string[] = [];
  const brokenFormulas: { text: string; reason: string }[] = [];
  let broken: { text: string; reason: string } | undefined;
  const listLines: string[][] = [];
  let paragraph: string | undefined;
  let inCode = 0;
  const isCode = (name: string) => /^(?:code|pre|tt|script|style|kbd|samp|math|textarea)$/.test(name);
  return {
    onOpen: (name, attributes) => {
      if (name === "p") paragraph = "";
      if (isCode(name)) inCode++;
      if (attributes.class === "math-error") broken = { text: "", reason: attributes.title ?? "" };
    },
    onText: (text) => {
      if (paragraph !== undefined) paragraph += inCode === 0 ? text : text.trim();
      if (inCode === 0) texts.push(text);
      if (broken) broken.text += text;
    },
    onClose: (name) => {
      if (broken) brokenFormulas.push(broken);
      broken = undefined;
      if (name === "p" && paragraph !== undefined) {
        const lines = [...paragraph.matchAll(LIST_LINE)].map(([, line = ""]) => line);
        if (lines.length > 0) listLines.push(lines);
        paragraph = undefined;
      }
      if (isCode(name)) inCode--;
      else if (inCode === 0) texts.push("\n");
    },
    result: () => {
      const text = texts.join("");
      return { unread: [...new Set([...(text.match(UNREAD) ?? []), ...openBold(text)])], brokenFormulas, listLines };
    },
  };
}

/** Where marks of bold text are left over, the last is the one that lacks another. */
function openBold(text: string): readonly string[] {
  const pattern = new RegExp(OPEN_BOLD);
  pattern.lastIndex = Math.max(0, text.lastIndexOf("**"));
  return pattern.exec(text) ?? [];
}
