/**
 * One seed for all random tests, so that a failure can be repeated: it is printed, and `PELICAN_SEED=…` sets another.
 * `PELICAN_FACTOR=10` tries ten times as much as `npm run test:long` does; `npm test` tries a tenth of that.
 */
const given = Number(process.env.PELICAN_SEED ?? "");

export const SEED = Number.isSafeInteger(given) && given > 0 ? given : 20_260_101;
const FACTOR = Number(process.env.PELICAN_FACTOR ?? "") || 0.1;

/** How often something random is tried in this run, where the long run tries it so often. */
export function times(inLongRun: number): number {
  return Math.ceil(inLongRun * FACTOR);
}

/** The parameters of a fast-check property. */
export const RUN = { seed: SEED, numRuns: times(300) } as const;

/** A generator of numbers from 0 up to 1 that gives the same ones for one seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
