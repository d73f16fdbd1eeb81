import { wordSet } from "../../maps/word-set.ts";
import { elementNames, elementOf, type HtmlElement } from "../elements.ts";
import type { Replacement } from "../tags.ts";
import { putBack, takeOut } from "./pictures.ts";
import { Printer } from "./printer.ts";
import { readStartTag } from "./start-tag.ts";

/** What may be before the first element. */
const START = /^[ \n\r\t\f]*(<!doctype html>\s*(?=<html[\s>]))?(?=<)/i;
const END_TAG = /<\/([a-z][a-z0-9-]*)>/y;
const RAW_END = new RegExp(`</(?:${elementNames(({ isRawText }) => isRawText).join("|")})[^>]*>`, "gi");
const SLASH = 47;

/** A part that is kept is taken for a block. */
const BLOCK = elementOf("div");

/** What has more characters stays as it is: to print it anew takes some times as much memory, and gains no visitor anything. */
const LONGEST = 50_000_000;

/**
 * Minifies a page, or a part that begins and ends with a tag, as html-minifier-terser does, in a small part of its time,
 * where the HTML is plain: each element is closed where it was opened, there are no comments, and no attributes that need
 * more than trimming. That is what templates and Markdown make.
 *
 * @param kept the parts that are not looked into, in their order, and what is printed in their place
 * @returns undefined where it is not plain, and html-minifier-terser has to be asked
 */
export function minifyPlain(html: string, kept: readonly Replacement[] = []): string | undefined {
  if (html.length > LONGEST) return html;
  const hasPictures = html.includes("<picture");
  // Where a picture is taken out, what follows it moves.
  if (hasPictures && kept.length > 0) return undefined;
  const taken = hasPictures ? takeOut(html) : { html, pictures: [] };
  const start = taken && START.exec(taken.html);
  const end = taken ? taken.html.lastIndexOf(">") + 1 : 0;
  if (!start || /[^ \n\r\t\f]/.test(taken.html.slice(end))) return undefined;
  const printer = new Printer(start[1] ? "<!doctype html>" : "");
  const isPlain = minifyElements(taken.html, start[0].length, end, kept, printer);
  return isPlain ? putBack(printer.html(), taken.pictures) : undefined;
}

/**
 * Reads the tags and texts between two places, and prints them.
 *
 * @returns whether all of it is plain
 */
function minifyElements(source: string, start: number, end: number, kept: readonly Replacement[], printer: Printer) {
  const open: HtmlElement[] = [];
  let images = 0;
  let nextKept = 0;
  for (let at = start; at < end; ) {
    const next = source.indexOf("<", at);
    const part = kept[nextKept];
    if (part && next >= part.start) {
      // Within a tag it would be something else.
      if (part.start < at || printer.isPreformatted()) return false;
      if (!printer.addText(source.slice(at, part.start), BLOCK, false)) return false;
      printer.startElement(BLOCK, part.text, true);
      at = part.end;
      nextKept++;
      continue;
    }
    if (next < 0) return false;
    const before = next === at ? "" : source.slice(at, next);
    if (before.includes(">")) return false;
    if (source.charCodeAt(next + 1) === SLASH) {
      const element = open.pop();
      END_TAG.lastIndex = next;
      if (!element || END_TAG.exec(source)?.[1] !== element.name) return false;
      if (!printer.addText(before, element, true)) return false;
      printer.endElement(element);
      if (element.name === "svg") images--;
      at = END_TAG.lastIndex;
      continue;
    }
    const tag = readStartTag(source, next, images > 0);
    const element = elementOf(tag?.name ?? "");
    if (!tag || !canOpen(element, open) || !printer.addText(before, element, false)) return false;
    const isEmpty = element.isVoid || (tag.hasSlash && images > 0);
    if (tag.hasSlash && !isEmpty) return false;
    printer.startElement(element, tag.html, isEmpty);
    at = tag.end;
    if (element.isRawText) {
      RAW_END.lastIndex = at;
      const rawEnd = RAW_END.exec(source);
      const text = source.slice(at, rawEnd?.index);
      if (rawEnd?.[0] !== `</${element.name}>` || /<[?%]/.test(text)) return false;
      printer.addRaw(text, element);
      at = RAW_END.lastIndex;
    } else if (!isEmpty) {
      open.push(element);
      if (element.name === "svg") images++;
    }
  }
  return open.length === 0;
}

/** Elements that html-minifier-terser has rules of its own for. */
const UNSURE = wordSet("comment nobr wbr");

/** Whether an element can begin within others without ending one of them, or making one that is not written. */
function canOpen({ name, isBlock, hasOptionalEnd }: HtmlElement, open: readonly HtmlElement[]): boolean {
  const parent = open.at(-1)?.name;
  if (hasOptionalEnd && parent === name) return false;
  // Of the elements whose end is optional, none can be in a paragraph.
  if (parent === "p" && (isBlock || hasOptionalEnd || name === "base")) return false;
  if (name === "tbody") return !isOpen("thead", open);
  if (name === "tfoot") return !isOpen("thead", open) && !isOpen("tbody", open);
  if (name === "col") return isOpen("colgroup", open);
  if (name === "html") return parent === undefined;
  return !UNSURE.has(name);
}

function isOpen(name: string, open: readonly HtmlElement[]): boolean {
  return open.some((one) => one.name === name);
}
