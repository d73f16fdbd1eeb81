import type { HtmlElement } from "../elements.ts";
import { hasPicture } from "./pictures.ts";
import { collapse, hidesAfter, hidesBefore, trimEnd, trimStart } from "./whitespace.ts";

const TEXT = 0;
const START = 1;
const END = 2;
const PREFORMATTED_END = 3;

/** What the line of text ends with: whitespace at its start, and after other whitespace, is not shown. */
const NOTHING = 0;
const WHITESPACE = 1;
const OTHER = 2;

/** More parts than these are joined: a page of a million elements has four millions. */
const MOST_PARTS = 50_000;

/**
 * Prints a page's elements and texts without the whitespace that is not shown. It is a class because
 * one is made for each page, and a dozen closures each time would cost as much as what they do.
 */
export class Printer {
  #parts: string[] = [];
  /** What each of them is. */
  #kinds: number[] = [];
  /** How deep within an element in which all whitespace is shown. */
  #preformatted = 0;
  #lineEnd = NOTHING;
  #previous: HtmlElement | undefined;
  #isPreviousEnd = false;
  /** The element that was opened last, until it is closed. */
  #newest: HtmlElement | undefined;
  #isNewestEmpty = true;

  /** @param doctype what is before the first element: printed with the rest, it does not have to be joined to it */
  constructor(doctype: string) {
    this.#print(doctype, START);
  }

  /**
   * Prints what is between two tags.
   *
   * @returns false where it is not certain what html-minifier-terser would leave of it
   */
  addText(text: string, next: HtmlElement, isNextEnd: boolean): boolean {
    if (text === "") return true;
    if (this.#preformatted > 0 && hasPicture(text)) return false;
    const isHiddenBefore = hidesBefore(next, isNextEnd);
    const left = this.#preformatted > 0 ? text : this.#shown(text, isHiddenBefore);
    if (left === "") {
      if (this.#lineEnd === WHITESPACE && this.#isPreviousEnd && isHiddenBefore) this.#trimPrinted();
      return true;
    }
    this.#isNewestEmpty = false;
    this.#lineEnd = /\s$/.test(left) ? WHITESPACE : OTHER;
    this.#print(left, TEXT);
    return true;
  }

  startElement(element: HtmlElement, tag: string, isEmpty: boolean): void {
    this.#newest = element;
    this.#isNewestEmpty = true;
    if (!element.isInlineText) this.#lineEnd = NOTHING;
    if (this.#preformatted === 0 && hidesBefore(element, false)) this.#trimPrinted();
    if (!isEmpty && (this.#preformatted > 0 || element.isPreformatted)) this.#preformatted++;
    this.#print(tag, START);
    this.#previous = element;
    this.#isPreviousEnd = false;
  }

  endElement(element: HtmlElement): void {
    if (this.#preformatted > 0) this.#preformatted--;
    else if (hidesBefore(element, true)) this.#trimPrinted();
    this.#close(element);
    this.#previous = element;
    this.#isPreviousEnd = true;
  }

  /** Prints what is in an element and no markup, and the element's end. */
  addRaw(text: string, element: HtmlElement): void {
    const trimmed = this.#preformatted > 0 ? text : trimEnd(trimStart(text));
    if (trimmed !== "") this.#print(trimmed, TEXT);
    if (this.#preformatted > 0) this.#preformatted--;
    // To html-minifier-terser, what follows it follows its start.
    this.#close(element);
  }

  isPreformatted(): boolean {
    return this.#preformatted > 0;
  }

  html(): string {
    this.#trimPrinted();
    return this.#parts.join("");
  }

  #print(part: string, kind: number): void {
    // Nothing before a start is looked at again.
    if (kind === START && this.#parts.length > MOST_PARTS)
      [this.#parts, this.#kinds] = [[this.#parts.join("")], [START]];
    this.#parts.push(part);
    this.#kinds.push(kind);
  }

  #shown(text: string, isHiddenBefore: boolean): string {
    const { isInlineText } = this.#previous ?? { isInlineText: false };
    const isAtStart =
      !this.#previous || hidesAfter(this.#previous, this.#isPreviousEnd) || (isInlineText && this.#lineEnd !== OTHER);
    const fromStart = isAtStart ? trimStart(text) : text;
    return collapse(isHiddenBefore ? trimEnd(fromStart) : fromStart);
  }

  /** Takes away whitespace that was thought to be shown, through the ends of inline elements. */
  #trimPrinted(): void {
    for (let index = this.#parts.length - 1; index >= 0; index--) {
      const kind = this.#kinds[index];
      if (kind === END) continue;
      if (kind !== TEXT) return;
      const trimmed = trimEnd(this.#parts[index] ?? "");
      this.#parts[index] = trimmed;
      if (trimmed !== "") return;
    }
  }

  #close(element: HtmlElement): void {
    this.#print(`</${element.name}>`, element.isPreformatted ? PREFORMATTED_END : END);
    const isEmpty = element.name === this.#newest?.name && this.#isNewestEmpty;
    if (element.name === this.#newest?.name) this.#newest = undefined;
    if (!element.isInline) this.#lineEnd = NOTHING;
    else if (isEmpty) this.#lineEnd = OTHER;
  }
}
