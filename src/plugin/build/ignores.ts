import { refill } from "../maps/many.ts";

/** Eleventy's own list of what its search passes over, and what a build adds to it. */
export interface Ignores {
  /** Eleventy has made its list. */
  readonly take: (patterns: string[]) => void;
  /** What is in it by Eleventy and the site. */
  readonly list: () => readonly string[];
  /**
   * Adds patterns, in the place of those of the build before. Where other templates are there than then, Eleventy is made to
   * search anew: while somebody writes, it goes on with its first list and what its watcher tells, which has not heard of
   * all. A list of its own belongs to each list of patterns.
   */
  readonly add: (input: string, patterns: readonly string[], templates: readonly string[]) => void;
}

/** Follows the list from build to build. */
export function createIgnores(): Ignores {
  let patterns: string[] = [];
  let added: readonly string[] = [];
  let before: string | undefined;
  let searches = 0;
  const without = (some: readonly string[]) => {
    const left = new Set(some);
    return patterns.filter((pattern) => !left.has(pattern));
  };
  const add: Ignores["add"] = (input, own, templates) => {
    const now = templates.join("\n");
    if (before !== undefined && before !== now) searches++;
    before = now;
    const others = without(added);
    added = searches > 0 ? [...own, patternOf(input, `.pelican-search-${searches}`)] : own;
    refill(patterns, [...others, ...added]);
  };
  return {
    take: (taken) => {
      patterns = taken;
      added = [];
    },
    list: () => without(added),
    add,
  };
}

/** A pattern for one file of the content: what has a meaning in a glob may be any character. */
export function patternOf(input: string, file: string): string {
  return `${input.replace(/^\.\//, "")}${file.replace(/[^\w./-]/g, "?")}`;
}
