import type { NumberedEntry } from "../fields/numbered.ts";
import { menuListNames } from "../fields/table.ts";
import type { HeaderLine } from "../header/header.ts";
import { fieldElements } from "../header/html-header.ts";
import { entryText, type Form } from "./menu-text.ts";
import type { Plan } from "./plan.ts";

/** A piece of a text that is replaced; an empty one goes with its line, where it has one of its own. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Element {
  readonly field: HeaderLine;
  readonly from: number;
  readonly to: number;
}

/**
 * An HTML page with its menus as elements, one for each entry: `<meta name="menu.dropdown" content="{ name: …, url: … }">`.
 * Each stands where the first field of its entry was, or, where the fields are not in their order, all where the first
 * of them was.
 */
export function rewriteHtml(text: string, plan: Plan, form: Form, url: string, end: string): string {
  // The parser counts as if every line ended alike.
  const source = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const byPlace = new Map(fieldElements(source).map((one) => [`${one.field.line}:${one.field.column}`, one]));
  const elementOf = (line: HeaderLine | undefined) => line && byPlace.get(`${line.line}:${line.column}`);
  const changes: Change[] = [];
  const replaced = new Set<Element>();
  for (const list of menuListNames) {
    const entries = plan.entries[list].map((entry) => ({ entry, at: firstOf(entry, elementOf) }));
    const inOrder = entries.every(({ at }, index) => at && at.from >= (entries[index - 1]?.at?.from ?? 0));
    const first = entries.map(({ at }) => at).sort((a, b) => (a?.from ?? 0) - (b?.from ?? 0))[0];
    const texts = entries.map(({ entry, at }, index) => ({
      at: inOrder ? at : first,
      text: element(list, entry, index + 1, form, url, source.slice(at?.from, at?.to)),
    }));
    for (const at of new Set(texts.map((one) => one.at))) {
      if (!at) continue;
      replaced.add(at);
      const own = texts.filter((one) => one.at === at).map((one) => one.text);
      changes.push({ from: at.from, to: at.to, text: own.join(`${end}${indentOf(source, at.from)}`) });
    }
  }
  const gone = [...plan.moved, ...plan.dropped].flatMap((line) => elementOf(line) ?? []);
  changes.push(
    ...together(
      source,
      gone.filter((at) => !replaced.has(at)),
    ).map((at) => withLine(source, at)),
  );
  for (const line of plan.commented.keys()) {
    const at = elementOf(line);
    const written = source.slice(at?.from, at?.to);
    // What would end the comment stays an element.
    if (at && !written.includes("--")) changes.push({ ...at, text: `<!-- ${written} -->` });
  }
  return applied(text, changes);
}

function firstOf(
  { name, url }: NumberedEntry,
  elementOf: (line: HeaderLine | undefined) => Element | undefined,
): Element | undefined {
  const [a, b] = [elementOf(name), elementOf(url)];
  return a && b ? (a.from < b.from ? a : b) : (a ?? b);
}

/** @param written the element that it takes the place of, whose way of closing it keeps */
function element(
  list: (typeof menuListNames)[number],
  entry: NumberedEntry,
  place: number,
  form: Form,
  url: string,
  written: string,
): string {
  const name = form === "menu" ? `menu.${list}` : form;
  const content = entryText(form, list, entry, place, url)
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;");
  const close = /\s*\/?>$/.exec(written)?.[0] ?? ">";
  return `<meta name="${name}" content="${content}"${close.startsWith("\n") ? ">" : close}`;
}

function indentOf(source: string, at: number): string {
  const start = source.lastIndexOf("\n", at - 1) + 1;
  return /^[ \t]*/.exec(source.slice(start, at))?.[0] ?? "";
}

/** Elements that stand side by side on a line, as one piece. */
function together(source: string, elements: readonly Element[]): Change[] {
  const pieces: Change[] = [];
  for (const { from, to } of elements.toSorted((a, b) => a.from - b.from)) {
    const before = pieces.at(-1);
    if (before && /^[ \t]*$/.test(source.slice(before.to, from))) pieces[pieces.length - 1] = { ...before, to };
    else pieces.push({ from, to, text: "" });
  }
  return pieces;
}

/** An element that goes takes its line with it, where nothing else is on it. */
function withLine(source: string, { from, to }: Change): Change {
  const start = source.lastIndexOf("\n", from - 1) + 1;
  const next = source.indexOf("\n", to);
  const isAlone = next >= 0 && `${source.slice(start, from)}${source.slice(to, next)}`.trim() === "";
  return isAlone ? { from: start, to: next + 1, text: "" } : { from, to, text: "" };
}

/** Changes a text at places that count each line end as one letter. */
function applied(text: string, changes: readonly Change[]): string {
  const doubles = [...text.matchAll(/\r\n/g)].map(({ index }, count) => index - count);
  // A place behind the nth line end of two letters is n letters further on.
  const place = (at: number) => at + doubles.filter((double) => double < at).length;
  let result = "";
  let done = 0;
  for (const { from, to, text: put } of changes.toSorted((a, b) => a.from - b.from)) {
    result += text.slice(done, place(from)) + put;
    done = place(to);
  }
  return result + text.slice(done);
}
