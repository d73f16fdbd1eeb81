import type { ElementKind } from "./elements.ts";
import { hasPicture } from "./pictures.ts";
import { collapse, hidesBlanksAfter, hidesBlanksBefore, trimEnd, trimStart } from "./whitespace.ts";

const TEXT = 0;
const START = 1;
const END = 2;
const PREFORMATTED_END = 3;

/** What the line of text ends with: a blank at its start, and after another blank, is not shown. */
const NOTHING = 0;
const BLANK = 1;
const OTHER = 2;

/**
 * Prints a page's elements and texts without the blanks that are not shown. A class, for one is made for each page, and
 * a dozen closures each time would cost as much as what they do.
 */
export class Printer {
  readonly #pieces: string[] = [];
  /** What each of them is. */
  readonly #kinds: number[] = [];
  /** How deep within an element in which each blank counts. */
  #preformatted = 0;
  #lineEnd = NOTHING;
  #previous: ElementKind | undefined;
  #isPreviousEnd = false;
  /** The element that was opened last, until it is closed. */
  #newest: ElementKind | undefined;
  #isNewestBlank = true;

  /** @param doctype what stands before the first element: printed with the rest, it does not have to be joined to it */
  constructor(doctype: string) {
    this.#print(doctype, START);
  }

  /**
   * Prints what is between two tags.
   *
   * @returns false where it is not certain what html-minifier-terser would leave of it
   */
  addText(text: string, next: ElementKind, isNextEnd: boolean): boolean {
    if (text === "") return true;
    if (this.#preformatted > 0 && hasPicture(text)) return false;
    const isHiddenBefore = hidesBlanksBefore(next, isNextEnd);
    const left = this.#preformatted > 0 ? text : this.#shown(text, isHiddenBefore);
    if (left === "") {
      if (this.#lineEnd === BLANK && this.#isPreviousEnd && isHiddenBefore) this.#trimPrinted();
      return true;
    }
    this.#isNewestBlank = false;
    this.#lineEnd = /\s$/.test(left) ? BLANK : OTHER;
    this.#print(left, TEXT);
    return true;
  }

  startElement(element: ElementKind, tag: string, isEmpty: boolean): void {
    this.#newest = element;
    this.#isNewestBlank = true;
    if (!element.isInlineText) this.#lineEnd = NOTHING;
    if (this.#preformatted === 0 && hidesBlanksBefore(element, false)) this.#trimPrinted();
    if (!isEmpty && (this.#preformatted > 0 || element.isPreformatted)) this.#preformatted++;
    this.#print(tag, START);
    this.#previous = element;
    this.#isPreviousEnd = false;
  }

  endElement(element: ElementKind): void {
    if (this.#preformatted > 0) this.#preformatted--;
    else if (hidesBlanksBefore(element, true)) this.#trimPrinted();
    this.#close(element);
    this.#previous = element;
    this.#isPreviousEnd = true;
  }

  /** Prints what is in an element and no markup, and the element's end. */
  addRaw(text: string, element: ElementKind): void {
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
    return this.#pieces.join("");
  }

  #print(piece: string, kind: number): void {
    this.#pieces.push(piece);
    this.#kinds.push(kind);
  }

  #shown(text: string, isHiddenBefore: boolean): string {
    const { isInlineText } = this.#previous ?? { isInlineText: false };
    const isAtStart =
      !this.#previous ||
      hidesBlanksAfter(this.#previous, this.#isPreviousEnd) ||
      (isInlineText && this.#lineEnd !== OTHER);
    const fromStart = isAtStart ? trimStart(text) : text;
    return collapse(isHiddenBefore ? trimEnd(fromStart) : fromStart);
  }

  /** Takes away blanks that were thought to be shown, through the ends of inline elements. */
  #trimPrinted(): void {
    for (let index = this.#pieces.length - 1; index >= 0; index--) {
      const kind = this.#kinds[index];
      if (kind === END) continue;
      if (kind !== TEXT) return;
      const trimmed = trimEnd(this.#pieces[index] ?? "");
      this.#pieces[index] = trimmed;
      if (trimmed !== "") return;
    }
  }

  #close(element: ElementKind): void {
    this.#print(`</${element.name}>`, element.isPreformatted ? PREFORMATTED_END : END);
    const isBlank = element.name === this.#newest?.name && this.#isNewestBlank;
    if (element.name === this.#newest?.name) this.#newest = undefined;
    if (!element.isInline) this.#lineEnd = NOTHING;
    else if (isBlank) this.#lineEnd = OTHER;
  }
}
