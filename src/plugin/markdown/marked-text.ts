import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";

/** What stands between two of a sign is an element of this name. */
interface Mark {
  readonly sign: string;
  readonly tag: "del" | "ins" | "mark" | "sub" | "sup";
  /** What stands between the two, from its beginning. */
  readonly within: RegExp;
  /** Whether signs within a word are none. */
  readonly isSmart?: boolean;
}

/** By the name of the extension, the longer sign first. */
const MARKS = {
  caret: [
    { sign: "^^", tag: "ins", within: /(?![\s^]).+?\^*?(?<!\s)(?=\^\^)/sy, isSmart: true },
    { sign: "^", tag: "sup", within: /(?:\^|\S+?)(?=\^)/y },
  ],
  del_ins: [
    { sign: "++", tag: "ins", within: /.+?(?=\+\+)/sy },
    { sign: "~~", tag: "del", within: /.+?(?=~~)/sy },
  ],
  mark: [{ sign: "==", tag: "mark", within: /(?![\s=]).+?=*?(?<!\s)(?===)/sy, isSmart: true }],
  tilde: [
    { sign: "~~", tag: "del", within: /(?![\s~]).+?~*?(?<!\s)(?=~~)/sy, isSmart: true },
    { sign: "~", tag: "sub", within: /(?:~|\S+?)(?=~)/y },
  ],
} as const satisfies Readonly<Record<string, readonly Mark[]>>;

// What is longer is no marked text; the bound keeps a text of many signs cheap.
const LONGEST = 1000;
const WORD = /[\p{L}\p{N}]/u;
/** Signs in code and in addresses are none. */
const OTHERS = /(`+)[^`].*?\1|\]\([^()\s]*\)/gs;

/** The length of what stands between signs that begin here; undefined where none do. */
function lengthWithin({ src, pos, posMax }: StateInline, { sign, within, isSmart }: Mark): number | undefined {
  const isInWord = (at: number) => isSmart && (WORD.test(src.charAt(at)) || src.charAt(at) === sign.charAt(0));
  if (!src.startsWith(sign, pos) || isInWord(pos - 1)) return undefined;
  const from = pos + sign.length;
  within.lastIndex = 0;
  const content = src.slice(from, Math.min(posMax, from + LONGEST));
  const length = within.exec(content.replace(OTHERS, (other) => "x".repeat(other.length)))?.[0].length;
  return length === undefined || isInWord(from + length + sign.length) ? undefined : length;
}

/**
 * `^^inserted^^`, `x^2^`, `==marked==`, `~~deleted~~`, `H~2~O`, and `++inserted++`:
 * https://facelessuser.github.io/pymdown-extensions/extensions/caret/, https://github.com/aleray/mdx_del_ins
 */
export function markedText(md: MarkdownIt, extension: keyof typeof MARKS): void {
  function marked(state: StateInline, silent: boolean): boolean {
    for (const mark of MARKS[extension]) {
      const length = lengthWithin(state, mark);
      if (length === undefined) continue;
      const { pos, posMax } = state;
      const end = pos + mark.sign.length + length;
      if (!silent) {
        state.push(`${mark.tag}_open`, mark.tag, 1);
        state.pos = pos + mark.sign.length;
        state.posMax = end;
        md.inline.tokenize(state);
        state.posMax = posMax;
        state.push(`${mark.tag}_close`, mark.tag, -1);
      }
      state.pos = end + mark.sign.length;
      return true;
    }
    return false;
  }
  md.inline.ruler.before("emphasis", extension, marked);
}
