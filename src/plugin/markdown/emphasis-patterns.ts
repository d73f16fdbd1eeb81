/** An element of a text: from the first of its marks to behind the last; its own text is from `from` to `to`. */
export interface Emphasis {
  readonly tag: "em" | "strong";
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** How a pattern's groups are elements: one, one that begins with another, one that ends with another. */
type Form = "strong" | "em" | "em in strong" | "strong in em" | "strong with em";

type Pattern = readonly [pattern: RegExp, form: Form];

// What is longer is no emphasis; the bound keeps a text of many marks cheap.
const LONGEST = 5000;
const MOST_ROUNDS = 50;
/** Stands for what is no text: a link, code, a tag, a sign behind a backslash. No word has it. */
export const OTHER = "\x02";
const NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}_])";
const NO_WORD_BEHIND = "(?![\\p{L}\\p{N}_])";
const SMART = [
  `${NO_WORD_BEFORE}(_)_(?!_)(.+?)${NO_WORD_BEFORE}_(?!_)(.+?)_{3}${NO_WORD_BEHIND}`,
  `${NO_WORD_BEFORE}(_)_(?!_)(.+?)(?<!_)__${NO_WORD_BEHIND}`,
  `${NO_WORD_BEFORE}(_)(?!_)(.+?)(?<!_)_${NO_WORD_BEHIND}`,
].map((source) => new RegExp(source, "suy"));
const [SMART_STRONG_EM = /$^/, SMART_STRONG = /$^/, SMART_EM = /$^/] = SMART;

/** `AsteriskProcessor` and `UnderscoreProcessor` of markdown/inlinepatterns.py, in their order. */
const STARS: readonly Pattern[] = [
  [/(\*)\*{2}(.+?)\*(.*?)\*{2}/suy, "em in strong"],
  [/(\*)\*{2}(.+?)\*{2}(.*?)\*/suy, "strong in em"],
  [/(\*)\*(?!\*)([^*]+?)\*(?!\*)(.+?)\*{3}/suy, "strong with em"],
  // Ours: strong within emphasis, of which Python-Markdown makes emphasis in three parts.
  [/(\*)([^*]+\*{2}[^*\s][^*]*\*{2}(?!\*)[^*]*)\*(?!\*)/suy, "em"],
  [/(\*)\*(.+?)\*{2}/suy, "strong"],
  [/(\*)([^*]+)\*/suy, "em"],
];
const UNDERSCORES: readonly Pattern[] = [
  [/(_)_{2}(.+?)_(.*?)_{2}/suy, "em in strong"],
  [/(_)_{2}(.+?)_{2}(.*?)_/suy, "strong in em"],
  [SMART_STRONG_EM, "strong with em"],
  [SMART_STRONG, "strong"],
  [SMART_EM, "em"],
];

/** A mark that stands alone is text (`not_strong`), and so is a line to be filled in, which Python-Markdown spoils. */
const ALONE = /(^|\s)[*_](?=\s|$)|_{4,}/g;

/** All emphasis of a text: first that by stars, then that by underscores in what these have left. */
export function findEmphasis(text: string): readonly Emphasis[] {
  const marked = text.replace(ALONE, (marks) => marks.replace(/[*_]/g, OTHER));
  const byStars = marked.includes("*") ? find(marked, 0, STARS, -1) : [];
  if (!marked.includes("_")) return flat(byStars);
  return [...flat(byStars), ...underscoresIn(marked, 0, marked.length, byStars)];
}

interface Found extends Emphasis {
  readonly within: readonly Found[];
}

function flat(found: readonly Found[]): readonly Emphasis[] {
  return found.flatMap((one) => [one, ...flat(one.within)]);
}

/** Underscores in a part of a text; what stars have made there is closed for them, and looked into by itself. */
function underscoresIn(text: string, from: number, to: number, byStars: readonly Found[]): readonly Emphasis[] {
  const part = hide(text.slice(from, to), from, byStars);
  const within = byStars.flatMap((one) => underscoresIn(text, one.from, one.to, one.within));
  return part.includes("_") ? [...flat(find(part, from, UNDERSCORES, -1)), ...within] : within;
}

/**
 * What one kind of mark makes of a text. When an element is found, Python-Markdown looks at the marks before it once more,
 * to which it is a sign like others now.
 *
 * @param above the pattern that the text was found by: only those behind it are looked for in it
 */
function find(text: string, offset: number, patterns: readonly Pattern[], above: number): readonly Found[] {
  const mark = patterns === STARS ? "*" : "_";
  let found: Found[] = [];
  let left = text;
  let rounds = above < 0 ? MOST_ROUNDS : 0;
  let isPassed = false;
  let at = left.indexOf(mark);
  while (at >= 0) {
    const index = patterns.findIndex(([pattern], place) => place > above && matchAt(pattern, left, at) !== null);
    const [pattern, form] = patterns[index] ?? [];
    const match = pattern && form ? matchAt(pattern, left, at) : null;
    if (!match || !form) {
      isPassed = true;
      at = left.indexOf(mark, at + 1);
      continue;
    }
    const element = elementOf(form, match, offset + at, (part, from) => find(part, from, patterns, index));
    const end = at + match[0].length;
    if (element.start < (found.at(-1)?.end ?? 0)) found = withElement(found, element);
    else found.push(element);
    if (isPassed && rounds > 0) {
      rounds--;
      isPassed = false;
      left = hide(text, offset, found);
      at = left.indexOf(mark);
    } else at = left.indexOf(mark, end);
  }
  return found;
}

/** A text with a sign for each character of what was found in it. */
function hide(text: string, offset: number, found: readonly Found[]): string {
  let hidden = "";
  let at = 0;
  for (const { start, end } of found) {
    hidden += text.slice(at, start - offset).padEnd(end - offset - at, OTHER);
    at = end - offset;
  }
  return hidden + text.slice(at);
}

/** Adds an element before others, with those that it has in it. */
function withElement(found: readonly Found[], element: Found): Found[] {
  const isWithin = ({ start, end }: Found) => start >= element.from && end <= element.to;
  const within = [...element.within, ...found.filter(isWithin)].toSorted(byStart);
  return [...found.filter((one) => !isWithin(one)), { ...element, within }].toSorted(byStart);
}

const byStart = (a: Found, b: Found): number => a.start - b.start;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  const from = Math.max(0, at - 2);
  pattern.lastIndex = at - from;
  return pattern.exec(from === 0 && text.length < LONGEST ? text : text.slice(from, at + LONGEST));
}

function elementOf(
  form: Form,
  [whole, , a = "", b = ""]: RegExpExecArray,
  start: number,
  look: (part: string, from: number) => readonly Found[],
): Found {
  const end = start + whole.length;
  const single = (tag: Emphasis["tag"], at: number, marks: number, part: string): Found => {
    const from = at + marks;
    const to = from + part.length;
    return { tag, start: at, from, to, end: to + marks, within: look(part, from) };
  };
  if (form === "em" || form === "strong") return single(form, start, form === "em" ? 1 : 2, a);
  const outer = (tag: Emphasis["tag"], marks: number, within: readonly Found[]): Found => {
    return { tag, start, from: start + marks, to: end - marks, end, within };
  };
  if (form === "em in strong") {
    const inner = single("em", start + 2, 1, a);
    return outer("strong", 2, [inner, ...look(b, inner.end)]);
  }
  if (form === "strong in em") {
    const inner = single("strong", start + 1, 2, a);
    return outer("em", 1, [inner, ...look(b, inner.end)]);
  }
  const inner = single("em", start + 2 + a.length, 1, b);
  return outer("strong", 2, [...look(a, start + 2), inner]);
}
