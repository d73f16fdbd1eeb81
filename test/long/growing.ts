/** How the time that something takes grows with its input: by ratios, so that no machine is too slow for the test. */
import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext, runInThisContext } from "node:vm";

/** An input that can be of any length. */
export interface Growing {
  readonly before: string;
  /** What there is more and more of; `§` in it stands for its number. */
  readonly unit: string;
  /** As much as of that, behind all of it: what closes what it opens. */
  readonly closing?: string;
  readonly after: string;
}

/** Something that reads a text. */
export interface Rule {
  readonly name: string;
  /** What its texts are made of. */
  readonly atoms: readonly string[];
  readonly run: (text: string) => unknown;
  /** How long is long, where a line is as much as a page. */
  readonly full?: number;
}

/** What is taken of it in vain ends here: no input of this length may take so long, whatever the machine. */
const NEVER = 120_000;
/** An input that takes no longer than this at its full length does not have to be measured closely. */
const MEASURABLE = 6;
/** From this length on something that grows too fast can be told from something that does not. */
const FULL = 100_000;
/** Twice the input takes twice the time, and squared time four times: what is above this is no unrest of the machine. */
const TWICE = 3;
/** What is below this is measured once. */
const ABOUT_TWICE = 2.3;
const IN_A_ROW = 3;

/**
 * Doubles an input until it is long, and tells where that more than doubled the time three times in a row, and did so when
 * all of that was measured again.
 *
 * @param full how long is long
 * @returns how it grew; undefined where it grew with its input
 * @throws what it throws, and where it does not end
 */
export function fasterThanInput(
  growing: Growing,
  run: (text: string) => unknown,
  full: number = FULL,
): string | undefined {
  const time = (times: number) => {
    const text = textOf(growing, times);
    return timeOf(() => run(text));
  };
  let times = Math.max(1, Math.floor(500 / growing.unit.length));
  let before = Math.min(time(times), time(times));
  let seen = 0;
  while (times * growing.unit.length <= full || seen > 0) {
    times *= 2;
    const now = time(times);
    seen = isMore(before, now, times, time) ? seen + 1 : 0;
    before = now;
    if (seen < IN_A_ROW) continue;
    const lengths = Array.from({ length: IN_A_ROW + 1 }, (_, index) => times / 2 ** (IN_A_ROW - index));
    const again = lengths.map(time);
    if (again.every((one, index) => index === 0 || isMore(again[index - 1] ?? 0, one, lengths[index] ?? 0, time)))
      return `${textOf(growing, times).length}: ${again.map((one) => one.toFixed(0)).join(" → ")} ms`;
    seen = 0;
  }
  return undefined;
}

/**
 * Whether an input takes too much longer than half of it did. What the machine had to do besides, for the one or the other,
 * is not counted: where it looks so, both are measured again.
 */
function isMore(half: number, whole: number, times: number, time: (times: number) => number): boolean {
  if (half < MEASURABLE || whole / half < ABOUT_TWICE) return false;
  let [before, now] = [half, whole];
  for (let again = 0; again < 3; again++) {
    COLLECT_GARBAGE();
    before = Math.min(before, time(times / 2));
    if (now / before > TWICE) now = Math.min(now, time(times));
  }
  return now / before > TWICE;
}

setFlagsFromString("--expose-gc");
/** What was left of another input is not to be cleared away while this one is measured. */
const COLLECT_GARBAGE: () => void = runInNewContext("gc");

function textOf({ before, unit, closing = "", after }: Growing, times: number): string {
  return before + repeated(unit, times) + repeated(closing, times) + after;
}

function repeated(unit: string, times: number): string {
  if (!unit.includes("§")) return unit.repeat(times);
  return Array.from({ length: times }, (_, index) => unit.replaceAll("§", String(index))).join("");
}

declare global {
  var RUN_IN_TIME: (() => unknown) | undefined;
}

/**
 * In milliseconds of a processor, whatever others have to do; where more than one had a part in it, of the clock.
 *
 * @throws where it does not end
 */
function timeOf(run: () => unknown): number {
  globalThis.RUN_IN_TIME = run;
  const [start, used] = [performance.now(), process.cpuUsage()];
  runInThisContext("RUN_IN_TIME()", { timeout: NEVER });
  const { user, system } = process.cpuUsage(used);
  return Math.min(performance.now() - start, (user + system) / 1000);
}
