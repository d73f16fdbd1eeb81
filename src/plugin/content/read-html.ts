import { Parser } from "htmlparser2";
import { CLOSE, OPEN, readPlainHtml } from "./read-plain-html.ts";

/** Where in the source the tag that is read stands: its `<`, and its last character. */
export interface Position {
  readonly startIndex: number;
  readonly endIndex: number;
}

/** What is told of a piece of HTML, in its order. Comments and markup that is escaped are not. */
export interface HtmlReader {
  readonly onOpen?: (name: string, attributes: Readonly<Record<string, string>>, at: Position) => void;
  readonly onText?: (text: string) => void;
  /** @param isImplied the source has no such end tag: an empty element's, or one that another tag stands for */
  readonly onClose?: (name: string, isImplied: boolean, at: Position) => void;
}

/** Reads a piece of HTML once for all who want to know something of it: reading is what costs time. */
export function readHtml(html: string, readers: readonly HtmlReader[]): void {
  if (!readIfPlain(html, readers)) parseHtml(html, readers);
}

/**
 * Reads it where it is plain. Then it is whole in itself, too.
 *
 * @returns whether it was read; else nobody was told anything
 */
export function readIfPlain(html: string, readers: readonly HtmlReader[]): boolean {
  const events = readPlainHtml(html);
  if (!events) return false;
  const { onOpen, onText, onClose } = listenersOf(readers);
  for (const event of events) {
    const { kind, name } = event;
    if (kind === OPEN) for (const tell of onOpen) tell(name, event.attributes, event);
    else if (kind === CLOSE) for (const tell of onClose) tell(name, event.isImplied, event);
    else for (const tell of onText) tell(name);
  }
  return true;
}

/** Reads any HTML. */
export function parseHtml(html: string, readers: readonly HtmlReader[]): void {
  const { onOpen, onText, onClose } = listenersOf(readers);
  const parser = new Parser({
    onopentag: (name, attributes) => {
      for (const tell of onOpen) tell(name, attributes, parser);
    },
    ontext: (text) => {
      for (const tell of onText) tell(text);
    },
    onclosetag: (name, isImplied) => {
      for (const tell of onClose) tell(name, isImplied, parser);
    },
  });
  parser.end(html);
}

function listenersOf(readers: readonly HtmlReader[]) {
  return {
    onOpen: readers.flatMap((reader) => reader.onOpen ?? []),
    onText: readers.flatMap((reader) => reader.onText ?? []),
    onClose: readers.flatMap((reader) => reader.onClose ?? []),
  };
}
