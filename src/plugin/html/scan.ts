import { elementOf } from "./elements.ts";
import { type Guarded, guardedCollector } from "./guarded.ts";
import { type LoneTag, loneTags, tagsWithOpenQuote } from "./open-elements.ts";
import { type Collector, readHtml } from "./read.ts";
import { urlsIn } from "./tags.ts";
import { oneLine, singleSpaced, textOf } from "./text.ts";
import { mayBeUnread, type Unread, unreadCollector } from "./unread.ts";

/** What is to be known of a page's text, as JSON keeps it. */
export interface Scanned extends Unread {
  /** The addresses that it leads to or shows, and the ids that can be led to; each once. */
  readonly links: readonly string[];
  readonly ids: readonly string[];
  /** The addresses of images without an alt text. */
  readonly imagesWithoutAlt: readonly string[];
  /** The addresses of frames without a title, by which screen readers name them. */
  readonly framesWithoutTitle: readonly string[];
  readonly headings: readonly Heading[];
  /** Its first words, for search engines; empty where it has none. */
  readonly description: string;
  /** How many there are. */
  readonly words: number;
  /** What a site's policy may forbid it to load or to do. */
  readonly guarded: readonly Guarded[];
  /** It opens nothing that it does not close. */
  readonly isBalanced: boolean;
  /** The tags that lack their other half. */
  readonly lone: readonly LoneTag[];
  /** The tags with a quotation mark that nothing closes, each once. */
  readonly openQuotes: readonly string[];
}

/** Reads a text once for all that is to be known of it. */
export function scan(html: string): Scanned {
  const [links, headings, words] = [linkCollector(), headingCollector(html), wordCounter()];
  const [description, balance, guarded] = [descriptionCollector(html), balanceCollector(html), guardedCollector()];
  const unread = unreadCollector();
  const more = mayBeUnread(html) ? [unread] : [];
  readHtml(html, [links, headings, description, balance, words, guarded, ...more]);
  const found = { headings: headings.result(), description: description.result(), isBalanced: balance.result() };
  const openQuotes = found.isBalanced ? [] : tagsWithOpenQuote(html);
  // What is swallowed lacks its other half for no fault of its own.
  const lone = found.isBalanced || openQuotes.length > 0 ? [] : loneTags(html);
  return {
    ...links.result(),
    ...found,
    lone,
    openQuotes,
    words: words.result(),
    guarded: guarded.result(),
    ...unread.result(),
  };
}

function linkCollector(): Collector<Pick<Scanned, "links" | "ids" | "imagesWithoutAlt" | "framesWithoutTitle">> {
  const links = new Set<string>();
  const ids = new Set<string>();
  const imagesWithoutAlt: string[] = [];
  const framesWithoutTitle: string[] = [];
  return {
    onOpen: (name, attributes) => {
      if (attributes.id !== undefined) ids.add(attributes.id);
      if (name === "a" && attributes.name !== undefined) ids.add(attributes.name);
      if (name === "img" && isAltMissing(attributes)) imagesWithoutAlt.push(attributes.src ?? "");
      if (name === "iframe" && isFrameUnnamed(attributes)) framesWithoutTitle.push(attributes.src ?? "");
      for (const url of urlsIn(attributes)) links.add(url);
    },
    result: () => ({ links: [...links], ids: [...ids], imagesWithoutAlt, framesWithoutTitle }),
  };
}

/** So many pieces of a text are counted together: all of a long one would take as much memory again. */
const PIECES = 1_000;

function wordCounter(): Collector<number> {
  const texts: string[] = [];
  let words = 0;
  const count = () => {
    const text = texts.join("");
    // A comma or the like that stood behind a tag is no word.
    words += text.match(/(?<!\S)[^\s.,;:!?]/g)?.length ?? 0;
    texts.length = 0;
    // A word of which this is the end begins no other.
    texts.push(/\S$/.test(text) ? "," : " ");
  };
  const add = (text: string) => {
    if (texts.push(text) > PIECES) count();
  };
  return {
    onText: add,
    onClose: () => add(" "),
    result: () => {
      count();
      return words;
    },
  };
}

