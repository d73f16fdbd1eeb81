import { performance } from "node:perf_hooks";

/** Does a part of the work, and notes what it took. */
export type Measure = <Result>(part: string, run: () => Result) => Result;

/** Where nobody asks what a part takes. */
export const unmeasured: Measure = (_part, run) => run();

/** Measures the parts of a build. */
export interface Stopwatch {
  readonly measure: Measure;
  /** A table of the parts, and of what is left of the whole; in the order in which they began. */
  readonly table: () => string;
}

/**
 * Notes what the parts of a build take, in milliseconds. A part within another counts for itself only.
 *
 * @param rest the name of what is in no part
 * @param now the time in milliseconds
 */
export function createStopwatch(rest: string, now: () => number = () => performance.now()): Stopwatch {
  const start = now();
  const times = new Map<string, number>();
  let within = 0;
  const measure: Measure = (part, run) => {
    if (!times.has(part)) times.set(part, 0);
    const [began, outer] = [now(), within];
    within = 0;
    try {
      return run();
    } finally {
      const took = now() - began;
      times.set(part, (times.get(part) ?? 0) + took - within);
      within = outer + took;
    }
  };
  const table = () => {
    const whole = now() - start;
    const left = whole - [...times.values()].reduce((sum, time) => sum + time, 0);
    const rows = [...times, [rest, left] as const, ["together", whole] as const];
    const width = Math.max(...rows.map(([part]) => part.length));
    return rows
      .map(([part, time]) => {
        const share = Math.round((100 * time) / whole);
        return `${part.padEnd(width)} ${time.toFixed(0).padStart(7)} ms ${String(share).padStart(4)} %`;
      })
      .join("\n");
  };
  return { measure, table };
}
