import { type DefaultTreeAdapterMap, defaultTreeAdapter, Parser, type Token } from "parse5";
import { menuLists } from "../dialect/fields.ts";
import { MOST_FIELDS } from "../findings/bounds.ts";
import { nearest } from "../findings/nearest.ts";
import { type Position, readHtml } from "../html/read.ts";
import type { Header, HeaderLine, NestedField } from "./header.ts";
import { entryNode } from "./menu-nodes.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/**
 * Reads the `<meta name content>` and `<title>` elements of an HTML page's head, as Pelican's HTMLReader does
 * (https://docs.getpelican.com/en/latest/content.html#file-metadata). Comments do not count.
 * An entry of a menu in a modern form is an element of its own: `<meta name="menu.dropdown" content="{ name: …, url: … }">`,
 * or one by the name of `eleventyNavigation`.
 *
 * The body is what is inside `<body>`, or the whole text where there is none.
 */
export function readHtmlHeader(text: string): Header {
  const { head, body } = partsOf(text);
  const { from, to } = body;
  const all = children(head).flatMap((element) => toLine(element, text) ?? []);
  const menus = all.filter(isMenuEntry);
  const lines = all.filter((line) => !menus.includes(line));
  return {
    syntax: all.length > 0 ? "html" : "none",
    lines,
    menus: menus.map(toField),
    data: {},
    body: text.slice(from, to),
    bodyLine: text.slice(0, from).split("\n").length,
  };
}

/** The elements of a page's head that are fields, and where each begins and ends in the text. */
export function fieldElements(text: string): { field: HeaderLine; start: number; end: number }[] {
  return children(partsOf(text).head).flatMap((element) => {
    const [field, place] = [toLine(element, text), element.sourceCodeLocation];
    return field && place ? [{ field, start: place.startOffset, end: place.endOffset }] : [];
  });
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What is in a page's head is read, and no more: a parser that makes a tree takes long for one that is nested deeply. */
function partsOf(text: string): { head: Element | undefined; body: Range } {
  const parser = new HeadParser();
  parser.tokenizer.write(text, true);
  const find = (node: Node | undefined, name: string) => children(node).find((child) => child.tagName === name);
  const html = find(parser.document, "html");
  return { head: find(html, "head"), body: bodyRange(find(html, "body"), text, parser.endedAt) };
}

/** No head has so many elements in one another. */
const DEEPEST = 100;

/** Ends where a body has begun. */
class HeadParser extends Parser<DefaultTreeAdapterMap> {
  /** What it could not go into. */
  endedAt: number | undefined;
  #depth = 0;
  #elements = 0;

  constructor() {
    const { appendChild, insertText } = defaultTreeAdapter;
    super({
      sourceCodeLocationInfo: true,
      treeAdapter: {
        ...defaultTreeAdapter,
        appendChild: (parent, node) => {
          appendChild(parent, node);
          // An element that is not written is nowhere.
          if (node.sourceCodeLocation) this.#endIn(parent);
          // So many are read that the header is seen to be too long.
          if (++this.#elements > MOST_FIELDS + DEEPEST) this.#end();
        },
        insertText: (parent, text) => {
          insertText(parent, text);
          this.#endIn(parent);
        },
        onItemPush: () => this.#deeper(),
        onItemPop: () => void this.#depth--,
      },
    });
  }

  #endIn(parent: Node): void {
    if (parent.nodeName === "body") this.tokenizer.pause();
  }

  #deeper(): void {
    this.#depth++;
    if (this.#depth > DEEPEST) this.#end();
  }

  #end(): void {
    this.endedAt ??= this.currentToken?.location?.startOffset;
    this.tokenizer.pause();
  }
}

function isMenuEntry({ key }: HeaderLine): boolean {
  const list = /^menu\.(\w+)$/i.exec(key)?.[1];
  return key.toLowerCase() === "eleventynavigation" || nearest(list ?? "", Object.keys(menuLists)) !== undefined;
}

function toField({ key, value, line, column, valueLine = line, valueColumn }: HeaderLine): NestedField {
  return { key, line, column, value: entryNode(value, { line: valueLine, column: valueColumn }) };
}

function children(node: Node | undefined): Element[] {
  return node && "childNodes" in node ? node.childNodes.filter((child): child is Element => "tagName" in child) : [];
}

function toLine(element: Element, text: string): HeaderLine | undefined {
  const place = element.sourceCodeLocation;
  if (!place) return undefined;
  const [line, column] = [place.startLine, place.startCol];
  if (element.tagName === "title") {
    const start = place.startTag?.endOffset ?? 0;
    const value = element.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
    const valueColumn = start - text.lastIndexOf("\n", start - 1);
    return { key: "Title", value: value.trim(), line, column, valueColumn };
  }
  if (element.tagName !== "meta") return undefined;
  const attribute = (name: string) => element.attrs.find((attr) => attr.name === name)?.value;
  const [key, value] = [attribute("name"), attribute("content") ?? attribute("contents")];
  if (key === undefined || value === undefined) return undefined;
  // Pelican reads the keywords of a page as its tags.
  const name = key.toLowerCase() === "keywords" ? "Tags" : key;
  const [keyAt, valueAt] = [attributePlace(place, "name", text), attributePlace(place, "content", text)];
  return {
    key: name,
    value: value.trim(),
    line: keyAt?.line ?? line,
    column: keyAt?.column ?? column,
    valueLine: valueAt?.line ?? line,
    valueColumn: valueAt?.column ?? column,
  };
}

/** Where the value of an attribute begins. */
function attributePlace(place: Token.ElementLocation, name: string, text: string) {
  const attribute = place.attrs?.[name];
  if (!attribute) return undefined;
  const written = text.slice(attribute.startOffset, attribute.endOffset);
  const before = /^[^=]*=\s*["']?/.exec(written)?.[0].length ?? 0;
  return { line: attribute.startLine, column: attribute.startCol + before };
}

function bodyRange(body: Element | undefined, text: string, otherwise = text.length): Range {
  const tag = body?.sourceCodeLocation?.startTag;
  if (tag) return { from: tag.endOffset, to: bodyEnd(text, tag.endOffset) };
  // No <body> is written: it begins with the first thing that is not of the head.
  const first = body?.childNodes.find((node) => node.sourceCodeLocation);
  return { from: first?.sourceCodeLocation?.startOffset ?? otherwise, to: text.length };
}

/** Where the last `</body>` is that is no text, or the end. */
function bodyEnd(text: string, from: number): number {
  const body = text.slice(from);
  const ends = body.match(/<\/body/gi)?.length ?? 0;
  let end = text.length;
  if (ends === 0) return end;
  // For the parser there is an end only of what has begun.
  const starts = "<body>".repeat(ends);
  const onClose = (name: string, isImplied: boolean, { startIndex }: Position) => {
    if (name === "body" && !isImplied) end = from + startIndex - starts.length;
  };
  readHtml(starts + body, [{ onClose }]);
  return end;
}
