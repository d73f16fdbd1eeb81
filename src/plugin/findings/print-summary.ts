import pc from "picocolors";
import { countBy, groupBy } from "../maps/group-by.ts";
import { countOf, type Finding, type Severity } from "./finding.ts";
import { type PrintOptions, printFindings, summary } from "./print-findings.ts";
import { printable, printableName } from "./printable.ts";
import type { FindingCode } from "./report-values.ts";

/** What findings of one kind have in common, in words. */
export interface Kind {
  /** When it happens, in a sentence of Markdown. */
  readonly about: string;
  /** What many of one target have in common: what is wrong, behind their number, and what to do. */
  readonly many?: (target: string) => { readonly message: string; readonly fix: string };
}

export interface SummaryOptions extends PrintOptions {
  readonly kinds: { readonly [Code in FindingCode]?: Kind };
}

/** A build prints no more lines than a terminal shows, with the blank ones around them. */
const MOST_LINES = 38;
/** What lists all of them, as authors call it. */
const LIST_ALL = "npx eleventy-pelican check lists all";

/** Findings that are told as one: alone, of one file or target, or all of one kind. */
type Group = readonly [Finding, ...Finding[]];

/**
 * The findings in at most a screen: all of them where they fit, else grouped by kind, and within it by target or file, as
 * far as there is room; the worst first, each group with its first place.
 */
export function printSummary(findings: readonly Finding[], options: SummaryOptions): string {
  const all = findings.length > MOST_LINES ? "" : printFindings(findings, options);
  if (findings.length <= MOST_LINES && all.split("\n").length <= MOST_LINES) return all;
  const groups = grouped(findings);
  const [files, told] = [alone(groups), groups.filter(({ length }) => length > 1)];
  const blocks = [
    ...[...files].map(([file, ofFile]) => ({
      worst: ofFile[0],
      count: countOf(ofFile),
      lines: ofFileLines(file, ofFile, options),
    })),
    ...told.map((group) => ({ worst: group[0], count: countOf(group), lines: ofGroup(group, options) })),
  ].sort((a, b) => RANKS[a.worst.severity] - RANKS[b.worst.severity] || b.count - a.count);
  const lines: string[] = [];
  for (const block of blocks) if (lines.length + block.lines.length <= MOST_LINES - 2) lines.push(...block.lines);
  return [...lines, "", `${summary(findings)}; ${LIST_ALL}`].join("\n");
}

const RANKS: { readonly [Level in Severity]: number } = { error: 0, warning: 1, advice: 2 };

/** The targets that most findings have are told by themselves, beside all others. */
function oftenIn(findings: readonly Finding[]): ReadonlySet<string> {
  const counts = [...countBy(findings.flatMap(({ target }) => target ?? []))].filter(([, count]) => count > 2);
  return new Set(
    counts
      .sort(([, a], [, b]) => b - a)
      .slice(0, 2)
      .map(([target]) => target),
  );
}

/** In steps: what takes most lines of all is told in fewer, until there is room for it. */
function grouped(findings: readonly Finding[]): Group[] {
  const kinds = new Map(
    [...groupBy(findings, ({ code }) => code)].map(([code, same]) => {
      const byTarget = [...groupBy(same, ({ target, file }) => target ?? file).values()];
      const often = oftenIn(same);
      const ofOften = groupBy(same, ({ target = "" }) => (often.has(target) ? target : ""));
      const steps: Group[][] = [same.map((one) => [one] as const), byTarget, [...ofOften.values()], [same]];
      return [code, steps.filter((step, at) => steps.slice(0, at).every((other) => linesOf(step) < linesOf(other)))];
    }),
  );
  const now = () => [...kinds.values()].flatMap(([first = []]) => first);
  while (linesOf(now()) > MOST_LINES - 2) {
    const gains = [...kinds].map(([code, [first = [], next]]) => {
      // What many have in common is worth more than the places of a few.
      const worth = first.some(isOfTarget) ? 0.1 : 1;
      return [code, next ? (linesOf(first) - linesOf(next)) * worth : 0] as const;
    });
    const [code, gain] = gains.reduce((best, one) => (one[1] > best[1] ? one : best));
    if (gain <= 0) break;
    kinds.set(code, kinds.get(code)?.slice(1) ?? []);
  }
  return now();
}

function linesOf(groups: readonly Group[]): number {
  const many = groups.filter(({ length }) => length > 1);
  const ofMany = many.reduce((sum, [{ severity }]) => sum + (severity === "advice" ? 1 : 3), 0);
  return ofMany + alone(groups).size + (groups.length - many.length) * 2;
}

/** The findings that are told one by one, by their files; the worst of each first. */
function alone(groups: readonly Group[]): Map<string, [Finding, ...Finding[]]> {
  const single = groups.flatMap(([first, ...others]) => (others.length === 0 ? [first] : []));
  return groupBy(
    single.toSorted((a, b) => RANKS[a.severity] - RANKS[b.severity]),
    ({ file }) => file,
  );
}

function ofFileLines(file: string, findings: readonly Finding[], options: SummaryOptions): string[] {
  const paint = pc.createColors(options.colors ?? false);
  const entries = findings.flatMap((one) => [
    placed(one, `${one.line}:${one.column}`, options),
    `      → ${printable(one.fix)}`,
  ]);
  return [paint.bold(printableName(file)), ...entries];
}

function ofGroup(group: Group, options: SummaryOptions): string[] {
  const paint = pc.createColors(options.colors ?? false);
  const [first, count] = [group[0], countOf(group)];
  const { about = first.message, many } = options.kinds[first.code] ?? {};
  const common = isOfTarget(group) ? many?.(first.target ?? "") : undefined;
  const title = common ? `${count} ${common.message}` : `${count} × ${about}`;
  const place = `${first.file}:${first.line}:${first.column}`;
  // Advice on what works is told in a line, so that there is room for what does not.
  if (first.severity === "advice")
    return [`${paint.bold(printable(title))} ${paint.dim(`First: ${printableName(place)} [${first.code}]`)}`];
  return [
    paint.bold(printable(title)),
    placed(first, place, options),
    `      → ${printable(common?.fix ?? first.fix)}`,
  ];
}

function isOfTarget([first, ...others]: Group): boolean {
  return first.target !== undefined && others.length > 0 && others.every(({ target }) => target === first.target);
}

function placed({ severity, message, code }: Finding, place: string, { colors = false }: SummaryOptions): string {
  const paint = pc.createColors(colors);
  const inks = { error: paint.red, warning: paint.yellow, advice: paint.cyan };
  return `  ${printableName(place)}  ${inks[severity](severity)}: ${printable(message)} ${paint.dim(`[${code}]`)}`;
}
