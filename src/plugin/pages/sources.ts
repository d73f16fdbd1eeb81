import { posix } from "node:path";
import { fnmatch } from "../files/fnmatch.ts";
import { PAGE_FILE } from "../files/read-tree.ts";
import type { Settings } from "../settings.ts";

/** Folders of posts in a site that names none. */
export const POSTS: readonly string[] = ["posts", "blog", "articles", "news"];

/** The settings that say which files are looked for, and where. */
type Paths = Pick<
  Settings,
  "pagePaths" | "pageExcludes" | "articlePaths" | "articleExcludes" | "ignoreFiles" | "readers"
>;

/**
 * What a file of the content is by its place and name: a page, a post, or none of the two. A site that does not write its
 * `articlePaths` out has not said.
 * Source: https://docs.getpelican.com/en/latest/settings.html (ARTICLE_PATHS, ARTICLE_EXCLUDES, READERS)
 *
 * @param path from the content folder, with forward slashes
 */
export function sourceKind(path: string, settings: Paths): "page" | "post" | "none" | undefined {
  return PAGE_FILE.test(path) && !isPassedBy(path, settings) ? placeKind(path, settings) : "none";
}

/** The same for a file of any name: what would be of it if it were read. */
export function placeKind(path: string, settings: Paths): ReturnType<typeof sourceKind> {
  const { pagePaths, pageExcludes, articlePaths, articleExcludes } = settings;
  if (articlePaths === null) return undefined;
  // In Pelican a file that is named as the one is in a folder of the other, too, and both are made: what is named is meant.
  const isNamed = (paths: readonly string[]) => paths.some((one) => posix.normalize(one) === path);
  if (isNamed(articlePaths) && !isNamed(pagePaths)) return "post";
  // The folders of the one are no folders of the other.
  if (isFoundIn(path, pagePaths, [...pageExcludes, ...articlePaths])) return "page";
  return isFoundIn(path, articlePaths, [...articleExcludes, ...pagePaths]) ? "post" : "none";
}

/** Whether nothing reads a file because of its name and those of its folders. */
export function isPassedBy(path: string, { ignoreFiles, readers }: Paths): boolean {
  const ending = posix.extname(path).slice(1);
  return readers[ending.toLowerCase()] !== undefined || isIgnored(path, ignoreFiles);
}

/** Whether Pelican passes a file over for its name, or that of a folder that it is in (IGNORE_FILES). */
export function isIgnored(path: string, patterns: readonly string[]): boolean {
  const tests = patterns.map(fnmatch);
  return path.split("/").some((name) => tests.some((test) => test.test(name)));
}

/**
 * Whether Pelican finds a file: it looks through these folders and files, and in the folders not into those that are
 * excluded. What is excluded is compared as Pelican does, character by character.
 */
export function isFoundIn(path: string, folders: readonly string[], excludes: readonly string[]): boolean {
  return folders.some((folder) => {
    const root = posix.normalize(folder).replace(/\/+$/, "");
    const isInside = (file: string) => root === "." || file.startsWith(`${root}/`);
    return path === root || (isInside(path) && !excludes.some((one) => isInside(one) && path.startsWith(`${one}/`)));
  });
}
