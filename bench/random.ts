/** A whole number from 0 on, and below `limit`. */
export type Random = (limit: number) => number;

/**
 * Numbers that look random and are the same for the same seed: Marsaglia's xorshift of 32 bits.
 * Source: https://doi.org/10.18637/jss.v008.i14
 *
 * @param seed a whole number
 */
export function randomNumbers(seed: number): Random {
  // Zero would stay zero; seeds that are near each other would begin alike.
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}
