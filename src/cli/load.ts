import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { DateTime } from "luxon";
import { storesInTurn } from "../plugin/cache/store.ts";
import { checkLedger } from "../plugin/checks/check-ledger.ts";
import { stopsBuild, toFindings } from "../plugin/checks/index.ts";
import { includesFolders } from "../plugin/eleventy/theme-folders.ts";
import { isFolder } from "../plugin/files/is-file.ts";
import { layoutFinder, layoutsIn } from "../plugin/files/layouts.ts";
import { CONTENT, OTHERS } from "../plugin/files/project-files.ts";
import { textReader } from "../plugin/files/read-text.ts";
import { readTree } from "../plugin/files/read-tree.ts";
import type { SourceTree } from "../plugin/files/source-file.ts";
import { timesIn } from "../plugin/files/times.ts";
import { messageOf } from "../plugin/findings/plain-error.ts";
import { printFindings } from "../plugin/findings/print-findings.ts";
import { imageReader } from "../plugin/images/image-file.ts";
import { memoizeByObject } from "../plugin/maps/memoize.ts";
import { createMarkdown } from "../plugin/markdown/index.ts";
import { createPageReader } from "../plugin/pages/read-page.ts";
import { gatherTree } from "../plugin/pages/read-pages.ts";
import { unmadeKind } from "../plugin/pages/unmade.ts";
import { publishedBefore } from "../plugin/redirects/keep-ledger.ts";
import { parseSettings, readSettings, type Settings } from "../plugin/settings.ts";
import { type Means, makeSite, type Site } from "../plugin/site.ts";
import { isMissed, isOnTheWay, isStaticFile } from "../plugin/static/static-files.ts";
import { type Code, type Terminal, UsageError } from "./command.ts";
import type { LoadedSite } from "./loaded-site.ts";

/** More files than these take a moment. */
const MANY_FILES = 1000;

/** The content folder that a command is about: the one that is given, or the project's. */
export function contentFolder(given: string | undefined, { folder, project }: Terminal): string {
  if (given !== undefined) {
    const full = resolve(folder, given);
    if (isFolder(full)) return full;
    const what = existsSync(full) ? `${given} is not a folder` : `There is no folder ${given}`;
    throw new UsageError(`${what}. Write the folder that holds the site's content.`);
  }
  if (project) return project.content;
  const found = CONTENT.map((path) => resolve(folder, path)).find(isFolder);
  if (!found) throw new UsageError(`Which folder holds the content? There is neither ${CONTENT.join(" nor ")} here.`);
  return found;
}

/**
 * Loads the site of a content folder, without building it: as Eleventy gathers it, where the folder of the command is a
 * project of Eleventy's with this plugin; else as a build with the plugin's defaults would.
 *
 * @param use what is done with it
 * @param root the folder that stands for that of the command, where the content was checked out into it
 * @throws {Error} where the settings have faults, or Eleventy cannot gather the site
 */
export function loadSite(content: string, terminal: Terminal, use: (loaded: LoadedSite) => Code, root?: string): Code {
  const { project } = terminal;
  return project ? project.gather(content, root).then(use) : use(loadFolder(content, terminal));
}

function loadFolder(content: string, { folder, progress }: Terminal): LoadedSite {
  const settings = folderSettings(folder, content);
  const tree = loadTree(content, settings);
  if (tree.files.length > MANY_FILES) progress(`Reading ${tree.files.length} files …`);
  return loadedTree(tree, settings, includesFolders(join(folder, "_includes")), content, folder);
}

/** The site of a tree by itself: no Eleventy gathered it. */
export function loadedTree(
  tree: SourceTree,
  settings: Settings,
  includes: readonly string[],
  content: string,
  folder: string,
  isInstalled?: Means["isInstalled"],
): LoadedSite {
  const now = DateTime.now();
  const means = { ...meansOf(includes, content, settings), ...(isInstalled && { isInstalled }) };
  const read = memoizeByObject(createPageReader({ settings, timeOf: timesIn(content) }));
  const nextStore = storesInTurn();
  const published = publishedBefore(settings, folder);
  const remake = (at: SourceTree) => {
    const gathered = { ...gatherTree(at, settings, now, read), published };
    return withLedger(makeSite(gathered, settings, { ...means, store: nextStore() }), folder);
  };
  return { site: remake(tree), settings, tree, remake };
}

/** What a site is read with, where it is not built. */
function meansOf(includes: readonly string[], content: string, { markdown, math }: Settings): Means {
  const [layouts, hasLayout] = [layoutsIn(includes), layoutFinder(includes, undefined)];
  const [readImage, readText] = [imageReader(content), textReader(content)];
  return { layouts, hasLayout, markdown: createMarkdown({ ...markdown, math }), readImage, readText };
}

/** The site with what is wrong with its ledger of addresses, for the project in a folder. */
export function withLedger(site: Site, folder: string): Site {
  return { ...site, findings: [...site.findings, ...toFindings(checkLedger(site, folder))] };
}

/** The settings of a folder that is no project of Eleventy's, for a content folder in it. */
function folderSettings(folder: string, content: string): Settings {
  const file = join(folder, "_data/site.json");
  const settings = existsSync(file)
    ? parseSettings(readText(file, shownPath(file, folder)), shownPath(file, folder))
    : readSettings({});
  const isOwn = CONTENT.some((path) => resolve(folder, path) === content);
  return isOwn ? settings : { ...settings, ledger: "" };
}

function readText(file: string, shown: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${shown} cannot be read: ${messageOf(error)}.`);
  }
}

/** Reads a content folder as a build does. */
export function loadTree(content: string, settings: Settings): SourceTree {
  return readTree(content, {
    skip: (path) => OTHERS.has(path),
    isAsset: (path, textOf) => isStaticFile(path, settings, textOf),
    unmadeKind: (path, textOf) => unmadeKind(path, settings, textOf),
    isNamed: (path) => isOnTheWay(path, settings),
    isMissed: (path) => isMissed(path, settings),
    largest: settings.largestText,
  });
}

/** Files that could not be read are missing from what a command shows: it says so. */
export function tellUnreadable({ findings }: Site, terminal: Terminal): void {
  const unreadable = findings.filter(stopsBuild);
  if (unreadable.length > 0) terminal.error(`${printFindings(unreadable, { colors: terminal.colors })}\n`);
}

/** How a folder is named to somebody who is in another. */
export function shownPath(path: string, folder: string): string {
  const way = relative(folder, path);
  return way === "" ? "." : way.startsWith("..") ? path : way;
}
