import { fieldNames } from "../dialect/fields.ts";
import { isNumbered } from "../dialect/numbered.ts";
import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import type { Header, HeaderLine, HeaderRead } from "./header.ts";

/** `Key: value`, indented by three spaces at the most (Python-Markdown's Meta-Data extension). */
const KEY_LINE = /^( {0,3})([A-Za-z0-9_-]+):(\s*)([^\n]*)$/;
/** A line indented by four spaces or a tab continues the value above it. */
const MORE_LINE = /^(?: {4}|\t)\s*([^\n]*)$/;
/** Three dashes or more open and close a header; some sites write `------`. */
const DASHES = /^-{3,}(?:\s.*)?$/;
const END = /^(?:-{3}|\.{3}\s*$)/;

/**
 * Reads a header of `Key: value` lines up to a line of dashes, the first blank line, or the first line that is no field,
 * fenced or not. That line is text, and so is a comment, which only YAML knows: what Pelican did not read is not read here.
 * Source of the rules: https://python-markdown.github.io/extensions/meta_data/
 */
export function readPelicanHeader(text: string, file: string): HeaderRead {
  const lines = text.split("\n");
  const span = findPelicanHeader(lines);
  if (!span) return { header: noHeader(text), reports: [] };
  const { fields, isClosed, bodyStart } = span;
  const body = lines.slice(bodyStart).join("\n");
  return {
    header: { syntax: "pelican", lines: fields, menus: [], data: {}, body, bodyLine: bodyStart + 1 },
    reports: isClosed ? [] : afterTheEnd(lines, span, span.isFenced, file),
  };
}

/** Where a header is in a file; lines count from 0. */
export interface HeaderSpan extends LinesRead {
  /** The line of dashes that opens it, where there is one. */
  readonly opening: number | undefined;
  readonly isFenced: boolean;
  /** The first field's line. */
  readonly start: number;
  /** A line of dashes ends it. */
  readonly isClosed: boolean;
  readonly bodyStart: number;
}

/** The place of a Pelican header in the lines of a file; undefined where there is none. */
export function findPelicanHeader(lines: readonly string[]): HeaderSpan | undefined {
  const top = firstLine(lines);
  const isFenced = DASHES.test(lines[top] ?? "");
  const start = isFenced ? firstField(lines, top + 1) : top;
  if (!isHeaderAt(lines, start, isFenced)) return undefined;
  const read = readLines(lines, start);
  const isClosed = END.test(lines[read.end] ?? "");
  const bodyStart = isClosed || lines[read.end]?.trim() === "" ? read.end + 1 : read.end;
  return { ...read, opening: isFenced ? top : undefined, isFenced, start, isClosed, bodyStart };
}

function noHeader(text: string): Header {
  return { syntax: "none", lines: [], menus: [], data: {}, body: text, bodyLine: 1 };
}

/** Blank lines above an opening line of dashes are allowed; above anything else they mean that there is no header. */
function firstLine(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== "");
  return first > 0 && DASHES.test(lines[first] ?? "") ? first : 0;
}

/** A formatter may have put a blank line below the opening dashes. */
function firstField(lines: readonly string[], below: number): number {
  const first = lines.findIndex((line, index) => index >= below && line.trim() !== "");
  const key = KEY_LINE.exec(lines[first] ?? "")?.[2];
  return key !== undefined && isField(key) ? first : below;
}

/** Without a fence, text may begin with `Note: …`: only a field that is known makes it a header. */
function isHeaderAt(lines: readonly string[], start: number, fenced: boolean): boolean {
  if (fenced) return KEY_LINE.test(lines[start] ?? "") || DASHES.test(lines[start] ?? "");
  for (const line of lines.slice(start)) {
    const key = KEY_LINE.exec(line)?.[2];
    if (key !== undefined && isField(key)) return true;
    if (key === undefined && !MORE_LINE.test(line)) return false;
  }
  return false;
}

/** The lines at the top of a file that look like fields, where nothing but these are there; whether their names are any or not. */
export function linesLikeFields(lines: readonly string[]): readonly HeaderLine[] {
  const { fields, end } = readLines(lines, 0);
  return textOf(lines[end]) === "" || END.test(lines[end] ?? "") ? fields : [];
}

interface LinesRead {
  readonly fields: readonly HeaderLine[];
  /** The index of the line that ends the header. */
  readonly end: number;
}

function readLines(lines: readonly string[], start: number): LinesRead {
  const fields: HeaderLine[] = [];
  let end = start;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? "";
    if (line.trim() === "" || END.test(line)) break;
    const field = readKeyLine(line, end + 1);
    const more = MORE_LINE.exec(line)?.[1];
    const above = fields.at(-1);
    if (field) fields.push(field);
    else if (more !== undefined && above) fields[fields.length - 1] = { ...above, value: `${above.value}\n${more}` };
    else break;
  }
  return { fields, end };
}

function readKeyLine(text: string, line: number): HeaderLine | undefined {
  const match = KEY_LINE.exec(text);
  if (!match) return undefined;
  const [, indent = "", key = "", gap = "", value = ""] = match;
  const column = indent.length + 1;
  return { key, value: value.trimEnd(), line, column, valueColumn: column + key.length + 1 + gap.length };
}

const STATUS = /^status:\s*(?:draft|hidden|skip|published)$/i;

/** What an author loses who ends a header too early, or forgets to end it. */
function afterTheEnd(lines: readonly string[], read: LinesRead, fenced: boolean, file: string): Report[] {
  const { end, fields } = read;
  const there = new Set(fields.map(({ key }) => key.toLowerCase()));
  const { lost, closed } = fieldsBelow(lines.slice(end + 1), there);
  // Prose may hold a line such as “Date: …” below a blank one; a name with an underscore is hardly prose, nor is a status.
  const isSure = lost.some((key) => key.includes("_")) || (lost.length > 0 && STATUS.test(textOf(lines[end + 1])));
  const isMeant = textOf(lines[end]) !== "" || closed || lost.length > 1 || isSure;
  const place = placeIn(file, { line: Math.min(end + 1, lines.length), column: 1 });
  if (lost.length > 0 && isMeant) {
    return [report("header-cut", place, { field: lost[0] ?? "", text: lines[end]?.trim() ?? "", lost })];
  }
  if (!fenced) return [];
  const text = textOf(lines[end]);
  return text !== "" && isClosedFrom(lines, end)
    ? [report("header-line", place, { text })]
    : [report("header-open", place, { isCut: text === "" && closed })];
}

function textOf(line: string | undefined): string {
  return line?.trim() ?? "";
}

/** Whether a line of dashes is below a line, with no blank one between. */
function isClosedFrom(lines: readonly string[], from: number): boolean {
  const last = lines.findIndex((line, index) => index >= from && (line.trim() === "" || DASHES.test(line)));
  return last >= 0 && DASHES.test(lines[last] ?? "");
}

/** The known fields in the lines that follow, up to the first that is no field, and whether a line of dashes closes them. */
function fieldsBelow(lines: readonly string[], there: ReadonlySet<string>): { lost: string[]; closed: boolean } {
  const lost: string[] = [];
  for (const line of lines) {
    const key = KEY_LINE.exec(line)?.[2];
    if (key === undefined && line.trim() !== "") return { lost, closed: DASHES.test(line) };
    if (key !== undefined && isField(key) && !there.has(key.toLowerCase())) lost.push(key);
  }
  return { lost, closed: false };
}

/** Whether Pelican's authors have a field of this name. */
export function isField(key: string): boolean {
  return fieldNames.has(key.toLowerCase()) || isNumbered(key);
}
