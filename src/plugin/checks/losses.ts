import { posix } from "node:path";
import { IN_SETTINGS, placeIn } from "../findings/finding.ts";
import { nearest } from "../findings/nearest.ts";
import { type Report, report } from "../findings/report.ts";
import { groupBy } from "../maps/group-by.ts";
import type { Gathered } from "../pages/read-pages.ts";
import { isPassedBy, placeKind } from "../pages/sources.ts";
import { formatOf } from "../pages/unmade.ts";
import type { Settings } from "../settings.ts";

/** What is about no file in particular. */
const IN_CONTENT = placeIn("the content folder");

/**
 * What of a site would be lost, or published as nobody meant it, without a word: sources that are not read, a folder of them
 * without a page, a site without a home page; and folders that only settings know.
 *
 * @param others the files that are written besides the pages
 * @param copied the files that are copied as they are
 */
export function findLosses(
  gathered: Gathered,
  settings: Settings,
  others: readonly string[],
  copied: ReadonlySet<string>,
): Report[] {
  const { pages, unmade, others: ofTemplates } = gathered;
  const { unread = [], raw = [] } = unmade ?? {};
  const formats = groupBy(unread, (file) => formatOf(file)?.many ?? "");
  const isNamed = settings.content.length > 0;
  const written = [...pages.map(({ saveAs }) => saveAs), ...others];
  const isEmpty = isNamed && pages.length === 0 && ofTemplates.length === 0 && unread.length + raw.length > 0;
  const isHomeless = isNamed && pages.length > 0 && !written.includes("index.html");
  return [
    ...[...formats.values()].map((files) => report("source-unread", IN_CONTENT, { files })),
    ...rawReports(raw.filter((file) => copied.has(file))),
    ...(isEmpty ? [] : elsewhere(raw.filter((file) => !copied.has(file) && !isLeftOut(file, settings)))),
    ...(isEmpty ? [] : missingFolders(gathered, settings)),
    ...(isEmpty ? [report("content-empty", IN_CONTENT, { files: [...unread, ...raw] })] : []),
    ...(isHomeless ? [report("home-missing", IN_CONTENT, {})] : []),
  ];
}

/** Whether settings say of a file, or of a folder that it is in, that no page is made of it. */
function isLeftOut(file: string, settings: Settings): boolean {
  const withoutExcludes = { ...settings, articleExcludes: [], pageExcludes: [] };
  return isPassedBy(file, settings) || placeKind(file, withoutExcludes) !== "none";
}

function elsewhere(files: readonly string[]): Report[] {
  return files.length === 0 ? [] : [report("source-elsewhere", IN_CONTENT, { files })];
}

/** Sources that are published as they are written, for a setting or a link. */
export function rawReports(files: readonly string[]): Report[] {
  return files.length === 0 ? [] : [report("source-published", IN_CONTENT, { files })];
}

/** Settings of folders, and what they name where nobody says anything. */
const FOLDERS = { pagePaths: ["pages"], articlePaths: [""], staticPaths: ["images"] } as const;

/** The folders that settings name, and that no file of the content is in. */
function missingFolders(gathered: Gathered, settings: Settings): Report[] {
  const given = (Object.keys(FOLDERS) as (keyof typeof FOLDERS)[]).flatMap((setting) => {
    const usual: readonly string[] = FOLDERS[setting];
    return (settings[setting] ?? []).flatMap((folder) => (usual.includes(folder) ? [] : [{ setting, folder }]));
  });
  if (given.length === 0) return [];
  const folders = new Set(filesOf(gathered).flatMap(foldersOf));
  return given.flatMap(({ setting, folder }) => {
    const path = posix.normalize(folder).replace(/^\/+|\/+$/g, "");
    if (path === "." || path === "" || folders.has(path)) return [];
    return [report("folder-missing", IN_SETTINGS, { setting, folder, near: nearest(path, folders) })];
  });
}

/** All files of the content that are known of, whatever became of them. */
function filesOf({ pages, unwritten = [], leftOut = [], assets, unmade, reports }: Gathered): string[] {
  const read = [...pages, ...unwritten, ...reports].map(({ file }) => file);
  return [...read, ...leftOut, ...assets, ...(unmade?.unread ?? []), ...(unmade?.raw ?? [])];
}

/** A file's path, and those of the folders that it is in. */
function foldersOf(file: string): string[] {
  const parts = file.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
