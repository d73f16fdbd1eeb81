import { isNumbered } from "../fields/numbered.ts";
import { fieldNames } from "../fields/table.ts";
import { type Finding, finding } from "../findings/finding.ts";
import type { Header, HeaderLine, HeaderRead } from "./header.ts";

/** `Key: value`, indented by three blanks at the most (Python-Markdown's Meta-Data extension). */
const KEY_LINE = /^( {0,3})([A-Za-z0-9_-]+):(\s*)([^\n]*)$/;
/** A line indented by four blanks or a tab continues the value above it. */
const MORE_LINE = /^(?: {4}|\t)\s*([^\n]*)$/;
/** Three dashes or more open and close a header; some sites write `------`. */
const DASHES = /^-{3,}(?:\s.*)?$/;
const END = /^(?:-{3}|\.{3}\s*$)/;

/**
 * Reads a header of `Key: value` lines up to a line of dashes or the first blank line, fenced or not.
 * Source of the rules: https://python-markdown.github.io/extensions/meta_data/
 */
export function readPelicanHeader(text: string, file: string): HeaderRead {
  const lines = text.split("\n");
  const span = findPelicanHeader(lines, file);
  if (!span) return { header: noHeader(text), findings: [] };
  const { fields, findings, isClosed, bodyStart } = span;
  const offset = lines.slice(0, bodyStart).reduce((length, line) => length + line.length + 1, 0);
  return {
    header: {
      syntax: "pelican",
      lines: fields,
      menus: [],
      data: {},
      body: text.slice(offset),
      bodyLine: bodyStart + 1,
    },
    findings: [...findings, ...(isClosed ? [] : afterTheEnd(lines, span, span.isFenced, file))],
  };
}

/** Where a header stands in a file; lines count from 0. */
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
export function findPelicanHeader(lines: readonly string[], file: string): HeaderSpan | undefined {
  const top = firstLine(lines);
  const isFenced = DASHES.test(lines[top] ?? "");
  const start = isFenced ? firstField(lines, top + 1) : top;
  if (!isHeaderAt(lines, start, isFenced)) return undefined;
  const read = readLines(lines, start, isFenced, file);
  const isClosed = END.test(lines[read.end] ?? "");
  const bodyStart = isClosed || lines[read.end]?.trim() === "" ? read.end + 1 : read.end;
  return { ...read, opening: isFenced ? top : undefined, isFenced, start, isClosed, bodyStart };
}

/** Whether a line goes on with the value above it. */
export function isContinuation(line: string): boolean {
  return MORE_LINE.test(line);
}

function noHeader(text: string): Header {
  return { syntax: "none", lines: [], menus: [], data: {}, body: text, bodyLine: 1 };
}

/** Blank lines above an opening line of dashes are let pass; above anything else they mean that there is no header. */
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

interface LinesRead {
  readonly fields: readonly HeaderLine[];
  /** The index of the line that ends the header. */
  readonly end: number;
  readonly findings: readonly Finding[];
}

function readLines(lines: readonly string[], start: number, fenced: boolean, file: string): LinesRead {
  const fields: HeaderLine[] = [];
  const findings: Finding[] = [];
  let end = start;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? "";
    if (line.trim() === "" || END.test(line)) break;
    const field = readKeyLine(line, end + 1);
    const more = MORE_LINE.exec(line)?.[1];
    const above = fields.at(-1);
    if (field) fields.push(field);
    else if (more !== undefined && above) fields[fields.length - 1] = { ...above, value: `${above.value}\n${more}` };
    else if (fenced) findings.push(badLine(line, end + 1, file));
    else break;
  }
  return { fields, end, findings };
}

function readKeyLine(text: string, line: number): HeaderLine | undefined {
  const match = KEY_LINE.exec(text);
  if (!match) return undefined;
  const [, indent = "", key = "", gap = "", value = ""] = match;
  const column = indent.length + 1;
  return { key, value: value.trimEnd(), line, column, valueColumn: column + key.length + 1 + gap.length };
}

function badLine(text: string, line: number, file: string): Finding {
  return finding(
    "header-line",
    { file, line, column: 1 },
    {
      message: `“${text.trim()}” is not a field: a field is a name, a colon and a value.`,
      consequence: "The line was left out.",
      fix: "Write it as “Name: value”, or indent it by four blanks if it goes on with the value above it.",
    },
  );
}

/** What an author loses who ends a header too early, or forgets to end it. */
function afterTheEnd(lines: readonly string[], read: LinesRead, fenced: boolean, file: string): Finding[] {
  const { end, fields } = read;
  const there = new Set(fields.map(({ key }) => key.toLowerCase()));
  const { lost, closed } = fieldsBelow(lines.slice(end + 1), there);
  // Prose may hold a line such as “Date: …”; a name with an underscore is hardly prose.
  const isMeant = closed || lost.length > 1 || lost.some((key) => key.includes("_"));
  if (lost.length > 0 && isMeant) return [cut(lines[end] ?? "", lost, end + 1, file)];
  return fenced ? [open(Math.min(end + 1, lines.length), file)] : [];
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

function isField(key: string): boolean {
  return fieldNames.has(key.toLowerCase()) || isNumbered(key);
}

function cut(text: string, lost: readonly string[], line: number, file: string): Finding {
  const what = text.trim() === "" ? "A blank line" : `“${text.trim()}” is not a field, so it`;
  return finding(
    "header-cut",
    { file, line, column: 1 },
    {
      field: lost[0] ?? "",
      message: `${what} ends the header here, above ${lost.map((key) => `“${key}”`).join(", ")}.`,
      consequence: "The fields below it were not read; they are shown as text.",
      fix: text.trim() === "" ? "Remove the blank line." : "Write it as “Name: value”.",
    },
  );
}

function open(line: number, file: string): Finding {
  return finding(
    "header-open",
    { file, line, column: 1 },
    {
      message: "The header is opened by a line of dashes and never closed by one.",
      consequence: "It was taken to end at the first blank line.",
      fix: "Write a line of “---” below the last field.",
    },
  );
}
