import { fieldNames, table } from "../dialect/fields.ts";
import { foreignNames } from "../dialect/foreign-names.ts";
import { numberedForm } from "../dialect/numbered.ts";
import type { FieldFault } from "../findings/report-values.ts";

/** A line that was meant to be a field and is none. */
export interface NearlyField {
  readonly fault: FieldFault;
  /** The name as it is written, with what is around it. */
  readonly written: string;
  readonly name: string;
  readonly value: string;
}

const QUOTES = "[\"'“”„‟«»‘’‚]";
/** What is wrong with a line, and how it is without: all of them in this order, since one author makes several. */
const REPAIRS: readonly (readonly [FieldFault, (line: string) => string])[] = [
  [
    "invisible",
    (line) => line.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "").replace(/^[\u00a0\u2000-\u200a\u202f\u3000]+/, ""),
  ],
  [
    "marks",
    (line) =>
      line
        .replace(/^(?:[*+>-]|#{1,6}|\d{1,3}[.)])[ \t]+(?=\S)/, "")
        .replace(/^:([\w-]+):(?=\s|$)/, "$1:")
        .replace(/^(\*{1,3}|_{1,3}|`)([^*_`:]+):?\1:?(?=\s|$)/, "$2:"),
  ],
  ["quotes", (line) => line.replace(new RegExp(`^${QUOTES}([^"'“”„«»]+)${QUOTES}(?=\\s*[:：=])`), "$1")],
  ["colon", (line) => line.replace(/^([\p{L}\p{N}_-]+)[ \t]*[：=;﹕]\s*/u, "$1: ")],
  ["blank", (line) => line.replace(/^([\p{L}\p{N}_-]+)\s+:/u, "$1:")],
  // A name with an underscore is hardly the first word of a sentence. A number behind it belongs to it.
  ["colon", (line) => line.replace(/^([A-Za-z]+_[A-Za-z0-9_]+)[ \t]+(?=[^\s:])(?!\d+[ \t]*:)/, "$1: ")],
];

/** What a line was meant to be that looks like a field of Pelican's and is not written like one; undefined for others. */
export function nearlyField(text: string): NearlyField | undefined {
  const line = text.trimEnd();
  let mended = line.replace(/^[ \t]+/, "");
  let fault: FieldFault | undefined;
  for (const [name, repair] of REPAIRS) {
    const next = repair(mended);
    if (next !== mended) fault ??= name;
    mended = next;
  }
  const [, written = "", value = ""] =
    /^([\p{L}\p{N}_-]+(?:[ \u00a0][\p{L}\p{N}_-]+){0,4})[ \t]*:\s*(.*)$/su.exec(mended) ?? [];
  const name = fieldCalled(written);
  if (name === undefined) return undefined;
  fault ??= isSameName(name, written) ? undefined : "name";
  if (fault === undefined) return undefined;
  const end = value === "" ? line.length : line.length - value.length;
  return {
    fault,
    written: fault === "name" ? written : line.slice(0, end).replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, ""),
    name,
    value,
  };
}

/** The field of a name that holds blanks or hyphens, or is of another language. */
function fieldCalled(written: string): string | undefined {
  const key = written.trim().replace(/[\s\u00a0-]+/g, "_");
  const field = fieldNames.get(key.toLowerCase()) ?? foreignNames.get(written.trim().toLowerCase());
  return field ? table[field].name : numberedForm(key);
}

function isSameName(name: string, written: string): boolean {
  return name.toLowerCase() === written.toLowerCase();
}
