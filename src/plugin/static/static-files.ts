import { posix } from "node:path";
import { addressOf } from "../dialect/address.ts";
import { isBelow } from "../files/is-below.ts";
import { IN_SETTINGS, placeIn } from "../findings/finding.ts";
import { nearest } from "../findings/nearest.ts";
import { type Report, report } from "../findings/report.ts";
import { hasHeader } from "../header/read-header.ts";
import { groupBy } from "../maps/group-by.ts";
import { foldersOf } from "../pages/conflicts.ts";
import { givenLines, givenMeans, isMoved, isOf, tidyName } from "../pages/given-lines.ts";
import { reasonAgainst, tidyPath } from "../pages/paths.ts";
import { expandPattern } from "../pages/pattern.ts";
import { isFoundIn, isIgnored, POSTS, sourceKind } from "../pages/sources.ts";
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
  /** What links to files say, by the setting STATIC_URL; none, where links say the file that is written. */
  readonly hrefs: ReadonlyMap<string, string>;
  readonly reports: readonly Report[];
}

/**
 * @param isTaken whether a page of the site is written to a file
 * @param pages the files that are pages: they are copied, too, where the site asks for that (STATIC_EXCLUDE_SOURCES)
 */
export function planStaticFiles(
  assets: readonly string[],
  settings: Settings,
  isTaken: (file: string) => boolean,
  pages: readonly string[] = [],
) {
  const isFound = (path: string) =>
    isFoundIn(path, settings.staticPaths, settings.staticExcludes) && !isIgnored(path, settings.ignoreFiles);
  const moved = movedFiles(assets, pages, settings);
  const all = settings.staticExcludeSources ? assets : [...assets, ...pages.filter(isFound)];
  const targets = new Map(all.map((asset) => [asset, moved.targets.get(asset) ?? targetOf(asset, settings)]));
  const linked = settings.addresses === "url" ? all : [];
  const urlOf = (asset: string) =>
    moved.urls.get(asset) ?? expandPattern(settings.staticUrl, { path: asset }, undefined);
  const hrefs = new Map(linked.map((asset) => [asset, addressOf(targets.get(asset) ?? asset, urlOf(asset), "url")]));
  const copied = new Set<string>();
  const sources = new Map<string, string>();
  const reports = [...moved.reports];
  for (const [asset, target] of targets) {
    if (!moved.named.has(asset) && !isFound(asset)) continue;
    const otherFile = sources.get(target);
    if (otherFile !== undefined || isTaken(target)) {
      if (moved.together.has(asset)) continue;
      reports.push(report("static-taken", placeIn(asset), { saveAs: target, otherFile }));
    } else {
      sources.set(target, asset);
      copied.add(asset);
    }
  }
  return { targets, copied, hrefs, reports };
}

/** The files that are copied: where each is written, and what it is. */
export function copiedFiles({ copied, targets }: StaticFiles): (readonly [target: string, asset: string])[] {
  return [...copied].map((asset) => [targets.get(asset) ?? asset, asset]);
}

/** The files of a part of the site that has its own, in the folder of that. */
export function staticsBelow(folder: string, { targets, copied, hrefs, reports }: StaticFiles): StaticFiles {
  const within = (href: string) => (href.startsWith("/") ? `/${folder}${href}` : href);
  return {
    targets: new Map([...targets].map(([asset, target]) => [asset, `${folder}/${target}`])),
    hrefs: new Map([...hrefs].map(([asset, href]) => [asset, within(href)])),
    copied,
    reports,
  };
}

/** Where a file of a path is copied to. */
function targetOf(path: string, { staticSaveAs }: Settings): string {
  return tidyPath(expandPattern(staticSaveAs, { path }, undefined));
}

/**
 * Whether a file is no page by the settings: then it may be copied. A source of a page is not copied, as in Pelican
 * (STATIC_EXCLUDE_SOURCES), in whatever folder it is. Where a site does not write its `articlePaths` out, what could be one
 * by its name is one below `pagePaths`, and elsewhere by its header.
 *
 * @param textOf the file's text, for who has it; undefined where it is none
 */
export function isStaticFile(path: string, settings: Settings, textOf?: () => string | undefined): boolean {
  const kind = sourceKind(path, settings);
  if (kind === "none") return true;
  const isWithoutHeader = () => {
    const text = textOf?.();
    return text === undefined || !hasHeader({ path, text });
  };
  if (isMoved(path, settings)) return kind === undefined || isWithoutHeader();
  const { pagePaths, staticPaths } = settings;
  if (kind !== undefined || isBelow(path, named([...pagePaths, ...POSTS])) || !isBelow(path, named(staticPaths)))
    return false;
  return isWithoutHeader();
}

