import pc from "picocolors";
import type { Severity } from "./codes.ts";
import type { Finding } from "./finding.ts";
import { printable } from "./printable.ts";

export interface ReportOptions {
  /** The text of a file, so that its lines can be shown. */
  readonly sourceOf?: (file: string) => string | undefined;
  readonly colors?: boolean;
  /** So many of one sort of advice are told, and of the others how many they are; all, if it is left out. */
  readonly mostOfOneAdvice?: number;
}

/** The findings as a text for people, file by file; empty where there are none. They must be sorted. */
export function report(findings: readonly Finding[], options: ReportOptions = {}): string {
  if (findings.length === 0) return "";
  const told = abridged(findings, options.mostOfOneAdvice ?? findings.length);
  const byFile = new Map<string, Finding[]>();
  for (const one of told) {
    const ofFile = byFile.get(one.file);
    if (ofFile) ofFile.push(one);
    else byFile.set(one.file, [one]);
  }
  const files = [...byFile].map(([file, ofFile]) => fileReport(file, ofFile, options));
  return [...files, ...moreOf(findings, told), summary(findings)].join("\n\n");
}

/** On a large site one habit may make thousands of the same advice, among which a warning would be lost. */
function abridged(findings: readonly Finding[], most: number): Finding[] {
  const counts = new Map<string, number>();
  return findings.filter(({ code, severity }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return severity !== "advice" || count <= most;
  });
}

function moreOf(findings: readonly Finding[], told: readonly Finding[]): string[] {
  const left = new Map<string, number>();
  const shown = new Set(told);
  for (const one of findings) if (!shown.has(one)) left.set(one.code, (left.get(one.code) ?? 0) + 1);
  const lines = [...left].map(([code, count]) => `and ${count} more advice [${code}]; the command check lists all`);
  return lines.length === 0 ? [] : [lines.join("\n")];
}

function fileReport(file: string, findings: readonly Finding[], { sourceOf, colors = false }: ReportOptions): string {
  const paint = pc.createColors(colors);
  const inks = { error: paint.red, warning: paint.yellow, advice: paint.cyan };
  const lines = sourceOf?.(file)?.split(/\r\n|\r|\n/);
  const entries = findings.flatMap(({ line, column, severity, code, message, consequence, fix }) => [
    `  ${line}:${column}  ${inks[severity](severity)}: ${printable(message)} ${paint.dim(`[${code}]`)}`,
    ...quotation(lines?.[line - 1], line, column).map((text) => paint.dim(text)),
    `      ${printable(consequence)}`,
    `      → ${printable(fix)}`,
  ]);
  return [paint.bold(printable(file)), ...entries].join("\n");
}

/** So much of a line is shown, that it fits a terminal. */
const WIDTH = 90;

/** The line concerned, and a caret below the place. */
function quotation(source: string | undefined, line: number, column: number): string[] {
  if (source === undefined || source.trim() === "") return [];
  // A long line is shown from a little before the place.
  const from = column > WIDTH - 20 ? column - 20 : 1;
  const text = source.replaceAll("\t", " ");
  const gutter = `      ${line} | `;
  const before = blank(text.slice(from - 1, column - 1));
  return [
    `${gutter}${printable(whole(text.slice(from - 1, from - 1 + WIDTH)))}`,
    `${" ".repeat(gutter.length - 2)}| ${before}^`,
  ];
}

/** Without the halves of letters that a cut may leave at the ends. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** As many blanks as a text takes places in a terminal: marks on letters take none, CJK and pictures two. */
function blank(text: string): string {
  return [...whole(text)]
    .map((letter) => (/\p{M}|\u200d/u.test(letter) ? "" : WIDE.test(letter) ? "  " : " "))
    .join("");
}

/** “2 errors, 1 warning”. */
export function summary(findings: readonly Finding[]): string {
  const severities: readonly Severity[] = ["error", "warning", "advice"];
  const counts = severities
    .map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 || severity === "advice" ? "" : "s"}`);
  return counts.join(", ");
}

/** Those that the others do not hold. Lines move when an author writes, so they do not count; how often does. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const keyOf = ({ file, code, message }: Finding) => JSON.stringify([file, code, message]);
  const counts = new Map<string, number>();
  for (const one of others) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return findings.filter((one) => {
    const left = counts.get(keyOf(one)) ?? 0;
    counts.set(keyOf(one), left - 1);
    return left <= 0;
  });
}

/** What is new since the last build, and how many of the old findings are gone. */
export function reportChanges(before: readonly Finding[], now: readonly Finding[], options: ReportOptions): string {
  const fresh = without(now, before);
  const gone = without(before, now).length;
  if (fresh.length === 0 && gone === 0) return "";
  const total = now.length === 0 ? "none is left" : `${summary(now)} in all`;
  const mended = `${gone === 0 ? "" : `${gone} ${gone === 1 ? "finding is" : "findings are"} mended; `}${total}`;
  return fresh.length === 0 ? mended : `${report(fresh, options)} new; ${mended}`;
}
