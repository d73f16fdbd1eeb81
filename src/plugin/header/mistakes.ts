import type { SourceFile } from "../files/source-file.ts";
import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import type { HeaderFault } from "../findings/report-values.ts";
import { isHtmlFile } from "../html/is-html-file.ts";
import type { Header, HeaderLine } from "./header.ts";
import { nearlyField } from "./nearly-field.ts";
import { isField } from "./pelican-header.ts";

const FIELD = /^ {0,3}([A-Za-z0-9_-]+):/;
const INDENTED = /^(?: {4}|\t)\s*/;
const DASHES = /^-{3,}\s*$/;
/** What a word processor makes of three dashes; or too few of them. */
const ODD_DASHES = /^(?:--|-*[‐-―−][-‐-―−]*)\s*$/;
/** So far below the top of a file somebody may have meant to begin a header. */
const LAST_LINE = 12;

/**
 * What was meant to be a field, or the beginning of a header, and is read as something else: the mistakes of those who
 * are new to headers, each by what it is.
 */
export function headerMistakes(file: SourceFile, header: Header): Report[] {
  if (isHtmlFile(file.path)) return [];
  const lines = file.text.split(/\r\n|\r|\n/);
  if (header.syntax === "none") return aboveTheText(lines, file.path);
  return header.syntax === "pelican" ? amongFields(lines, header, file.path) : [];
}

/** The reports of a header without those that say less of the same lines. */
export function withoutSame(reports: readonly Report[], mistakes: readonly Report[]): Report[] {
  // A list is told at its field, and ends the header on the line below.
  const told = new Set(
    mistakes.map(({ code, line, values }) => (code === "field-form" && values.fault === "list" ? line + 1 : line)),
  );
  const isOpen = mistakes.some(({ code }) => code === "header-form");
  return reports.filter(({ code, line }) => {
    return code === "header-open" ? !isOpen : !/^header-(?:line|cut)$/.test(code) || !told.has(line);
  });
}

function amongFields(lines: readonly string[], header: Header, file: string): Report[] {
  const byLine = new Map(header.lines.map((field) => [field.line, field]));
  const there = new Set(header.lines.map(({ key }) => key.toLowerCase()));
  let above: string | undefined;
  return lines.slice(0, header.bodyLine).flatMap((text, index) => {
    const line = index + 1;
    const field = byLine.get(line);
    // The line below the header is of interest only where it is what ended it.
    const isEnd = line === header.bodyLine;
    if (field) above = field.key;
    if (field || text.trim() === "" || DASHES.test(text)) {
      if (!field) above = isEnd ? above : undefined;
      return [];
    }
    if (isEnd && /^\s*$|^-{3,}|^\.{3}\s*$/.test(lines[index - 1] ?? "")) return [];
    const indent = INDENTED.exec(text)?.[0];
    const empty = isEnd ? byLine.get(index) : undefined;
    const listed = empty?.value === "" ? itemsFrom(lines, index) : [];
    if (empty && listed.length > 0) return [listOf(empty, listed, file)];
    if (indent !== undefined) return isEnd ? [] : indented(text, indent, line, above, there, file);
    return mistakeIn(text, line, file);
  });
}

/** The items of a list, from a line on. */
function itemsFrom(lines: readonly string[], from: number): string[] {
  const items: string[] = [];
  for (const line of lines.slice(from)) {
    const item = /^\s*[-*]\s+(\S.*)$/.exec(line)?.[1];
    if (item === undefined) break;
    items.push(item.trim());
  }
  return items;
}

/** A list below a field, as YAML has it, in a header that is not YAML. */
function listOf({ key, line, column }: HeaderLine, items: readonly string[], file: string): Report {
  const values = { field: `${key}:`, fault: "list", name: key, value: items.join(", ") } as const;
  return report("field-form", placeIn(file, { line, column }), values);
}

/** A field that goes on with the value above it, by its blanks. One word may be a word of that value. */
function indented(
  text: string,
  indent: string,
  line: number,
  above: string | undefined,
  there: ReadonlySet<string>,
  file: string,
): Report[] {
  const key = FIELD.exec(text.slice(indent.length))?.[1];
  if (key === undefined || above === undefined || !isField(key)) return [];
  const isSure = key.includes("_");
  if (!isSure && there.has(key.toLowerCase())) return [];
  const values = { field: key, above, indent, isSure };
  return [report("field-indented", placeIn(file, { line, column: indent.length + 1 }), values)];
}

function mistakeIn(text: string, line: number, file: string): Report[] {
  if (ODD_DASHES.test(text)) return [formOf("dashes", text.trim(), line, 0, file)];
  const nearly = nearlyField(text);
  if (!nearly) return [];
  const { written: field, fault, name, value } = nearly;
  const column = text.search(/[^ \t]/) + 1;
  return [report("field-form", placeIn(file, { line, column }), { field, fault, name, value })];
}

/** A file without a header: what its first lines were meant to be. */
function aboveTheText(lines: readonly string[], file: string): Report[] {
  const top = lines.findIndex((line) => line.trim() !== "");
  const isFenced = DASHES.test(lines[top] ?? "");
  const first = isFenced ? lines.findIndex((line, index) => index > top && line.trim() !== "") : top;
  const text = lines[first];
  if (text === undefined) return [];
  if (INDENTED.test(text)) return isFieldLine(text.trimStart()) ? [formOf("indented", "", first + 1, 0, file)] : [];
  if (mistakeIn(text, first + 1, file).length > 0) {
    const end = lines.findIndex((line, index) => index > first && (line.trim() === "" || DASHES.test(line)));
    const block = lines.slice(first, end < 0 ? lines.length : end);
    return block.flatMap((line, index) => mistakeIn(line, first + index + 1, file));
  }
  if (isFence(text) && isFieldLine(lines[first + 1] ?? "")) return [formOf("code", text.trim(), first + 1, 0, file)];
  if (isFieldLine(text)) return top > 0 && !isFenced ? [formOf("blank-above", "", 1, top, file)] : [];
  const below = lines
    .slice(0, LAST_LINE)
    .findIndex((line, at) => isFieldLine(line) && isFieldLine(lines[at + 1] ?? ""));
  if (below <= first || lines.slice(0, below).some((line) => isFence(line) || /^\s*<(?:pre|code)/i.test(line)))
    return [];
  return [formOf("text-above", text.trim(), below + 1, 0, file)];
}

function isFence(line: string): boolean {
  return /^\s*(?:```|~~~)/.test(line);
}

/** @param blanks how many lines above it are blank */
function formOf(fault: HeaderFault, text: string, line: number, blanks: number, file: string): Report {
  return report("header-form", placeIn(file, { line, column: 1 }), { fault, text, blanks });
}

function isFieldLine(line: string): boolean {
  const key = FIELD.exec(line)?.[1];
  return key !== undefined && isField(key);
}
