import { readHtml } from "./read-html.ts";
import { escapeHtml } from "./tags.ts";

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Makes what can be wider than the window scroll by itself, by keyboard too, whether Markdown made it or the author wrote
 * it as HTML: `<pre>` can be focused, and each table is put into a box that can. The box is a landmark, and named by the
 * heading above it: of several of one name nobody can tell which is which. A table in a table is in the box of that one;
 * a table that is never closed stays as it is.
 */
export function makeScrollable(html: string): string {
  // What Markdown made of code can be focused already.
  if (!/<table|<pre(?! tabindex)/i.test(html)) return html;
  let result = "";
  let done = 0;
  for (const { at, text } of insertionsInto(html)) {
    result += html.slice(done, at) + text;
    done = at;
  }
  return result + html.slice(done);
}

function insertionsInto(html: string): Insertion[] {
  const found: Insertion[] = [];
  const nameTable = tableNames();
  let depth = 0;
  let start = 0;
  let heading = "";
  let isInHeading = false;
  readHtml(html, [
    {
      onOpen: (name, attributes, { startIndex }) => {
        if (name === "pre" && attributes.tabindex === undefined) {
          found.push({ at: startIndex + "<pre".length, text: ' tabindex="0"' });
        }
        if (name === "table" && depth++ === 0) start = startIndex;
        if (isHeading(name)) [isInHeading, heading] = [true, ""];
      },
      onText: (text) => {
        if (isInHeading) heading += text;
      },
      onClose: (name, isImplied, { endIndex }) => {
        if (isHeading(name)) isInHeading = false;
        if (name !== "table" || --depth > 0 || isImplied) return;
        found.push({ at: start, text: boxNamed(nameTable(heading)) }, { at: endIndex + 1, text: "</div>" });
      },
    },
  ]);
  return found.sort((a, b) => a.at - b.at);
}

function boxNamed(name: string): string {
  return `<div class="table" role="region" aria-label="${escapeHtml(name)}" tabindex="0">`;
}

/** `Table: HEADING`, `Table 2: HEADING`. */
function tableNames(): (heading: string) => string {
  const counts = new Map<string, number>();
  return (text) => {
    const heading = text.replace(/\s+/g, " ").trim();
    const count = (counts.get(heading) ?? 0) + 1;
    counts.set(heading, count);
    return `Table${count === 1 ? "" : ` ${count}`}${heading === "" ? "" : `: ${heading}`}`;
  };
}

function isHeading(name: string): boolean {
  return /^h[1-6]$/.test(name);
}
