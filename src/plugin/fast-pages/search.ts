import { posix, relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";
import type { ExtensionMap } from "../eleventy/types.ts";
import { relativePath } from "../findings/relative-path.ts";

/**
 * The files that Eleventy's search for templates would find, relative to the input folder. It is the same search, of the
 * same library; tests compare what both find.
 *
 * @param input the input folder, as Eleventy names it
 * @param extensions Eleventy's own
 * @param ignores what Eleventy's search passes over
 */
export async function searchTemplates(
  input: string,
  extensions: ExtensionMap,
  ignores: readonly string[],
): Promise<ReadonlySet<string>> {
  const bare = (path: string) => path.replace(/^\.\//, "");
  const globs = extensions.getGlobs(input).map(bare);
  // Above the working folder, all is searched from there.
  const cwd = /^(?:\.\.\/)+/.exec(globs[0] ?? "")?.[0];
  const from = (path: string) =>
    cwd === undefined || /^(?:\*\*|\.git)\//.test(path)
      ? path
      : relative(cwd, posix.join(resolve(".").split(sep).join("/"), path));
  const options = { ignore: ignores.map((path) => from(bare(path))), ...(cwd && { cwd }) };
  const found = await glob(globs.map(from), { caseSensitiveMatch: false, dot: true, ...options });
  return new Set(found.map((path) => relativePath(input, resolve(cwd ?? "", path))));
}
