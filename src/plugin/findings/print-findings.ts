import pc from "picocolors";
import { groupBy } from "../maps/group-by.ts";
import { countOf, type Finding, type Severity } from "./finding.ts";
import { printable, printableName } from "./printable.ts";

export interface PrintOptions {
  /** The text of a file, so that its lines can be shown. */
  readonly sourceOf?: (file: string) => string | undefined;
  readonly colors?: boolean;
}

/** The findings as a text for people, file by file; empty where there are none. They must be sorted. */
export function printFindings(findings: readonly Finding[], options: PrintOptions = {}): string {
  if (findings.length === 0) return "";
  const files = [...groupBy(findings, ({ file }) => file)].map(([file, ofFile]) => printFile(file, ofFile, options));
  return [...files, summary(findings)].join("\n\n");
}

function printFile(file: string, findings: readonly Finding[], { sourceOf, colors = false }: PrintOptions): string {
  const paint = pc.createColors(colors);
  const inks = { error: paint.red, warning: paint.yellow, advice: paint.cyan };
  const lines = sourceOf?.(file)?.split(/\r\n|\r|\n/);
  const entries = findings.flatMap(({ line, column, severity, code, message, consequence, fix }) => [
    `  ${line}:${column}  ${inks[severity](severity)}: ${printable(message)} ${paint.dim(`[${code}]`)}`,
    ...quotation(lines?.[line - 1], line, column).map((text) => paint.dim(text)),
    `      ${printable(consequence)}`,
    `      → ${printable(fix)}`,
  ]);
  return [paint.bold(printableName(file)), ...entries].join("\n");
}

/** This much of a line is shown, so that it fits a terminal. */
const WIDTH = 90;

/** The line concerned, and a caret below the place. */
function quotation(source: string | undefined, line: number, column: number): string[] {
  if (source === undefined || source.trim() === "") return [];
  // A long line is shown from a little before the place.
  const from = column > WIDTH - 20 ? column - 20 : 1;
  const text = source.replaceAll("\t", " ");
  const gutter = `      ${line} | `;
  const shown = printable(whole(text.slice(from - 1, from - 1 + WIDTH)));
  const caret = `| ${whitespace(text.slice(from - 1, column - 1))}^`;
  return [gutter + shown, " ".repeat(gutter.length - 2) + caret];
}

/** Without the halves of surrogate pairs that a cut may leave at the ends. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** As many spaces as a text is wide in a terminal: combining marks take none, CJK characters and emoji two. */
function whitespace(text: string): string {
  return [...whole(text)]
    .map((character) => (/\p{M}|\u200d/u.test(character) ? "" : WIDE.test(character) ? "  " : " "))
    .join("");
}

/** “2 errors, 1 warning”. */
export function summary(findings: readonly Finding[]): string {
  const bySeverity = groupBy(findings, ({ severity }) => severity);
  const words = (severity: Severity, many?: string) => {
    const some = bySeverity.get(severity);
    return some === undefined ? [] : counted(countOf(some), severity, many);
  };
  return [words("error"), words("warning"), words("advice", "advice")].flat().join(", ");
}

/** “1 file”, “2 files”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
