import { globPattern } from "./ignored.ts";

/**
 * Whether a file is among those that the option `content` names: by one glob at least, and by none that begins with `!`.
 *
 * @param globs relative to the input folder; without any, no file is
 */
export function contentMatcher(globs: readonly string[]): (path: string) => boolean {
  const patternOf = (glob: string) => globPattern(glob.replace(/^\.\//, ""));
  const wanted = globs.filter((glob) => !glob.startsWith("!")).map(patternOf);
  const unwanted = globs.filter((glob) => glob.startsWith("!")).map((glob) => patternOf(glob.slice(1)));
  const matches = (patterns: readonly RegExp[], path: string) => patterns.some((pattern) => pattern.test(path));
  return (path) => matches(wanted, path) && !matches(unwanted, path);
}
