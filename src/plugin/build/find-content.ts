import { join, resolve } from "node:path";
import type { Directories } from "../eleventy/types.ts";
import { contentMatcher } from "../files/content-globs.ts";
import { ignoredPaths } from "../files/ignored.ts";
import { isWithin } from "../files/is-within.ts";
import { type FoundFiles, findFiles } from "../files/read-tree.ts";
import { isPelicans } from "../header/is-pelicans.ts";
import { unmadeKind } from "../pages/unmade.ts";
import type { Settings } from "../settings.ts";
import { isMissed, isOnTheWay, isStaticFile } from "../static/static-files.ts";

/**
 * The files of the content folder: Pelican's pages, and what is no template. Where the site names its pages, none is
 * opened. Nothing is said of what Eleventy passes over, nor of what is Eleventy's own.
 *
 * @param ignores what Eleventy's search passes over
 */
export function findContent(directories: Directories, settings: Settings, ignores: readonly string[]): FoundFiles {
  const input = resolve(directories.input);
  const others = [
    directories.output,
    directories.includes,
    directories.layouts ?? directories.includes,
    directories.data,
  ]
    .map((folder) => resolve(folder))
    // Most are beside the content: then there is nothing to ask of each file. One that is around it holds it.
    .filter((folder) => isWithin(folder, input) && !isWithin(input, folder));
  const isNamed = contentMatcher(settings.content);
  const isNaming = settings.content.length > 0;
  const found = findFiles(input, {
    skip: (path) => others.some((folder) => isWithin(resolve(input, path), folder)),
    isAsset: (path, textOf) => isStaticFile(path, settings, textOf),
    isOurs: (path, textOf) => (isNaming ? isNamed(path) : isPelicansText(path, textOf())),
    unmadeKind: (path, textOf) => (isNaming && !isNamed(path) ? undefined : unmadeKind(path, settings, textOf)),
    isNamed: (path) => isOnTheWay(path, settings),
    isMissed: (path) => isMissed(path, settings),
    largest: settings.largestText,
  });
  const pathOf = (file: string) => join(directories.input, file);
  const asked = [...found.closed, ...(isNaming ? [] : [...found.pages, ...found.others])];
  const ignored = ignoredPaths(asked.map(pathOf), ignores);
  const isSeen = (file: string) => !ignored.has(pathOf(file));
  // A folder that cannot be read counts where what would be in it does.
  const isOurs = (file: string) => isNamed(file) || isNamed(`${file}/x.md`) || isMissed(file, settings);
  return {
    ...found,
    pages: found.pages.filter(isSeen),
    others: found.others.filter(isSeen),
    reports: found.reports.filter(({ file }) => isSeen(file) && isOurs(file)),
    closed: found.closed.filter((file) => isSeen(file) && isOurs(file)),
  };
}

function isPelicansText(path: string, text: string | undefined): boolean {
  return text !== undefined && isPelicans({ path, text });
}
