import { elementOf } from "../elements.ts";

/**
 * html-minifier-terser takes squared time where there is much of one thing: whitespace, elements in elements, starts of what
 * never ends, text in one block (https://github.com/terser/html-minifier-terser/issues/197). Such a page stays as it is.
 */

/** So many steps may be taken for each character, and so many for any page: a tenth of a second. */
const STEPS_PER_CHARACTER = 2_000;
const STEPS_FOR_ANY = 100_000_000;

/** What one of its steps takes, compared to that of a regular expression from one character to the next. */
const WEIGHTS = { whitespace: 5, unended: 10, element: 250, text: 1 };

/** What is looked for from each of its starts to its end, or to the end of the page. */
const PARTS: readonly (readonly [start: RegExp, end: string])[] = [
  [/<!--/g, "-->"],
  [/<!\[/g, "]>"],
  [/<%/g, "%>"],
  [/<\?/g, "?>"],
  [/<!doctype/gi, ">"],
  [/<picture\b/g, "</picture>"],
];

/** Whether html-minifier-terser would take more time for some HTML than grows with its length. */
export function isCostly(html: string): boolean {
  const most = STEPS_FOR_ANY + STEPS_PER_CHARACTER * html.length;
  return stepsForWhitespace(html) + stepsForUnended(html) > most || stepsForElements(html, most) > most;
}

function stepsForWhitespace(html: string): number {
  let steps = 0;
  for (const [run] of html.matchAll(/\s{100,}/g)) steps += run.length ** 2;
  return steps * WEIGHTS.whitespace;
}

function stepsForUnended(html: string): number {
  let steps = 0;
  for (const [start, end] of PARTS) {
    const rest = html.slice(html.lastIndexOf(end) + 1);
    steps += (rest.match(start)?.length ?? 0) * rest.length;
  }
  return steps * WEIGHTS.unended + stepsForPrograms(html);
}

/** The end of a script or a style sheet is looked for from each character of what follows its start. */
function stepsForPrograms(html: string): number {
  const lower = html.toLowerCase();
  const starts = ["script", "style"].map((name) => {
    const end = lower.lastIndexOf(`</${name}`);
    return lower.indexOf(`<${name}`, end < 0 ? 0 : end);
  });
  return starts.reduce((steps, start) => steps + (start < 0 ? 0 : (html.length - start) ** 2), 0);
}

/** A tag, or a `<` that begins none: it is a text of its own. */
const TAG = /<(?:(\/?)([a-z][^\s/<>]*)[^<>]*>?|(?![!?%]))/gi;
/** These end where another of their name begins. */
const CLOSED_BY_THEIR_LIKE = /^(?:colgroup|dd|dt|li|option|p|td|tfoot|th|thead|tr|source)$/;

/** Counts what it does at each tag: it goes back over the ends before it, up through what is open, and over the text. */
function stepsForElements(html: string, most: number): number {
  const open: string[] = [];
  let [steps, ends, text, images] = [0, 0, 0, 0];
  let done = 0;
  const close = () => {
    if (open.pop() === "svg") images--;
    ends++;
    steps += ends * WEIGHTS.element;
  };
  for (const { 0: tag, 1: slash, 2: written = "", index } of html.matchAll(TAG)) {
    const name = written.toLowerCase();
    const { isInline, isVoid, isBlock } = elementOf(name || "b");
    if (index > done) ends = 0;
    text = isInline ? text + index - done : 0;
    steps += text * WEIGHTS.text + images * WEIGHTS.element + attributesIn(tag) ** 2;
    done = index + tag.length;
    if (name === "") {
      text += tag.length;
      continue;
    }
    if (slash !== "") {
      const at = open.lastIndexOf(name);
      steps += (open.length - at) * WEIGHTS.text;
      for (let closed = open.length; at >= 0 && closed > at; closed--) close();
    } else {
      const last = open.at(-1);
      if ((last === name && CLOSED_BY_THEIR_LIKE.test(name)) || (last === "p" && isBlock)) close();
      ends = 0;
      if (!isVoid) open.push(name);
      if (name === "svg") images++;
    }
    if (steps > most) return steps;
  }
  return steps + (open.length ** 2 / 2) * WEIGHTS.element;
}

function attributesIn(tag: string): number {
  return tag.length < 1000 ? 0 : (tag.replace(/"[^"]*"|'[^']*'/g, "").match(/\s+/g)?.length ?? 0);
}
