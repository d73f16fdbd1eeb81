import { distance } from "fastest-levenshtein";
import { groupBy } from "../maps/group-by.ts";

/** Longer texts are compared by their first part only: in texts of this length, a typo or two does not matter. */
const LONGEST = 200;

/**
 * The candidate that is most like `text`, or undefined where none is like it.
 * Alike means that at most a third of the characters differ.
 *
 * @param part another part of them
 */
export function nearest(text: string, candidates: Iterable<string>, part = 3): string | undefined {
  const wanted = text.slice(0, LONGEST).toLowerCase();
  let best: string | undefined;
  let least = Math.floor(wanted.length / part) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const lower = candidate.toLowerCase();
    const found = isSwap(wanted, lower) ? 1 : distance(wanted, lower);
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

/** The same as `nearest` for many texts: after so many comparisons of all of them together nothing is suggested. */
export function limitedNearest(): (text: string, candidates: ReadonlySet<string>) => string | undefined {
  let left = MOST_COMPARISONS;
  return (text, candidates) => {
    left -= candidates.size;
    return left < 0 ? undefined : nearest(text, candidates);
  };
}

/** Addresses have parts that many have in common: at most a fifth of the characters may differ. */
const ALIKE = 5;

/** An address that may have been meant. */
export interface Candidate {
  readonly address: string;
  /** The address that stands for all, where one thing has several. */
  readonly main?: string;
  /** What else it is known by: the name of its file. */
  readonly names?: readonly string[];
  readonly title?: string;
}

export interface Wanted {
  /** What the link to it says. */
  readonly label?: string | undefined;
  /** Whether an address makes sense at that place. */
  readonly isFit?: (address: string) => boolean;
}

export type Suggest = (address: string, wanted?: Wanted) => string | undefined;

/**
 * Suggests for a wrong address the one that was meant: that which is a typing error away; a page that was moved, by its
 * file's name or the last part of its address; the one that has the link's label as its title; or what is most like it.
 */
export function suggestAddresses(candidates: readonly Candidate[]): Suggest {
  let left = MOST_COMPARISONS;
  const byName = candidatesBy(candidates, ({ address, names = [] }) => [address, ...names].map(lastPart));
  const byTitle = candidatesBy(candidates, ({ title }) => (title === undefined ? [] : [title.trim().toLowerCase()]));
  return (address, { label, isFit = () => true } = {}) => {
    left -= candidates.length;
    if (left < 0) return undefined;
    const fitting = candidates.map((one) => one.address).filter(isFit);
    const near = nearest(address, fitting, ALIKE);
    if (near !== undefined && isTypingError(address.toLowerCase(), near.toLowerCase())) return near;
    const named = onlyOne(byName.get(lastPart(address)), isFit) ?? ofLongerName(lastPart(address), byName, isFit);
    return named ?? onlyOne(byTitle.get(label?.trim().toLowerCase() ?? ""), isFit) ?? near;
  };
}

function candidatesBy(candidates: readonly Candidate[], keysOf: (one: Candidate) => readonly string[]) {
  const pairs = candidates.flatMap((one) => keysOf(one).map((key) => [key, one.main ?? one.address] as const));
  return new Map([...groupBy(pairs, ([key]) => key)].map(([key, found]) => [key, new Set(found.map(([, at]) => at))]));
}

/** If there are several, it is unknown which was meant. */
function onlyOne(addresses: Iterable<string> = [], isFit: (address: string) => boolean): string | undefined {
  const [found, ...others] = [...addresses].filter(isFit);
  return others.length === 0 ? found : undefined;
}

/** A name that only something before it was put to: a date, a number. */
function ofLongerName(
  name: string,
  byName: ReadonlyMap<string, ReadonlySet<string>>,
  isFit: (address: string) => boolean,
): string | undefined {
  if (name.length < 4) return undefined;
  const ending = `-${name}`;
  const found = new Set<string>();
  for (const [other, at] of byName) if (other.endsWith(ending)) for (const one of at) found.add(one);
  return onlyOne(found, isFit);
}

function lastPart(address: string): string {
  return address.slice(address.lastIndexOf("/") + 1).toLowerCase();
}

function isTypingError(a: string, b: string): boolean {
  return isSwap(a, b) || distance(a, b) <= 1;
}

/** Two characters that changed places are one typing error, and two by Levenshtein's count. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
