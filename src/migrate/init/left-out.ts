import { posix } from "node:path";
import type { SourceFile, SourceTree } from "../../plugin/files/source-file.ts";
import { readHeader } from "../../plugin/header/read-header.ts";
import type { Settings } from "../../plugin/settings.ts";
import { planStaticFiles } from "../../plugin/static/static-files.ts";
import type { Literal } from "./literal.ts";
import type { PelicanSetting } from "./options.ts";

/** Files that a setting of Pelican's keeps from being published, which is not taken over. */
export interface LeftOut {
  readonly name: string;
  /** The file and line of the setting. */
  readonly place: string;
  /** What the setting does, from its name on. */
  readonly does: string;
  /** What to do. */
  readonly fix: string;
  /** The paths in the content folder, sorted. */
  readonly files: readonly string[];
}

/** What is published here, and Pelican's settings, some of which only say together what they leave out. */
interface Content {
  readonly settings: readonly PelicanSetting[];
  readonly pages: readonly SourceFile[];
  readonly copied: readonly string[];
}

type Found = Omit<LeftOut, "name" | "place">;

const MOVE = "Move them out of the content folder.";

/** What a setting does with files; nothing where there are none. */
function found(does: string, files: readonly string[], fix = MOVE): Found[] {
  return files.length === 0 ? [] : [{ does, fix, files }];
}

/** The settings, and how to find what each is about. */
const FINDERS: Readonly<Record<string, (value: Literal, content: Content) => Found[]>> = {
  ARTICLE_EXCLUDES: excludedPages,
  PAGE_EXCLUDES: excludedPages,
  STATIC_EXCLUDES: excludedFiles,
  IGNORE_FILES: ignored,
  READERS: withoutReader,
  DEFAULT_METADATA: (value, { pages }) => ofStatus(value, pages, "each page without a Status"),
  EXTRA_PATH_METADATA: withStatusOfPath,
};

/**
 * What would be published here and is not by Pelican: by settings that are not taken over.
 *
 * @param tree the content, as a build reads it
 * @param options the settings that were taken over
 */
export function findLeftOut(settings: readonly PelicanSetting[], tree: SourceTree, options: Settings): LeftOut[] {
  const pages = tree.files.filter(({ text }) => text.trim() !== "");
  const content = { settings, pages, copied: [...planStaticFiles(tree.assets, options, () => false).copied] };
  return settings.flatMap(({ name, value, place }) => {
    const find = Object.hasOwn(FINDERS, name) ? FINDERS[name] : undefined;
    return find?.(value, content).map((one) => ({ ...one, name, place })) ?? [];
  });
}

/** More files are only counted. */
const MOST = 10;

/** The message about files that must not be published. */
export function tellLeftOut(all: readonly LeftOut[]): string {
  const parts = all.map(({ place, name, does, fix, files }) => {
    const more = files.length - MOST;
    const shown = [...files.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].map((line) => `  ${line}`);
    return [`${place}  ${name} ${does}:`, ...shown, `→ ${fix}`].join("\n");
  });
  return [
    "Nothing was written: Pelican keeps files from visitors by settings that are not taken over, and they would be published.",
    ...parts,
    "Then run eleventy-pelican init again.",
  ].join("\n\n");
}

/** Folders in neither sort of pages. */
function excludedPages(value: Literal, { settings, pages }: Content): Found[] {
  const folders = textsOf(value);
  const [articles, ofPages] = [pathsOf("ARTICLE", [""], settings), pathsOf("PAGE", ["pages"], settings)];
  // In Pelican the folders of the one are no folders of the other.
  const isTaken = (path: string) =>
    takes(articles.paths, [...articles.excludes, ...ofPages.paths], path) ||
    takes(ofPages.paths, [...ofPages.excludes, ...articles.paths], path);
  const paths = pages.map(({ path }) => path);
  return found(
    "leaves out",
    paths.filter((path) => isIn(path, folders) && !isTaken(path)),
  );
}

function excludedFiles(value: Literal, { settings, copied }: Content): Found[] {
  const { paths, excludes } = pathsOf("STATIC", ["images"], settings);
  const isExcluded = (path: string) => isIn(path, textsOf(value)) && !takes(paths, excludes, path);
  return found("leaves out", copied.filter(isExcluded));
}

function ignored(value: Literal, { pages, copied }: Content): Found[] {
  const patterns = textsOf(value).map(patternOf);
  const isIgnored = (path: string) => path.split("/").some((name) => patterns.some((pattern) => pattern.test(name)));
  return found("leaves out", [...pages.map(({ path }) => path), ...copied].filter(isIgnored).sort());
}

