import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { DateTime } from "luxon";
import { layoutFinder, layoutsIn } from "../plugin/files/layouts.ts";
import { readTree } from "../plugin/files/read-tree.ts";
import type { SourceTree } from "../plugin/files/source-file.ts";
import { STOPPING } from "../plugin/findings/codes.ts";
import { report } from "../plugin/findings/report.ts";
import type { ReadImage } from "../plugin/images/image-file.ts";
import { createMarkdown } from "../plugin/markdown/index.ts";
import { checkLedger } from "../plugin/redirects/keep-ledger.ts";
import { parseSettings, readSettings, type Settings } from "../plugin/settings.ts";
import { makeSite, type Site } from "../plugin/site.ts";
import { isStaticFile } from "../plugin/static/static-files.ts";
import { includesFolders } from "../plugin/theme/folders.ts";
import { type Terminal, UsageError } from "./command.ts";

/** Folders of a project that is not split into content and the rest. */
export const OTHERS: ReadonlySet<string> = new Set(["_site", "_includes", "_data", "output"]);

/** More files than these take a moment. */
const MANY_FILES = 1000;

/** Where a site's content usually is, the likeliest first. */
export const CONTENT = ["src/content", "content"];

/** The content folder that a command is about: the one that is given, or the project's. */
export function contentFolder(given: string | undefined, { folder, project }: Terminal): string {
  if (given !== undefined) {
    if (!statSync(resolve(folder, given), { throwIfNoEntry: false })?.isDirectory()) {
      throw new UsageError(`There is no folder ${given}. Write the folder that holds the site's content.`);
    }
    return resolve(folder, given);
  }
  if (project) return project.content;
  const found = CONTENT.map((path) => resolve(folder, path)).find((path) => existsSync(path));
  if (!found) throw new UsageError(`Which folder holds the content? There is neither ${CONTENT.join(" nor ")} here.`);
  return found;
}

/**
 * The settings of the project that the command is run in.
 *
 * @throws {Error} where they have faults
 */
export function projectSettings({ folder, project }: Terminal, content: string): Settings {
  if (project) return content === project.content ? project.settings : { ...project.settings, ledger: "" };
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
    throw new UsageError(`${shown} cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
}

/** Reads a content folder as a build does. */
export function loadTree(content: string, settings: Settings): SourceTree {
  return readTree(
    content,
    (path) => OTHERS.has(path),
    (path, textOf) => isStaticFile(path, settings, textOf),
  );
}

/**
 * Makes the site of a tree, without building it.
 *
 * @param readImage for who wants to know what is wrong with images
 */
export function loadSite(
  tree: SourceTree,
  settings: Settings,
  { folder, project, progress }: Terminal,
  readImage?: ReadImage,
): Site {
  if (tree.files.length > MANY_FILES) progress(`Reading ${tree.files.length} files …`);
  const includes = includesFolders(project?.includes ?? join(folder, "_includes"));
  const site = makeSite(tree, settings, {
    layouts: layoutsIn(includes),
    hasLayout: layoutFinder(includes, undefined),
    markdown: createMarkdown(),
    ...(readImage && { readImage }),
    now: DateTime.now(),
  });
  return { ...site, findings: [...site.findings, ...checkLedger(site, folder)] };
}

/** Files that could not be read are missing from what a command shows: it says so. */
export function tellUnreadable({ findings }: Site, terminal: Terminal): void {
  const unreadable = findings.filter(({ code }) => STOPPING.has(code));
  if (unreadable.length > 0) terminal.error(`${report(unreadable, { colors: terminal.colors })}\n`);
}

/** How a folder is named to somebody who is in another. */
export function shownPath(path: string, folder: string): string {
  const way = relative(folder, path);
  return way === "" ? "." : way.startsWith("..") ? path : way;
}
