/** Which whitespace html-minifier-terser takes away: that which a browser does not show. */
import type { HtmlElement } from "../elements.ts";

const NO_BREAK_SPACE = 160;
const LEADING = /^[ \n\r\t\f\xA0]+/;
/** From where a run of them begins, and not from each of them: that would take squared time for a run within a text. */
const TRAILING = /(?<![ \n\r\t\f\xA0])[ \n\r\t\f\xA0]+$/;
const RUNS = /[ \n\r\t\f\xA0]+/g;
const OTHERS = /[^\xA0]+/g;
/** What `collapse` changes. */
const COLLAPSIBLE = /[\n\r\f\xA0]|\t[ \t]| [ \t]/;

/** Whether whitespace after a tag is not shown. */
export function hidesAfter({ isInline, isInlineText, isVoid }: HtmlElement, isEnd: boolean): boolean {
  return isEnd || isVoid ? !isInline : !isInlineText;
}

/** Whether whitespace before a tag is not shown. */
export function hidesBefore({ isInline, isInlineText }: HtmlElement, isEnd: boolean): boolean {
  return isEnd ? !isInlineText : !isInline;
}

/** A no-break space stays, and one space after it. */
export function trimStart(text: string): string {
  let at = 0;
  while (isWhitespace(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== NO_BREAK_SPACE) return at === 0 ? text : text.slice(at);
  return text.replace(LEADING, (run) => run.replace(/^[^\xA0]+/, "").replace(OTHERS, " "));
}

/** A no-break space stays, and one space before it. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (isWhitespace(text.charCodeAt(end - 1))) end--;
  if (text.charCodeAt(end - 1) !== NO_BREAK_SPACE) return end === text.length ? text : text.slice(0, end);
  return text.replace(TRAILING, (run) => run.slice(0, run.lastIndexOf("\xA0") + 1).replace(OTHERS, " "));
}

/** As HTML has it (https://infra.spec.whatwg.org/#ascii-whitespace). */
function isWhitespace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

/** One space for each run of whitespace; a single tab stays. */
export function collapse(text: string): string {
  if (!COLLAPSIBLE.test(text)) return text;
  return text.replace(RUNS, (run) => (run === "\t" ? run : run.replace(OTHERS, " ")));
}

/** One space for the whitespace at each end; what begins or ends with a no-break space stays as it is. */
export function collapseEnds(text: string): string {
  const start = isWhitespace(text.charCodeAt(0))
    ? text.replace(LEADING, (run) => (run === "\t" ? run : trimStart(run) || " "))
    : text;
  if (!isWhitespace(start.charCodeAt(start.length - 1))) return start;
  return start.replace(TRAILING, (run) => (run === "\t" ? run : trimEnd(run) || " "));
}

/** An attribute's value without the whitespace around it. */
export function trimValue(value: string): string {
  return value.replace(/^[ \n\r\t\f]+/, "").replace(/(?<![ \n\r\t\f])[ \n\r\t\f]+$/, "");
}
