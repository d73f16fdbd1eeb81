import { wordSet } from "../maps/word-set.ts";
import { readHtml } from "./read.ts";

/** A tag that lacks its other half. */
export interface LoneTag {
  readonly name: string;
  /** Whether it opens what nothing closes; else it closes what nothing opened. */
  readonly isOpen: boolean;
  /** Of the tags of its name that open, or close, which it is; from 1. */
  readonly nth: number;
}

/** Elements in which a browser shows nothing of what follows, or shows it as something else. */
export const SWALLOWING: ReadonlySet<string> = wordSet(
  "audio button canvas iframe math noscript object plaintext script select style svg template textarea title video xmp",
);
/** Those whose looks go on to the end of the page. */
export const FORMATTING: ReadonlySet<string> = wordSet(
  "a b big code em font i kbd mark s small strike strong sub sup tt u",
);
/** Boxes: a layout has some of them around a text. */
const BOXES: ReadonlySet<string> = wordSet(
  "article aside blockquote center details div dl fieldset figure footer form header main nav ol pre section span table ul",
);
const NAMES = new Set([...SWALLOWING, ...FORMATTING, ...BOXES]);

/** What begins that is no markup: comments, and programs. */
const NOT_READ = /<!--|<(script|style|textarea|title|xmp)\b/gi;
const TAG = /<(\/?)([a-z][a-z\d]*)\b[^<>]*?(\/?)>/gi;

/**
 * The tags of a text that lack the other half, one for each name: an element that another tag ends, which its author closes
 * further below, is none.
 */
export function loneTags(html: string): LoneTag[] {
  const counts = new Map<string, number>();
  for (const [, close, written = "", end] of markupOf(html).matchAll(TAG)) {
    const name = written.toLowerCase();
    // The old form of a place that is led to: browsers end it where the next link begins.
    const isPlace = name === "a" && end === "/";
    if (NAMES.has(name) && !isPlace) counts.set(name, (counts.get(name) ?? 0) + (close ? -1 : 1));
  }
  const lone = [...counts].filter(([, count]) => count !== 0);
  if (lone.length === 0) return [];
  const unclosed = firstUnclosed(html);
  return lone.flatMap(([name, count]): LoneTag[] => {
    if (count > 0) return [{ name, isOpen: true, nth: unclosed.get(name) ?? 1 }];
    const closing = html.match(new RegExp(`</${name}\\b`, "gi")) ?? [];
    return BOXES.has(name) && name !== "span" ? [{ name, isOpen: false, nth: closing.length }] : [];
  });
}

/** Values that may hold a “>” are not among them, and one that is closed soon behind it may be meant. */
const OPEN_QUOTE =
  /<[a-z][a-z\d]*\s[^<>]*?\b(?:href|src|alt|title|class|id|width|height|target|rel|name|style)=(["'])[^"'<>]*>(?![^"'<>]*["'][\s/>])/gi;

/** The tags, up to the “>” that was meant to end them, in which a quotation mark is opened and not closed; each once. */
export function tagsWithOpenQuote(html: string): string[] {
  return [...new Set(html.match(OPEN_QUOTE))];
}

/** Without what is in comments and programs that end: in one that does not, all is taken for markup. */
function markupOf(html: string): string {
  const lower = html.toLowerCase();
  const endless = new Set<string>();
  let [markup, done] = ["", 0];
  for (const { 0: begin, 1: name, index } of html.matchAll(NOT_READ)) {
    const end = name === undefined ? "-->" : `</${name.toLowerCase()}`;
    if (index < done || endless.has(end)) continue;
    const at = lower.indexOf(end, index);
    if (at < 0) endless.add(end);
    else [markup, done] = [`${markup}${html.slice(done, index)}${name === undefined ? "" : `${begin}>`}`, at];
  }
  return markup + html.slice(done);
}

function firstUnclosed(html: string): Map<string, number> {
  const opened = new Map<string, number>();
  const open = new Map<string, number[]>();
  const unclosed = new Map<string, number>();
  readHtml(html, [
    {
      onOpen: (name) => {
        const nth = (opened.get(name) ?? 0) + 1;
        opened.set(name, nth);
        open.set(name, [...(open.get(name) ?? []).slice(-DEEPEST), nth]);
      },
      onClose: (name, isImplied) => {
        const nth = open.get(name)?.pop();
        if (isImplied && nth !== undefined && !unclosed.has(name)) unclosed.set(name, nth);
      },
    },
  ]);
  return unclosed;
}

/** Of elements within one another, so many are told apart. */
const DEEPEST = 50;
