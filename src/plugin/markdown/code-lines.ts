/** What is said of a code block's lines. */
export interface CodeLines {
  /** The number of the first line, where they are numbered. */
  readonly first: number | undefined;
  /** The lines that are marked, counted from 1. */
  readonly marked: ReadonlySet<number>;
}

const MARKED = /\bhl_lines\s*=\s*(?:"([^"]*)"|'([^']*)'|\[([^\]]*)\]|([\d,-]+))/;
const NUMBERED = /\b(?:linenums|linenos)\s*=\s*["']?([\w]+)/i;
const STARTING = /\b(?:linenostart|startFrom)\s*=\s*["']?(\d+)/i;
const OFF = /^(?:false|no|off|none|0)$/i;
/** Longer options are none. */
const LONGEST = 1000;
/** A range that is longer names no lines of a listing. */
const MOST = 10_000;

/**
 * Reads `hl_lines="1 3-5"` and `linenums="1"` behind the language of some code: codehilite's and fenced_code's options,
 * which superfences has, too, with ranges and a first number.
 * Source: https://python-markdown.github.io/extensions/code_hilite/
 *
 * @param written the options
 * @param isNumbered whether lines have numbers where nothing is said of it
 */
export function readCodeLines(written: string, isNumbered: boolean): CodeLines {
  const options = written.slice(0, LONGEST);
  const numbered = NUMBERED.exec(options)?.[1];
  const isOn = numbered === undefined ? isNumbered || /\.numberLines\b/.test(options) : !OFF.test(numbered);
  const start = Number(STARTING.exec(options)?.[1] ?? (/^\d+$/.test(numbered ?? "") ? numbered : 1));
  const [, a, b, c, d] = MARKED.exec(options) ?? [];
  return { first: isOn ? start : undefined, marked: new Set(numbersIn(a ?? b ?? c ?? d ?? "")) };
}

function numbersIn(list: string): number[] {
  return list.split(/[\s,]+/).flatMap((part) => {
    const [, from = "", to = from] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    const count = Number(to) - Number(from) + 1;
    if (from === "" || count < 1 || count > MOST) return [];
    return Array.from({ length: count }, (_, index) => Number(from) + index);
  });
}

/**
 * Numbers and marks the lines of highlighted code. A number is an attribute, which the stylesheet shows: who copies the
 * code copies no numbers.
 */
export function withLines(html: string, { first, marked }: CodeLines): string {
  if (first === undefined && marked.size === 0) return html;
  // In a program that nests so deep, what is open would have to be opened anew on every line.
  const lines = (balancedLines(html) ?? balancedLines(html.replace(/<[^>]*>/g, "")) ?? []).map((line, index) => {
    const numbered = first === undefined ? line : `<span class="line" data-line="${first + index}">${line}</span>`;
    return marked.has(index + 1) ? `<mark class="hll">${numbered}</mark>` : numbered;
  });
  return lines.join("");
}

const DEEPEST = 50;

/**
 * The lines of some HTML, each with its line end; what is open where a line ends is closed there, and opened again.
 *
 * @returns undefined where too much is
 */
function balancedLines(html: string): string[] | undefined {
  const open: string[] = [];
  const lines: string[] = [];
  for (const line of html.replace(/\n$/, "").split("\n")) {
    if (open.length > DEEPEST) return undefined;
    const before = open.join("");
    for (const [tag, slash] of line.matchAll(/<(\/?)[a-z][^>]*>/gi)) {
      if (slash === "") open.push(tag);
      else open.pop();
    }
    const closing = open.map((tag) => `</${/^<([\w-]+)/.exec(tag)?.[1]}>`).reverse();
    lines.push(`${before}${line}\n${closing.join("")}`);
  }
  return lines;
}
