/** How the time that something takes grows with its input: by ratios, so that no machine is too slow for the test. */
import { performance } from "node:perf_hooks";
import { runInThisContext } from "node:vm";

/** An input that can be of any length. */
export interface Growing {
  readonly before: string;
  /** What there is more and more of; `§` in it stands for its number. */
  readonly unit: string;
  /** As much as of that, behind all of it: what closes what it opens. */
  readonly closing?: string;
  readonly after: string;
}

/** What is taken of it in vain ends here: no input of this length may take so long, whatever the machine. */
const NEVER = 60_000;
/** An input that takes no longer than this at its full length does not have to be measured closely. */
const MEASURABLE = 6;
/** From this length on something that grows too fast can be told from something that does not. */
const FULL = 100_000;
/** Twice the input takes twice the time, and squared time four times: what is above this is no unrest of the machine. */
const TWICE = 3;
const IN_A_ROW = 3;

function textOf({ before, unit, closing = "", after }: Growing, times: number): string {
  return before + repeated(unit, times) + repeated(closing, times) + after;
}

function repeated(unit: string, times: number): string {
  if (!unit.includes("§")) return unit.repeat(times);
  return Array.from({ length: times }, (_, index) => unit.replaceAll("§", String(index))).join("");
}

/**
 * Doubles an input until it is long, and tells where that more than doubled the time three times in a row.
 *
 * @param full how long is long
 * @returns how it grew; undefined where it grew with its input
 */
export function fasterThanInput(
  growing: Growing,
  run: (text: string) => unknown,
  full: number = FULL,
): string | undefined {
  let times = Math.max(1, Math.floor(500 / growing.unit.length));
  const least = (text: string, tries: number) =>
    Math.min(...Array.from({ length: tries }, () => timeOf(() => run(text))));
  let before = least(textOf(growing, times), 2);
  let seen: string[] = [];
  while (seen.length < IN_A_ROW) {
    if (times * growing.unit.length > full && seen.length === 0) return undefined;
    times *= 2;
    const text = textOf(growing, times);
    let now = least(text, 1);
    if (before >= MEASURABLE) {
      // What another program took of the machine is not counted.
      for (let again = 0; now / before > TWICE && again < 3; again++) now = Math.min(now, least(text, 1));
      if (now / before > TWICE) seen.push(`${text.length}: ${before.toFixed(0)} → ${now.toFixed(0)} ms`);
      else seen = [];
    }
    before = now;
  }
  return seen.join(", ");
}

declare global {
  var RUN_IN_TIME: (() => unknown) | undefined;
}

/** @throws where it does not end */
function timeOf(run: () => unknown): number {
  globalThis.RUN_IN_TIME = run;
  const start = performance.now();
  runInThisContext("RUN_IN_TIME()", { timeout: NEVER });
  return performance.now() - start;
}
