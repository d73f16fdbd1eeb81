import pc from "picocolors";
import { type Finding, isFailure } from "./finding.ts";
import { printChanges } from "./print-changes.ts";
import { printSummary, type SummaryOptions } from "./print-summary.ts";

/** Findings of a build. */
export interface Told {
  readonly findings: readonly Finding[];
  /** Those of the build before, while somebody writes. */
  readonly before: readonly Finding[] | undefined;
  /** Whether the site is to be published. */
  readonly isFinal: boolean;
  readonly strict: boolean;
}

/**
 * Tells what is wrong, at most a screen of it: of the whole site after a build, under `--serve` what is new since the build before. In a strict site a
 * build that has warnings fails.
 */
export function tellFindings({ findings, before, isFinal, strict }: Told, options: SummaryOptions): void {
  const all = { ...options, colors: hasColors() };
  printText(isFinal || !before ? printSummary(findings, all) : printChanges(before, findings, all));
  if (isFinal && strict && findings.some((one) => isFailure(one, strict))) process.exitCode = 1;
}

/** Prints a text among what a build says, set apart by blank lines; nothing where it is empty. */
export function printText(text: string): void {
  if (text !== "") console.error(`\n${text}\n`);
}

/** Only where somebody looks on, and never against NO_COLOR. */
export function hasColors(): boolean {
  return pc.isColorSupported && process.stderr.isTTY === true;
}
