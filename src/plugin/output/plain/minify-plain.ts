import { canOpen, type ElementKind, kindOf } from "./elements.ts";
import { putBack, takeOut } from "./pictures.ts";
import { Printer } from "./printer.ts";
import { readTag } from "./tag.ts";

/** What may stand before the first element. */
const START = /^[ \n\r\t\f]*(<!doctype html>\s*(?=<html[\s>]))?(?=<)/i;
const END_TAG = /<\/([a-z][a-z0-9-]*)>/y;
const RAW_END = /<\/(?:script|style)[^>]*>/gi;
const SLASH = 47;

/**
 * Minifies a page, or a part that begins and ends with a tag, as html-minifier-terser does, in a small part of its time,
 * where the HTML is plain: each element is closed where it was opened, there are no comments, and no attributes that need
 * more than trimming. That is what templates and Markdown make.
 *
 * @returns undefined where it is not plain, and html-minifier-terser has to be asked
 */
export function minifyPlain(html: string): string | undefined {
  const taken = takeOut(html);
  const start = taken && START.exec(taken.html);
  const end = taken ? taken.html.lastIndexOf(">") + 1 : 0;
  if (!start || /[^ \n\r\t\f]/.test(taken.html.slice(end))) return undefined;
  const minified = minifyElements(taken.html, start[0].length, end);
  if (minified === undefined) return undefined;
  return putBack(`${start[1] ? "<!doctype html>" : ""}${minified}`, taken.pictures);
}

/** Reads the tags and texts between two places, and prints them. */
function minifyElements(source: string, start: number, end: number): string | undefined {
  const printer = new Printer();
  const open: ElementKind[] = [];
  let images = 0;
  for (let at = start; at < end; ) {
    const next = source.indexOf("<", at);
    const before = next === at ? "" : source.slice(at, next);
    if (before.includes(">")) return undefined;
    if (source.charCodeAt(next + 1) === SLASH) {
      const element = open.pop();
      END_TAG.lastIndex = next;
      if (!element || END_TAG.exec(source)?.[1] !== element.name) return undefined;
      if (!printer.addText(before, element, true)) return undefined;
      printer.endElement(element);
      if (element.name === "svg") images--;
      at = END_TAG.lastIndex;
      continue;
    }
    const tag = readTag(source, next, images > 0);
    const element = kindOf(tag?.name ?? "");
    if (!tag || !canOpen(element, open) || !printer.addText(before, element, false)) return undefined;
    const isEmpty = element.isEmpty || (tag.hasSlash && images > 0);
    if (tag.hasSlash && !isEmpty) return undefined;
    printer.startElement(element, tag.html, isEmpty);
    at = tag.end;
    if (element.isRaw) {
      RAW_END.lastIndex = at;
      const rawEnd = RAW_END.exec(source);
      const text = source.slice(at, rawEnd?.index);
      if (rawEnd?.[0] !== `</${element.name}>` || /<[?%]/.test(text)) return undefined;
      printer.addRaw(text, element);
      at = RAW_END.lastIndex;
    } else if (!isEmpty) {
      open.push(element);
      if (element.name === "svg") images++;
    }
  }
  return open.length === 0 ? printer.html() : undefined;
}