/** An image that is said to be decorative needs none (https://www.w3.org/WAI/tutorials/images/decorative/). */
function isAltMissing({ alt = "", role, ...others }: Readonly<Record<string, string>>): boolean {
  const isDecorative = role === "presentation" || role === "none" || others["aria-hidden"] === "true";
  return !isDecorative && alt.trim() === "" && others["aria-label"] === undefined;
}

/** A frame that nobody sees, as those that count visitors, needs no name. */
function isFrameUnnamed({
  title = "",
  width,
  height,
  hidden,
  style = "",
  ...others
}: Readonly<Record<string, string>>) {
  const isSeen = hidden === undefined && others["aria-hidden"] !== "true" && width !== "0" && height !== "0";
  const isNamed = [title, others["aria-label"] ?? "", others["aria-labelledby"] ?? ""].some((one) => one.trim() !== "");
  return isSeen && !isNamed && !/display:\s*none/i.test(style);
}

/**
 * Whether some HTML is balanced: each element that it opens it closes by an end tag, and it has no other end tags. So it
 * means the same wherever it stands. Where in doubt, it is not.
 */
export function isBalanced(html: string): boolean {
  const balance = balanceCollector(html);
  readHtml(html, [balance]);
  return balance.result();
}

function balanceCollector(html: string): Collector<boolean> {
  let closed = 0;
  let isEndMissing = false;
  return {
    onClose: (name, isImplied) => {
      if (!isImplied) closed++;
      else if (!elementOf(name).isVoid) isEndMissing = true;
    },
    result: () => !isEndMissing && closed === (html.match(/<\//g)?.length ?? 0),
  };
}

/** A heading in some HTML. */
export interface Heading {
  /** 2 for `<h2>`. */
  readonly level: number;
  readonly id: string;
  /** What a reader reads of it, in one line. */
  readonly text: string;
  /** The offsets of the element, from the `<` of its start tag to after the `>` of its end tag. */
  readonly start: number;
  readonly end: number;
}

const NAME = /^h[2-4]$/;

/**
 * The headings of levels 2 to 4 that have an id and are in no other element: what is in an author's own boxes
 * belongs to these, and not to the page's outline.
 */
function headingCollector(html: string): Collector<Heading[]> {
  const headings: Heading[] = [];
  let depth = 0;
  let open: { level: number; id: string; text: string; start: number } | undefined;
  return {
    onOpen: (name, { id }, { startIndex }) => {
      if (depth === 0 && NAME.test(name) && id) open = { level: Number(name[1]), id, text: "", start: startIndex };
      depth++;
    },
    onText: (text) => {
      if (open) open.text += text;
    },
    onClose: (_name, isImplied, { endIndex }) => {
      depth--;
      if (depth > 0 || !open) return;
      const text = singleSpaced(open.text);
      // Without an end tag it is unknown where it ends. The parser leaves out the space in `</h2 >`.
      if (!isImplied && text !== "") headings.push({ ...open, text, end: html.indexOf(">", endIndex) + 1 });
      open = undefined;
    },
    result: () => headings,
  };
}

/** Search engines show this many characters of a description. */
const LONGEST = 155;
/** This many characters of a text are read for it: enough for the tags around the first words. */
const READ = 20_000;

/** What a page is about, of its first words: those of its paragraphs, else of whatever text it has; empty for none. */
function descriptionCollector(html: string): Collector<string> {
  const paragraphs: string[] = [];
  let open: string[] | undefined;
  let length = 0;
  return {
    onOpen: (name, _attributes, { startIndex }) => {
      if (name === "p" && length <= LONGEST && startIndex < READ) open = [];
    },
    onText: (text) => open?.push(text),
    onClose: (name, _isImplied, { startIndex }) => {
      if (!open) return;
      if (name !== "p" && startIndex < READ) return void open.push(" ");
      const paragraph = oneLine(open.join(""));
      paragraphs.push(paragraph);
      length += paragraph.length;
      open = undefined;
    },
    result: () => shorten(oneLine(paragraphs.join(" ")) || textOf(html.slice(0, READ))),
  };
}

/** A text cut between words, where it is too long. */
export function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  // Room for the dots; a text without spaces is cut where it must be, never through a character of two code units.
  const words =
    /^([\s\S]*\S)\s/.exec(text.slice(0, LONGEST))?.[1] ?? text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, "");
  return `${words.replace(/[\s,;:.–—-]+$/, "")}…`;
}
