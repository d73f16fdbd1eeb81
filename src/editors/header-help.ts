import { posix } from "node:path";
import { trimAddress } from "../plugin/dialect/address.ts";
import { table } from "../plugin/dialect/fields.ts";
import { numberedTable, parseNumbered } from "../plugin/dialect/numbered.ts";
import type { Form } from "../plugin/dialect/values.ts";
import { greatest } from "../plugin/maps/many.ts";

/** What can be written at a place. */
export interface Offer {
  readonly label: string;
  readonly insert: string;
  readonly kind: "field" | "value";
  /** What it means, in Markdown. */
  readonly words: string;
  /** The column at which what is typed of it begins. */
  readonly from: number;
}

interface Field {
  readonly name: string;
  readonly form: Form;
  readonly words: string;
}

/** What the site has: what else is written in its headers can be written again. */
export interface Known {
  /** The Urls of its pages. */
  readonly addresses: readonly string[];
  /** The values of fields that have the same on several pages, by the names of the fields in small letters. */
  readonly values?: ReadonlyMap<string, readonly string[]>;
}

/** Lines and columns count from 0, as editors count. */
interface Place {
  readonly line: number;
  readonly column: number;
}

const KEY_LINE = /^( {0,3})([A-Za-z0-9_-]*)[ \t]*(:?)[ \t]*/;
const DASHES = /^-{3,}\s*$/;

/** Fields whose value is the address of a page, from the site's root. */
const ADDRESSES: ReadonlySet<string> = new Set([table.parentId.name, table.inheritSidebar.name].map(inLowerCase));

/** Fields that hold several values, between commas or semicolons. */
const LISTS: ReadonlySet<string> = new Set([table.tags.name, table.authors.name].map(inLowerCase));

const FIELDS: readonly Field[] = Object.values(table).map(({ name, kind, description, example }) => ({
  name,
  form: kind.form,
  words: inWords(description, `${name}: ${example}`),
}));
const NUMBERED: readonly Field[] = numberedTable.map(({ name, description, example }) => ({
  name,
  form: { kind: "text" },
  words: inWords(description, `${name}: ${example}`),
}));

/** A field's words and an example, as Markdown. */
export function inWords(description: string, example: string): string {
  return `${description.replace(/[\\`*_[\]<>&|#]/g, "\\$&")}\n\n\`${example}\``;
}

/**
 * What can be written at a place of a header: names of fields that are not there yet, the next entry of a menu, the values
 * of a field that has a few or that other pages have, and the addresses of pages. Nothing in the text below it.
 */
export function completions(lines: readonly string[], at: Place, site: Known): Offer[] {
  const range = headerRange(lines);
  const text = lines[at.line] ?? "";
  if (!range || at.line < range.start || at.line > range.end) return [];
  if (at.line === range.end && text.trim() !== "") return [];
  const [before = "", indent = "", key = "", colon] = KEY_LINE.exec(text) ?? [];
  if (colon && at.column > text.indexOf(":")) {
    const first = Math.min(before.length, at.column);
    const from = LISTS.has(key.toLowerCase()) ? lastOfList(text, first, at.column) : first;
    return valuesOf(key, lines.slice(range.start, range.end), site).map((label) => {
      const insert = from > text.indexOf(":") + 1 ? label : ` ${label}`;
      return { label, insert, kind: "value", words: "", from };
    });
  }
  const others = lines.slice(range.start, range.end).filter((_, index) => index + range.start !== at.line);
  const keys = others.map(keyOf);
  const there = new Set(keys.map(inLowerCase));
  return [...FIELDS, ...nextEntries(keys)]
    .filter(({ name }) => !there.has(name.toLowerCase()))
    .map(({ name, words }) => {
      return { label: name, insert: colon ? name : `${name}: `, kind: "field", words, from: indent.length };
    });
}

/** What is said of the field whose name is at a place; undefined where there is none. */
export function hover(lines: readonly string[], { line, column }: Place): string | undefined {
  const range = headerRange(lines);
  const text = lines[line] ?? "";
  if (!range || line < range.start || line >= range.end || column > text.indexOf(":")) return undefined;
  const key = keyOf(text);
  return (fieldNamed(key) ?? NUMBERED.find(({ name }) => isEntryOf(key, name)))?.words;
}

/** The first line of the header, and the line below its last; undefined where there is none. */
function headerRange(lines: readonly string[]): { readonly start: number; readonly end: number } | undefined {
  const start = DASHES.test(lines[0] ?? "") ? 1 : 0;
  if (start === 0 && !/^[A-Za-z0-9_-]+:/.test(lines[0] ?? "")) return undefined;
  const below = lines.findIndex((line, at) => at >= start && (line.trim() === "" || DASHES.test(line)));
  // The line on which a first field is being written may still be blank.
  return { start, end: Math.max(below < 0 ? lines.length : below, start + 1) };
}

function keyOf(line: string): string {
  return KEY_LINE.exec(line)?.[2] ?? "";
}

function fieldNamed(key: string): Field | undefined {
  return FIELDS.find(({ name }) => name.toLowerCase() === key.toLowerCase());
}

function isEntryOf(key: string, name: string): boolean {
  return parseNumbered(key) !== undefined && key.replace(/(?<!\d)\d+$/, "N").toLowerCase() === name.toLowerCase();
}

/** The next entry of a menu: `Dropdown_menu_elem_name_3` where two are there. */
function nextEntries(keys: readonly string[]): Field[] {
  return NUMBERED.map((field) => {
    const numbers = keys.filter((key) => isEntryOf(key, field.name)).map((key) => parseNumbered(key)?.number ?? 0);
    return { ...field, name: field.name.replace(/N$/, String(greatest(numbers) + 1)) };
  });
}

/** The values that a field has, where they can be counted. */
function valuesOf(key: string, header: readonly string[], { addresses, values }: Known): readonly string[] {
  const entry = parseNumbered(key);
  if (entry?.part === "url") {
    if (entry.list === "sidebar") return addresses;
    const own = header.find((line) => keyOf(line).toLowerCase() === "url") ?? "";
    return addresses.map((url) => posix.relative(`/${trimAddress(own.replace(/^[^:]*:/, ""))}`, `/${url}`) || ".");
  }
  const form = fieldNamed(key)?.form;
  const choices = form?.kind === "choice" ? form.choices : [];
  const others = values?.get(key.toLowerCase()) ?? [];
  return [...choices, ...others, ...(ADDRESSES.has(key.toLowerCase()) ? addresses : [])];
}

/** Where the value of a list begins that is being written. */
function lastOfList(text: string, from: number, column: number): number {
  const written = text.slice(from, column);
  const [, end = ""] = /^(.*[,;][ \t]*)/.exec(written) ?? [];
  return from + end.length;
}

function inLowerCase(text: string): string {
  return text.toLowerCase();
}
