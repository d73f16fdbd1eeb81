import type { Words } from "../words/english.ts";
import { ENGLISH, fillWord, type Spoken } from "../words/find-words.ts";
import { escapeHtml } from "./escape.ts";
import { readHtml } from "./read.ts";
import { type Replacement, replaceParts } from "./tags.ts";
import { singleSpaced } from "./text.ts";

/**
 * Makes what can be wider than the window scroll by itself, by keyboard too, whether Markdown made it or the author wrote
 * it as HTML: `<pre>` can be focused, and each table is put into a box that can. The box is a landmark, and named by the
 * heading above it: landmarks of the same name cannot be told apart. A table in a table is in the box of that one;
 * a table that is never closed stays as it is.
 */
export function makeScrollable(html: string, spoken: Spoken = ENGLISH): string {
  // Code that Markdown made can be focused already.
  return /<table|<pre(?! tabindex)/i.test(html) ? replaceParts(html, insertionsInto(html, spoken)) : html;
}

function insertionsInto(html: string, { words, attributes: inWords, back }: Spoken): Replacement[] {
  const found: Replacement[] = [];
  const insert = (at: number, text: string) => found.push({ start: at, end: at, text });
  const nameTable = tableNames(words);
  let depth = 0;
  let start = 0;
  let heading = "";
  let isInHeading = false;
  readHtml(html, [
    {
      onOpen: (name, attributes, { startIndex }) => {
        if (name === "pre" && attributes.tabindex === undefined) insert(startIndex + "<pre".length, ' tabindex="0"');
        if (name === "table" && depth++ === 0) {
          start = startIndex;
          if (back !== "" && attributes.lang === undefined) insert(startIndex + "<table".length, back);
        }
        if (isHeading(name)) [isInHeading, heading] = [true, ""];
      },
      onText: (text) => {
        if (isInHeading) heading += text;
      },
      onClose: (name, isImplied, { endIndex }) => {
        if (isHeading(name)) isInHeading = false;
        if (name !== "table" || --depth > 0 || isImplied) return;
        const label = escapeHtml(nameTable(singleSpaced(heading)));
        insert(start, `<div class="table" role="region" aria-label="${label}" tabindex="0"${inWords}>`);
        insert(endIndex + 1, "</div>");
      },
    },
  ]);
  return found.sort((a, b) => a.start - b.start);
}

/** `Table: HEADING`, `Table 2: HEADING`. */
function tableNames(words: Words): (heading: string) => string {
  const counts = new Map<string, number>();
  return (heading) => {
    const count = (counts.get(heading) ?? 0) + 1;
    counts.set(heading, count);
    const table = count === 1 ? words.table : fillWord(words.tableNumbered, { number: String(count) });
    return heading === "" ? table : fillWord(words.tableOf, { table, title: heading });
  };
}

function isHeading(name: string): boolean {
  return /^h[1-6]$/.test(name);
}
