import { distance } from "fastest-levenshtein";
import { groupBy } from "../maps/group-by.ts";

/** Longer texts are compared by their first part only: in texts of this length, a typo or two does not matter. */
const LONGEST = 200;

/**
 * The candidate that is most like `text`, or undefined where none is like it.
 * Alike means that at most a third of the characters differ.
 */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = text.slice(0, LONGEST).toLowerCase();
  let best: string | undefined;
  let least = Math.floor(wanted.length / 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const found = isSwap(wanted, candidate.toLowerCase()) ? 1 : distance(wanted, candidate.toLowerCase());
    if (found < least) [best, least] = [candidate, found];
  }
  return best;
}

/** A question after a message, where a name is like one that there is. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const near = nearest(name, candidates);
  return near === undefined ? "" : ` Did you mean ${near}?`;
}

/** A site whose every link is broken must not take minutes: after so many comparisons nothing is suggested. */
const MOST_COMPARISONS = 1_000_000;

/**
 * Suggests for a wrong address the one that is most like it, or, where none is alike, the one of the same last part: a
 * page that was moved.
 */
export function suggestAddresses(candidates: readonly string[]): (address: string) => string | undefined {
  let left = MOST_COMPARISONS;
  const byName = groupBy(candidates, lastPart);
  return (address) => {
    left -= candidates.length;
    if (left < 0) return undefined;
    return nearest(address, candidates) ?? ofSameName(lastPart(address), byName);
  };
}

/** If there are several, it is unknown which was meant. */
function ofSameName(name: string, byName: ReadonlyMap<string, readonly string[]>): string | undefined {
  if (name.length < 4) return undefined;
  const longer = [...byName].flatMap(([other, addresses]) => (other.endsWith(`-${name}`) ? addresses : []));
  const found = byName.get(name) ?? longer;
  return found.length === 1 ? found[0] : undefined;
}

function lastPart(address: string): string {
  return address.slice(address.lastIndexOf("/") + 1).toLowerCase();
}

/** Two characters that changed places are one typing error, and two by Levenshtein's count. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((character, index) => character !== b[index]);
  return at >= 0 && a.slice(0, at) + (a[at + 1] ?? "") + a[at] + a.slice(at + 2) === b;
}
