import { PAGE_ENDINGS } from "../files/read-tree.ts";

/** Eleventy's search takes no longer patterns than 65,536 characters; with so many names one would cost more than it saves. */
const LONGEST = 16_000;

/**
 * A glob for all pages but some, which Eleventy's search then passes over. Others whose names begin alike may be let stand
 * as well.
 *
 * @param files the pages that are to be found, relative to the content folder
 * @param input the content folder, with a slash at its end
 * @returns undefined where there are too many of them
 */
export function allPagesBut(files: readonly string[], input: string): string | undefined {
  const names = [...new Set(files.map(nameInGlob))];
  const but = names.length === 0 ? "" : `(?!(?:${names.join("|")}))`;
  if (but.length > LONGEST) return undefined;
  return `${input.replace(/^\.\//, "")}**/${but}*.@(${PAGE_ENDINGS.join("|")})`;
}

/** A file's name; what may have a meaning in a glob is any character. */
function nameInGlob(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return name.replace(/[^\w-]/g, (character) => (character === "." ? "[.]" : "[^/]"));
}