/** The folders except the whole content, which says nothing about a file. */
function named(folders: readonly string[]): string[] {
  return folders.filter((folder) => !isBelow("", [folder]));
}

/** Whether settings name a file, or one in it: then it is copied though it is hidden, such as `extra/.htaccess`. */
export function isOnTheWay(path: string, { staticPaths, extraPathMetadata }: Settings): boolean {
  const moved = Object.entries(extraPathMetadata).flatMap(([from, { path: to }]) => (to === undefined ? [] : [from]));
  return [...staticPaths, ...moved].some((name) => isBelow(posix.normalize(name), [path]));
}

/** What programs leave in folders: nobody publishes it on purpose. */
const LEFT =
  /^\.(?:[#_~]|git|keep$|empty$|DS_Store$|picasa|directory$|localized$|ipynb_|svn$|hg$|idea$|vscode$|cache$|env)/;

/** Whether Pelican would copy a hidden file of a static folder: here it is copied where it is named only. */
export function isMissed(path: string, { staticPaths, staticExcludes, ignoreFiles }: Settings): boolean {
  const name = posix.basename(path);
  if (!name.startsWith(".") || LEFT.test(name) || isIgnored(path, ignoreFiles)) return false;
  return isFoundIn(path, named(staticPaths), staticExcludes);
}

/** Where settings put files, and which of them they name one by one: these need not be in a static folder. */
function movedFiles(assets: readonly string[], pages: readonly string[], settings: Settings) {
  const moves = Object.entries(settings.extraPathMetadata).flatMap(([from, { save_as: saveAs, path = saveAs }]) => {
    return path === undefined ? [] : [{ from, path }];
  });
  const means = givenMeans();
  const targets = new Map<string, string>();
  const urls = new Map<string, string>();
  for (const asset of assets) {
    const { ofPath } = givenLines(asset, settings, undefined, means);
    const said = (name: string) => ofPath.find(({ key }) => key === name)?.value;
    const [saveAs, path, url] = [said("save_as"), said("path"), said("url")];
    const to = saveAs ?? path;
    urls.set(asset, url ?? expandPattern(settings.staticUrl, { path: path ?? asset }, undefined));
    if (to === undefined || reasonAgainst(to) !== undefined) continue;
    targets.set(asset, saveAs === undefined ? targetOf(to, settings) : tidyPath(to));
  }
  const names = moves.map(({ from }) => posix.normalize(from));
  // Of a folder all files are put at the one path.
  const named = { assets: withFolders(assets), pages: withFolders(pages) };
  const byTarget = groupBy(assets, (asset) => targets.get(asset));
  const folders = moves.flatMap(({ from, path }) => {
    const files = (byTarget.get(tidyPath(path)) ?? []).filter((asset) => isOf(asset, from));
    return files.length > 1 ? [{ from, path, files }] : [];
  });
  return {
    targets,
    urls,
    named: new Set(names.filter((name) => targets.has(name))),
    together: new Set(folders.flatMap(({ files }) => files)),
    reports: [
      ...moves.flatMap((move) => faultsOf(move, named.assets, named.pages)),
      ...misspeltPaths(settings),
      ...folders.map(({ files, ...put }) => report("static-taken", IN_SETTINGS, { ...put, files: files.length })),
    ],
  };
}

/** What is nearly `path` puts the file nowhere. */
function misspeltPaths({ extraPathMetadata }: Settings): Report[] {
  const place = placeIn("the setting extraPathMetadata");
  return Object.values(extraPathMetadata).flatMap((fields) =>
    Object.entries(fields).flatMap(([field, value]) => {
      const name = field === "path" ? undefined : nearest(field, ["path"]);
      if (name === undefined) return [];
      return [report("field-misspelt", place, { field, name, value, isSure: false, there: undefined })];
    }),
  );
}

/** What is wrong with an entry of EXTRA_PATH_METADATA. */
function faultsOf(
  { from, path }: { readonly from: string; readonly path: string },
  assets: ReadonlySet<string>,
  pages: ReadonlySet<string>,
): Report[] {
  const isThere = assets.has(tidyName(from));
  const reason = reasonAgainst(path);
  if (isThere) return reason === undefined ? [] : [report("static-unsafe", IN_SETTINGS, { from, path, reason })];
  return pages.has(tidyName(from)) ? [] : [report("static-missing", IN_SETTINGS, { from })];
}

/** Files and all folders that they are in, as EXTRA_PATH_METADATA names them. */
function withFolders(files: readonly string[]): ReadonlySet<string> {
  return new Set(files.flatMap((file) => [".", ...foldersOf(file), file]));
}
