/** Eleventy's own list of what its search passes over, and what a build adds to it. */
export interface Ignores {
  /** Eleventy has made its list. */
  readonly take: (patterns: string[]) => void;
  /** What is in it by Eleventy and the site. */
  readonly list: () => readonly string[];
  /** Adds patterns, in the place of those of the build before. */
  readonly add: (patterns: readonly string[]) => void;
}

export function createIgnores(): Ignores {
  let patterns: string[] = [];
  let added: readonly string[] = [];
  const add: Ignores["add"] = (own) => {
    for (const pattern of added) patterns.splice(patterns.indexOf(pattern), 1);
    patterns.push(...own);
    added = own;
  };
  return {
    take: (taken) => {
      patterns = taken;
      added = [];
    },
    list: () => patterns.filter((pattern) => !added.includes(pattern)),
    add,
  };
}

/** A pattern for one file of the content: what has a meaning in a glob may be any character. */
export function patternOf(input: string, file: string): string {
  return `${input.replace(/^\.\//, "")}${file.replace(/[^\w./-]/g, "?")}`;
}
