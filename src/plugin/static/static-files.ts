import { posix } from "node:path";
import { isBelow } from "../files/is-below.ts";
import { PAGE_FILE } from "../files/read-tree.ts";
import { placeIn } from "../findings/finding.ts";
import { type Report, report } from "../findings/report.ts";
import { hasHeader } from "../header/read-header.ts";
import { reasonAgainst, tidyPath } from "../pages/paths.ts";
import type { Settings } from "../settings.ts";

/**
 * Where each file of the content folder that is no page is written, as in Pelican: the files of `staticPaths` at their
 * own paths, those of `extraPathMetadata` where it says. The others are written only where a text asks for them.
 * Source: https://docs.getpelican.com/en/latest/content.html#static-content
 */
export interface StaticFiles {
  /** For every file that a text may ask for. */
  readonly targets: ReadonlyMap<string, string>;
  /** The files that are written whether a text asks for them or not. */
  readonly copied: ReadonlySet<string>;
  readonly reports: readonly Report[];
}

/** @param isTaken whether a page of the site is written to a file */
export function planStaticFiles(assets: readonly string[], settings: Settings, isTaken: (file: string) => boolean) {
  const moved = movedFiles(assets, settings);
  const targets = new Map(assets.map((asset) => [asset, moved.targets.get(asset) ?? asset]));
  const copied = new Set<string>();
  const sources = new Map<string, string>();
  const reports = [...moved.reports];
  for (const [asset, target] of targets) {
    if (!moved.targets.has(asset) && !isBelow(asset, settings.staticPaths)) continue;
    const otherFile = sources.get(target);
    if (otherFile !== undefined || isTaken(target)) {
      reports.push(report("static-taken", placeIn(asset), { saveAs: target, otherFile }));
    } else {
      sources.set(target, asset);
      copied.add(asset);
    }
  }
  return { targets, copied, reports };
}

/**
 * Whether a file is static by the settings: then it is copied and never a page. A source of a page is not copied, as in
 * Pelican (STATIC_EXCLUDE_SOURCES), in whatever folder it is. What could be one by its name is one below `pagePaths` and
 * `articlePaths`, and elsewhere by its header: all of Pelican's content is below its ARTICLE_PATHS, unless it is changed.
 *
 * @param textOf the file's text, for who has it; undefined where it is none
 */
export function isStaticFile(path: string, settings: Settings, textOf?: () => string | undefined): boolean {
  const moved = Object.keys(settings.extraPathMetadata).map((from) => posix.normalize(from));
  if (moved.includes(path)) return true;
  if (!isBelow(path, settings.staticPaths)) return false;
  if (!PAGE_FILE.test(path)) return true;
  const { pagePaths, articlePaths, staticPaths } = settings;
  if (isBelow(path, named([...pagePaths, ...articlePaths])) || !isBelow(path, named(staticPaths))) return false;
  const text = textOf?.();
  return text === undefined || !hasHeader({ path, text });
}

/** The folders except the whole content, which says nothing about a file. */
function named(folders: readonly string[]): string[] {
  return folders.filter((folder) => !isBelow("", [folder]));
}

function movedFiles(assets: readonly string[], settings: Settings) {
  const reports: Report[] = [];
  const targets = new Map<string, string>();
  for (const [name, { path }] of Object.entries(settings.extraPathMetadata)) {
    const from = posix.normalize(name);
    const reason = reasonAgainst(path);
    if (!assets.includes(from)) reports.push(report("static-missing", IN_SETTINGS, { from: name }));
    else if (reason !== undefined) reports.push(report("static-unsafe", IN_SETTINGS, { from: name, path, reason }));
    else targets.set(from, tidyPath(path));
  }
  return { targets, reports };
}

const IN_SETTINGS = placeIn("the site's settings");
