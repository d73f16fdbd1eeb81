import { wordSet } from "../maps/word-set.ts";

/** What is to be known of an element; none of it is true of an element that HTML does not have. */
export interface HtmlElement {
  readonly name: string;
  /** It is an element of HTML, or was one. */
  readonly isKnown: boolean;
  /** It is empty and has no end tag: https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
  readonly isVoid: boolean;
  /** It is inline: whitespace beside it is shown. */
  readonly isInline: boolean;
  /** Whitespace at the edges of what is in it is shown as well. */
  readonly isInlineText: boolean;
  /** It ends a paragraph that is open, and Markdown leaves it as it is, up to its end tag. */
  readonly isBlock: boolean;
  /** To Python-Markdown it is a block, to a browser it is not. */
  readonly isMarkdownBlock: boolean;
  /** It holds text and no paragraphs. */
  readonly holdsText: boolean;
  /** Its end tag may be left out: where another of its name begins, it ends. */
  readonly hasOptionalEnd: boolean;
  /** All whitespace in it is shown. */
  readonly isPreformatted: boolean;
  /** What is in it is no markup. */
  readonly isRawText: boolean;
}

type Trait = Exclude<keyof HtmlElement, "name" | "isKnown">;

/**
 * Each element once, with all that is true of it. Where whitespace is shown, html-minifier-terser decides; which elements
 * are blocks, Python-Markdown does (`block_level_elements`).
 */
const TABLE: readonly (readonly [names: string, ...traits: Trait[]])[] = [
  [
    "a abbr acronym b big del em font i ins kbd mark nobr s samp small span strike strong sub sup time tt u var",
    "isInline",
    "isInlineText",
  ],
  ["bdi bdo button cite code dfn label q rtc ruby select svg", "isInline"],
  ["rp", "isInline", "isInlineText", "hasOptionalEnd"],
  ["rt", "isInline", "hasOptionalEnd"],
  ["math object", "isInline", "isMarkdownBlock"],
  ["textarea", "isInline", "isMarkdownBlock", "isPreformatted"],
  ["img input wbr", "isInline", "isVoid"],
  ["area base basefont br embed isindex keygen", "isVoid"],
  ["canvas iframe map noscript output progress video", "isMarkdownBlock"],
  [
    "article aside blockquote body caption center details dialog dir div dl fieldset figcaption figure footer form frameset group head header hgroup html main menu menuitem nav noframes ol search section table title ul",
    "isBlock",
  ],
  ["address h1 h2 h3 h4 h5 h6 legend summary", "isBlock", "holdsText"],
  ["dt p td th", "isBlock", "holdsText", "hasOptionalEnd"],
  ["colgroup dd li optgroup option tbody tfoot thead tr", "isBlock", "hasOptionalEnd"],
  ["col frame hr link meta param source track", "isBlock", "isVoid"],
  ["pre", "isBlock", "isPreformatted"],
  ["style", "isBlock", "isRawText"],
  ["script", "isMarkdownBlock", "isRawText"],
];

/** All of one shape: each tag of a page is looked up here. */
const UNKNOWN: HtmlElement = {
  name: "",
  isKnown: false,
  isVoid: false,
  isInline: false,
  isInlineText: false,
  isBlock: false,
  isMarkdownBlock: false,
  holdsText: false,
  hasOptionalEnd: false,
  isPreformatted: false,
  isRawText: false,
};

const ELEMENTS: ReadonlyMap<string, HtmlElement> = new Map(
  TABLE.flatMap(([names, ...traits]) => {
    const known = Object.fromEntries(traits.map((trait) => [trait, true]));
    return [...wordSet(names)].map((name) => [name, { ...UNKNOWN, name, isKnown: true, ...known }]);
  }),
);

/** @param name in lower case */
export function elementOf(name: string): HtmlElement {
  return ELEMENTS.get(name) ?? { ...UNKNOWN, name };
}

/** The names of the elements of which something is true. */
export function elementNames(isTrue: (element: HtmlElement) => boolean): string[] {
  return [...ELEMENTS.values()].filter(isTrue).map(({ name }) => name);
}
