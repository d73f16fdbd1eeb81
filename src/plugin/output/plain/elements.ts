/** The tables of html-minifier-terser: how elements stand in a text, and which of them end others. */

import { namesOf } from "../../names-of.ts";

/** What is to be known of an element; nothing of this is true of an element that is not known. */
export interface ElementKind {
  readonly name: string;
  /** A blank beside it is shown. */
  readonly isInline: boolean;
  /** A blank at the edge of what is in it is shown as well. */
  readonly isInlineText: boolean;
  /** It has no end and stands in a line. */
  readonly isInlineEmpty: boolean;
  /** Each blank in it counts. */
  readonly isPreformatted: boolean;
  /** It has no end tag. */
  readonly isEmpty: boolean;
  /** What is in it is no markup. */
  readonly isRaw: boolean;
  /** It ends where another of its name begins. */
  readonly endsItself: boolean;
  /** It ends a paragraph. */
  readonly endsParagraph: boolean;
}

const INLINE = namesOf(
  "a abbr acronym b bdi bdo big button cite code del dfn em font i ins kbd label mark math nobr object q rp rt rtc ruby s samp select small span strike strong sub sup svg textarea time tt u var",
);
const INLINE_TEXT = namesOf(
  "a abbr acronym b big del em font i ins kbd mark nobr rp s samp small span strike strong sub sup time tt u var",
);
const INLINE_EMPTY = namesOf("comment img input wbr");
const PREFORMATTED = namesOf("pre textarea");
const EMPTY = namesOf(
  "area base basefont br col embed frame hr img input isindex keygen link meta param source track wbr",
);
const RAW = namesOf("script style");
const ENDS_ITSELF = namesOf("colgroup dd dt li option p td tfoot th thead tr source");
const ENDS_PARAGRAPH = namesOf(
  "address article aside base blockquote body caption col colgroup dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li menuitem meta ol optgroup option param rp rt source style summary tbody td tfoot th thead title tr track ul",
);

const KINDS: ReadonlyMap<string, ElementKind> = new Map(
  [...INLINE, ...INLINE_EMPTY, ...EMPTY, ...RAW, ...ENDS_ITSELF, ...ENDS_PARAGRAPH, ...PREFORMATTED].map((name) => [
    name,
    describe(name),
  ]),
);

/** One look for each tag: asking each table would cost more than all else. */
export function kindOf(name: string): ElementKind {
  return KINDS.get(name) ?? describe(name);
}

function describe(name: string): ElementKind {
  return {
    name,
    isInline: INLINE.has(name),
    isInlineText: INLINE_TEXT.has(name),
    isInlineEmpty: INLINE_EMPTY.has(name),
    isPreformatted: PREFORMATTED.has(name),
    isEmpty: EMPTY.has(name),
    isRaw: RAW.has(name),
    endsItself: ENDS_ITSELF.has(name),
    endsParagraph: ENDS_PARAGRAPH.has(name),
  };
}

/**
 * Whether an element can begin within others without ending one of them, or making one that is not written. Of blanks
 * beside a place for a line break the minifier has rules of its own.
 */
export function canOpen({ name, endsItself, endsParagraph }: ElementKind, open: readonly ElementKind[]): boolean {
  const parent = open.at(-1)?.name;
  if (endsItself && parent === name) return false;
  if (endsParagraph && parent === "p") return false;
  if (name === "tbody") return !isOpen("thead", open);
  if (name === "tfoot") return !isOpen("thead", open) && !isOpen("tbody", open);
  if (name === "col") return isOpen("colgroup", open);
  if (name === "wbr" || name === "nobr") return false;
  return name !== "html" || parent === undefined;
}

function isOpen(name: string, open: readonly ElementKind[]): boolean {
  return open.some((one) => one.name === name);
}
