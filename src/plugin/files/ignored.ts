import { relativePath } from "../findings/relative-path.ts";

/**
 * The paths that Eleventy's search would pass over if it came to them. The search itself cannot be asked: it lists neither
 * links that lead out of a folder nor what nobody may read.
 *
 * @param paths relative or absolute
 * @param patterns Eleventy's list, from the current folder
 */
export function ignoredPaths(paths: readonly string[], patterns: readonly string[]): ReadonlySet<string> {
  if (paths.length === 0) return new Set();
  const globs = patterns.map((pattern) => globPattern(plain(pattern)));
  return new Set(paths.filter((path) => globs.some((glob) => glob.test(plain(path)))));
}

/** From the current folder, with forward slashes and nothing before it. */
function plain(path: string): string {
  return path.startsWith("**") ? path : relativePath("", path);
}

const PARTS: Readonly<Record<string, string>> = {
  "**/": "(?:.*/)?",
  "/**": "(?:/.*)?",
  "**": ".*",
  "*": "[^/]*",
  "?": "[^/]",
  "{": "(?:",
  "}": ")",
  ",": "|",
};

const SIGN = /[\\^$+.()|[\]]/g;
/** Of what is between two `*`, the first that there is is taken, and no other is tried: many of them would come to no end. */
const GLOB_PART = new RegExp(`/\\*\\*$|\\*\\*/|\\*\\*|\\*([^*?{},/]+)(?=\\*(?!\\*))|[*?{},]|${SIGN.source}`, "g");

/** A glob as a regular expression. Eleventy's search takes no notice of case. */
export function globPattern(glob: string): RegExp {
  const hasChoice = /\{[^{}]*\}/.test(glob);
  let betweens = 0;
  const source = glob.replace(GLOB_PART, (part, between?: string) => {
    if (between !== undefined) return `(?=([^/]*?${between.replace(SIGN, "\\$&")}))\\${++betweens}`;
    const isChoice = /[{},]/.test(part);
    return isChoice && !hasChoice ? part.replace(/[{}]/, "\\$&") : (PARTS[part] ?? `\\${part}`);
  });
  return new RegExp(`^${source}$`, "i");
}
