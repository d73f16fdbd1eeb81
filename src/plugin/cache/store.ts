import type { z } from "zod";
import { digestOf } from "./digest.ts";

/** What was made of a text before, as JSON keeps it. */
export interface Store {
  /**
   * Undefined where it was not made yet, or what an earlier build left has another form: whoever wrote that, it fails no
   * build.
   */
  readonly get: <Value>(key: string, form: z.ZodType<Value>) => Value | undefined;
  readonly set: (key: string, value: unknown) => void;
  /** Enough was set since the store was loaded; or anything, once its entries were taken: then it is to be kept again. */
  readonly isWorthKeeping: () => boolean;
  /** What was asked for: what nobody asks for any more is not kept. */
  readonly entries: () => [key: string, value: unknown][];
  /** Another build begins: what none of the last ones asked for is let go. */
  readonly beginBuild: () => void;
}

/** While somebody writes, each text leaves another behind: so many builds later nobody goes back to that. */
const MOST_BUILDS = 10;

/** So many times as much as is new may be written for it. */
const WORTH = 50;

/** Whether enough of what there is is new to write all of it: making a little anew is faster. */
export function isWorthKeeping(fresh: number, all: number): boolean {
  return fresh * WORTH > all;
}

/** @param entries what an earlier build left, the newest last */
export function createStore(entries: Iterable<readonly [string, unknown]> = []): Store {
  const old = new Map(entries);
  const used = new Map<string, unknown>();
  const askedIn = new Map<string, number>();
  let [changes, build] = [0, 0];
  let isTaken = false;
  return {
    get: <Value>(key: string, form: z.ZodType<Value>) => {
      const value = used.get(key) ?? old.get(key);
      // What this build has asked for or made has the form that is its kind's.
      if (value === undefined || !(used.has(key) || form.safeParse(value).success)) return undefined;
      used.set(key, value);
      askedIn.set(key, build);
      return value as Value;
    },
    set: (key, value) => {
      changes++;
      used.set(key, value);
      askedIn.set(key, build);
    },
    isWorthKeeping: () => (isTaken ? changes > 0 : isWorthKeeping(changes, used.size)),
    entries: () => {
      [changes, isTaken] = [0, true];
      return [...used];
    },
    beginBuild: () => {
      build++;
      for (const [key, last] of askedIn) {
        if (last > build - MOST_BUILDS) continue;
        for (const kept of [askedIn, used, old]) kept.delete(key);
      }
    },
  };
}

/** Hands out a store for each time that the same is made anew: it knows what was made the time before, and no more. */
export function storesInTurn(): () => Store {
  let last = createStore();
  return () => {
    last = createStore(last.entries());
    return last;
  };
}

/**
 * The key of what is made of a text.
 *
 * @param kind what is made of it: two sorts of things that are made of one text have two keys
 */
export function keyOf(kind: string, text: string): string {
  return `${kind} ${digestOf(text)}`;
}

/** What is made of texts. */
export interface Kind<Value> {
  readonly name: string;
  readonly form: z.ZodType<Value>;
}

/** What was made of a text, or makes it. */
export function memo<Value>(store: Store, { name, form }: Kind<Value>, text: string, make: () => Value): Value {
  const key = keyOf(name, text);
  const found = store.get(key, form);
  if (found !== undefined) return found;
  const made = make();
  store.set(key, made);
  return made;
}

/** The same for what takes its time to be made: a promise only where it is not there yet. */
export function memoLater<Value>(
  store: Store,
  { name, form }: Kind<Value>,
  text: string,
  make: () => Promise<Value>,
): Value | Promise<Value> {
  const key = keyOf(name, text);
  const found = store.get(key, form);
  if (found !== undefined) return found;
  return make().then((made) => {
    store.set(key, made);
    return made;
  });
}
