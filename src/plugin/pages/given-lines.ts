import { posix } from "node:path";
import { DateTime } from "luxon";
import { inTime } from "../dialect/in-time.ts";
import { pythonRegExp } from "../dialect/python-regexp.ts";
import { compareText } from "../findings/finding.ts";
import type { HeaderLine } from "../header/header.ts";
import { groupBy } from "../maps/group-by.ts";
import { memoize, memoizeByObject } from "../maps/memoize.ts";
import type { Settings } from "../settings.ts";
import { foldersOf } from "./conflicts.ts";

/** What settings say of a file, as lines of a header. */
export interface GivenLines {
  /** By its path and name: they hold over directory data, and only the header holds over them. */
  readonly ofPath: readonly HeaderLine[];
  /** What holds where nobody says anything else. */
  readonly defaults: readonly HeaderLine[];
}

/** EXTRA_PATH_METADATA by the files and folders that it names. */
type Extra = ReadonlyMap<string, readonly (readonly [name: string, fields: Readonly<Record<string, string>>])[]>;

/** What is made of settings once for all files. */
export interface GivenMeans {
  /** Reads an expression of Python's. */
  readonly regExpOf: (source: string) => RegExp;
  readonly extraOf: (extra: Settings["extraPathMetadata"]) => Extra;
}

export function givenMeans(): GivenMeans {
  return {
    regExpOf: memoize((source) => pythonRegExp(source)),
    extraOf: memoizeByObject((extra) => groupBy(Object.entries(extra), ([name]) => tidyName(name))),
  };
}

/** What a field is made of is the same for both of these. */
const SAME: Readonly<Record<string, string>> = { author: "authors" };
/** For Pelican these are not there where they are empty. */
const NEVER_EMPTY: ReadonlySet<string> = new Set(["tags", "status", "category", "author", "authors", "slug"]);

/**
 * The fields that settings give a file, in Pelican's order: DEFAULT_METADATA, DEFAULT_DATE; then EXTRA_PATH_METADATA, the
 * longer path after the shorter, PATH_METADATA, FILENAME_METADATA. What comes later holds.
 * Source: https://docs.getpelican.com/en/latest/settings.html#metadata, and `read_file` in Pelican's readers.py
 *
 * @param time when the file was changed last, where that is asked for
 */
export function givenLines(
  path: string,
  settings: Settings,
  time: Date | undefined,
  { regExpOf, extraOf }: GivenMeans,
): GivenLines {
  const { defaultMetadata, defaultDate, pathMetadata, filenameMetadata, useFolderAsCategory } = settings;
  const extra = extraMetadata(path, extraOf(settings.extraPathMetadata));
  const dates = isTimeOfFile(settings)
    ? timesOf(time, settings.timezone)
    : defaultDate === ""
      ? {}
      : { date: defaultDate };
  return {
    defaults: lastOfEach([
      // DEFAULT_CATEGORY goes before it always.
      ...linesOf(without(defaultMetadata, "category"), "defaultMetadata"),
      ...linesOf(dates, "defaultDate"),
    ]),
    ofPath: lastOfEach([
      // So does the folder that is a category.
      ...linesOf(useFolderAsCategory && path.includes("/") ? without(extra, "category") : extra, "extraPathMetadata"),
      ...linesOf(pathFields(path, pathMetadata, regExpOf), "pathMetadata"),
      ...linesOf(pathFields(posix.parse(path).name, filenameMetadata, regExpOf), "filenameMetadata"),
    ]),
  };
}

/** Whether undated files have the time of the file as their date. */
export function isTimeOfFile({ defaultDate }: Pick<Settings, "defaultDate">): boolean {
  return defaultDate === "fs";
}

/** The lines of a header, and those that are given where it has none. */
export function withGiven(lines: readonly HeaderLine[], given: readonly HeaderLine[]): readonly HeaderLine[] {
  if (given.length === 0) return lines;
  const isSaid = ({ key, value }: HeaderLine) => value.trim() !== "" || !NEVER_EMPTY.has(key.toLowerCase());
  const said = new Set(lines.filter(isSaid).map(fieldOf));
  const added = given.filter((line) => !said.has(fieldOf(line)));
  const replaced = new Set(added.map(fieldOf));
  return [...lines.filter((line) => !replaced.has(fieldOf(line))), ...added];
}

/** The fields that EXTRA_PATH_METADATA has for a file, or for a folder that it is in. */
function extraMetadata(path: string, extra: Extra) {
  const entries = [".", ...foldersOf(path), path].flatMap((name) => extra.get(name) ?? []);
  const sorted = entries.toSorted(([a], [b]) => compareText(a, b));
  return Object.fromEntries(sorted.flatMap(([, fields]) => Object.entries(fields)));
}

/** Whether EXTRA_PATH_METADATA names a file, and where it goes. */
export function isMoved(path: string, { extraPathMetadata }: Pick<Settings, "extraPathMetadata">): boolean {
  return Object.entries(extraPathMetadata).some(([from, { path: to }]) => {
    return to !== undefined && posix.normalize(from) === path;
  });
}

/** Whether an entry of EXTRA_PATH_METADATA is about a file: it names the file, or a folder with a slash or without. */
export function isOf(path: string, name: string): boolean {
  const tidy = tidyName(name);
  return tidy === "." || path === tidy || path.startsWith(`${tidy}/`);
}

/** What an entry of EXTRA_PATH_METADATA names, as paths are written; a point for the whole content. */
export function tidyName(name: string): string {
  return name === "" ? "." : posix.normalize(name).replace(/\/$/, "");
}

function without(fields: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}

/** In the site's time zone, as on the machine of an author who lives there. */
function timesOf(time: Date | undefined, zone: string): Record<string, string> {
  const text = time && DateTime.fromJSDate(time, { zone }).startOf("second").toISO({ suppressMilliseconds: true });
  return text ? { date: text, modified: text } : {};
}

function pathFields(text: string, pattern: string, regExpOf: (source: string) => RegExp): Record<string, string> {
  const regExp = pattern === "" ? undefined : regExpOf(pattern);
  const match = regExp ? inTime(regExp, pattern, text, () => regExp.exec(text)) : null;
  // As Python's `match` does, at the beginning only.
  const found = match?.index === 0 ? Object.entries(match.groups ?? {}) : [];
  return Object.fromEntries(
    found.flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), value]])),
  );
}

function linesOf(fields: Readonly<Record<string, string>>, setting: string): HeaderLine[] {
  const place = { line: 1, column: 1, valueColumn: 1, setting };
  const lines = Object.entries(fields).map(([key, value]) => ({ key, value, ...place }));
  return lines.filter(({ key, value }) => value.trim() !== "" || !NEVER_EMPTY.has(key));
}

function lastOfEach(lines: readonly HeaderLine[]): readonly HeaderLine[] {
  return [...new Map(lines.map((line) => [fieldOf(line), line])).values()];
}

function fieldOf({ key }: HeaderLine): string {
  const name = key.toLowerCase();
  return SAME[name] ?? name;
}
