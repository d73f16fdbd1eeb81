import { Parser } from "htmlparser2";

/** Where in the source the tag or text that is read stands: its first and its last character. */
export interface Position {
  readonly startIndex: number;
  readonly endIndex: number;
}

/** Reads what it asks for of some HTML, in order. Comments are left out, and escaped markup is text. */
export interface HtmlReader {
  readonly onOpen?: (name: string, attributes: Readonly<Record<string, string>>, at: Position) => void;
  /** Of a text, or of a part of one: a character reference is a part of its own. */
  readonly onText?: (text: string, at: Position) => void;
  /** @param isImplied the source has no such end tag: the element is void, or another tag ends it */
  readonly onClose?: (name: string, isImplied: boolean, at: Position) => void;
}

/** A reader that makes something of what it reads. */
export interface Collector<Result> extends HtmlReader {
  /** After all was read. */
  readonly result: () => Result;
}

/** Nobody writes elements in so many others; the parser takes longer for each the more there are. */
const DEEPEST = 2_000;

/** A parser to which an element that is nested too deep is empty: what is in it is read as what follows it. */
class BoundedParser extends Parser {
  depth = 0;
  /** An element was begun, and the parser asks of it again. */
  isBegun = false;
  #wasEmpty = false;

  override isVoidElement(name: string): boolean {
    if (!this.isBegun) this.#wasEmpty = this.depth >= DEEPEST || super.isVoidElement(name);
    this.isBegun = false;
    return this.#wasEmpty;
  }
}

/** Who may know enough before the end is asked after so many characters. */
const PIECE = 65_536;

/**
 * Reads some HTML once for all who want to know something of it: reading is what takes time.
 *
 * @param isEnough whether no more is to be read; what is open then is not closed
 */
export function readHtml(html: string, readers: readonly HtmlReader[], isEnough?: () => boolean): void {
  const onOpen = readers.flatMap((reader) => reader.onOpen ?? []);
  const onText = readers.flatMap((reader) => reader.onText ?? []);
  const onClose = readers.flatMap((reader) => reader.onClose ?? []);
  const parser = new BoundedParser({
    onopentag: (name, attributes) => {
      parser.depth++;
      parser.isBegun = true;
      for (const tell of onOpen) tell(name, attributes, parser);
    },
    ontext: (text) => {
      for (const tell of onText) tell(text, parser);
    },
    onclosetag: (name, isImplied) => {
      parser.depth--;
      // Of a `</br>`, which is an element, the parser asks nothing.
      parser.isBegun = false;
      for (const tell of onClose) tell(name, isImplied, parser);
    },
  });
  for (let at = 0; isEnough && at < html.length; at += PIECE) {
    parser.write(html.slice(at, at + PIECE));
    if (isEnough()) return;
  }
  parser.end(isEnough ? undefined : html);
}
