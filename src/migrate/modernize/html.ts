import { menuListNames } from "../../plugin/dialect/fields.ts";
import { linesOf } from "../../plugin/fields/entry-lines.ts";
import type { NumberedEntry } from "../../plugin/fields/numbered.ts";
import type { HeaderLine } from "../../plugin/header/header.ts";
import { fieldElements } from "../../plugin/header/html-header.ts";
import { type Replacement, replaceParts } from "../../plugin/html/tags.ts";
import { groupBy } from "../../plugin/maps/group-by.ts";
import { pushAll } from "../../plugin/maps/many.ts";
import { countUntil } from "../../plugin/maps/prefixes.ts";
import { entryText, type Form } from "./menu-text.ts";
import type { Plan } from "./plan.ts";

/** An element that is a field, and where it is. */
type Element = ReturnType<typeof fieldElements>[number];

/**
 * An HTML page with its menus as elements, one for each entry: `<meta name="menu.dropdown" content="{ name: …, url: … }">`.
 * Each is where the first field of its entry was; if the fields are out of order, all are where the first of them was.
 */
export function rewriteHtml(text: string, plan: Plan, form: Form, url: string, end: string): string {
  // The parser counts every line break as one character.
  const source = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const byPlace = new Map(fieldElements(source).map((one) => [`${one.field.line}:${one.field.column}`, one]));
  const elementOf = (line: HeaderLine | undefined) => line && byPlace.get(`${line.line}:${line.column}`);
  const changes: Replacement[] = [];
  const replaced = new Set<Element>();
  for (const list of menuListNames) {
    const entries = plan.entries[list].map((entry) => ({ entry, at: firstOf(entry, elementOf) }));
    const inOrder = entries.every(({ at }, index) => at && at.start >= (entries[index - 1]?.at?.start ?? 0));
    const first = entries.map(({ at }) => at).sort((a, b) => (a?.start ?? 0) - (b?.start ?? 0))[0];
    const name = form === "menu" ? `menu.${list}` : form;
    const texts = entries.map(({ entry, at }, index) => {
      const text = entryText(form, list, entry, index + 1, url);
      return { at: inOrder ? at : first, text: element(name, text, source.slice(at?.start, at?.end)) };
    });
    for (const [at, all] of groupBy(texts, (one) => one.at)) {
      if (!at) continue;
      replaced.add(at);
      const own = all.map((one) => one.text);
      changes.push({ start: at.start, end: at.end, text: own.join(`${end}${indentOf(source, at.start)}`) });
    }
  }
  const gone = [...plan.moved, ...plan.dropped].flatMap((line) => elementOf(line) ?? []);
  const removed = gone.filter((at) => !replaced.has(at));
  pushAll(
    changes,
    together(source, removed).map((at) => withLine(source, at)),
  );
  for (const line of plan.commented.keys()) {
    const at = elementOf(line);
    const written = source.slice(at?.start, at?.end);
    // An element that would end the comment stays as it is.
    if (at && !written.includes("--")) changes.push({ ...at, text: `<!-- ${written} -->` });
  }
  return applied(text, changes);
}

function firstOf(entry: NumberedEntry, elementOf: (line: HeaderLine | undefined) => Element | undefined) {
  const elements = linesOf(entry).flatMap((line) => elementOf(line) ?? []);
  return elements.sort((a, b) => a.start - b.start)[0];
}

/** @param written the element that it replaces, whose way of closing it keeps */
function element(name: string, text: string, written: string): string {
  const content = text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const close = /(?<!\s)\s*\/?>$/.exec(written)?.[0] ?? ">";
  return `<meta name="${name}" content="${content}"${close.startsWith("\n") ? ">" : close}`;
}

function indentOf(source: string, at: number): string {
  const start = source.lastIndexOf("\n", at - 1) + 1;
  return /^[ \t]*/.exec(source.slice(start, at))?.[0] ?? "";
}

/** Joins elements that are side by side on a line. */
function together(source: string, elements: readonly Element[]): Replacement[] {
  const joined: Replacement[] = [];
  for (const { start, end } of elements.toSorted((a, b) => a.start - b.start)) {
    const previous = joined.at(-1);
    if (previous && /^[ \t]*$/.test(source.slice(previous.end, start)))
      joined[joined.length - 1] = { ...previous, end };
    else joined.push({ start, end, text: "" });
  }
  return joined;
}

/** An element that is removed takes its line along, if nothing else is on it. */
function withLine(source: string, { start, end }: Replacement): Replacement {
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const next = source.indexOf("\n", end);
  const isAlone = next >= 0 && `${source.slice(lineStart, start)}${source.slice(end, next)}`.trim() === "";
  return isAlone ? { start: lineStart, end: next + 1, text: "" } : { start, end, text: "" };
}

/** Changes a text at offsets that count each line break as one character. */
function applied(text: string, changes: readonly Replacement[]): string {
  const doubles = [...text.matchAll(/\r\n/g)].map(({ index }, count) => index - count);
  // After the nth line break of two characters, an offset is n characters too small.
  const place = (at: number) => at + countUntil(doubles.length, (index) => (doubles[index] ?? 0) < at);
  const sorted = changes.toSorted((a, b) => a.start - b.start);
  return replaceParts(
    text,
    sorted.map((one) => ({ ...one, start: place(one.start), end: place(one.end) })),
  );
}
