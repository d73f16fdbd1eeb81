import { isMap, isScalar, LineCounter, type Pair, parseDocument, type Scalar } from "yaml";
import { type Line, splitLines } from "../../plugin/files/lines.ts";
import type { Header, HeaderLine } from "../../plugin/header/header.ts";
import { findPelicanHeader } from "../../plugin/header/pelican-header.ts";
import { FENCED } from "../../plugin/header/yaml-header.ts";
import type { Part } from "./parts.ts";

/** A file, split at its header: what is above the fields, the fields, and what is below. */
export interface SplitFile {
  readonly above: readonly Line[];
  readonly parts: readonly Part[];
  readonly below: readonly Line[];
}

const FENCE = /^---[ \t]*$/;

/** A file with a Pelican header, with the fences that YAML front matter has. */
export function splitPelican(text: string, header: Header, end: string): SplitFile | undefined {
  const lines = splitLines(text);
  const span = findPelicanHeader(lines.map((line) => line.text));
  if (!span) return undefined;
  const opening = span.opening === undefined ? undefined : lines[span.opening];
  const isFence = opening !== undefined && FENCE.test(opening.text);
  const fields = fieldsByLine(header);
  const parts: { kind: "field"; field: HeaderLine; lines: Line[] }[] = [];
  for (const [index, line] of lines.slice(span.start, span.end).entries()) {
    const field = fields.get(span.start + index + 1);
    if (field) parts.push({ kind: "field", field, lines: [line] });
    else parts.at(-1)?.lines.push(line);
  }
  return {
    above: [
      isFence ? opening : { text: "---", end },
      // A YAML parser may take a line of spaces for the indentation of what follows.
      ...lines
        .slice(span.opening === undefined ? span.start : span.opening + 1, span.start)
        .map((line) => ({ ...line, text: "" })),
    ],
    parts,
    below: closed(lines, span.end, span.isClosed, end),
  };
}

/** The first field of each line. */
function fieldsByLine({ lines }: Header): ReadonlyMap<number, HeaderLine> {
  return new Map(lines.toReversed().map((field) => [field.line, field]));
}

/** A line of dashes replaces what ended the header: other dashes, or an empty line. */
function closed(lines: readonly Line[], at: number, isClosed: boolean, end: string): Line[] {
  const last = lines[at];
  if (isClosed && last && FENCE.test(last.text)) return lines.slice(at);
  if (last && (isClosed || last.text.trim() === "")) return [{ text: "---", end: last.end }, ...lines.slice(at + 1)];
  // The file may end with its header, with or without a line break.
  return [{ text: "---", end: last ? end : (lines.at(-1)?.end ?? "") }, ...lines.slice(at)];
}

/** A file with YAML front matter; undefined for a mapping in braces. */
export function splitYaml(text: string, header: Header): SplitFile | undefined {
  const lines = splitLines(text);
  const source = FENCED.exec(lines.map((line) => `${line.text}\n`).join(""))?.[1] ?? "";
  const counter = new LineCounter();
  const { contents } = parseDocument(source, { lineCounter: counter, version: "1.2", logLevel: "error" });
  if (!isMap(contents) || contents.flow) return undefined;
  const count = source.split("\n").length - 1;
  const pairs = (contents.items as Pair<Scalar, { range?: readonly number[] } | null>[]).map((pair) => {
    const from = counter.linePos(pair.key?.range?.[0] ?? 0).line;
    const until = pair.value?.range?.[1] ?? pair.key?.range?.[1] ?? 0;
    const last = counter.linePos(Math.max(0, source[until - 1] === "\n" ? until - 1 : until));
    return { pair, from, to: last.line, column: last.col };
  });
  const pairAt = new Map(pairs.toReversed().map((pair) => [pair.from, pair]));
  const fields = fieldsByLine(header);
  const parts: Part[] = [];
  for (let at = 1; at <= count; ) {
    const found = pairAt.get(at);
    const own = lines.slice(at, found ? found.to + 1 : at + 1);
    const field = found && fields.get(at + 1);
    if (!found) parts.push({ kind: "free", lines: own });
    else if (!field) parts.push({ kind: "nested", lines: own });
    else parts.push({ kind: "field", field, lines: own, ...commentAfter(own.at(-1), found.column, found.pair.value) });
    at += own.length;
  }
  return { above: lines.slice(0, 1), parts, below: lines.slice(count + 1) };
}

function commentAfter(line: Line | undefined, column: number, value: unknown): { comment?: string } {
  if (!line || (value !== null && !isScalar(value))) return {};
  const rest = /\s#.*$/s.exec(line.text.slice(Math.max(0, column - 2)))?.[0].trim();
  return rest === undefined ? {} : { comment: rest };
}
