/** Where a file is no Python, and what is wrong there, in words that go on behind its line. */
export interface SyntaxFault {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** How far a line is indented, as Python counts tabs, and as it would if each were one blank: both must say the same. */
interface Indent {
  readonly width: number;
  readonly characters: number;
}

/** What begins a block, where a colon ends it. */
const HEAD = /^\s*(?:if|elif|else|for|while|def|class|with|try|except|finally)\b/;

/**
 * The first line that is not where its block is.
 *
 * @param code without what is in brackets over several lines, in quotation marks or in comments: each statement has a line
 */
export function indentationError(code: string): SyntaxFault | undefined {
  const blocks: Indent[] = [{ width: 0, characters: 0 }];
  let [opener, isHead]: [number | undefined, boolean] = [undefined, false];
  for (const [index, text] of code.split(/\r\n|\r|\n/).entries()) {
    if (text.trim() === "") continue;
    const line = index + 1;
    const indent = indentOf(text);
    const last = blocks.at(-1) ?? indent;
    const is = compared(indent, last);
    if (is === undefined) return { line, reason: "it is indented by tabs where another line has blanks" };
    if (opener !== undefined && is <= 0)
      return { line, reason: `it has to be indented: line ${opener} begins a block` };
    if (opener === undefined && is > 0) {
      const reason = `it is indented, and ${isHead ? "the line above it ends without a colon" : "no block begins above it"}`;
      return { line, reason };
    }
    if (is > 0) blocks.push(indent);
    while (compared(indent, blocks.at(-1) ?? indent) === -1) blocks.pop();
    if (compared(indent, blocks.at(-1) ?? indent) !== 0)
      return { line, reason: "it is indented as far as no other line of its block" };
    opener = /:\s*$/.test(text) ? line : undefined;
    isHead = HEAD.test(text);
  }
  return opener === undefined ? undefined : { line: opener, reason: "it begins a block, and nothing is in it" };
}

function indentOf(text: string): Indent {
  const [blanks = ""] = /^[ \t\f]*/.exec(text) ?? [];
  const width = [...blanks].reduce((sum, one) => (one === "\t" ? sum - (sum % 8) + 8 : sum + 1), 0);
  return { width, characters: blanks.length };
}

/** -1, 0 or 1; undefined where tabs and blanks are mixed so that nobody can say. */
function compared(a: Indent, b: Indent): number | undefined {
  const [byWidth, byCharacters] = [Math.sign(a.width - b.width), Math.sign(a.characters - b.characters)];
  return byWidth === byCharacters ? byWidth : undefined;
}