function withoutReader(value: Literal, { pages }: Content): Found[] {
  const endings = pairsOf(value).flatMap(([ending, reader]) => (reader === null ? [`.${ending.toLowerCase()}`] : []));
  const files = pages.map(({ path }) => path).filter((path) => endings.includes(posix.extname(path).toLowerCase()));
  const first = python(files[0] ?? "");
  const fix = `Name each in EXTRA_PATH_METADATA with its own path, so that it is copied as it is: ${first}: {'path': ${first}}. Or move it out of the content folder.`;
  return found("has no pages made of", files, fix);
}

function withStatusOfPath(value: Literal, { pages }: Content): Found[] {
  return pairsOf(value).flatMap(([path, fields]) => {
    const below = pages.filter((page) => page.path === path || isIn(page.path, [path.replace(/\/+$/, "")]));
    return ofStatus(fields, below, `each page of ${python(path)} without a Status`);
  });
}

/** @param whom the pages that get the status, in words */
function ofStatus(fields: Literal, pages: readonly SourceFile[], whom: string): Found[] {
  const status = pairsOf(fields).find(([key]) => key.toLowerCase() === "status")?.[1];
  if (typeof status !== "string" || status.toLowerCase() === "published") return [];
  const files = pages.filter((page) => !hasStatus(page)).map(({ path }) => path);
  const isKnown = ["draft", "hidden"].includes(status.toLowerCase());
  const fix = `Write “Status: ${status}” into the header of each, or “Status: published” where visitors may see it.`;
  return found(`gives ${whom} the status “${status}”`, files, isKnown ? fix : MOVE);
}

function hasStatus(page: SourceFile): boolean {
  return readHeader(page).header.lines.some(({ key }) => key.toLowerCase() === "status");
}

/** The folders that Pelican looks for a kind of files in, and those that it leaves out. */
function pathsOf(kind: string, usual: readonly string[], settings: readonly PelicanSetting[]) {
  const settingOf = (name: string) => settings.find((one) => one.name === `${kind}_${name}`)?.value;
  const paths = settingOf("PATHS");
  return { paths: Array.isArray(paths) ? textsOf(paths) : usual, excludes: textsOf(settingOf("EXCLUDES") ?? []) };
}

/**
 * Whether Pelican finds a file: it looks through these folders, and in them not into those that are excluded.
 * Source: https://docs.getpelican.com/en/latest/settings.html (ARTICLE_PATHS, ARTICLE_EXCLUDES)
 */
function takes(paths: readonly string[], excludes: readonly string[], path: string): boolean {
  return paths.some((one) => {
    const root = posix.join(one, ".").replace(/\/$/, "");
    const isInside = (file: string) => root === "." || isIn(file, [root]);
    return path === root || (isInside(path) && !isIn(path, excludes.filter(isInside)));
  });
}

/** Whether a file is in one of these folders; a folder is compared as Pelican does, character by character. */
function isIn(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => folder !== "" && path.startsWith(`${folder}/`));
}

/** A list's texts. For a text where a list should be, Pelican takes its default. */
function textsOf(value: Literal): string[] {
  return Array.isArray(value) ? value.filter((one: Literal) => typeof one === "string") : [];
}

/** A dictionary, or, as Pelican has it, too, a list of pairs. */
function pairsOf(value: Literal): (readonly [string, Literal])[] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value)) return Object.entries(value);
  return value.flatMap((pair: Literal) => {
    const [key, one] = Array.isArray(pair) ? pair : [];
    return typeof key === "string" && one !== undefined ? [[key, one] as const] : [];
  });
}

/**
 * A pattern of Python's for the name of a file or folder.
 * Source: https://docs.python.org/3/library/fnmatch.html
 */
function patternOf(pattern: string): RegExp {
  const source = pattern.replace(/\*+|\?|\[(!?)(\]?[^\]]*)\]|[\s\S]/gu, (part, not?: string, set?: string) => {
    if (part.startsWith("*")) return "[^]*";
    if (part === "?") return "[^]";
    if (set !== undefined) return `[${not === "!" ? "^" : ""}${set.replace(/[\\\][^]/g, "\\$&")}]`;
    return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  });
  try {
    return new RegExp(`^${source}$`, "u");
  } catch {
    // A range that begins after its end: nothing is in it.
    return /(?!)/;
  }
}

function python(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
